package house

import (
	"go/ast"
	"go/token"
	"strings"
	"testing"
)

func TestEveryPackageIsExplained(t *testing.T) {
	t.Parallel()
	for _, u := range units(t) {
		if u.test {
			continue
		}
		var docs []string
		for i, f := range u.files {
			if f.Doc != nil {
				docs = append(docs, u.paths[i])
			}
		}
		if len(docs) != 1 {
			t.Errorf("%s has %d package comments %v: exactly one says what it is for and what it refuses to do", u.dir, len(docs), docs)
		}
	}
}

func TestEveryExportedNameIsExplained(t *testing.T) {
	t.Parallel()
	for _, u := range units(t) {
		if u.test || u.name == "main" {
			continue
		}
		for _, f := range u.files {
			for _, d := range f.Decls {
				checkDoc(t, u, d)
			}
		}
	}
}

func checkDoc(t *testing.T, u *unit, d ast.Decl) {
	t.Helper()
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && ast.IsExported(receiver(d)) && d.Doc == nil {
			t.Errorf("%s: %s is exported and has no comment: say in a sentence what it promises", u.at(d), d.Name.Name)
		}
	case *ast.GenDecl:
		if d.Tok == token.IMPORT {
			return
		}
		for _, s := range d.Specs {
			name, doc := spec(s)
			if name != "" && doc == nil && d.Doc == nil {
				t.Errorf("%s: %s is exported and has no comment: say in a sentence what it is", u.at(s), name)
			}
		}
	}
}

// receiver gives the name of the type of a method; for a function an exported name, so that only its own counts.
func receiver(f *ast.FuncDecl) string {
	if f.Recv == nil || len(f.Recv.List) == 0 {
		return "Exported"
	}
	x := f.Recv.List[0].Type
	if star, ok := x.(*ast.StarExpr); ok {
		x = star.X
	}
	if index, ok := x.(*ast.IndexExpr); ok {
		x = index.X
	}
	if name, ok := x.(*ast.Ident); ok {
		return name.Name
	}
	return ""
}

// spec gives the first exported name of a declaration and the comment on it; one comment may speak for a group.
func spec(s ast.Spec) (string, *ast.CommentGroup) {
	switch s := s.(type) {
	case *ast.TypeSpec:
		if s.Name.IsExported() {
			return s.Name.Name, s.Doc
		}
	case *ast.ValueSpec:
		for _, n := range s.Names {
			if n.IsExported() {
				if s.Doc == nil {
					return n.Name, s.Comment
				}
				return n.Name, s.Doc
			}
		}
	}
	return "", nil
}

func TestCommentsBeginWithTheName(t *testing.T) {
	t.Parallel()
	for _, u := range units(t) {
		inspect(u, func(n ast.Node) {
			f, ok := n.(*ast.FuncDecl)
			if !ok || u.test || f.Doc == nil || !f.Name.IsExported() {
				return
			}
			if !strings.HasPrefix(f.Doc.Text(), f.Name.Name+" ") && !strings.HasPrefix(f.Doc.Text(), "Deprecated:") {
				t.Errorf("%s: the comment on %s begins with another word, so documentation lists it wrongly", u.at(f), f.Name.Name)
			}
		})
	}
}
