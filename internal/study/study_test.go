package study_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"verbatim/internal/lang"
	"verbatim/internal/notice"
	"verbatim/internal/study"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
)

func count(t *testing.T, csv string, opt study.Options, selectors ...string) *study.Count {
	t.Helper()
	ctx := context.Background()
	export, err := survey.Open(ctx, []survey.Input{survey.Stream("-", strings.NewReader(csv))}, survey.Options{})
	if err != nil {
		t.Fatal(err)
	}
	question, err := study.Select(export, selectors...)
	if err != nil {
		t.Fatal(err)
	}
	result, err := study.Tally(ctx, export, question, opt)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// list writes a list of words, synonyms or themes to a file.
func list(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
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
		if got := count(t, header+tt.row+"\n", study.Options{}, "2-4").Shown.Tally().Base; got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.row, got, tt.want)
		}
	}
}

// The words of a non-answer beside an answer are accounted for.
func TestNonAnswerBesideAnswer(t *testing.T) {
	got := count(t, "id,First word,Second word\n1,trust,not applicable\n", study.Options{}, "2-3").Shown.Tally().Tokens
	if want := (tally.Tokens{Total: 3, Dropped: 2, Counted: 1}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// A large export crosses many blocks; every row is counted once, and a word
// that is cut from a block stays what it was.
func TestManyBlocks(t *testing.T) {
	const rows = 20_000
	var csv strings.Builder
	csv.WriteString("id,What matters most to you here?\n")
	for i := range rows {
		fmt.Fprintf(&csv, "%d,\"trust in %d matters, and word%d too,\neven here\"\n", i, i, i%1000)
	}
	got := count(t, csv.String(), study.Options{}, "2").Shown.Tally()
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
	var unsupported *lang.LanguageError
	if _, err = study.Tally(ctx, export, survey.Question{Columns: []int{2}}, study.Options{}); !errors.As(err, &unsupported) {
		t.Errorf("error %v", err)
	}
	if _, err = study.Tally(ctx, export, survey.Question{Columns: []int{2}}, study.Options{Whole: true}); err != nil {
		t.Errorf("whole answers: %v", err)
	}
}

// The result is the same for any number of workers, weights and groups too.
func TestWorkers(t *testing.T) {
	var csv strings.Builder
	csv.WriteString("id,weight,region,What matters most to you here?,remarks\n")
	words := strings.Fields("trust openness time people money transparency tools respect honesty clarity")
	remarks := strings.Repeat("blah ", 170) // makes more blocks of fewer answers
	for i := range 3_000 {
		fmt.Fprintf(&csv, "%d,%d.%03d,R%d,\"%s and %s, not %s; more %s%d\",%s\n", i, i%3, i%997, i%4, words[i%10], words[i*7%10], words[i*3%10], words[i%7], i%50, remarks)
	}
	opt := study.Options{By: "3", Weight: "2", Intervals: true, Themes: list(t, "theme,term\nhuman,trust\nhuman,honest*\nmeans,money\n")}
	opt.Workers = 1
	want := count(t, csv.String(), opt, "4")
	for _, workers := range []int{2, 3, 7} {
		opt.Workers = workers
		got := count(t, csv.String(), opt, "4")
		if !reflect.DeepEqual(got.Shown, want.Shown) {
			t.Errorf("%d workers give another result", workers)
		}
	}
	if n := len(want.Shown.Tally().AnyOfTop); n != 3 {
		t.Errorf("%d heads of the list, want 3", n)
	}
}

// The people who named any of the first terms are a union, not a sum.
func TestAnyOfTop(t *testing.T) {
	csv := "id,What matters most to you here?\n1,trust and openness\n2,trust\n3,openness\n4,time\n5,trust; openness; honesty\n6,honesty\n7,something else entirely\n"
	got := count(t, csv, study.Options{}, "2").Shown.Tally().AnyOfTop
	if len(got) == 0 || got[0] != (tally.AnyOf{Top: 3, Respondents: 5, Share: 5.0 / 7}) {
		t.Errorf("%+v, want 5 of 7", got)
	}
}

// Where the terms that lead in the end did not lead in the first block, the
// answers are gone through again.
func TestAnyOfTopOfLateLeaders(t *testing.T) {
	var csv strings.Builder
	csv.WriteString("id,What matters most to you here?\n")
	for i := range 24_000 {
		word := fmt.Sprintf("early%d", i%40)
		if i > 8_000 {
			word = fmt.Sprintf("late%d", i%12)
		}
		fmt.Fprintf(&csv, "%d,%s is what matters here and it is said at some length\n", i, word)
	}
	got := count(t, csv.String(), study.Options{}, "2").Shown.Tally()
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
		_, err = study.Tally(ctx, export, survey.Question{Columns: []int{3}}, study.Options{Weight: "2"})
		var input *notice.InputError
		if !errors.As(err, &input) || !strings.Contains(err.Error(), "line 3: the weight") || !strings.Contains(err.Error(), want) {
			t.Errorf("weight %q: %v", weight, err)
		}
	}
}

// What a bad weight stands in is called as the file calls it.
func TestBadWeightOfContainer(t *testing.T) {
	for container, want := range map[string]string{"": "-: line 3: the weight", "json": "-: line 3: the weight", "xlsx": "-: row 3: the weight", "sav": "-: case 3: the weight"} {
		ctx := context.Background()
		export, err := survey.Open(ctx, []survey.Input{survey.Stream("-", strings.NewReader("id,weight,What matters?\n1,1.5,trust in others\n2,-1,more time\n"))}, survey.Options{})
		if err != nil {
			t.Fatal(err)
		}
		export.Container = container
		_, err = study.Tally(ctx, export, survey.Question{Columns: []int{3}}, study.Options{Weight: "2"})
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", container, err, want)
		}
	}
}

