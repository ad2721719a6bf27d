package pipeline_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"verbatim/internal/notice"
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

// Where answers cannot be cut into words, that is said.
func TestLanguageNotSupported(t *testing.T) {
	ctx := context.Background()
	csv := "id,why\n1,因为我们需要更多的时间和信任\n2,没有足够的人手来完成工作\n3,会议太多而且太长了\n"
	export, err := survey.Open(ctx, []survey.Input{survey.Stream("-", strings.NewReader(csv))}, survey.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var unsupported *term.LanguageError
	if _, err = pipeline.Tally(ctx, export, survey.Question{Columns: []int{2}}, pipeline.Options{}); !errors.As(err, &unsupported) {
		t.Errorf("error %v", err)
	}
	if _, err = pipeline.Tally(ctx, export, survey.Question{Columns: []int{2}}, pipeline.Options{Terms: term.Options{Whole: true}}); err != nil {
		t.Errorf("whole answers: %v", err)
	}
}

// The result is the same for any number of workers, weights and groups too.
func TestWorkers(t *testing.T) {
	var csv strings.Builder
	csv.WriteString("id,weight,region,What matters most to you here?\n")
	words := strings.Fields("trust openness time people money transparency tools respect honesty clarity")
	for i := range 40_000 {
		fmt.Fprintf(&csv, "%d,%d.%03d,R%d,\"%s and %s, not %s; more %s%d\"\n", i, i%3, i%997, i%4, words[i%10], words[i*7%10], words[i*3%10], words[i%7], i%50)
	}
	opt := pipeline.Options{By: 3, Weight: 2, Rereadable: true, Rank: tally.Ranking{Intervals: true},
		Themes: []term.ThemeTerm{{Theme: "human", Term: "trust"}, {Theme: "human", Term: "honest*"}, {Theme: "means", Term: "money"}}}
	opt.Workers = 1
	want := count(t, csv.String(), opt, "4")
	for _, workers := range []int{2, 3, 7} {
		opt.Workers = workers
		got := count(t, csv.String(), opt, "4")
		if !reflect.DeepEqual(got.Tally, want.Tally) || !reflect.DeepEqual(got.Groups, want.Groups) {
			t.Errorf("%d workers give another result", workers)
		}
	}
	if n := len(want.Tally.AnyOfTop); n != 3 {
		t.Errorf("%d heads of the list, want 3", n)
	}
}

// The people who named any of the first terms are a union, not a sum.
func TestAnyOfTop(t *testing.T) {
	csv := "id,What matters most to you here?\n1,trust and openness\n2,trust\n3,openness\n4,time\n5,trust; openness; honesty\n6,honesty\n7,something else entirely\n"
	got := count(t, csv, pipeline.Options{}, "2").Tally.AnyOfTop
	if len(got) == 0 || got[0] != (tally.AnyOf{Top: 3, Respondents: 5, Share: 5.0 / 7}) {
		t.Errorf("%+v, want 5 of 7", got)
	}
}

// Where the terms that lead in the end did not lead in the first block, the
// answers are gone through again.
func TestAnyOfTopOfLateLeaders(t *testing.T) {
	var csv strings.Builder
	csv.WriteString("id,What matters most to you here?\n")
	for i := range 60_000 {
		word := fmt.Sprintf("early%d", i%40)
		if i > 20_000 {
			word = fmt.Sprintf("late%d", i%12)
		}
		fmt.Fprintf(&csv, "%d,%s is what matters here and it is said at some length\n", i, word)
	}
	got := count(t, csv.String(), pipeline.Options{Rereadable: true}, "2").Tally
	var sum int
	for _, x := range got.Terms[:3] {
		sum = max(sum, x.Respondents)
	}
	if len(got.AnyOfTop) != 3 || got.AnyOfTop[0].Respondents < sum {
		t.Errorf("%+v", got.AnyOfTop)
	}
}

// A weight that is none stops the run, with its line: the first in the file.
func TestBadWeight(t *testing.T) {
	for weight, want := range map[string]string{"": "missing", "-1": "negative", "heavy": "not a number"} {
		ctx := context.Background()
		csv := "id,weight,What matters?\n1,1.5,trust in others\n2," + weight + ",more time\n"
		export, err := survey.Open(ctx, []survey.Input{survey.Stream("-", strings.NewReader(csv))}, survey.Options{})
		if err != nil {
			t.Fatal(err)
		}
		_, err = pipeline.Tally(ctx, export, survey.Question{Columns: []int{3}}, pipeline.Options{Weight: 2})
		var input *notice.InputError
		if !errors.As(err, &input) || !strings.Contains(err.Error(), "line 3: the weight") || !strings.Contains(err.Error(), want) {
			t.Errorf("weight %q: %v", weight, err)
		}
	}
}

func TestWhere(t *testing.T) {
	csv := "id,region,What matters most here?\n1,North,trust in others\n2,South,more time\n3,North,better tools\n4,,open doors\n"
	for _, tt := range []struct {
		where []pipeline.Condition
		want  int
	}{
		{[]pipeline.Condition{{Column: 2, Value: "North"}}, 2},
		{[]pipeline.Condition{{Column: 2, Value: "North", Not: true}}, 2},
		{[]pipeline.Condition{{Column: 2, Value: "North"}, {Column: 1, Value: "3"}}, 1},
		{[]pipeline.Condition{{Column: 2, Value: ""}}, 1},
	} {
		got := count(t, csv, pipeline.Options{Where: tt.where}, "3").Tally.Base
		if got.Valid != tt.want || got.Filtered != 4-tt.want {
			t.Errorf("%+v: %+v", tt.where, got)
		}
	}
}

func TestFindPhrases(t *testing.T) {
	csv := "id,What hinders you most here?\n" + strings.Repeat("1,the build system is slow\n2,our build system fails\n3,time and money\n4,money and time\n5,work life balance\n", 4)
	got := count(t, csv, pipeline.Options{FindPhrases: true}, "2")
	if len(got.Phrases) == 0 || got.Phrases[0].Phrase != "build system" || got.Phrases[0].People != 8 {
		t.Errorf("phrases %+v", got.Phrases)
	}
	if got.Tally.Terms[0].Term == "build" || got.Tally.Tokens.InPhrases == 0 {
		t.Errorf("terms %+v, tokens %+v", got.Tally.Terms[0], got.Tally.Tokens)
	}
}

// No phrase that is found has a word at an end that is set aside; one that is
// given may have.
func TestPhrasesWithoutTheQuestion(t *testing.T) {
	csv := "id,What are your biggest pain points?\n" + strings.Repeat("1,the pain points are build systems\n2,my biggest pain: build systems\n3,old code\n", 4)
	set := pipeline.Aside{Filler: true, Echo: true}
	for _, tt := range []struct {
		opt  pipeline.Options
		want string // in all terms
	}{
		{pipeline.Options{SetAside: set, FindPhrases: true}, "build systems, old code"},
		{pipeline.Options{FindPhrases: true}, "build systems, biggest pain, old code, pain points"},
		{pipeline.Options{SetAside: set, Terms: term.Options{Phrases: []string{"pain points"}}}, "pain points"},
	} {
		var found []string
		for _, x := range count(t, csv, tt.opt, "2").Tally.Terms {
			if strings.Contains(x.Term, " ") {
				found = append(found, x.Term)
			}
		}
		if got := strings.Join(found, ", "); got != tt.want {
			t.Errorf("%+v: %s, want %s", tt.opt.SetAside, got, tt.want)
		}
	}
}

// The language is told by the answers that are counted, wherever they stand.
func TestLanguageOfWhoIsCounted(t *testing.T) {
	var csv strings.Builder
	csv.WriteString("id,wave,What matters most here?\n")
	for i := range 30_000 {
		fmt.Fprintf(&csv, "%d,uno,Necesitamos más tiempo para las pruebas de la gente\n", i)
	}
	csv.WriteString(strings.Repeat("x,two,We need more time for the tests of the people\n", 20))
	two := pipeline.Condition{Column: 2, Value: "two"}
	for _, tt := range []struct {
		opt  pipeline.Options
		want string
	}{
		{pipeline.Options{}, "es"},
		{pipeline.Options{Where: []pipeline.Condition{two}, Rereadable: true}, "en"},
		{pipeline.Options{Where: []pipeline.Condition{{Column: 2, Value: "two", Not: true}}}, "es"},
	} {
		if got := count(t, csv.String(), tt.opt, "3"); got.Lang.Code != tt.want {
			t.Errorf("%+v: %s, want %s", tt.opt.Where, got.Lang.Code, tt.want)
		}
	}
}

// Phrases are found in the answers that are counted, beyond those that are given.
func TestPhrasesOfWhoIsCounted(t *testing.T) {
	csv := "id,wave,What hinders you most here?\n" +
		strings.Repeat("1,one,build system of old\n2,one,the old build system\n3,two,unit tests of mine\n4,two,mine are unit tests\n", 4)
	one := []pipeline.Condition{{Column: 2, Value: "one"}}
	for _, tt := range []struct {
		opt         pipeline.Options
		build, unit bool
	}{
		{pipeline.Options{}, true, true},
		{pipeline.Options{Where: one}, true, false},
		{pipeline.Options{Terms: term.Options{Phrases: []string{"Build Systems"}}}, false, true},
	} {
		found := make(map[string]bool)
		for _, p := range count(t, csv, tt.opt, "3").Phrases {
			found[p.Phrase] = true
		}
		if found["build system"] != tt.build || found["unit tests"] != tt.unit {
			t.Errorf("where %+v, given %q: %v", tt.opt.Where, tt.opt.Terms.Phrases, found)
		}
	}
}

// Of a choice counted by its whole answers, "No" is one: nobody is taken for
// having said nothing.
func TestWholeChoice(t *testing.T) {
	csv := "id,Do you trust us?\n" + strings.Repeat("1,Yes\n2,No\n3,Don't know\n", 20)
	got := count(t, csv, pipeline.Options{Terms: term.Options{Whole: true}}, "2").Tally
	if len(got.Terms) != 3 || got.Base.Valid != 60 || got.Base.NilAnswers != 0 {
		t.Errorf("%d terms, base %+v", len(got.Terms), got.Base)
	}
}

// The phrases that would be counted are those that are, and as often, also where
// they overlap.
func TestFoundPhrasesAreCounted(t *testing.T) {
	csv := "id,What is good here?\n" + strings.Repeat("1,home office days\n", 4) + strings.Repeat("1,office days off\n", 3) + "1,home office\n" +
		strings.Repeat("1,build system\n2,build system fails\n", 3) +
		strings.Repeat("1,4 day week\n", 3) + strings.Repeat("1,5 day week\n", 3) + strings.Repeat("1,trust\n2,pay\n3,people\n", 20)
	hint := count(t, csv, pipeline.Options{}, "2").Phrases
	counted := count(t, csv, pipeline.Options{FindPhrases: true}, "2")
	if len(hint) == 0 || !reflect.DeepEqual(hint, counted.Phrases) {
		t.Fatalf("found %+v, with the option %+v", hint, counted.Phrases)
	}
	said := make(map[string]int)
	for _, x := range counted.Tally.Terms {
		said[x.Term] = x.Mentions
	}
	for _, p := range hint {
		if said[p.Phrase] != p.Mentions {
			t.Errorf("%q: %d mentions are found, %d counted of %v", p.Phrase, p.Mentions, said[p.Phrase], said)
		}
	}
}
