package classify

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/plainline/plainline/dialog/understand/learn"
)

// Question is a labelled question.
type Question = learn.Example

// Bounds of a file.
const (
	maxLine      = 64 << 10
	maxQuestions = 1_000_000
)

// Read reads lines of label<TAB>text in UTF-8. Empty lines are passed over; anything else that does not fit is an error
// that begins with the number of the line.
func Read(r io.Reader) ([]Question, error) {
	var list []Question
	s := bufio.NewScanner(r)
	s.Buffer(nil, maxLine)
	n := 0
	for s.Scan() {
		n++
		line := strings.TrimSuffix(s.Text(), "\r")
		if n == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if strings.TrimSpace(line) == "" {
			continue
		}
		q, err := parse(line)
		if err != nil {
			return nil, fmt.Errorf("%d: %w", n, err)
		}
		if len(list) == maxQuestions {
			return nil, fmt.Errorf("%d: more than %d questions", n, maxQuestions)
		}
		list = append(list, q)
	}
	if err := s.Err(); errors.Is(err, bufio.ErrTooLong) {
		return nil, fmt.Errorf("%d: longer than %d bytes", n+1, maxLine)
	} else if err != nil {
		return nil, fmt.Errorf("%d: %w", n+1, err)
	}
	return list, nil
}

func parse(line string) (Question, error) {
	if !utf8.ValidString(line) {
		return Question{}, errors.New("not UTF-8")
	}
	if strings.ContainsRune(line, 0) {
		return Question{}, errors.New("a zero byte; is it a text file?")
	}
	label, text, ok := strings.Cut(line, "\t")
	label, text = strings.TrimSpace(label), strings.TrimSpace(text)
	switch {
	case !ok:
		return Question{}, fmt.Errorf("no tab in %.40q; write label<TAB>text", line)
	case label == "":
		return Question{}, errors.New("no label before the tab")
	case text == "":
		return Question{}, fmt.Errorf("no text after label %.40q", label)
	case strings.Contains(text, "\t"):
		return Question{}, fmt.Errorf("a second tab after label %.40q", label)
	}
	return Question{Label: label, Text: text}, nil
}

// HoldAside splits questions: one of every n of each label, chosen by what the question says and not by where it stands,
// goes to the second part. Questions that say the same go to the same part.
func HoldAside(all []Question, n uint64) (rest, aside []Question) {
	for _, q := range all {
		if learn.Hash(learn.Fold(q.Text))%n == 0 {
			aside = append(aside, q)
		} else {
			rest = append(rest, q)
		}
	}
	return rest, aside
}
