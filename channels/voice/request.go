package voice

import (
	"net/http"
	"net/url"
	"strconv"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
)

// call is a request of a gateway once it is parsed.
type call struct {
	id      string // of the call
	from    string // the caller's number as sent
	keys    string
	reached bool // the caller talked with the person they were connected with
}

// readForm reads a form; where it cannot, it says so to the gateway.
func readForm(w http.ResponseWriter, r *http.Request) (url.Values, bool) {
	form, ok := channels.ReadForm(w, r)
	if !ok {
		return nil, false
	}
	f, err := url.ParseQuery(form)
	if err != nil {
		http.Error(w, channels.BadForm, http.StatusBadRequest)
		return nil, false
	}
	return f, true
}

// answer takes a request whose sender is proven, and writes the document that a dialect makes of the Turn.
func (v *Voice) answer(w http.ResponseWriter, r *http.Request, c call, write func(*Turn) *document) {
	step, ok := stepOf(r)
	switch {
	case !ok:
		http.NotFound(w, r)
		return
	case c.id == "" || len(c.id) > 200:
		http.Error(w, "the id of the call is missing or too long", http.StatusBadRequest)
		return
	case v.desk.Edition().Base.Demonstration && !v.options.Demo:
		http.Error(w, channels.OnlyLive, http.StatusForbidden)
		return
	}
	visit := &visit{channel: v, call: c.id, step: step, keys: c.keys, reached: c.reached, phone: c.number()}
	v.desk.Take(r.Context(), v.Name(), v.person(c), visit)
	v.write(w, write(&visit.turn))
}

func (v *Voice) write(w http.ResponseWriter, d *document) {
	out, err := d.bytes()
	if err != nil { // no document of ours can be so
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "application/xml; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	w.Write(out)
}

// stepOf reads which request of its call this is; the first has no number.
func stepOf(r *http.Request) (int, bool) {
	text := r.PathValue("step")
	if text == "" {
		return 0, true
	}
	n, err := strconv.ParseUint(text, 10, 16)
	return int(n), err == nil && n > 0
}

// person gives who is calling. Callers who hide their number must not meet one another's talks: each call is somebody else.
func (v *Voice) person(c call) dialog.Person {
	if number := c.number(); number != "" {
		return v.persons.Of(number)
	}
	return v.persons.Of(channels.Address("call " + c.id))
}

// number gives the caller's number, empty where it is hidden.
func (c *call) number() channels.Address {
	if number, ok := channels.ParseNumber(c.from); ok && !hidden(number) {
		return number
	}
	return ""
}

// hidden says whether a number is one of those that Twilio sends for callers who hide theirs: the words anonymous, blocked,
// restricted, unknown and unavailable, spelt on the keys of a telephone.
func hidden(number channels.Address) bool {
	switch number {
	case "266696687", "2562533", "7378742833", "8656696", "86282452253":
		return true
	}
	return false
}
