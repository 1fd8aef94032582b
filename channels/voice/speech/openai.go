package speech

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/sashabaranov/go-openai"

	"github.com/plainline/plainline/knowledge"
)

// OpenAI is a Speaker behind a speech endpoint compatible with OpenAI's. Its texts leave this machine: they are those of the
// base, for nothing else is ever spoken.
type OpenAI struct {
	client *openai.Client
	o      OpenAIOptions
}

// OpenAIOptions say which endpoint speaks, and how.
type OpenAIOptions struct {
	BaseURL string                    // as https://speech.example/v1
	Token   string                    // empty where the endpoint wants none
	Model   string                    // as tts-1
	Voices  map[knowledge.Lang]string // the endpoint's name of its voice for each language
	Client  *http.Client
	Limit   time.Duration // for one utterance
}

// NewOpenAI makes the Speaker.
func NewOpenAI(o OpenAIOptions) *OpenAI {
	config := openai.DefaultConfig(o.Token)
	config.BaseURL = o.BaseURL
	if o.Client != nil {
		config.HTTPClient = o.Client
	}
	return &OpenAI{client: openai.NewClientWithConfig(config), o: o}
}

// Voice implements Speaker.
func (s *OpenAI) Voice(lang knowledge.Lang) string {
	if s.o.Voices[lang] == "" {
		return ""
	}
	return s.o.BaseURL + " " + s.o.Model + " " + s.o.Voices[lang]
}

// The rate of speech at speed 1, in words a minute, and the speeds that the interface allows.
const (
	usualSpeed = 165.0
	leastSpeed = 0.25
	mostSpeed  = 4.0
)

// rawRate is the rate of a sound that comes without a header: 24 kHz, 16 bits, as the interface says of pcm.
const rawRate = 24_000

// Speak implements Speaker.
func (s *OpenAI) Speak(ctx context.Context, u Utterance) (Sound, error) {
	voice := s.o.Voices[u.Lang]
	if voice == "" {
		return nil, fmt.Errorf("speak %s: %w", u.Lang, ErrNoVoice)
	}
	ctx, cancel := context.WithTimeout(ctx, s.o.Limit)
	defer cancel()
	response, err := s.client.CreateSpeech(ctx, openai.CreateSpeechRequest{
		Model:          openai.SpeechModel(s.o.Model),
		Input:          clean(u.Text),
		Voice:          openai.SpeechVoice(voice),
		ResponseFormat: openai.SpeechResponseFormatWav,
		Speed:          min(mostSpeed, max(leastSpeed, float64(u.Rate)/usualSpeed)),
	})
	if err != nil {
		return nil, fmt.Errorf("speak with %s: %w", s.o.BaseURL, withoutBody(err))
	}
	defer response.Close()
	data, err := io.ReadAll(io.LimitReader(response, mostSound+1))
	if err != nil {
		return nil, fmt.Errorf("speak with %s: %w", s.o.BaseURL, err)
	}
	if len(data) > mostSound {
		return nil, fmt.Errorf("speak with %s: %w", s.o.BaseURL, errTooMuch)
	}
	wave, err := DecodeWave(data)
	switch {
	case errors.Is(err, ErrNoWave) && response.Header().Get("Content-Type") == "audio/pcm":
		return Resample(rawSamples(data), rawRate), nil
	case err != nil:
		return nil, fmt.Errorf("speak with %s: its answer: %w", s.o.BaseURL, err)
	}
	return Resample(wave.Samples, wave.Rate), nil
}

// withoutBody keeps of an error of the endpoint what happened and not what it was sent.
func withoutBody(err error) error {
	var api *openai.APIError
	if errors.As(err, &api) {
		return fmt.Errorf("the endpoint answers %d", api.HTTPStatusCode)
	}
	var request *openai.RequestError
	if errors.As(err, &request) {
		return fmt.Errorf("the endpoint answers %d", request.HTTPStatusCode)
	}
	return err
}

func rawSamples(data []byte) []int16 {
	samples := make([]int16, len(data)/2)
	for i := range samples {
		samples[i] = int16(binary.LittleEndian.Uint16(data[2*i:]))
	}
	return samples
}
