package answer

import (
	"strconv"

	"github.com/plainline/plainline/knowledge"
)

// serviceNotices says the notices that affect this aspect of a service.
func (c *Context) serviceNotices(s *knowledge.Service, a Aspect) {
	for _, n := range c.Base.Notices {
		if !n.Holds(c.Today) || !concerns(n, s, a) {
			continue
		}
		c.notice(n)
	}
}

// concerns says whether a notice affects an aspect: named service and aspect, or offices where the answer is about places.
func concerns(n *knowledge.Notice, s *knowledge.Service, a Aspect) bool {
	if len(n.Aspects) > 0 && !contains(n.Aspects, a.String()) {
		return false
	}
	for _, id := range n.Services {
		if id == s.ID {
			return true
		}
	}
	return len(n.Services) == 0 && (len(n.Offices) == 0 || a == Where)
}

// PlaceNotices says the notices that affect an office, or any office where id is "".
func (c *Context) PlaceNotices(id string) {
	for _, n := range c.Base.Notices {
		general := len(n.Services) == 0 && (id == "" || len(n.Offices) == 0)
		if n.Holds(c.Today) && (general || contains(n.Offices, id)) {
			c.notice(n)
		}
	}
}

func (c *Context) notice(n *knowledge.Notice) {
	c.Notice(c.Words(n.Short.In(c.Base, c.Lang()), nil))
}

// NoticesNow gives the notices that hold today.
func (c *Context) NoticesNow() []*knowledge.Notice {
	var list []*knowledge.Notice
	for _, n := range c.Base.Notices {
		if n.Holds(c.Today) {
			list = append(list, n)
		}
	}
	return list
}

// FullNotice tells a notice with its source.
func (c *Context) FullNotice(n *knowledge.Notice) {
	if c.Mute {
		return
	}
	c.use(n.Source)
	c.Notice(c.Words(n.Text.In(c.Base, c.Lang()), nil))
	c.finish("N" + strconv.Itoa(n.Code))
}
