package channels

import "net/netip"

// Allowed says whether a request may come from an address of the network, as HOST:PORT: from one of the networks, or from any
// where none is named.
func Allowed(networks []netip.Prefix, remote string) bool {
	if len(networks) == 0 {
		return true
	}
	at, err := netip.ParseAddrPort(remote)
	if err != nil {
		return false
	}
	for _, p := range networks {
		if p.Contains(at.Addr().Unmap()) {
			return true
		}
	}
	return false
}
