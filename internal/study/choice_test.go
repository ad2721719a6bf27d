package study_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"verbatim/internal/study"
	"verbatim/internal/tally"
)

var tools = []string{"Hammer", "Saw (hand, chain)", "Drill"}

// shed is a survey that asks for tools twice, by boxes (3 to 5) and joined in one cell (6), and has for
// the slow way whether anything was picked (7) and each tool (8 to 10). Its question is column 11.
func shed(people int, r *rand.Rand) string {
	words := strings.Fields("noise dust time light room cold money neighbours tidy help")
	var rows strings.Builder
	rows.WriteString("id,weight,Which do you use? [Hammer],\"Which do you use? [Saw (hand, chain)]\",Which do you use? [Drill],Everything you use,any,one,two,three,What hinders you most?\n")
	for i := range people {
		boxes, each, joined := make([]string, len(tools)), make([]string, len(tools)), []string{}
		for o := range tools {
			if each[o] = "no"; r.IntN(3) < 2-o%2 && i%9 > 0 {
				boxes[o], each[o], joined = "Yes", "yes", append(joined, tools[o])
			}
		}
		answer := words[r.IntN(len(words))] + " and " + words[r.IntN(len(words))]
		if boxes[1] != "" && r.IntN(3) == 0 {
			answer += ", noise"
		}
		if i%11 == 0 {
			answer = []string{"", "nothing", "n/a"}[r.IntN(3)]
		}
		fmt.Fprintf(&rows, "%d,%d.5,%s,%q,%t,%s,%q\n", i, r.IntN(4), strings.Join(boxes, ","), strings.Join(joined, ", "), len(joined) > 0, strings.Join(each, ","), answer)
	}
	return rows.String()
}

// people are the figures of a tally that do not depend on how its people were chosen.
func people(x *tally.Tally) (figures []any) {
	b := x.Base
	figures = append(figures, b.Respondents, b.Unanswered, b.NonResponse, b.Valid, b.NilAnswers, b.WeightSum, b.EffectiveN)
	for _, y := range x.Terms {
		figures = append(figures, y.Rank, y.Key(), y.Respondents, y.Mentions, y.Share, y.WeightedRespondents)
	}
	for _, y := range x.Themes {
		figures = append(figures, y)
	}
	return figures
}

// Each option of a multiple choice is counted as --where would count the people who picked it, whether the
// options have a column each or one together; and its tests are those of a column that says who picked it.
func TestOptionsOneByOne(t *testing.T) {
	themes := list(t, "theme,term\nsenses,noise\nsenses,light\nsenses,cold\nmeans,money\nmeans,time\n")
	for _, weight := range []string{"", "2"} {
		survey := shed(400, rand.New(rand.NewPCG(7, 4)))
		opt := study.Options{Lang: "en", Count: tally.Respondents, Themes: themes, Weight: weight}
		for _, by := range []string{"3-5", "6"} {
			grouped := opt
			grouped.By = by
			all := count(t, survey, grouped, "11")
			compared, err := all.Compare()
			if err != nil {
				t.Fatal(err)
			}
			if len(all.Shown.Groups()) != 4 || len(compared.Groups) != 3 || !compared.Overlap {
				t.Fatalf("by %s: %d groups, %d compared", by, len(all.Shown.Groups()), len(compared.Groups))
			}
			for _, g := range all.Shown.Groups() {
				where := []string{"any=false"}
				for o, tool := range tools {
					if g.Value == tool {
						where = []string{strconv.Itoa(8+o) + "=yes"}
						oneByOne(t, survey, opt, compared.Comparison, tool, strconv.Itoa(8+o))
					}
				}
				slow := opt
				slow.Where = where
				if got, want := people(g.Tally), people(count(t, survey, slow, "11").Shown.Tally()); !reflect.DeepEqual(got, want) {
					t.Errorf("by %s, weights %q, %q:\n%v\nwant\n%v", by, weight, g.Value, got, want)
				}
			}
		}
	}
}

// oneByOne compares the tests of an option with those of a column that has yes and no, of those who picked any.
func oneByOne(t *testing.T, survey string, opt study.Options, compared *tally.Comparison, tool, column string) {
	t.Helper()
	opt.Where, opt.By = []string{"any=true"}, column
	pair, err := count(t, survey, opt, "11").Compare()
	if err != nil {
		t.Fatal(err)
	}
	want := make(map[string][2]tally.KeyGroup)
	for _, x := range pair.Terms {
		yes, no := x.Groups[0], x.Groups[1]
		if yes.Value == "no" {
			yes, no = no, yes
		}
		want[x.Key()] = [2]tally.KeyGroup{yes, no}
	}
	for _, x := range compared.Terms {
		for _, g := range x.Groups {
			if w := want[x.Key()]; g.Value == tool && (g.Test != w[0].Test || g.Share != w[0].Share || g.NotPicked.Respondents != w[1].Respondents || math.Abs(g.NotPicked.Share-w[1].Share) > 1e-12) {
				t.Errorf("%s, %s: %+v %+v, want %+v", tool, x.Term, g, g.NotPicked, w)
			}
		}
	}
	if len(want) != len(compared.Terms) || compared.Tests != 3*len(want) {
		t.Errorf("%s: %d terms in %d tests, want %d", tool, len(compared.Terms), compared.Tests, len(want))
	}
}

// With --id a person is in the groups of the options in any of their rows, with all of their answers.
func TestOptionsInSeveralRows(t *testing.T) {
	var rows strings.Builder
	rows.WriteString("id,Tools,What hinders you?\n")
	for i := range 12 {
		fmt.Fprintf(&rows, "%d,\"%s\",noise\n%d,,dust\n%d,%s,\n", i, []string{"Saw, Drill", "Hammer, Saw", "Saw, Drill, Axe"}[i%3], i, i, []string{"Hammer", "Drill"}[i%2])
	}
	c := count(t, rows.String(), study.Options{Lang: "en", By: "2", ID: "1"}, "3")
	got := make(map[string]string)
	for _, g := range c.Shown.Groups() {
		got[g.Value] = fmt.Sprint(g.Tally.Base.Valid)
		for _, x := range g.Tally.Terms {
			got[g.Value] += fmt.Sprintf(" %s %d", x.Term, x.Respondents)
		}
	}
	want := map[string]string{"Saw": "12 dust 12 noise 12", "Drill": "10 dust 10 noise 10", "Hammer": "8 dust 8 noise 8", "Axe": "4 dust 4 noise 4"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
