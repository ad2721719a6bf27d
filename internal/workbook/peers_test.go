package workbook

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// at is the place of a cell.
type at struct {
	sheet       string
	row, column int
}

// shownCells are the cells of a workbook as this package reads them, without blanks at their ends.
func shownCells(t *testing.T, file string) map[at]string {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	b, err := opened(content)
	if err != nil {
		t.Fatal(err)
	}
	cells := map[at]string{}
	for i, s := range b.Sheets() {
		for row, err := range b.Rows(i) {
			if err != nil {
				t.Fatal(err)
			}
			for c, text := range row.Cells {
				if text = strings.TrimSpace(text); text != "" {
					cells[at{s.Name, row.Number, c + 1}] = text
				}
			}
		}
	}
	return cells
}

// samples are the workbooks of testdata.
func samples(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.xlsx")
	if err != nil || len(files) == 0 {
		t.Fatal("no workbooks", err)
	}
	return files
}

// program finds a program that another test needs, and that works with these arguments. from are the Debian packages that
// have it. It is a matter of seconds to start one, so these tests are among the long ones.
func program(t *testing.T, from string, names []string, args ...string) string {
	t.Helper()
	if os.Getenv("VERBATIM_FULL") == "" {
		t.Skipf("starts %s: VERBATIM_FULL is not set", names[0])
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil && exec.Command(path, args...).Run() == nil {
			return path
		}
	}
	t.Skipf("%s (Debian package %s) is not installed", names[0], from)
	return ""
}

// run runs a program and gives what it prints.
func run(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	c := exec.Command(name, args...)
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, &errs)
	}
	return out.Bytes()
}

// asShown has LibreOffice write all sheets of a workbook as CSV, in UTF-8, with the cells as they are shown.
const asShown = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"

// inLibreOffice are the cells of workbooks as LibreOffice shows them in English (USA), by file.
func inLibreOffice(t *testing.T, files ...string) map[string]map[at]string {
	t.Helper()
	office := program(t, "libreoffice-calc-nogui", []string{"soffice", "libreoffice"}, "--version")
	folder := t.TempDir()
	args := append([]string{"-env:UserInstallation=file://" + folder + "/profile", "--headless", "--convert-to", asShown, "--outdir", folder}, files...)
	run(t, office, args...)
	found := map[string]map[at]string{}
	for _, file := range files {
		base := strings.TrimSuffix(filepath.Base(file), ".xlsx") + "-"
		tables, _ := filepath.Glob(filepath.Join(folder, base+"*.csv"))
		found[file] = map[at]string{}
		for _, table := range tables {
			addTable(t, found[file], strings.TrimSuffix(strings.TrimPrefix(filepath.Base(table), base), ".csv"), table)
		}
	}
	return found
}

// addTable adds the cells of a CSV file. A line without a cell is a row, too.
func addTable(t *testing.T, cells map[at]string, sheet, file string) {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(content))
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	records, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, record := range records {
		for c, text := range record {
			if text = strings.TrimSpace(text); text != "" {
				cells[at{sheet, i + 1, c + 1}] = text
			}
		}
	}
}

// differently are cells that LibreOffice shows in a way of its own, as patterns of the format and of what is shown.
var differently = []struct{ format, shown, reason string }{
	{`0%`, `28%|100%`, "28.5 is stored as a little less, which Excel does not let be seen"},
	{`.*`, `#FMT`, "numbers too large for a fraction, and durations of millennia"},
	{`.*/.*|1[23]`, `.*\d/\d+`, "fractions have blanks around their signs"},
	{`@`, `.*\..*`, "cells of text have other digits than those without a format"},
}

// excused reports whether LibreOffice shows a cell in a way of its own.
func excused(format, shown string) bool {
	for _, d := range differently {
		if matches(d.format, strings.TrimPrefix(format, "'")) && matches(d.shown, shown) {
			return true
		}
	}
	return false
}

// matches reports whether a pattern is that of a whole text.
func matches(pattern, text string) bool {
	return regexp.MustCompile(`^(?:` + pattern + `)$`).MatchString(text)
}

