package workbook

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// texts are answers that a spreadsheet must not change, run or lose.
var oddTexts = []string{
	"benches", "=1+1", "+49 30 1234", "-", "@home", "'quoted", "007", "1e5", "TRUE", "#N/A", "3-4", " blanks ", "two\nlines", "tab\there", `a "b" <c> & d`,
	"Bänke", "水道", "🙂", "_x0041_ as it stands", "]]>", "bell\a end", "carriage\rreturn", "\ufffe", "nul\x00", "a\xffb",
}

// numbers are values with their formats.
var oddNumbers = []struct {
	v      float64
	format string
	shown  string
}{
	{47, "", "47"}, {0.404255, "0.0%", "40.4%"}, {0.5, "0.000", "0.500"}, {-1234.5, "#,##0.00", "-1,234.50"}, {1e-9, "", "0.000000001"}, {0.1 + 0.2, "", "0.3"}, {12345678901, "", "12345678901"},
}

// rows are the rows of a page.
func rows(values ...[]Value) iter.Seq[[]Value] { return slices.Values(values) }

// oddPages are pages with these texts and numbers, of which one has no header, and one nothing.
func oddPages() []Page {
	var answers [][]Value
	for i, text := range oddTexts {
		answers = append(answers, []Value{Number(float64(i+1), ""), Text(text)})
	}
	var numbers [][]Value
	for _, n := range oddNumbers {
		numbers = append(numbers, []Value{Number(n.v, n.format), {}, Text("after a blank")})
	}
	return []Page{
		{Name: "Answers", Header: []string{"n", "=What?"}, Rows: slices.Values(answers), Widths: []int{0, 40}},
		{Name: "Numbers", Rows: slices.Values(numbers)},
		{Name: "Nothing"},
	}
}

// asWritten is a text as it comes back: NUL and what is no UTF-8 are not kept.
func asWritten(text string) string {
	return strings.NewReplacer("\xff", "\ufffd", "\r", "\n", "\x00", "").Replace(text)
}

// writtenBytes is a workbook.
func writtenBytes(t testing.TB, pages ...Page) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := Write(&b, pages); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What is written is read again, with the same bytes every time.
func TestWrite(t *testing.T) {
	file := writtenBytes(t, oddPages()...)
	if !bytes.Equal(file, writtenBytes(t, oddPages()...)) {
		t.Error("other bytes the second time")
	}
	b, err := opened(file)
	if err != nil {
		t.Fatal(err)
	}
	want := "1|n|=What?|\n"
	for i, text := range oddTexts {
		want += strconv.Itoa(i+2) + "|" + strconv.Itoa(i+1) + "|" + asWritten(text) + "|\n"
	}
	if got := written(t, b, 0); got != want {
		t.Errorf("got\n%qwant\n%q", got, want)
	}
	want = ""
	for i, n := range oddNumbers {
		want += strconv.Itoa(i+1) + "|" + n.shown + "||after a blank|\n"
	}
	if got := written(t, b, 1); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := written(t, b, 2); got != "" {
		t.Errorf("got %s", got)
	}
}

// A sheet is written without formulas, with its header in view, and with widths that fit.
func TestWrittenParts(t *testing.T) {
	file := writtenBytes(t, oddPages()...)
	parts, err := openArchive(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	content := func(name string) string {
		r, err := parts[name].Open()
		if err != nil {
			t.Fatal(err)
		}
		b, _ := io.ReadAll(r)
		return string(b)
	}
	sheet := content("xl/worksheets/sheet1.xml")
	for _, part := range []string{
		`<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>`, `<col min="2" max="2" width="40" customWidth="1"/>`,
		`<c r="B1" s="1" t="inlineStr"><is><t xml:space="preserve">=What?</t></is></c>`, `<c r="B3" s="2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>`,
	} {
		if !strings.Contains(sheet, part) {
			t.Errorf("%s is not in the sheet", part)
		}
	}
	if strings.Contains(sheet, "<f") || strings.Contains(content("xl/worksheets/sheet2.xml"), "<pane") {
		t.Error("a formula, or a header in view that the page does not have")
	}
}

// Names of sheets are such as spreadsheets take.
func TestSheetNames(t *testing.T) {
	var pages []Page
	for _, name := range []string{"Terms", "terms", "", "a/b[c]:*?", "'quoted'", "History", strings.Repeat("long ", 9), strings.Repeat("long ", 9), "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂", "a\nb\xff"} {
		pages = append(pages, Page{Name: name})
	}
	want := []string{"Terms", "terms 2", "Sheet", "a b c", "quoted", "History 2", "long long long long long long l", "long long long long long long 2", "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂", "a b"}
	if got := sheetNames(pages); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	b, err := opened(writtenBytes(t, pages...))
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range b.Sheets() {
		if s.Name != want[i] {
			t.Errorf("got %q, want %q", s.Name, want[i])
		}
	}
}

// What a sheet cannot hold is cut and counted, or refused.
func TestWriteLimits(t *testing.T) {
	var b bytes.Buffer
	cut, err := Write(&b, []Page{{Name: "Long", Rows: rows([]Value{Text(strings.Repeat("🙂", 20_000)), Text(strings.Repeat("ä", maxWritten)), Number(math.NaN(), ""), Number(math.Inf(1), "")})}})
	if cut != 1 || err != nil {
		t.Errorf("got %d %v", cut, err)
	}
	book, err := opened(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for row, err := range book.Rows(0) {
		if err != nil || len(row.Cells) != 2 || len([]rune(row.Cells[0])) != maxWritten/2 || row.Cells[1] != strings.Repeat("ä", maxWritten) {
			t.Errorf("got %d cells, %v", len(row.Cells), err)
		}
	}
	for name, page := range map[string]Page{
		"columns": {Rows: rows(make([]Value, maxColumns+1))},
		"rows": {Rows: func(yield func([]Value) bool) {
			for yield(nil) {
			}
		}},
	} {
		if _, err := Write(io.Discard, []Page{page}); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// A writer that fails ends the writing with its error.
func TestWriteFails(t *testing.T) {
	full := errors.New("disk full")
	if _, err := Write(failing{full}, oddPages()); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// writtenFile is a workbook of ours as a file, for other programs. What XML forbids is left out: they read it each in
// its own way.
func writtenFile(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "ours.xlsx")
	if err := os.WriteFile(file, writtenBytes(t, peerPages()...), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// peerPages are pages of texts and numbers that all programs read alike.
func peerPages() []Page {
	pages := oddPages()[:2]
	var answers [][]Value
	for i, text := range oddTexts {
		if text == asWritten(text) && !strings.ContainsAny(text, "\a\ufffe\t_") {
			answers = append(answers, []Value{Number(float64(i+1), ""), Text(text)})
		}
	}
	pages[0].Rows = slices.Values(answers)
	return pages
}

// wantedValues are the cells of these pages.
func wantedValues() map[at]cellValue {
	want := map[at]cellValue{}
	for _, page := range peerPages() {
		row := 0
		add := func(values []Value) {
			row++
			for i, v := range values {
				place := at{page.Name, row, i + 1}
				switch {
				case v.isNumber:
					want[place] = cellValue{"number", strconv.FormatFloat(v.number, 'g', 15, 64)}
				case v.text != "":
					want[place] = cellValue{"text", v.text}
				}
			}
		}
		if page.Header != nil {
			add([]Value{Text(page.Header[0]), Text(page.Header[1])})
		}
		for values := range page.Rows {
			add(values)
		}
	}
	return want
}
