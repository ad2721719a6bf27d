package prose

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/lang"
)

// pageFiles are the files whose texts only pages have; all of package report is for pages. A text of
// any other file may stand in a picture, and has to be in every language.
var pageFiles = []string{"account.go", "apart.go", "cautions.go", "decided.go", "finding.go", "language.go", "method.go", "quotes.go"}

// Every text in code is in every catalogue: those of pages in the languages of pages, those of
// pictures in all. And no catalogue has a text that is in no code.
func TestCatalogues(t *testing.T) {
	pictures, pages := textsOf(t)
	if len(pictures) < 20 || len(pages) < 100 {
		t.Fatalf("%d texts of pictures and %d of pages are found in the code", len(pictures), len(pages))
	}
	for _, code := range PictureLanguages()[1:] {
		want := slices.Clone(pictures)
		if slices.Contains(PageLanguages(), code) {
			want = slices.Concat(pictures, pages)
		}
		entries := Voice{code}.tongue().entries
		for _, text := range want {
			if entries[text] == nil && !text.wordless() {
				t.Errorf("text/%s.txt lacks %q", code, text)
			}
		}
		for text := range entries {
			if !slices.Contains(want, text) {
				t.Errorf("text/%s.txt has %q, which no code says", code, text)
			}
		}
	}
	for text := range (Voice{}).tongue().entries {
		if !slices.Contains(pictures, text) && !slices.Contains(pages, text) {
			t.Errorf("text/en.txt has %q, which no code says", text)
		}
	}
}

// textsOf are the texts in the code of the packages that speak: all constants of type Text. Names of
// languages are texts of pages.
func textsOf(t *testing.T) (pictures, pages []Text) {
	found := make(map[Text]bool) // whether pictures may have it
	for _, code := range lang.Languages() {
		found[Text(lang.NameOf(code))] = false
	}
	exports := exportsOf(t, "verbatim/internal/prose", "verbatim/internal/figure", "verbatim/internal/report", "verbatim/internal/cli")
	for _, dir := range []string{".", "../figure", "../report", "../cli"} {
		files := token.NewFileSet()
		for _, x := range constants(t, files, dir, exports) {
			file := filepath.Base(files.Position(x.Pos()).Filename)
			found[x.text] = found[x.text] || dir == "../figure" || dir == "." && !slices.Contains(pageFiles, file)
		}
	}
	for text, inPicture := range found {
		if inPicture {
			pictures = append(pictures, text)
		} else {
			pages = append(pages, text)
		}
	}
	slices.Sort(pictures)
	slices.Sort(pages)
	return pictures, pages
}

// exportsOf are the files with the types of packages and of all that they import, by their paths.
func exportsOf(t *testing.T, packages ...string) map[string]string {
	out, err := exec.Command("go", append([]string{"list", "-deps", "-export", "-f", "{{.ImportPath}}={{.Export}}"}, packages...)...).Output()
	if err != nil {
		t.Fatal(err)
	}
	exports := make(map[string]string)
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), "=")
		exports[path] = file
	}
	return exports
}

// A spoken text is a constant of type Text, and where it stands.
type spoken struct {
	ast.Expr
	text Text
}

// constants are the texts of a package.
func constants(t *testing.T, files *token.FileSet, dir string, exports map[string]string) (all []spoken) {
	paths, _ := filepath.Glob(filepath.Join(dir, "*.go"))
	var list []*ast.File
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, f)
	}
	lookup := func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) }
	info := types.Info{Types: make(map[ast.Expr]types.TypeAndValue)}
	config := types.Config{Importer: importer.ForCompiler(files, "gc", lookup)}
	if _, err := config.Check("verbatim/internal/"+filepath.Base(dir), files, list, &info); err != nil {
		t.Fatal(err)
	}
	for x, of := range info.Types {
		if of.Value != nil && of.Value.Kind() == constant.String && strings.HasSuffix(of.Type.String(), ".Text") {
			if text := Text(constant.StringVal(of.Value)); text != "" {
				all = append(all, spoken{x, text})
			}
		}
	}
	return all
}

// A translation has the verbs of its text, each for the same argument.
func TestVerbs(t *testing.T) {
	for _, code := range PictureLanguages() {
		for text, variants := range (Voice{code}).tongue().entries {
			want := verbsOf(string(text))
			for _, v := range variants {
				got := verbsOf(v.text)
				for arg, verb := range got {
					if want[arg] != verb {
						t.Errorf("text/%s.txt: %q has %s for argument %d, want %q", code, v.text, verb, arg, want[arg])
					}
				}
				for arg, verb := range want {
					isChosen := slices.ContainsFunc(v.forms, func(c condition) bool { return c.arg == arg })
					if got[arg] == "" && !isChosen {
						t.Errorf("text/%s.txt: %q does not say argument %d (%s)", code, v.text, arg, verb)
					}
				}
			}
		}
	}
}

// verbsOf are the verbs of a text by their arguments, from 1.
func verbsOf(text string) map[int]string {
	found := make(map[int]string)
	for _, m := range verbs.FindAllStringSubmatch(indexed(text), -1) {
		if m[3] != "%" {
			found[int(m[2][1]-'0')] = m[1] + m[3]
		}
	}
	return found
}

// Where a language has more plural forms than other, a text with a number has all of them, unless the
// number changes no word.
func TestPlurals(t *testing.T) {
	for _, tt := range []struct {
		code string
		n    int
		want string
	}{
		{"en", 1, "1 person"}, {"en", 21, "21 people"}, {"en", 12345, "12,345 people"},
		{"ru", 1, "1 человек"}, {"ru", 3, "3 человека"}, {"ru", 5, "5 человек"}, {"ru", 21, "21 человек"}, {"ru", 12342, "12\u00a0342 человека"}, {"pt", 1204, "1204 pessoas"},
		{"fr", 0, "0 personne"}, {"fr", 2, "2 personnes"}, {"es", 1204, "1204 personas"}, {"es", 12040, "12.040 personas"},
	} {
		if got := VoiceOf(tt.code).People(tt.n); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.code, got, tt.want)
		}
	}
}

// A language's signs are complete.
func TestSigns(t *testing.T) {
	for _, code := range PictureLanguages() {
		v := VoiceOf(code)
		for _, name := range []string{"decimal", "thousands", "grouped", "percent", "quotes"} {
			if v.sign(name) == "" {
				t.Errorf("text/%s.txt lacks %s", code, name)
			}
		}
	}
	for code, want := range map[string]string{"en": "<1% 42% 0.043 “a”", "de": "<1\u00a0% 42\u00a0% 0,043 „a“", "fr": "<1\u00a0% 42\u00a0% 0,043 «\u00a0a\u00a0»"} {
		v := VoiceOf(code)
		if got := fmt.Sprint(v.Percent(0.001), " ", v.Percent(0.42), " ", v.Probability(0.0431), " ", v.Quote("a")); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
}
