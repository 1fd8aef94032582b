package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"slices"
)

//go:embed static/*
var staticFiles embed.FS

//go:embed templates/*.html
var templateFiles embed.FS

// assets are the files that every page refers to. Their version is in the address, so they may be kept.
type assets struct {
	version string
	files   map[string][]byte
}

var assetTypes = map[string]string{
	".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
}

func newAssets() assets {
	a := assets{files: map[string][]byte{}}
	sum := sha256.New()
	names, err := fs.Glob(staticFiles, "static/*")
	if err != nil {
		panic(err) // the pattern is in the program
	}
	for _, name := range names {
		data, err := staticFiles.ReadFile(name)
		if err != nil || assetTypes[path.Ext(name)] == "" {
			panic(fmt.Sprintf("web: file %s cannot be served: %v", name, err))
		}
		a.files[path.Base(name)] = data
		sum.Write(data)
	}
	a.version = hex.EncodeToString(sum.Sum(nil)[:6])
	return a
}

func (a *assets) serve(rw http.ResponseWriter, r *http.Request) {
	name := r.PathValue("file")
	data, ok := a.files[name]
	if !ok {
		http.NotFound(rw, r)
		return
	}
	h := rw.Header()
	h.Set("Content-Type", assetTypes[path.Ext(name)])
	h.Set("Cache-Control", "public, max-age=86400")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	rw.Write(data)
}

// pageNames are the templates that are shown; each is used, and there is no other beside the parts.
var pageNames = []string{"chat.html", "left.html", "simulator.html", "sorry.html"}

// pages are the parsed templates, each with the parts.
type pages map[string]*template.Template

func newPages() pages {
	found, err := fs.Glob(templateFiles, "templates/*.html")
	if err != nil {
		panic(err) // the pattern is in the program
	}
	var names []string
	for _, name := range found {
		if base := path.Base(name); base != "parts.html" {
			names = append(names, base)
		}
	}
	if !slices.Equal(names, pageNames) {
		panic(fmt.Sprintf("web: templates are %v, want %v", names, pageNames))
	}
	p := pages{}
	for _, name := range names {
		t := template.New(name).Option("missingkey=error")
		p[name] = template.Must(t.ParseFS(templateFiles, "templates/parts.html", "templates/"+name))
	}
	return p
}

// show writes a page. It is made whole first, so that nobody sees half of one.
func (w *Web) show(rw http.ResponseWriter, status int, name string, data any) {
	var b bytes.Buffer
	if err := w.pages[name].Execute(&b, data); err != nil {
		w.options.Log.Error("make page", "page", name, "err", err)
		http.Error(rw, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
		return
	}
	rw.Header().Set("Content-Type", "text/html; charset=utf-8")
	rw.WriteHeader(status)
	rw.Write(b.Bytes())
}
