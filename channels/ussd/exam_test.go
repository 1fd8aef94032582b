package ussd_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/channeltest"
	"github.com/plainline/plainline/channels/ussd"
)

func TestExam(t *testing.T) {
	t.Parallel()
	channeltest.Exam(t, channeltest.Candidate{Plain: true, Open: func(_ *testing.T, d *channels.Desk) channeltest.Taker {
		u := ussd.New(d, &channels.Secret{1}, ussd.Options{Secret: "s3cret", Demo: true})
		mux := http.NewServeMux()
		u.Mount(mux)
		request := func(body io.Reader) *http.Request {
			r := httptest.NewRequest(http.MethodPost, ussd.Path+"s3cret", body)
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			return r
		}
		return channeltest.Taker{People: ussd.NewPhones(u), More: "98", Door: &channeltest.Door{
			Handler: mux,
			Letter: func(person, n int) *http.Request {
				form := url.Values{"sessionId": {"s" + strconv.Itoa(person)}, "phoneNumber": {"+99450123456" + strconv.Itoa(person)},
					"networkCode": {"40004"}, "serviceCode": {"*108#"}, "text": {strings.TrimPrefix(strings.Repeat("*1", n), "*")}}
				return request(strings.NewReader(form.Encode()))
			},
			Forge: func(r *http.Request) { r.URL.Path = r.URL.Path[:len(r.URL.Path)-1] + "u" },
			Body:  func(body []byte) *http.Request { return request(strings.NewReader(string(body))) },
		}}
	}})
}
