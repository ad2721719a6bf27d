package internal

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// plan is the plan of the house as a statement of policy. A line is a package,
// then the packages of ours that it may import, and after the bar the foreign
// ones that may live in it, by prefix. The standard library is free, and tests
// may import what they like.
const plan = `
notice   |
growth   |
licence  |
outfile  | notice
value    |
suffix   |
segment  | value charset | github.com/clipperhouse/uax29 golang.org/x/text
charset  | value | golang.org/x/text
workbook | notice value
spss     | notice charset
jsonrows | notice
container | notice workbook spss jsonrows scale charset | golang.org/x/text
rows     | notice value charset container | golang.org/x/text
evidence | value
kind     | value evidence
personal | value
wording  | value kind
internal/survey/platforms | value personal
survey   | notice value rows evidence kind personal wording scale survey/platforms | github.com/gocarina/gocsv
lang     | value segment suffix trigram | github.com/kljensen/snowball golang.org/x/text
lang     | | github.com/blevesearch/snowballstem github.com/go-ego/gse github.com/ikawaha/kagome
term     | value segment trigram lang
trigram  |
internal/trigram/make | trigram value | golang.org/x/text
scale    | value
tally    | value segment lang term scale
privacy  | notice value segment term tally
decision | notice segment kind lang term tally privacy
ids      | survey
lists    | notice term
study    | notice value scale wording survey segment lang term tally privacy decision ids lists
prose    | notice survey lang term tally privacy decision study | golang.org/x/text
typeface | | github.com/go-text/typesetting github.com/go-fonts golang.org/x/image golang.org/x/text
layout   | typeface | github.com/psykhi/wordclouds
chart    | typeface
render   | value typeface layout chart
figure   | wording segment tally privacy prose typeface layout chart render
markup   |
report   | notice markup workbook wording survey tally privacy decision study prose | github.com/jedib0t/go-pretty
intake   | notice survey
tallyfile | notice survey scale lang tally privacy decision study prose report | golang.org/x/text
console  | notice outfile tally privacy study prose layout figure report
schema   |
cli      | notice licence outfile survey lang term tally privacy decision study prose typeface layout render figure report
manual   | outfile report | github.com/spf13/cobra github.com/spf13/pflag
cli      | intake console manual tallyfile schema
cli      | | github.com/spf13/cobra github.com/spf13/pflag
cmd/verbatim | cli | golang.org/x/term
`

// A room is what a package may import.
type room struct{ ours, foreign []string }

// readPlan gives the rooms by the path of their folder. A second line of a
// package adds to the first.
func readPlan() map[string]room {
	rooms := map[string]room{}
	for line := range strings.Lines(strings.TrimSpace(plan)) {
		fields := append(strings.Split(line, "|"), "", "")
		name := strings.TrimSpace(fields[0])
		if !strings.Contains(name, "/") {
			name = "internal/" + name
		}
		r := rooms[name]
		rooms[name] = room{append(r.ours, strings.Fields(fields[1])...), append(r.foreign, strings.Fields(fields[2])...)}
	}
	return rooms
}

// The arrows between the packages are those of the plan, and every package is
// in the plan.
func TestImports(t *testing.T) {
	rooms := readPlan()
	sources(t, func(file string, parsed *ast.File) { checkImports(t, rooms, file, parsed) })
}

// sources has each file of the program visited, parsed, by its path from the root
// of the project; tests are left out.
func sources(t *testing.T, visit func(file string, parsed *ast.File)) {
	t.Helper()
	for _, top := range []string{"internal", "cmd"} {
		err := filepath.WalkDir(filepath.Join("..", top), func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
				return err
			}
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
			if err == nil {
				visit(strings.TrimPrefix(filepath.ToSlash(file), "../"), parsed)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// checkImports holds one file against the plan.
func checkImports(t *testing.T, rooms map[string]room, file string, parsed *ast.File) {
	name := path.Dir(file)
	allowed, ok := rooms[name]
	if !ok {
		t.Errorf("%s: package %s is not in the plan", file, name)
		return
	}
	for _, spec := range parsed.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		ours, isOurs := strings.CutPrefix(imported, "verbatim/internal/")
		first, _, _ := strings.Cut(imported, "/")
		foreign := strings.Contains(first, ".")
		switch {
		case isOurs && !slices.Contains(allowed.ours, ours):
			t.Errorf("%s: %s may not import %s", file, name, imported)
		case foreign && !slices.ContainsFunc(allowed.foreign, func(p string) bool { return strings.HasPrefix(imported, p) }):
			t.Errorf("%s: %s has no leave to use %s", file, name, imported)
		}
	}
}

// Each of our own arrows leads to a package of the plan: a typing error there
// would forbid nothing.
func TestPlan(t *testing.T) {
	rooms := readPlan()
	for name, allowed := range rooms {
		for _, ours := range allowed.ours {
			if _, ok := rooms["internal/"+ours]; !ok {
				t.Errorf("%s may import %s, which does not exist", name, ours)
			}
		}
	}
}

// The README says of every package what it is for.
func TestPackagesAreDescribed(t *testing.T) {
	page, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for name := range readPlan() {
		inside, isOurs := strings.CutPrefix(name, "internal/")
		if isOurs && !strings.Contains(string(page), "`"+path.Base(inside)+"`") && !strings.Contains(string(page), "`"+name+"`") {
			t.Errorf("README.md does not name %s", name)
		}
	}
}
