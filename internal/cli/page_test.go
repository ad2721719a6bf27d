package cli_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// sheets is how many pages of paper a page in the browser takes.
func sheets(b *tab) int {
	b.Helper()
	pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF())
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF")) {
		b.Fatalf("not printed: %v", err)
	}
	return len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(pdf, -1))
}

// surveyed is a real export; the test is skipped where it is not.
func surveyed(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(surveysDir(), name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no real export %s", name)
	}
	return path
}

// One question takes at most four sheets of paper, a survey of a dozen questions at most sixty. Each sheet has the title
// above and its number below, and a table that goes on has its heads again; all of it is told by the style of the page.
func TestReportOnPaper(t *testing.T) {
	onlyInFull(t)
	open := startBrowser(t)
	for _, tt := range []struct {
		name string
		most int
		args func(t *testing.T) []string
	}{
		{"partnerships", 4, func(*testing.T) []string {
			return []string{"../../testdata/partnerships.csv", "--themes", "../../testdata/partnerships-themes.csv", "--by", "sector", "--quotes"}
		}},
		{"spack", 4, func(t *testing.T) []string { return []string{surveyed(t, "spack-2022.csv"), "-q", "54", "--quotes"} }},
		{"learning R", 12, func(t *testing.T) []string { return []string{surveyed(t, "learning-r-2019-es.csv")} }},
		{"notebooks", 60, func(t *testing.T) []string { return []string{surveyed(t, "notebook-ux-2015.csv")} }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := open(t)
			b.open(reportOf(t, tt.args(t)...), 1280)
			if n := sheets(b); n == 0 || n > tt.most {
				t.Errorf("%d sheets of paper, want at most %d", n, tt.most)
			}
		})
	}
}

// The page of all questions of a large survey has at most 3 MB: letters are there once, and rows are short.
func TestReportSize(t *testing.T) {
	onlyInFull(t)
	page, err := os.ReadFile(reportOf(t, surveyed(t, "notebook-ux-2015.csv")))
	if err != nil {
		t.Fatal(err)
	}
	if len(page) > 3_000_000 {
		t.Errorf("%d bytes", len(page))
	}
	defined := regexp.MustCompile(`<path id="(g\d+)"`).FindAllSubmatch(page, -1)
	outlines := make(map[string]bool)
	for _, m := range regexp.MustCompile(`<path id="g\d+" d="([^"]*)"`).FindAllSubmatch(page, -1) {
		outlines[string(m[1])] = true
	}
	if len(defined) < 60 || len(outlines) < len(defined)*9/10 {
		t.Errorf("%d letters of %d shapes", len(defined), len(outlines))
	}
	for _, m := range regexp.MustCompile(`<use href="#([^"]*)"`).FindAllSubmatch(page, -1) {
		if !bytes.Contains(page, []byte(`id="`+string(m[1])+`"`)) {
			t.Fatalf("no letter %s", m[1])
		}
	}
}

// axe is the program that looks for barriers in pages, installed with npm install -g axe-core.
func axe(t *testing.T) string {
	t.Helper()
	root, err := exec.Command("npm", "root", "-g").Output()
	if err != nil {
		t.Skip("npm is not installed, so axe-core is not")
	}
	text, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "axe-core", "axe.min.js"))
	if err != nil {
		t.Skip("axe-core is not installed")
	}
	return string(text)
}

// axe-core finds no barrier for people who do not see, or not well, on a light screen or a dark one.
func TestReportAccessible(t *testing.T) {
	onlyInFull(t)
	rules := axe(t)
	open := startBrowser(t)
	one := reportOf(t, "../../testdata/partnerships.csv", "--themes", "../../testdata/partnerships-themes.csv", "--by", "sector", "--quotes", "--organisation", "Office", "--date", "May")
	apart := reportOf(t, "../../testdata/council.csv", "-q", "3", "--by", "2", "--intervals")
	several := reportOf(t, "../../testdata/exports/qualtrics.csv")
	for name, file := range map[string]string{"one question": one, "groups apart": apart, "several questions": several} {
		for _, scheme := range []string{"light", "dark"} {
			t.Run(name+" "+scheme, func(t *testing.T) {
				b := open(t)
				b.media("screen", scheme)
				b.open(file, 1280)
				found, err := chromedp.Run(b.ctx, chromedp.Evaluate[[]string](rules+`; axe.run().then(r => r.violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 150)).join(' | ')))`, chromedp.EvalAwaitPromise))
				if err != nil {
					t.Fatal(err)
				}
				for _, v := range found {
					t.Error(v)
				}
			})
		}
	}
}

// A table is copied and saved as it stands, a cell that a spreadsheet would run is defused, and a picture is saved whole.
func TestReportSaves(t *testing.T) {
	onlyInFull(t)
	input := filepath.Join(t.TempDir(), "formulas.csv")
	text := "id,What?\n" + strings.Repeat("1,=1+1\n2,\"say \"\"so\"\"\"\n3,-2+3\n4,\" @sum\"\n", 4)
	if err := os.WriteFile(input, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	open := startBrowser(t)
	b := open(t)
	b.open(reportOf(t, input, "-q", "2", "--whole", "--redact=false"), 1280)
	// What would be saved is caught where it leaves the page.
	const catch = `(() => { window.saved = []; URL.createObjectURL = (blob) => { blob.text().then(t => saved.push(t)); return '#'; }; return true; })()`
	want(b, catch, true)
	save := func(button string) string {
		value[int](b, `(() => { saved.length = 0; [...document.querySelectorAll('.save button')].find(b => b.textContent === '`+button+`').click(); return 0; })()`)
		got, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`new Promise(done => { const wait = () => saved.length ? done(saved[0]) : setTimeout(wait, 10); wait(); })`, chromedp.EvalAwaitPromise))
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	table, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(save("Save as CSV"), "\ufeff"))).ReadAll()
	if err != nil || len(table) != 5 {
		t.Fatalf("%q, %v", table, err)
	}
	var terms []string
	for _, row := range table[1:] {
		terms = append(terms, row[1])
	}
	slices.Sort(terms)
	if got := strings.Join(terms, " | "); got != `'-2+3 | '=1+1 | '@sum | say "so"` {
		t.Errorf("terms %s", got)
	}
	svg := save("Save as SVG")
	for _, m := range regexp.MustCompile(`<use href="#([^"]*)"`).FindAllStringSubmatch(svg, -1) {
		if !strings.Contains(svg, `id="`+m[1]+`"`) {
			t.Errorf("the picture lacks the letter %s", m[1])
		}
	}
	if !strings.HasPrefix(svg, "<svg") || !strings.Contains(svg, "<use") {
		t.Errorf("the picture is %.200s", svg)
	}
	if png := save("Save as PNG"); !strings.Contains(png[:10], "PNG") {
		t.Errorf("the picture is %q", png[:10])
	}
	b.quiet()
}
