// Package knowledge is the knowledge base in memory: services, offices, general answers and what the program says, each
// fact once with its source and its dates, the words in each language beside it.
//
// Most callers want Load, which reads a folder of files as FORMAT.md describes them, and then the methods of Base. A Base
// never changes; a new revision is a new Base. What is wrong with the files comes as findings for the editor, all at once
// and each with its place; with an Error among them there is no Base. What is merely poor is the business of package lint.
//
// Reading order: base.go and the types it names (service.go, office.go, menu.go, words.go, language.go); value.go; load.go,
// load_words.go and load_resolve.go (files to a Base); decode.go and text_parse.go (how values and slots are written);
// index.go; the check files; fallback.go and phrase.go (which words a person gets).
package knowledge
