// Package layout turns a dialog.Reply into what fits a small screen, and writes the values in it for the eye.
//
// Most callers build one Writer for each language when a base is loaded, and then ask for one screen at a time:
//
//	w := layout.NewWriter(base.Lang[reply.Lang])
//	page := layout.Screen(w, reply, frame, layout.USSD160(), 0)
//
// Everything here is a pure function of its arguments: the same reply and budget give the same pages on every machine, so
// a page can be shown again at any time without being stored. The package does not pack bits and does not send anything.
//
// Reading order: screen.go (what callers use), gsm7.go (which letters are cheap), budget.go (how much fits), clean.go and
// fold.go (what a screen can show), writer.go, values.go, dates.go and plural.go (words and values), draft.go (a reply as
// lines), pager.go (lines on a page), sheet.go (pages with their tails).
package layout
