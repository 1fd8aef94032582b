package knowledge

import "github.com/plainline/plainline/knowledge/source"

// Topic is an entry of the menu "services by topic", in topics.yaml, in menu order.
type Topic struct {
	source.Pos `yaml:",pos"`
	ID         string      `yaml:"id,required"`
	Title      WordsMap    `yaml:"title,required"`
	Services   []ServiceID `yaml:"services,required"`
}

// OfficeGroup is an entry of the menu of offices, in topics.yaml: a part of the country with at most eight offices.
type OfficeGroup struct {
	source.Pos `yaml:",pos"`
	ID         string   `yaml:"id,required"`
	Title      WordsMap `yaml:"title,required"`
	Offices    []string `yaml:"offices,required"`
}

// Event is something that happens in a life (CPSV-AP LifeEvent) and the services it makes needed, in order: events/<id>/event.yaml.
type Event struct {
	source.Pos `yaml:",pos"`
	ID         string          `yaml:"-"`
	Code       int             `yaml:"code"` // permanent, unique among events, needed where the words tell facts; said as E<code>
	Services   []ServiceID     `yaml:"services,required"`
	Answers    []string        `yaml:"answers"` // general answers shown with it
	Sensitive  bool            `yaml:"sensitive"`
	Words      map[Lang]*Words `yaml:"-"` // blocks: summary
}

// Answer is a general answer that belongs to no service: answers/<id>/answer.yaml.
type Answer struct {
	source.Pos `yaml:",pos"`
	ID         string          `yaml:"-"`
	Code       int             `yaml:"code,required"` // unique among answers; said as G<code>
	Kind       string          `yaml:"kind,required"` // general | not_covered | appeal | complaint | bribe | crisis | privacy | mobile | talk
	Refer      []string        `yaml:"refer"`         // ids of Hotlines, in order
	Sensitive  bool            `yaml:"sensitive"`
	Unknown    *Unknown        `yaml:"unknown"`
	Sources    []*Source       `yaml:"sources"`
	SourceRef  string          `yaml:"source,required"`
	Source     *Source         `yaml:"-"`
	Words      map[Lang]*Words `yaml:"-"` // blocks: answer; and steps where the order matters
}

// Notice is a disruption or a change that people must hear before the answers it affects: notices/<id>.yaml.
type Notice struct {
	source.Pos `yaml:",pos"`
	ID         string           `yaml:"-"`
	Code       int              `yaml:"code,required"` // unique among notices; said as N<code>
	Services   []ServiceID      `yaml:"services"`      // empty with no offices: everything
	Offices    []string         `yaml:"offices"`
	Aspects    []string         `yaml:"aspects"` // only these aspects of the services, as fee
	Short      WordsMap         `yaml:"short,required"`
	Text       WordsMap         `yaml:"text,required"`
	Sources    []*Source        `yaml:"sources"`
	SourceRef  string           `yaml:"source,required"`
	Source     *Source          `yaml:"-"`
	Span       `yaml:",inline"` // both ends mandatory
}

// Parameter is a dated value that rules and texts use: parameters.yaml.
type Parameter struct {
	source.Pos `yaml:",pos"`
	ID         string            `yaml:",key"`
	Kind       string            `yaml:"kind,required"` // money | number | age
	By         string            `yaml:"by"`            // id of a Fact of type number, as the size of a household: values are rows
	Values     []*ParameterValue `yaml:"values,required"`
	Sources    []*Source         `yaml:"sources"`
}

// ParameterValue is what a Parameter is worth in a span of time. For age the value is in months ("64y6m" in the file).
type ParameterValue struct {
	source.Pos `yaml:",pos"`
	Value      Quantity   `yaml:"value"`
	Rows       []Quantity `yaml:"rows"`  // instead of Value where the parameter has By: for 1, 2, 3 …
	Extra      Quantity   `yaml:"extra"` // for each one more than there are rows; the last row holds where it is missing
	Unknown    *Unknown   `yaml:"unknown"`
	SourceRef  string     `yaml:"source"`
	Source     *Source    `yaml:"-"`
	Span       `yaml:",inline"`
}

// Quantity is a number of hundredths for money, of units for number, of months for age: what the Parameter's kind says.
type Quantity struct {
	Raw string
	N   int64
}

// For gives the quantity for a size from 1: Value, or that of the row.
func (v *ParameterValue) For(size int64) int64 {
	rows := int64(len(v.Rows))
	switch {
	case rows == 0:
		return v.Value.N
	case size <= rows:
		return v.Rows[max(size, 1)-1].N
	}
	return v.Rows[rows-1].N + v.Extra.N*(size-rows)
}

// On gives the value that holds on a day, or nil.
func (p *Parameter) On(d Date) *ParameterValue {
	for _, v := range p.Values {
		if v.Holds(d) {
			return v
		}
	}
	return nil
}
