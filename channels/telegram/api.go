package telegram

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/go-telegram/bot"
)

// api calls the methods of the Bot API. All but getUpdates go through the library; that one is read here, because the
// library gives up a whole batch of updates where one of them has a form it does not know, and acknowledges them before
// they are taken.
type api struct {
	bot    *bot.Bot // nil without a token
	client *http.Client
	root   string // of the methods; holds the token
}

// PublicServer is Telegram's own Bot API.
const PublicServer = "https://api.telegram.org"

// Deadlines of calls. A poll waits at the server for updates.
const (
	quickly  = 10 * time.Second
	polling  = 50 * time.Second
	mostBody = 16 << 20
	mostWait = 3600 // seconds that we let ourselves be told to wait
)

func newAPI(o Options) *api {
	server := strings.TrimSuffix(o.Server, "/")
	if server == "" {
		server = PublicServer
	}
	a := &api{client: o.Client, root: server + "/bot" + o.Token + "/"}
	if a.client == nil {
		a.client = &http.Client{Transport: &http.Transport{
			Proxy: http.ProxyFromEnvironment, MaxIdleConnsPerHost: 32, IdleConnTimeout: time.Minute,
			TLSHandshakeTimeout: quickly, ForceAttemptHTTP2: true,
		}}
	}
	if o.Token != "" {
		a.bot, _ = bot.New(o.Token, bot.WithSkipGetMe(), bot.WithServerURL(server), bot.WithHTTPClient(quickly, observed{a.client}),
			bot.WithErrorsHandler(func(error) {})) // with a token and without asking who we are, New cannot fail
	}
	return a
}

// do calls a method. What counts is what the server said: a library that cannot read the answer to a message that was sent
// must not make us send it again.
func (a *api) do(ctx context.Context, method string, within time.Duration, call func(context.Context, *bot.Bot) error) error {
	if a.bot == nil {
		return &Failure{Method: method, Says: "there is no token"}
	}
	ctx, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	status := 0
	err := call(context.WithValue(ctx, statusKey{}, &status), a.bot)
	if err == nil || status == http.StatusOK {
		return nil
	}
	return failure(method, status, err)
}

// observed notes the status of every answer for do, and keeps an answer from being endless.
type observed struct{ client *http.Client }

type statusKey struct{}

// Do implements the library's HttpClient.
func (o observed) Do(r *http.Request) (*http.Response, error) {
	resp, err := o.client.Do(r)
	if err != nil {
		return nil, err
	}
	if status, ok := r.Context().Value(statusKey{}).(*int); ok {
		*status = resp.StatusCode
	}
	resp.Body = struct {
		io.Reader
		io.Closer
	}{io.LimitReader(resp.Body, mostBody), resp.Body}
	return resp, nil
}

// me asks who the bot is.
func (a *api) me(ctx context.Context) (me identity, err error) {
	err = a.do(ctx, "getMe", quickly, func(ctx context.Context, b *bot.Bot) error {
		u, err := b.GetMe(ctx)
		if err == nil {
			me = identity{id: u.ID, name: u.Username}
		}
		return err
	})
	return me, err
}

// updates fetches what came since, each still to be read; it waits at the server where there is nothing yet.
func (a *api) updates(ctx context.Context, since int64, wait time.Duration) ([]json.RawMessage, error) {
	const method = "getUpdates"
	ctx, cancel := context.WithTimeout(ctx, wait+quickly)
	defer cancel()
	ask, err := json.Marshal(map[string]any{"offset": since, "timeout": int(wait.Seconds()), "allowed_updates": wanted})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", method, err)
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, a.root+method, bytes.NewReader(ask))
	if err != nil {
		return nil, &Failure{Method: method, Says: "the address of the server cannot be read"}
	}
	r.Header.Set("Content-Type", "application/json")
	resp, err := a.client.Do(r)
	if err != nil {
		return nil, failure(method, 0, err)
	}
	defer resp.Body.Close()
	said, err := io.ReadAll(io.LimitReader(resp.Body, mostBody))
	if err != nil {
		return nil, failure(method, 0, err)
	}
	return parseUpdates(resp.StatusCode, said)
}

// parseUpdates reads the answer to getUpdates.
func parseUpdates(status int, said []byte) ([]json.RawMessage, error) {
	var answer struct {
		OK     bool              `json:"ok"`
		Result []json.RawMessage `json:"result"`
		Code   int               `json:"error_code"`
		Says   string            `json:"description"`
		More   struct {
			RetryAfter int `json:"retry_after"`
		} `json:"parameters"`
	}
	f := &Failure{Method: "getUpdates", Status: status}
	if err := json.Unmarshal(said, &answer); err != nil {
		f.Says = "the answer cannot be read"
		return nil, f
	}
	if answer.OK {
		return answer.Result, nil
	}
	if answer.Code != 0 {
		f.Status = answer.Code
	}
	f.Says, f.After = withoutNumbers(answer.Says), time.Duration(min(max(answer.More.RetryAfter, 0), mostWait))*time.Second
	return nil, f
}

// wanted are the kinds of updates that are asked for.
var wanted = []string{"message", "edited_message", "callback_query"}
