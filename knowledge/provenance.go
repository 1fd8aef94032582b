package knowledge

import "github.com/plainline/plainline/knowledge/source"

// Unknown stands where a fact should be that nobody knows. The person is told so and sent to Ask; Why is a note for editors.
type Unknown struct {
	source.Pos `yaml:",pos"`
	Why        string `yaml:"why,required"`
	Ask        string `yaml:"ask,required"` // id of a Hotline
}

// Source is where a fact was read. The person sees Cite and the day; editors see the rest.
type Source struct {
	source.Pos `yaml:",pos"`
	ID         string `yaml:",key"`
	Cite       string `yaml:"cite,required"`        // short and speakable: "bpqmi.gov.az"
	Detail     string `yaml:"detail"`               // page, number, article
	URL        string `yaml:"url"`                  //
	VerifiedOn Date   `yaml:"verified_on,required"` // the day somebody last read it there
	ReviewBy   Date   `yaml:"review_by"`            // default: VerifiedOn plus the base's review_months
	Confidence string `yaml:"confidence"`           // A official, B old, undated or press quoting the authority, C else
}

// PastReview says whether the fact should have been read again before day.
func (s *Source) PastReview(day Date) bool { return s != nil && s.ReviewBy != 0 && day > s.ReviewBy }
