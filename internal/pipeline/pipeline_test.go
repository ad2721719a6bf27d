package pipeline_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"verbatim/internal/pipeline"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

func count(t *testing.T, csv string, opt pipeline.Options, selectors ...string) *pipeline.Result {
	t.Helper()
	ctx := context.Background()
	export, err := survey.Open(ctx, []survey.Input{survey.Stream("-", strings.NewReader(csv))}, survey.Options{})
	if err != nil {
		t.Fatal(err)
	}
	question, err := export.Select(selectors...)
	if err != nil {
		t.Fatal(err)
	}
	result, err := pipeline.Tally(ctx, export, question, opt)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// What a respondent with several columns amounts to.
func TestRespondentOfSeveralColumns(t *testing.T) {
	const header = "id,First word,Second word,Third word\n"
	tests := []struct {
		row  string
		want tally.Base
	}{
		{"1,trust,none,n/a", tally.Base{Valid: 1}},
		{"1,none,n/a,", tally.Base{Valid: 1, NilAnswers: 1}},
		{"1,n/a,-,", tally.Base{NonResponse: 1}},
		{"1,,,", tally.Base{Unanswered: 1}},
	}
	for _, tt := range tests {
		tt.want.Rows, tt.want.Respondents = 1, 1
		if got := count(t, header+tt.row+"\n", pipeline.Options{}, "2-4").Tally.Base; got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.row, got, tt.want)
		}
	}
}

// The words of a non-answer beside an answer are accounted for.
func TestNonAnswerBesideAnswer(t *testing.T) {
	got := count(t, "id,First word,Second word\n1,trust,not applicable\n", pipeline.Options{}, "2-3").Tally.Tokens
	if want := (tally.Tokens{Total: 3, Dropped: 2, Counted: 1}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// A large export crosses many blocks; every row is counted once, and a word
// that is cut from a block stays what it was.
func TestManyBlocks(t *testing.T) {
	const rows = 60_000
	var csv strings.Builder
	csv.WriteString("id,What matters most to you here?\n")
	for i := range rows {
		fmt.Fprintf(&csv, "%d,\"trust in %d matters, and word%d too,\neven here\"\n", i, i, i%1000)
	}
	got := count(t, csv.String(), pipeline.Options{}, "2").Tally
	if got.Base.Rows != rows || got.Base.Valid != rows || got.Tokens.Numbers != rows {
		t.Errorf("base %+v, tokens %+v", got.Base, got.Tokens)
	}
	if top := got.Terms[0]; top.Mentions != rows || top.Respondents != rows {
		t.Errorf("top term %+v", top)
	}
	for _, x := range got.Terms[2:] {
		if x.Mentions != rows/1000 || !strings.HasPrefix(x.Term, "word") {
			t.Fatalf("term %+v, want wordN %d times", x, rows/1000)
		}
	}
	if len(got.Terms) != 1002 {
		t.Errorf("%d terms, want matter, trust and 1000 words", len(got.Terms))
	}
}

func TestLanguageNotSupported(t *testing.T) {
	ctx := context.Background()
	export, err := survey.Open(ctx, []survey.Input{survey.Stream("-", strings.NewReader("id,why\n1,because of that\n"))}, survey.Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = pipeline.Tally(ctx, export, survey.Question{Columns: []int{2}}, pipeline.Options{Terms: term.Options{Lang: "tlh"}})
	if err == nil {
		t.Error("no error")
	}
}
