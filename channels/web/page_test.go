package web

import (
	"testing"

	"github.com/plainline/plainline/knowledge"
)

func TestDirection(t *testing.T) {
	t.Parallel()
	for lang, want := range map[knowledge.Lang]string{
		"az": "ltr", "ru": "ltr", "": "ltr", "no such": "ltr", "ar": "rtl", "fa": "rtl", "ur": "rtl", "he": "rtl", "az-Arab": "rtl", "uz-Latn": "ltr",
	} {
		if got := direction(lang); got != want {
			t.Errorf("direction(%q) = %s, want %s", lang, got, want)
		}
	}
}

func TestHref(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{
		"":                             "",
		"asan.gov.az/queue":            "https://asan.gov.az/queue",
		"https://e-gov.az/":            "https://e-gov.az/",
		"http://e-gov.az/":             "http://e-gov.az/",
		"javascript://x/%0aalert(1)":   "",
		"javascript:alert(1)":          "",
		"data:text/html,<script>x":     "",
		"ftp://files.example.org/form": "",
		"://":                          "",
	} {
		if got := href(address); got != want {
			t.Errorf("href(%q) = %q, want %q", address, got, want)
		}
	}
}

func TestDialled(t *testing.T) {
	t.Parallel()
	for number, want := range map[string]string{"108": "108", "+994 12 555-01-00": "+994125550100", "*108#": "*108", "none": ""} {
		if got := dialled(number); got != want {
			t.Errorf("dialled(%q) = %q, want %q", number, got, want)
		}
	}
}
