package study_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"verbatim/internal/notice"
	"verbatim/internal/study"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
)

// longAndWide are the same answers twice: a row for each respondent, and a row for each
// sentence, in any order, with blanks where another row of the respondent has the value.
func longAndWide(people int, random *rand.Rand) (long, wide string) {
	words := strings.Fields("trust time luck money home office garden work team tools people")
	const header = "respondent,region,weight,What matters most to you here?\n"
	var rows []string
	var all strings.Builder
	for i := range people {
		var sentences []string
		for range random.IntN(4) { // none: unanswered
			sentences = append(sentences, words[random.IntN(len(words))]+" and "+words[random.IntN(len(words))]+strings.Repeat(" then", random.IntN(30)))
		}
		fmt.Fprintf(&all, "p%d,R%d,%d.5,%s\n", i, i%3, i%4, strings.Join(sentences, ". "))
		rows = append(rows, fmt.Sprintf("p%d,R%d,%d.5,\n", i, i%3, i%4))
		for _, s := range sentences {
			rows = append(rows, fmt.Sprintf("p%d,,,%s\n", i, s))
		}
	}
	random.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	return header + strings.Join(rows, ""), header + all.String()
}

// However the answers of a survey are spread over rows, --id counts what the table with
// a row for each respondent has, with any number of workers.
func TestRowsOfRespondents(t *testing.T) {
	for seed, people := range []int{1, 7, 200, 6_000} {
		long, wide := longAndWide(people, rand.New(rand.NewPCG(uint64(seed), 1)))
		opt := study.Options{By: "2", Weight: "3", Lang: "en", Count: tally.Respondents, Themes: list(t, "theme,term\nplace,home\nplace,office\nmeans,money\n")}
		want := count(t, wide, opt, "4").Shown
		opt.ID = "1"
		if unique := count(t, wide, opt, "4").Shown; !reflect.DeepEqual(unique, want) {
			t.Errorf("%d people: ids that never repeat change the result", people)
		}
		for _, workers := range []int{1, 2, 5} {
			opt.Workers = workers
			got := count(t, long, opt, "4").Shown
			if further := got.Tally().Base.FurtherRows; int(further) != strings.Count(long, "\n")-1-people {
				t.Errorf("%d people, %d workers: %d further rows", people, workers, further)
			}
			for _, x := range append(got.Groups(), tally.Group{Tally: got.Tally()}) {
				x.Tally.Base.Rows -= x.Tally.Base.FurtherRows
				x.Tally.Base.FurtherRows = 0
			}
			if !reflect.DeepEqual(withoutSums(got), withoutSums(want)) {
				t.Errorf("%d people, %d workers: another result than from one row each", people, workers)
			}
		}
	}
}

// withoutSums are the tallies that are shown, the whole last.
func withoutSums(s interface {
	Groups() []tally.Group
	Tally() *tally.Tally
}) (all []tally.Tally) {
	for _, g := range s.Groups() {
		all = append(all, *g.Tally)
	}
	return append(all, *s.Tally())
}

