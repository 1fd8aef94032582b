package house

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"testing"
)

// outside are names of the standard library that reach out into the world behind the caller's back.
var outside = []struct {
	path  string
	names []string
	why   string
}{
	{"time", []string{"Now", "Since", "Until"}, "take a clock: a talk must be played again as it was"},
	{"os", []string{"Getenv", "LookupEnv", "Environ", "Setenv", "ExpandEnv"}, "take a value: only the program reads its environment"},
	{"os", []string{"Exit", "Stdin", "Stdout", "Stderr", "Args"}, "take a reader or writer, return an error: only the program has streams and an end"},
	{"fmt", []string{"Print", "Println", "Printf"}, "take a writer: only the program has a standard output"},
	{"log/slog", []string{"Default", "SetDefault", "Debug", "Info", "Warn", "Error", "Log", "DebugContext", "InfoContext", "WarnContext", "ErrorContext", "With"}, "take a *slog.Logger, so that the program decides what is logged"},
	{"net/http", []string{"DefaultClient", "DefaultServeMux", "DefaultTransport", "Get", "Post", "PostForm", "Head", "Handle", "HandleFunc", "ListenAndServe"}, "these are shared by the whole process and have no deadline"},
}

func TestNobodyReachesOutside(t *testing.T) {
	t.Parallel()
	for _, u := range units(t) {
		if u.program() {
			continue
		}
		inspect(u, func(n ast.Node) {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return
			}
			from := u.imported(sel)
			for _, o := range outside {
				if from == o.path && slices.Contains(o.names, sel.Sel.Name) {
					t.Errorf("%s: %s.%s: %s", u.at(sel), o.path, sel.Sel.Name, o.why)
				}
			}
		})
	}
}

func TestNothingHappensBeforeMain(t *testing.T) {
	t.Parallel()
	for _, u := range units(t) {
		inspect(u, func(n ast.Node) {
			if f, ok := n.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				t.Errorf("%s: func init runs before anybody asked; make a table a var, and let main call the rest", u.at(f))
			}
		})
	}
}

// TestPackageVariablesStay allows tables, patterns, errors and embedded files as package variables, for nobody assigns to
// them. A variable that changes makes two tests, or two installations in one process, disturb each other.
func TestPackageVariablesStay(t *testing.T) {
	t.Parallel()
	for _, u := range units(t) {
		if u.test {
			continue
		}
		inspect(u, func(n ast.Node) {
			switch n := n.(type) {
			case *ast.AssignStmt:
				if n.Tok == token.DEFINE {
					return
				}
				for _, left := range n.Lhs {
					checkVariable(t, u, left)
				}
			case *ast.IncDecStmt:
				checkVariable(t, u, n.X)
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.Ident); ok && (f.Name == "delete" || f.Name == "clear") && len(n.Args) > 0 {
					checkVariable(t, u, n.Args[0])
				}
			}
		})
	}
}

func checkVariable(t *testing.T, u *unit, target ast.Expr) {
	t.Helper()
	x := target
	for {
		switch e := x.(type) {
		case *ast.IndexExpr:
			x = e.X
			continue
		case *ast.SelectorExpr:
			x = e.X
			continue
		case *ast.StarExpr:
			x = e.X
			continue
		case *ast.ParenExpr:
			x = e.X
			continue
		}
		break
	}
	name, ok := x.(*ast.Ident)
	if !ok {
		return
	}
	if v, ok := u.info.Uses[name].(*types.Var); ok && v.Pkg() != nil && v.Parent() == v.Pkg().Scope() {
		t.Errorf("%s: the package variable %s is changed; put it into a struct that somebody makes", u.at(target), name.Name)
	}
}

func TestNoContextIsKept(t *testing.T) {
	t.Parallel()
	for _, u := range units(t) {
		inspect(u, func(n ast.Node) {
			s, ok := n.(*ast.StructType)
			if !ok || u.test {
				return
			}
			for _, f := range s.Fields.List {
				if sel, ok := f.Type.(*ast.SelectorExpr); ok && u.imported(sel) == "context" && sel.Sel.Name == "Context" {
					t.Errorf("%s: a context in a struct outlives the call it belongs to; pass it", u.at(f))
				}
			}
		})
	}
}

// inspect visits every node of a package.
func inspect(u *unit, visit func(ast.Node)) {
	for _, f := range u.files {
		ast.Inspect(f, func(n ast.Node) bool {
			if n != nil {
				visit(n)
			}
			return true
		})
	}
}
