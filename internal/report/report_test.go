package report

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/gocarina/gocsv"

	"verbatim/internal/notice"
	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// hostile holds what could do harm in one format or another.
const hostile = "=cmd|'/C calc'!A0 \x1b[31mred\x07 <script>alert(1)</script> | *bold* [x](y) `z` \u202Eabc\r\n::error::x"

func sample() *Tally {
	return &Tally{
		Origin: Origin{
			Schema: TallySchema, Source: Source{Files: []string{"a.csv"}, Platform: "generic", Encoding: "utf-8", Delimiter: ",", HeaderRows: 1},
			Question: Question{Columns: []int{2}, ID: "q", Text: "What " + hostile + "?"},
			Options:  study.Options{Count: tally.Mentions, MinCount: 1},
		},
		Found: study.Found{Language: "en"}, Complete: false,
		Tally: tally.Tally{
			Base:   tally.Base{Rows: 9, BlankRows: 1, Respondents: 8, Unanswered: 1, NonResponse: 2, Valid: 5, NilAnswers: 1},
			Tokens: tally.Tokens{Total: 12, StopWords: 3, Numbers: 1, Counted: 8},
			Terms: []tally.Term{
				{Rank: 1, Term: hostile, Label: hostile, Root: term.Root{Stem: hostile}, Mentions: 4, Respondents: 3, Share: 0.6, Forms: []tally.Form{{Form: hostile, Mentions: 4}}},
				{Rank: 2, Term: "信頼", Label: "信頼", Root: term.Root{Stem: "信頼"}, Mentions: 3, Respondents: 1, Share: 0.2, Forms: []tally.Form{{Form: "信頼", Mentions: 2}, {Form: "信頼した", Mentions: 1}}},
			},
			Cut: tally.Cut{Terms: 1, Mentions: 1},
		},
		Warnings: Warnings([]notice.Warning{{File: "a.csv", Line: 3, Message: "ragged"}}),
	}
}

func written(t *testing.T, f Format) string {
	t.Helper()
	var out bytes.Buffer
	if err := sample().Write(&out, f); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// JSON gives the document back, whatever the answers hold.
func TestJSONRoundTrip(t *testing.T) {
	var got Tally
	if err := json.Unmarshal([]byte(written(t, JSON)), &got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(&got, sample()) {
		t.Errorf("got %+v", got)
	}
	if !strings.HasPrefix(written(t, JSON), "{\n  \"schema\": \"verbatim/tally/v1\"") {
		t.Error("the document does not begin with its schema")
	}
}

// Empty lists are [] in JSON, not null: scripts may loop over them.
func TestJSONEmptyLists(t *testing.T) {
	var out bytes.Buffer
	if err := NewInspection(&study.Inspection{Inspection: &survey.Inspection{}}).Write(&out, JSON); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "null") {
		t.Errorf("null in %s", out.String())
	}
}

// CSV can be read back by gocsv, and no cell begins as a formula does.
func TestCSVRoundTrip(t *testing.T) {
	var rows []struct {
		Term  string  `csv:"term"`
		Share float64 `csv:"share"`
		Forms string  `csv:"forms"`
	}
	if err := gocsv.UnmarshalString(written(t, CSV), &rows); err != nil {
		t.Fatal(err)
	}
	if len(rows) != 2 || rows[1].Forms != "信頼; 信頼した" || rows[1].Share != 0.2 {
		t.Errorf("rows %+v", rows)
	}
	if got := rows[0].Term; got != "'"+prose.Plain(hostile) {
		t.Errorf("term %q", got)
	}
}

// However a formula is hidden, its cell is defused; what only looks like one
// inside stays.
func TestCellSafe(t *testing.T) {
	for _, s := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\x00=1", "\u200b=1", "\u202e=1", "＝1", "＠x", "\u00a0-1"} {
		if got := cellSafe(s); !strings.HasPrefix(got, "'") {
			t.Errorf("%q is %q", s, got)
		}
	}
	for _, s := range []string{"", "a=b", "1-2", "e-mail", "’=1", "trust"} {
		if got := cellSafe(s); got != s {
			t.Errorf("%q is %q", s, got)
		}
	}
}

// A terminal gets no control character and no reordering from an answer, and a
// page no HTML.
func TestHarmless(t *testing.T) {
	table := written(t, Table)
	if i := strings.IndexFunc(table, func(r rune) bool { return r < ' ' && r != '\n' || r == '\u202E' }); i >= 0 {
		t.Errorf("table has %q", table[i:i+6])
	}
	if strings.Contains(table, "\n::error::") {
		t.Error("a line of the table begins a CI command")
	}
	for _, f := range []Format{CSV, JSON} {
		isBad := func(r rune) bool { return r < ' ' && r != '\n' || 0x7F <= r && r < 0xA0 || r == '\u202E' }
		if out := written(t, f); strings.IndexFunc(out, isBad) >= 0 || strings.Contains(out, "\n::error") {
			t.Errorf("%s has characters that a terminal obeys: %q", f, out)
		}
	}
	markdown := written(t, Markdown)
	for _, bad := range []string{"<script", "\x1b", "[x](y)", " *bold*", "\u202E", "\n::error"} {
		if strings.Contains(markdown, bad) {
			t.Errorf("markdown has %q", bad)
		}
	}
	for line := range strings.Lines(markdown) {
		if strings.HasPrefix(line, "|") && strings.Count(line, "|")-strings.Count(line, `\|`) != 7 {
			t.Errorf("a row of other than six cells: %s", line)
		}
	}
}

// Columns of wide characters stay in line.
func TestTableAligned(t *testing.T) {
	d := sample()
	d.Terms[0].Term, d.Terms[0].Label, d.Terms[0].Forms[0].Form = "trust", "trust", "trust"
	var out bytes.Buffer
	if err := d.Write(&out, Table); err != nil {
		t.Fatal(err)
	}
	const want = `rank  term   mentions  people  share  written as
   1  trust         4       3    60%  trust
   2  信頼          3       1    20%  信頼 2, 信頼した 1
`
	if !strings.Contains(out.String(), want) {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}

func TestNotes(t *testing.T) {
	got := strings.Join(sample().notes(), "\n")
	for _, want := range []string{"5 of 8 respondents gave an answer", "1 left it blank, 2 wrote", `1 said "none"`,
		"1 more term with 1 mention.", "Of 12 words, 8 are counted. Left out: 3 stop words, 1 number."} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

func TestColumnList(t *testing.T) {
	for want, columns := range map[string][]int{"7": {7}, "7-9": {7, 8, 9}, "2,50": {2, 50}, "1-2,4,6-7": {1, 2, 4, 6, 7}, "": nil} {
		if got := columnList(columns); got != want {
			t.Errorf("%v: %q, want %q", columns, got, want)
		}
	}
}

// A name of a group is cut on a terminal alone: other outputs have room for all of it.
func TestGroupNamesAreWhole(t *testing.T) {
	group := tally.KeyGroup{Value: "University HPC and Computing Center", Share: 0.5}
	d := &Compare{Comparison: &tally.Comparison{Terms: []tally.KeyTerm{{Term: "gcc", Label: "gcc", Higher: 0, HigherIn: group.Value, Groups: []tally.KeyGroup{group}}}}}
	if whole := d.parts(prose.Voice{}, 0)[1].markdown(); !strings.Contains(whole, "A "+group.Value) {
		t.Errorf("the name is cut: %s", whole)
	}
	if cut := d.parts(prose.Voice{}, 100)[1].markdown(); !strings.Contains(cut, "A University HPC") || strings.Contains(cut, group.Value) {
		t.Errorf("the name is not cut: %s", cut)
	}
}
