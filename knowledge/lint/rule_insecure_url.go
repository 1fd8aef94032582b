package lint

import (
	"net/url"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

func insecureURL() Rule {
	return Rule{
		ID: "insecure-url", Severity: source.Warning,
		Statement: "A web address is whole and begins with https://.",
		Check: func(p *Pass) {
			eachFact(p.Base, func(f fact) {
				for _, address := range addresses(f.item) {
					if u, err := url.Parse(address); address != "" && (err != nil || u.Scheme != "https" || u.Host == "") {
						p.Report(p.Find(f.pos, address), "write an address that begins with https://", "%q is no safe web address", address)
					}
				}
			})
		},
	}
}

func addresses(item any) []string {
	switch x := item.(type) {
	case *knowledge.Source:
		return []string{x.URL}
	case *knowledge.Organisation:
		return []string{x.Website}
	case *knowledge.Channel:
		return []string{x.URL}
	case *knowledge.Step:
		return []string{x.URL, x.Booking}
	case *knowledge.Legal:
		return []string{x.URL}
	}
	return nil
}