// Cells are shown as LibreOffice shows them. Errors are missing here.
func TestLibreOffice(t *testing.T) {
	for file, want := range inLibreOffice(t, append(samples(t), writtenFile(t))...) {
		got := shownCells(t, file)
		for _, place := range places(got, want) {
			format := got[at{place.sheet, place.row, 1}]
			if w, g := want[place], got[place]; w != g && !strings.HasPrefix(w, "#N/A") && !excused(format, w) {
				t.Errorf("%s %s %s%d (%s): LibreOffice shows %q, here it is %q", file, place.sheet, letters26(place.column), place.row, format, w, g)
			}
		}
		t.Logf("%s: %d cells", file, len(want))
	}
}

// places are the places of two maps in order.
func places(a, b map[at]string) []at {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return slices.SortedFunc(maps.Keys(all), func(x, y at) int {
		return strings.Compare(fmt.Sprintf("%s %9d %9d", x.sheet, x.row, x.column), fmt.Sprintf("%s %9d %9d", y.sheet, y.row, y.column))
	})
}

// A cellValue is what another program reads of a cell.
type cellValue struct{ kind, text string }

// typed are the cells of workbooks with their types, as a script prints them.
func typed(t *testing.T, printed []byte) map[string]map[at]cellValue {
	t.Helper()
	files := map[string]map[at]cellValue{}
	for line := range strings.Lines(string(printed)) {
		f := strings.SplitN(strings.TrimSuffix(line, "\n"), "\t", 6)
		if len(f) < 6 {
			t.Fatalf("a line of %d fields: %q", len(f), line)
		}
		row, _ := strconv.Atoi(f[2])
		column, _ := strconv.Atoi(f[3])
		if files[f[0]] == nil {
			files[f[0]] = map[at]cellValue{}
		}
		text := strings.NewReplacer(`\\`, `\`, `\n`, "\n").Replace(f[5])
		files[f[0]][at{f[1], row, column}] = cellValue{f[4], text}
	}
	return files
}

// compareTyped holds what is shown here against typed values.
func compareTyped(t *testing.T, who, file string, want map[at]cellValue) {
	t.Helper()
	got := shownCells(t, file)
	for place, w := range want {
		g := got[place]
		same := g == strings.TrimSpace(w.text)
		if w.kind == "number" {
			shown, err1 := strconv.ParseFloat(g, 64)
			read, err2 := strconv.ParseFloat(w.text, 64)
			same = err1 == nil && err2 == nil && shown == read
		}
		if !same {
			t.Errorf("%s %v: %s reads %s %q, here it is %q", file, place, who, w.kind, w.text, g)
		}
	}
	for place, g := range got {
		if _, ok := want[place]; !ok {
			t.Errorf("%s %v: %s reads nothing, here it is %q", file, place, who, g)
		}
	}
	t.Logf("%s: %d cells", file, len(want))
}

// readers are the programs whose typed values are compared. A file that one of them cannot open is not for it.
var readers = []struct {
	name    string
	from    string
	names   []string
	check   []string
	script  string
	without string
}{
	{"readxl", "r-cran-readxl", []string{"Rscript"}, []string{"-e", "library(readxl)"}, "testdata/typed.R", ""},
	{"openpyxl", "python3-openpyxl", []string{"python3", "/usr/bin/python3"}, []string{"-c", "import openpyxl"}, "testdata/typed.py", "openxlsx"},
}

// Texts, numbers, dates and booleans are those that readxl and openpyxl read, and they read what is written here.
func TestReaders(t *testing.T) {
	for _, r := range readers {
		t.Run(r.name, func(t *testing.T) {
			path := program(t, r.from, r.names, r.check...)
			files := slices.DeleteFunc(samples(t), func(file string) bool { // formats hide decimals
				return strings.Contains(file, "formats") || r.without != "" && strings.Contains(file, r.without)
			})
			ours := writtenFile(t)
			read := typed(t, run(t, path, slices.Concat([]string{r.script}, files, []string{ours})...))
			for _, file := range files {
				compareTyped(t, r.name, file, read[file])
			}
			if want := wantedValues(); !maps.Equal(read[ours], want) {
				t.Errorf("%s reads %v, and %v was written", r.name, read[ours], want)
			}
		})
	}
}
