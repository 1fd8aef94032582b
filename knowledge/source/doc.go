// Package source reads the files of a knowledge base into trees that remember where everything stands.
//
// It is the only home of the YAML reader. It knows shapes (mappings, lists, sections), never what they mean: package
// knowledge decides that. Reading order: tree.go (the files), yaml.go and node.go (one YAML file), sections.go (one words
// file), decode.go (nodes into structs), finding.go and report.go (what is wrong).
//
// Every scalar is read as its literal text: no, 08 and 2026-01-01 mean what the editor typed. Bad input gives findings,
// all of them at once, and never a panic.
package source
