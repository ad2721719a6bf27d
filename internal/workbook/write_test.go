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
		{Name: "Answers", Header: []string{"n", "=What?"}, Rows: slices.Values(answers), Filter: true},
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
	if err := Write(&b, pages); err != nil {
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
		want += strconv.Itoa(i+1) + "|" + n.shown + "||after a blank|"
		if strings.HasSuffix(n.shown, "%") { // of more decimals
			want += " rounded 1"
		}
		want += "\n"
	}
	if got := written(t, b, 1); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := written(t, b, 2); got != "" {
		t.Errorf("got %s", got)
	}
}

// partsOf are the parts of a workbook, by their names.
func partsOf(t *testing.T, file []byte) func(name string) string {
	t.Helper()
	parts, err := openArchive(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	return func(name string) string {
		r, err := parts[name].Open()
		if err != nil {
			t.Fatal(err)
		}
		b, _ := io.ReadAll(r)
		return string(b)
	}
}

// hasParts requires that a part has these texts, in their order.
func hasParts(t *testing.T, content string, want ...string) {
	t.Helper()
	rest := content
	for _, part := range want {
		at := strings.Index(rest, part)
		if at < 0 {
			t.Fatalf("%s is not there, or too early, in %.2000s", part, content)
		}
		rest = rest[at+len(part):]
	}
}

// A sheet is written without formulas, with its header in view, and with buttons to filter it.
func TestWrittenParts(t *testing.T) {
	content := partsOf(t, writtenBytes(t, oddPages()...))
	sheet := content("xl/worksheets/sheet1.xml")
	hasParts(t, sheet, `<pageSetUpPr fitToPage="1"/>`, `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>`, `<sheetData>`, `>=What?</t>`, `>=1+1</t>`,
		`</sheetData><autoFilter ref="A1:B26"/><pageSetup orientation="landscape" fitToHeight="0"/>`)
	hasParts(t, content("xl/workbook.xml"), `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'Answers'!$A$1:$B$26</definedName>`,
		`<definedName name="_xlnm.Print_Titles" localSheetId="0">'Answers'!$1:$1</definedName>`)
	if other := content("xl/worksheets/sheet2.xml"); strings.Contains(sheet+other, "<f") || strings.Contains(other, "<pane") || strings.Contains(other, "autoFilter") {
		t.Error("a formula, or a header in view that the page does not have")
	}
}

// Numbers and their headers stand on the right, long texts are wrapped in a column that is not too wide, and everything
// begins at the top of its row.
func TestWrittenLooks(t *testing.T) {
	long := strings.Repeat("word ", 40)
	var values [][]Value
	for range fittedRows {
		values = append(values, []Value{Number(1.0/3, "0.0%"), Text("short"), Text(long), Truth(true)})
	}
	values = append(values, []Value{Number(2, ""), Text("two\nlines"), Text(long), Truth(false)}, []Value{Heading("part")})
	content := partsOf(t, writtenBytes(t, Page{Name: "Looks", Header: []string{"n", "text", "long", "true"}, Rows: slices.Values(values)}))
	sheet := content("xl/worksheets/sheet1.xml")
	hasParts(t, sheet, `<col min="1" max="1" width="13" customWidth="1"/>`, `<col min="2" max="2" width="9" customWidth="1"/>`, `<col min="3" max="3" width="60" customWidth="1"/>`,
		`<c r="A1" s="1"`, `<c r="B1" s="2"`, `<c r="C1" s="3"`, `<row r="2" ht="60">`, `<c r="A2" s="4"`, `<c r="B2" s="5"`, `<c r="C2" s="6"`, `<c r="D2" s="7" t="b"><v>1</v></c>`,
		`<c r="A202" s="8"><v>2</v>`, `<c r="B202" s="9"`, `<c r="D202" s="7" t="b"><v>0</v></c>`, `<row r="203"><c r="A203" s="10"`)
	right, next, wrapped := `<alignment vertical="top" horizontal="right" indent="2"`, `<alignment vertical="top" horizontal="left" indent="1"`, ` wrapText="1"/>`
	hasParts(t, content("xl/styles.xml"), `<cellXfs count="11">`, `<xf `, // no style
		right+wrapped, next+wrapped, `fontId="1"`, `<alignment vertical="top"`+wrapped, `numFmtId="164"`, right+`/>`, next+`/>`, `<alignment vertical="top"`+wrapped, `<alignment vertical="top" horizontal="left"/>`)
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

// What a sheet cannot hold is cut, or refused.
func TestWriteLimits(t *testing.T) {
	var b bytes.Buffer
	long, fits := Text(strings.Repeat("🙂", 20_000)), Text(strings.Repeat("ä", maxWritten))
	if err := Write(&b, []Page{{Name: "Long", Rows: rows([]Value{long, fits, Number(math.NaN(), ""), Number(math.Inf(1), "")})}}); err != nil || !long.IsCut() || fits.IsCut() {
		t.Errorf("got %t %t %v", long.IsCut(), fits.IsCut(), err)
	}
	book, err := opened(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for row, err := range book.Rows(0) {
		if err != nil || len(row.Cells) != 2 || row.Cells[0] != strings.Repeat("🙂", maxWritten/2)+"…" || row.Cells[1] != strings.Repeat("ä", maxWritten) {
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
		if err := Write(io.Discard, []Page{page}); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// A writer that fails ends the writing with its error.
func TestWriteFails(t *testing.T) {
	full := errors.New("disk full")
	if err := Write(failing{full}, oddPages()); !errors.Is(err, full) {
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
				case v.kind == numberValue:
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
