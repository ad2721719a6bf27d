package cli_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A format of pictures, one of documents and one of coded data are added as the README says: each is a file with its
// function, and a line in the table. Names of outputs, help and encoding then know it, and commands for whose results it
// has no function refuse it. The program is built with these files laid over its own.
func TestFormatIsAFileAndALine(t *testing.T) {
	if os.Getenv("VERBATIM_FULL") == "" {
		t.Skip("builds the program: VERBATIM_FULL is not set")
	}
	folder := t.TempDir()
	overlay := map[string]string{}
	lay := func(path, text string) {
		t.Helper()
		target, err := filepath.Abs(filepath.Join("..", path))
		if err != nil {
			t.Fatal(err)
		}
		overlay[target] = filepath.Join(folder, strings.ReplaceAll(path, "/", "_"))
		if err := os.WriteFile(overlay[target], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	line := func(path, after, entry string) {
		t.Helper()
		text, err := os.ReadFile(filepath.Join("..", path))
		if err != nil || strings.Count(string(text), after) != 1 {
			t.Fatalf("%s: no one %q: %v", path, after, err)
		}
		lay(path, strings.Replace(string(text), after, after+entry, 1))
	}
	lay("render/eps.go", "package render\n\nimport \"io\"\n\nfunc (d *Drawing) EPS(w io.Writer) error {\n\t_, err := io.WriteString(w, \"%EPS \"+d.picture.Alt)\n\treturn err\n}\n")
	line("render/format.go", "{\".svg\", (*Drawing).SVG},\n", "{\".eps\", (*Drawing).EPS},\n")
	lay("report/org.go", "package report\n\nimport \"io\"\n\nfunc writeOrg(w io.Writer, d document) error {\n\t_, err := io.WriteString(w, \"* org\\n\"+d.table(0))\n\treturn err\n}\n")
	lay("report/tsv.go", "package report\n\nimport (\n\t\"io\"\n\t\"strings\"\n\n\t\"verbatim/internal/prose\"\n)\n\nfunc (c *Coded) writeTSV(w io.Writer) error {\n\treturn c.lines(prose.Plain, prose.Plain, func(cells []string) error { return writeText(w, strings.Join(cells, \"\\t\")+\"\\n\") })\n}\n")
	line("report/format.go", "(*Report).writeHTML, nil},\n", "{\"org\", []string{\".org\"}, writeOrg, nil, nil},\n{\"tsv\", []string{\".tsv\"}, nil, nil, (*Coded).writeTSV},\n")
	replace, err := json.Marshal(map[string]any{"Replace": overlay})
	if err != nil {
		t.Fatal(err)
	}
	list, program := filepath.Join(folder, "overlay.json"), filepath.Join(folder, "verbatim")
	if err := os.WriteFile(list, replace, 0o600); err != nil {
		t.Fatal(err)
	}
	call := func(name string, args ...string) string {
		t.Helper()
		out, err := exec.Command(name, args...).CombinedOutput()
		if err != nil {
			t.Fatalf("%s %v: %v\n%s", name, args, err, out)
		}
		return string(out)
	}
	call("go", "build", "-overlay", list, "-o", program, "../../cmd/verbatim")
	if help := call(program, "cloud", "--help"); !strings.Contains(help, ".eps") {
		t.Errorf("help does not name the format: %s", help)
	}
	lists := filepath.Join(folder, "themes.csv")
	if err := os.WriteFile(lists, []byte("theme,term\ntrust,trust\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(command, path string) []string {
		return append(strings.Fields(command), "../../testdata/partnerships.csv", "--quiet", "-o", path)
	}
	for _, test := range []struct{ command, file, begins string }{
		{"cloud", "cloud.eps", "%EPS Word cloud"}, {"chart", "CHART.EPS", "%EPS Bar chart"}, {"tally", "terms.org", "* org\n"}, {"inspect", "what.org", "* org\n"},
		{"code --themes " + lists, "coded.tsv", "file\tline\ttrust\tuncoded\n"},
	} {
		path := filepath.Join(folder, test.file)
		call(program, run(test.command, path)...)
		if text, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(text), test.begins) {
			t.Errorf("%s: %.60q, %v", test.file, text, err)
		}
	}
	if out := call(program, "tally", "../../testdata/partnerships.csv", "--quiet", "--format", "org"); !strings.HasPrefix(out, "* org\n") {
		t.Errorf("--format org: %.60q", out)
	}
	for _, test := range []struct{ command, file, hint string }{
		{"code --themes " + lists, "x.org", "hint: use .txt, .csv, .xlsx, .json, .md or .tsv"}, {"tally", "x.tsv", "hint: use .txt, .csv, .xlsx, .json, .md or .org"},
		{"report", "x.org", "hint: use .html, .md or .json"}, {"report", "x.tsv", "hint: use .html, .md or .json"},
	} {
		path := filepath.Join(folder, test.file)
		out, err := exec.Command(program, run(test.command, path)...).CombinedOutput()
		if err == nil || !strings.Contains(string(out), "this command writes no "+filepath.Ext(path)+" file\n"+test.hint) {
			t.Errorf("%s -o %s: %v: %s", test.command, test.file, err, out)
		}
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s wrote %s", test.command, test.file)
		}
	}
}
