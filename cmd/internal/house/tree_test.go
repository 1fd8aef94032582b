package house

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// module is the path that all our imports begin with.
const module = "github.com/plainline/plainline"

// root is the checkout as seen from this folder.
const root = "../../.."

// unit is one package of ours, or the tests of one.
type unit struct {
	dir   string // "channels/ussd"; "" for none
	name  string
	test  bool
	files []*ast.File
	paths []string
	fset  *token.FileSet
	info  *types.Info // of identifiers only: what is imported is not looked into
}

// at gives the place of a node as file:line.
func (u *unit) at(n ast.Node) string {
	p := u.fset.Position(n.Pos())
	rel, err := filepath.Rel(root, p.Filename)
	if err != nil {
		rel = p.Filename
	}
	p.Filename, p.Column = filepath.ToSlash(rel), 0
	return p.String()
}

// program says whether the unit may touch the world itself: a command, a test, or what helps tests as sessiontest does.
func (u *unit) program() bool {
	return u.test || u.name == "main" || under(u.dir, "cmd") || strings.HasSuffix(u.dir, "test")
}

// under says whether dir is top or below it.
func under(dir, top string) bool { return dir == top || strings.HasPrefix(dir, top+"/") }

var tree = sync.OnceValues(readTree)

// units gives every package of the checkout.
func units(t *testing.T) []*unit {
	t.Helper()
	all, err := tree()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 10 {
		t.Fatalf("only %d packages found: is the checkout at %s?", len(all), root)
	}
	return all
}

func readTree() ([]*unit, error) {
	byKey := map[string]*unit{}
	var all []*unit
	err := walk(func(p string, _ fs.DirEntry) error {
		if path.Ext(p) != ".go" {
			return nil
		}
		fset := token.NewFileSet()
		dir, test := path.Dir(p), strings.HasSuffix(p, "_test.go")
		probe, err := parser.ParseFile(fset, filepath.Join(root, p), nil, parser.PackageClauseOnly)
		if err != nil {
			return err
		}
		key := dir + " " + probe.Name.Name
		if test {
			key += " test"
		}
		u := byKey[key]
		if u == nil {
			u = &unit{dir: dir, name: probe.Name.Name, test: test, fset: token.NewFileSet()}
			byKey[key], all = u, append(all, u)
		}
		f, err := parser.ParseFile(u.fset, filepath.Join(root, p), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		u.files, u.paths = append(u.files, f), append(u.paths, p)
		return nil
	})
	for _, u := range all {
		u.resolve()
	}
	return all, err
}

// resolve finds out which identifier means what, as far as that can be known without looking into imports.
func (u *unit) resolve() {
	u.info = &types.Info{Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Importer: noImports{}, Error: func(error) {}}
	config.Check(u.dir, u.fset, u.files, u.info) // what it cannot know of imports it reports; nobody asked
}

type noImports struct{}

func (noImports) Import(string) (*types.Package, error) { return nil, errors.New("not looked into") }

// walk visits the files that belong to the project.
func walk(visit func(p string, d fs.DirEntry) error) error {
	return filepath.WalkDir(root, func(full string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, full)
		if err != nil {
			return err
		}
		p := filepath.ToSlash(rel)
		if d.IsDir() {
			if skipped(d.Name()) && p != "." {
				return fs.SkipDir
			}
			return nil
		}
		return visit(p, d)
	})
}

func skipped(name string) bool {
	switch name {
	case ".git", "node_modules", "dist", "plainline-data":
		return true
	}
	return false
}

// imported gives the path of the package that a selector like time.Now selects from, or "".
func (u *unit) imported(sel *ast.SelectorExpr) string {
	x, ok := sel.X.(*ast.Ident)
	if !ok {
		return ""
	}
	if name, ok := u.info.Uses[x].(*types.PkgName); ok {
		return name.Imported().Path()
	}
	return ""
}
