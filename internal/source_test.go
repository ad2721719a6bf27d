package internal

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strings"
	"testing"
)

// writers are the files outside of outfile that may write files, with the
// functions of package os that they use for it. All others hand their results to
// outfile, so that each is whole or absent.
var writers = map[string][]string{
	"internal/console/actions.go":   {"OpenFile"},  // appends to the summary of a step, which is the build server's file
	"internal/layout/wordclouds.go": {"WriteFile"}, // font files for a library that takes no bytes, in a temporary folder
}

// writing are the functions of package os that make or change a file.
var writing = strings.Fields("Create CreateTemp WriteFile OpenFile Rename Truncate Link Symlink")

// Files are written by outfile alone, but for the named exceptions, each of which
// is still needed.
func TestWriters(t *testing.T) {
	seen := map[string][]string{}
	sources(t, func(file string, parsed *ast.File) {
		if path.Dir(file) == "internal/outfile" {
			return
		}
		for _, name := range osFunctions(parsed) {
			if slices.Contains(writers[file], name) {
				seen[file] = append(seen[file], name)
			} else if slices.Contains(writing, name) {
				t.Errorf("%s uses os.%s: only internal/outfile writes files", file, name)
			}
		}
	})
	for file, names := range writers {
		if len(seen[file]) != len(names) {
			t.Errorf("%s may use os.%s, and uses os.%s", file, strings.Join(names, ", os."), strings.Join(seen[file], ", os."))
		}
	}
}

// osFunctions are what a file uses of package os, under whatever name it imports it.
func osFunctions(file *ast.File) (used []string) {
	name := "os"
	for _, spec := range file.Imports {
		if spec.Path.Value == `"os"` && spec.Name != nil {
			name = spec.Name.Name
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok && x.Name == name {
				used = append(used, s.Sel.Name)
			}
		}
		return true
	})
	return used
}

// What the threshold of disclosure control means is known in privacy and study
// alone. The others ask these (Withholds, …) and compare it
// with no number, but to refuse one below 0.
func TestThreshold(t *testing.T) {
	sources(t, func(file string, parsed *ast.File) {
		if dir := path.Dir(file); dir == "internal/privacy" || dir == "internal/study" {
			return
		}
		for _, name := range thresholds(parsed) {
			t.Errorf("%s compares %s with a number: ask study.Options or privacy.Shown whether anything is withheld", file, name)
		}
	})
}

// thresholds are the thresholds of disclosure control that a file compares with
// numbers, by their names; "x < 0" is free.
func thresholds(file *ast.File) (compared []string) {
	add := func(threshold, number ast.Expr) {
		name := thresholdName(threshold)
		if n, ok := ast.Unparen(number).(*ast.BasicLit); ok && n.Kind == token.INT && name != "" {
			compared = append(compared, name)
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch e := n.(type) {
		case *ast.BinaryExpr:
			zero, isNumber := ast.Unparen(e.Y).(*ast.BasicLit)
			isFree := e.Op == token.LSS && isNumber && zero.Value == "0"
			if slices.Contains([]token.Token{token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ}, e.Op) && !isFree {
				add(e.X, e.Y)
				add(e.Y, e.X)
			}
		case *ast.SwitchStmt:
			if name := thresholdName(e.Tag); name != "" {
				compared = append(compared, name)
			}
		}
		return true
	})
	return compared
}

// thresholdName is the name of a threshold: a variable, a field or a method that
// is called suppress or least; "" if it is something else.
func thresholdName(e ast.Expr) string {
	name := ""
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		name = e.Name
	case *ast.SelectorExpr:
		name = e.Sel.Name
	case *ast.CallExpr:
		name = thresholdName(e.Fun)
	}
	if lower := strings.ToLower(name); lower == "suppress" || lower == "least" {
		return name
	}
	return ""
}

// The two guards see what they have to see.
func TestGuards(t *testing.T) {
	parsed, err := parser.ParseFile(token.NewFileSet(), "x.go", `package x
import files "os"
func f() {
	files.Rename("a", "b")
	write := files.WriteFile
	if o.Suppress > 0 || 0 != least || (s.Least()) == (0) || r.Options.Suppress >= 1 || o.Suppress < 0 || n < least || o.Top > 0 {
	}
	switch suppress {
	}
}`, 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(osFunctions(parsed), " "); got != "Rename WriteFile" {
		t.Errorf("functions of os: %s", got)
	}
	if got := strings.Join(thresholds(parsed), " "); got != "Suppress least Least Suppress suppress" {
		t.Errorf("thresholds: %s", got)
	}
}
