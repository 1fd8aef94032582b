package lint

import (
	"regexp"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

func badTelephone() Rule {
	return Rule{
		ID: "bad-telephone", Severity: source.Error,
		Statement: "A telephone number is international, or a short code that says what a call costs.",
		Check: func(p *Pass) {
			international, digits := regexp.MustCompile(`^\+[1-9][0-9]{6,14}$`), regexp.MustCompile(`^[0-9*#]{2,8}$`)
			for _, o := range p.Base.Organisations {
				for _, h := range o.Hotlines {
					if h.FromAbroad != "" && !international.MatchString(h.FromAbroad) {
						p.Report(p.Find(h.Pos, "from_abroad"), "write + and digits only: +994125550100", "%q cannot be called from abroad", h.FromAbroad)
					}
					switch {
					case h.Number == "" || international.MatchString(h.Number):
					case !h.ShortCode:
						p.Report(p.Find(h.Pos, "number:"), "write + and digits only, or add short_code: true", "%q is no international number", h.Number)
					case !digits.MatchString(h.Number):
						p.Report(p.Find(h.Pos, "number:"), "write two to eight digits", "%q is no short code", h.Number)
					default:
						p.charge(h)
					}
				}
			}
		},
	}
}

func (p *Pass) charge(h *knowledge.Hotline) {
	if h.Charge == "" && h.ChargeUnknown == nil {
		p.Report(h.Pos, "add charge: free, charge: normal, or charge_unknown: {why: …, ask: …}", "the short code %q does not say what a call costs", h.Number)
	}
}
