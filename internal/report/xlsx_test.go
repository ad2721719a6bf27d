package report

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/notice"
	"verbatim/internal/prose"
	"verbatim/internal/tally"
	"verbatim/internal/workbook"
)

// sheetsOf are the sheets of a document as a workbook: each cell of a row, with bars between.
func sheetsOf(t *testing.T, d document) (names []string, rows map[string][]string) {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out, Excel, d); err != nil {
		t.Fatal(err)
	}
	book, err := workbook.Open(bytes.NewReader(out.Bytes()), int64(out.Len()), "x.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	rows = map[string][]string{}
	for i, sheet := range book.Sheets() {
		names = append(names, sheet.Name)
		for row, err := range book.Rows(i) {
			if err != nil {
				t.Fatal(err)
			}
			rows[sheet.Name] = append(rows[sheet.Name], strings.Join(row.Cells, "|"))
		}
	}
	return names, rows
}

// A workbook has a sheet for each table, without columns that are blank, and what has to be known of them on the last.
func TestSheets(t *testing.T) {
	d := sample()
	d.Terms = d.Terms[1:]
	d.Themes = []tally.Theme{{Theme: "=cmd", Mentions: tally.Withheld, Respondents: 4, Share: 0.8}, {Theme: "rest", Mentions: 2, Respondents: 1, Share: 0.2}}
	d.Groups = []Group{{Value: "North", Base: tally.Base{Respondents: 4, Valid: 3, Unanswered: 1, NonResponse: tally.Withheld}, Terms: d.Terms, Themes: d.Themes[:1]}}
	d.Warnings = []notice.Warning{{Code: notice.FewAnswers, File: "a.csv", Line: 3, Message: "5 answers are few"}}
	names, rows := sheetsOf(t, d)
	if want := []string{"Terms", "Themes", "Themes by group", "Groups", "About"}; !slices.Equal(names, want) {
		t.Errorf("sheets %q", names)
	}
	for name, want := range map[string][]string{
		"Terms":           {"group|rank|term|stem|mentions|respondents|share|negated|forms|label|denied", "North|2|信頼|信頼|3|1|20.0%|0|信頼; 信頼した|信頼|FALSE"},
		"Themes":          {"theme|mentions|respondents|share", "=cmd||4|80.0%", "rest|2|1|20.0%"},
		"Themes by group": {"group|theme|respondents|share", "North|=cmd|4|80.0%"},
		"Groups":          {"group|respondents|valid|unanswered|nil_answers", "North|4|3|1|0"},
	} {
		if !slices.Equal(rows[name], want) {
			t.Errorf("%s has %q", name, rows[name])
		}
	}
	about := "\n" + strings.Join(rows["About"], "\n") + "\n"
	at := 0
	for _, part := range []string{"item|value\nQuestion|What =cmd", "\nNote|", "\nWarning|few_answers: a.csv:3: 5 answers are few\n", "\nBase\n", "\nbase.valid|5\n", "\nSettings\n", "\noptions.whole|FALSE\n"} {
		if next := strings.Index(about, part); next < at {
			t.Errorf("%q is not there, or too early, in %s", part, about)
		} else {
			at = next
		}
	}
}

// CSV has the first table alone, with every column, and defuses what a spreadsheet would run.
func TestFirstTableIsCSV(t *testing.T) {
	d := sample()
	d.Themes = []tally.Theme{{Theme: "=cmd", Respondents: 4}}
	var out bytes.Buffer
	if err := write(&out, CSV, d); err != nil {
		t.Fatal(err)
	}
	if text := out.String(); strings.Count(text, "\n") != 3 || !strings.HasPrefix(text, "rank,term,stem,mentions,respondents,share,ci_low,ci_high,weighted_mentions,") || !strings.Contains(text, ",'=cmd") {
		t.Errorf("got %s", text)
	}
}

// A text that a cell cannot hold is told of, in a workbook only.
func TestCutTexts(t *testing.T) {
	d := sample()
	d.Terms[0].Term = strings.Repeat("a", 40_000)
	ws := CutTexts(d, Excel)
	if len(ws) != 1 || ws[0].Code != notice.CutCells || !strings.HasPrefix(ws[0].Message, "1 text ") || CutTexts(d, CSV) != nil {
		t.Errorf("got %v", ws)
	}
	_, rows := sheetsOf(t, d)
	if cell := strings.Split(rows["Terms"][1], "|")[1]; len([]rune(cell)) != 32_767 || !strings.HasSuffix(cell, "a…") {
		t.Errorf("%d characters", len(cell))
	}
	if !slices.ContainsFunc(rows["About"], func(row string) bool { return strings.HasPrefix(row, "Warning|cut_cells: 1 text") }) {
		t.Errorf("About has %q", rows["About"])
	}
}

// No name of a theme is changed where it can do no harm.
func TestHeaderOfCodes(t *testing.T) {
	c := &Coded{themes: []string{"=cmd", "a\nb"}}
	if got := c.header(prose.Plain); !slices.Equal(got, []string{"file", "line", "=cmd", "a b", "uncoded"}) {
		t.Errorf("got %q", got)
	}
	if got := c.header(cellSafe); got[2] != "'=cmd" {
		t.Errorf("got %q", got)
	}
}