func TestWhere(t *testing.T) {
	csv := "id,region,What matters most here?\n1,North,trust in others\n2,South,more time\n3,North,better tools\n4,,open doors\n"
	for _, tt := range []struct {
		where []string
		want  int
	}{
		{[]string{"2=North"}, 2},
		{[]string{"2!=North"}, 2},
		{[]string{"2=North", "1=3"}, 1},
		{[]string{"2="}, 1},
	} {
		got := count(t, csv, study.Options{Where: tt.where}, "3").Shown.Tally().Base
		if got.Valid != tt.want || got.Filtered != 4-tt.want {
			t.Errorf("%+v: %+v", tt.where, got)
		}
	}
}

func TestFindPhrases(t *testing.T) {
	csv := "id,What hinders you most here?\n" + strings.Repeat("1,the build system is slow\n2,our build system fails\n3,time and money\n4,money and time\n5,work life balance\n", 4)
	got := count(t, csv, study.Options{Phrases: study.FoundPhrases}, "2")
	if len(got.Phrases) == 0 || got.Phrases[0].Phrase != "build system" || got.Phrases[0].People != 8 {
		t.Errorf("phrases %+v", got.Phrases)
	}
	if got.Shown.Tally().Terms[0].Term == "build" || got.Shown.Tally().Tokens.InPhrases == 0 {
		t.Errorf("terms %+v, tokens %+v", got.Shown.Tally().Terms[0], got.Shown.Tally().Tokens)
	}
}

// No phrase that is found has a word at an end that is set aside; one that is
// given may have.
func TestPhrasesWithoutTheQuestion(t *testing.T) {
	csv := "id,What are your biggest pain points?\n" + strings.Repeat("1,the pain points are build systems\n2,my biggest pain: build systems\n3,old code\n", 4)
	const set = "filler,echo"
	for _, tt := range []struct {
		opt  study.Options
		want string // in all terms
	}{
		{study.Options{SetAside: set, Phrases: study.FoundPhrases}, "build systems, old code"},
		{study.Options{Phrases: study.FoundPhrases}, "build systems, biggest pain, old code, pain points"},
		{study.Options{SetAside: set, Phrase: []string{"pain points"}}, "pain points"},
	} {
		var found []string
		for _, x := range count(t, csv, tt.opt, "2").Shown.Tally().Terms {
			if strings.Contains(x.Term, " ") {
				found = append(found, x.Term)
			}
		}
		if got := strings.Join(found, ", "); got != tt.want {
			t.Errorf("%+v: %s, want %s", tt.opt.SetAside, got, tt.want)
		}
	}
}

// The language is told by the answers of all respondents, whoever is counted.
func TestLanguageOfAll(t *testing.T) {
	var csv strings.Builder
	csv.WriteString("id,wave,What matters most here?\n")
	for i := range 10_000 {
		fmt.Fprintf(&csv, "%d,uno,Necesitamos más tiempo para las pruebas de la gente\n", i)
	}
	csv.WriteString(strings.Repeat("x,two,We need more time for the tests of the people\n", 20))
	for _, tt := range []struct {
		opt  study.Options
		want string
	}{
		{study.Options{}, "es"},
		{study.Options{Where: []string{"2=two"}}, "es"},
		{study.Options{Where: []string{"2!=two"}}, "es"},
	} {
		if got := count(t, csv.String(), tt.opt, "3"); got.Lang.Code != tt.want {
			t.Errorf("%+v: %s, want %s", tt.opt.Where, got.Lang.Code, tt.want)
		}
	}
}

