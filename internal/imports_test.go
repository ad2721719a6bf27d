package internal

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms is the plan of the house as a statement of policy: each package, what
// it may import of ours, and which foreign packages may live in it (by prefix;
// the standard library is free). Tests may import what they like.
var rooms = map[string]struct{ ours, foreign []string }{
	"internal/notice":  {nil, nil},
	"internal/licence": {nil, nil},
	"internal/value":   {nil, nil},
	"internal/rows":    {[]string{"notice", "value"}, []string{"golang.org/x/text"}},
	"internal/survey":  {[]string{"notice", "value", "rows"}, []string{"github.com/gocarina/gocsv"}},
	"internal/term": {nil, []string{"github.com/kljensen/snowball", "github.com/clipperhouse/uax29", "golang.org/x/text", "github.com/gocarina/gocsv",
		"github.com/blevesearch/snowballstem", "github.com/go-ego/gse", "github.com/ikawaha/kagome"}},
	"internal/tally":    {[]string{"term"}, nil},
	"internal/privacy":  {[]string{"term", "tally"}, nil},
	"internal/pipeline": {[]string{"notice", "value", "survey", "term", "tally", "privacy"}, nil},
	"internal/typeface": {nil, []string{"github.com/go-text/typesetting", "github.com/go-fonts", "golang.org/x/image", "golang.org/x/text"}},
	"internal/layout":   {[]string{"typeface"}, []string{"github.com/psykhi/wordclouds"}},
	"internal/chart":    {[]string{"typeface"}, nil},
	"internal/render":   {[]string{"typeface", "layout", "chart"}, nil},
	"internal/report":   {[]string{"notice", "survey", "tally"}, []string{"github.com/gocarina/gocsv", "github.com/jedib0t/go-pretty"}},
	"internal/cli": {[]string{"notice", "licence", "survey", "term", "tally", "privacy", "pipeline", "typeface", "layout", "chart", "render", "report"},
		[]string{"github.com/spf13/cobra", "github.com/spf13/pflag"}},
	"cmd/verbatim": {[]string{"cli"}, []string{"golang.org/x/term"}},
}

// The arrows between the packages are those of the plan, and every package is
// in the plan.
func TestImports(t *testing.T) {
	for _, top := range []string{"internal", "cmd"} {
		err := filepath.WalkDir(filepath.Join("..", top), func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
				return err
			}
			checkImports(t, filepath.ToSlash(file))
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// checkImports holds one file against the plan.
func checkImports(t *testing.T, file string) {
	room := strings.TrimPrefix(path.Dir(file), "../")
	plan, ok := rooms[room]
	if !ok {
		t.Errorf("%s: package %s is not in the plan", file, room)
		return
	}
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, spec := range parsed.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		ours, isOurs := strings.CutPrefix(name, "verbatim/internal/")
		first, _, _ := strings.Cut(name, "/")
		foreign := strings.Contains(first, ".")
		switch {
		case isOurs && !slices.Contains(plan.ours, ours):
			t.Errorf("%s: %s may not import %s", file, room, name)
		case foreign && !slices.ContainsFunc(plan.foreign, func(p string) bool { return strings.HasPrefix(name, p) }):
			t.Errorf("%s: %s has no leave to use %s", file, room, name)
		}
	}
}

// Each of our own arrows leads to a package of the plan: a typing error there
// would forbid nothing.
func TestPlan(t *testing.T) {
	for room, plan := range rooms {
		for _, ours := range plan.ours {
			if _, ok := rooms["internal/"+ours]; !ok {
				t.Errorf("%s may import %s, which does not exist", room, ours)
			}
		}
	}
}