func TestPeopleByTheirIDs(t *testing.T) {
	const header = "respondent,group,weight,What matters?\n"
	for _, c := range []struct {
		name, rows   string
		opt          study.Options
		people, rest int // respondents, further rows
		warns        notice.Code
	}{
		{"adjacent", "1,a,1,trust\n1,a,1,time\n2,a,1,trust\n", study.Options{}, 2, 1, ""},
		{"apart", "1,a,1,trust\n2,a,1,trust\n1,a,1,time\n", study.Options{}, 2, 1, ""},
		{"ids are text", "1,a,1,trust\n01,a,1,trust\n1.0,a,1,time\nA,a,1,x\na,a,1,y\nA,a,1,z\n", study.Options{}, 5, 1, notice.IDSpellings},
		{"two spellings, each once", "5,a,1,trust\n5.0,a,1,time\n6,a,1,luck\n", study.Options{}, 3, 0, notice.IDSpellings},
		{"padded alike", "005,a,1,trust\n006,a,1,time\n005,a,1,luck\n000,a,1,luck\n", study.Options{}, 3, 1, ""},
		{"versions", "5.0,a,1,trust\n5.1,a,1,time\n5.10,a,1,luck\n", study.Options{}, 3, 0, ""},
		{"blanks at the ends", " 1,a,1,trust\n1 ,a,1,time\n", study.Options{}, 1, 1, ""},
		{"without ids", ",a,1,trust\n,a,1,time\n3,a,1,luck\n3,a,1,luck\n", study.Options{}, 3, 1, notice.MissingIDs},
		{"conditions are of rows", "1,a,1,trust\n1,b,1,time\n2,b,1,time\n", study.Options{Where: []string{"group=a"}}, 1, 0, ""},
		{"one group, and blanks", "1,,1,trust\n1,a,1,time\n2,b,1,time\n", study.Options{By: "group"}, 2, 1, ""},
		{"several groups", "1,b,1,trust\n1,a,1,time\n2,b,1,time\n", study.Options{By: "group"}, 2, 1, notice.SeveralGroups},
		{"one weight, and blanks", "1,,2.0,trust\n1,a,,time\n1,a,2,time\n", study.Options{Weight: "weight"}, 1, 2, ""},
	} {
		c.opt.ID, c.opt.Lang = "respondent", "en"
		got := count(t, header+c.rows, c.opt, "4")
		b := got.Shown.Tally().Base
		if int(b.Respondents) != c.people || int(b.FurtherRows) != c.rest {
			t.Errorf("%s: %d respondents, %d further rows; want %d and %d", c.name, b.Respondents, b.FurtherRows, c.people, c.rest)
		}
		var codes []notice.Code
		for _, w := range got.Warnings {
			codes = append(codes, w.Code)
		}
		if c.warns == "" && len(codes) > 0 || c.warns != "" && !reflect.DeepEqual(codes, []notice.Code{c.warns}) {
			t.Errorf("%s: warnings %v, want %q", c.name, codes, c.warns)
		}
	}
}

// What no rule decides is refused, with the line.
func TestPeopleRefused(t *testing.T) {
	for _, c := range []struct {
		rows, want string
		opt        study.Options
	}{
		{"1,a,1,trust\n2,a,2,time\n1,a,3,luck\n", "-: line 4: the weight is not that of line 2, of the same respondent", study.Options{Weight: "weight"}},
		{"1,a,,trust\n2,a,2,time\n1,a,,luck\n", "-: line 2: the weight is missing", study.Options{Weight: "weight"}},
		{"1,a,1,trust\n2,a,2,time\n1,b,3,luck\n", `--suppress: some respondents have rows in several groups of "group"`, study.Options{By: "group", Suppress: 2}},
	} {
		ctx := context.Background()
		e, err := survey.Open(ctx, []survey.Input{survey.Stream("-", strings.NewReader("respondent,group,weight,What matters?\n"+c.rows))}, survey.Options{})
		if err != nil {
			t.Fatal(err)
		}
		q, err := study.Select(e, "4")
		if err != nil {
			t.Fatal(err)
		}
		c.opt.ID, c.opt.Lang = "respondent", "en"
		if _, err := study.Tally(ctx, e, q, c.opt); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.rows, err, c.want)
		}
	}
}

// Ids that are too many to be read twice are refused.
func TestIDsOfAStream(t *testing.T) {
	long, _ := longAndWide(60_000, rand.New(rand.NewPCG(1, 1)))
	e, err := survey.Open(context.Background(), []survey.Input{survey.Stream("-", strings.NewReader(long))}, survey.Options{})
	if err != nil {
		t.Fatal(err)
	}
	q, err := study.Select(e, "4")
	if err != nil {
		t.Fatal(err)
	}
	var input *notice.InputError
	if _, err := study.Tally(context.Background(), e, q, study.Options{ID: "1"}); !errors.As(err, &input) || !strings.Contains(err.Error(), "read twice") {
		t.Errorf("a long stream: %v", err)
	}
}