// Phrases are found in the answers of all respondents, beyond those that are given.
func TestPhrasesOfAll(t *testing.T) {
	csv := "id,wave,What hinders you most here?\n" +
		strings.Repeat("1,one,build system of old\n2,one,the old build system\n3,two,unit tests of mine\n4,two,mine are unit tests\n", 4)
	one := []string{"2=one"}
	for _, tt := range []struct {
		opt         study.Options
		build, unit bool
	}{
		{study.Options{}, false, false},
		{study.Options{Phrases: study.FoundPhrases}, true, true},
		{study.Options{Phrases: study.FoundPhrases, Where: one}, true, true},
		{study.Options{Phrases: study.FoundPhrases, Phrase: []string{"Build Systems"}}, false, true},
	} {
		found := make(map[string]bool)
		for _, p := range count(t, csv, tt.opt, "3").Phrases {
			found[p.Phrase] = true
		}
		if found["build system"] != tt.build || found["unit tests"] != tt.unit {
			t.Errorf("where %+v, given %q: %v", tt.opt.Where, tt.opt.Phrase, found)
		}
	}
}

// Of a choice counted by its whole answers, "No" is one: nobody is taken for
// having said nothing.
func TestWholeChoice(t *testing.T) {
	csv := "id,Do you trust us?\n" + strings.Repeat("1,Yes\n2,No\n3,Don't know\n", 20)
	got := count(t, csv, study.Options{Whole: true}, "2").Shown.Tally()
	if len(got.Terms) != 3 || got.Base.Valid != 60 || got.Base.NilAnswers != 0 {
		t.Errorf("%d terms, base %+v", len(got.Terms), got.Base)
	}
}

// Phrases are found as often as they are counted, also where they overlap.
func TestFoundPhrasesAreCounted(t *testing.T) {
	csv := "id,What is good here?\n" + strings.Repeat("1,home office days\n", 4) + strings.Repeat("1,office days off\n", 3) + "1,home office\n" +
		strings.Repeat("1,build system\n2,build system fails\n", 3) +
		strings.Repeat("1,4 day week\n", 3) + strings.Repeat("1,5 day week\n", 3) + strings.Repeat("1,trust\n2,pay\n3,people\n", 20)
	counted := count(t, csv, study.Options{Phrases: study.FoundPhrases}, "2")
	if len(counted.Phrases) < 3 {
		t.Fatalf("found %+v", counted.Phrases)
	}
	said := make(map[string]int)
	for _, x := range counted.Shown.Tally().Terms {
		said[x.Term] = x.Mentions
	}
	for _, p := range counted.Phrases {
		if p.Counted && said[p.Phrase] != p.Mentions {
			t.Errorf("%q: %d mentions are found, %d counted of %v", p.Phrase, p.Mentions, said[p.Phrase], said)
		}
	}
}

// TestPlainSpellings counts a word without its letters under the word, and a person who
// writes both once.
func TestPlainSpellings(t *testing.T) {
	opt := study.Options{Lang: "de"}
	c := count(t, "id,q\n1,Brücke\n2,Bruecke und Brücken\n3,Bruecken\n4,schon Idee\n", opt, "q")
	x := c.Shown.Tally().Terms[0]
	if x.Mentions != 4 || x.Respondents != 3 {
		t.Errorf("%s: %d mentions by %d people, not 4 by 3", x.Term, x.Mentions, x.Respondents)
	}
}

// A question of names, and groups that are names, are refused unless they are allowed.
func TestNamesAreRefused(t *testing.T) {
	const text = "id,Nome (facultativo),Team,Why?\n1,Ana Costa,A,trust and time\n2,Rui Melo,B,open doors\n3,Eva Reis,A,trust again\n4,Jo Park,B,more time\n"
	e, err := survey.Open(context.Background(), []survey.Input{survey.Stream("-", strings.NewReader(text))}, survey.Options{})
	if err != nil {
		t.Fatal(err)
	}
	count := func(selector, by string, allow bool) error {
		q, err := study.Select(e, selector)
		if err != nil {
			t.Fatal(err)
		}
		opt := study.Default()
		opt.By, opt.AllowNames = by, allow
		_, err = study.Tally(context.Background(), e, q, opt)
		return err
	}
	var names *study.NamesError
	if err := count("2", "", false); !errors.As(err, &names) || names.Flag != "-q" {
		t.Errorf("names: %v", err)
	}
	if err := count("4", "2", false); !errors.As(err, &names) || names.Flag != "--by" {
		t.Errorf("groups of names: %v", err)
	}
	opt := study.Default()
	opt.Where = []string{"Nome (facultativo)!=Ana Costa"}
	why, err := study.Select(e, "4")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := study.Tally(context.Background(), e, why, opt); !errors.As(err, &names) || names.Flag != "--where" {
		t.Errorf("answers of a name: %v", err)
	}
	opt.AllowNames = true
	if _, err := study.Tally(context.Background(), e, why, opt); err != nil {
		t.Errorf("answers of a name, allowed: %v", err)
	}
	for _, c := range []struct{ selector, by string }{{"2", ""}, {"4", "2"}} {
		if err := count(c.selector, c.by, true); err != nil {
			t.Errorf("%v allowed: %v", c, err)
		}
	}
	if err := count("4", "3", false); err != nil {
		t.Errorf("no names: %v", err)
	}
}
