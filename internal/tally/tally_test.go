package tally

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/lang"
	"verbatim/internal/term"
)

// tallyOf counts answers, one a respondent, as English.
func tallyOf(t testing.TB, by Count, answers ...string) *Tally {
	t.Helper()
	a, err := term.New(term.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := NewCounter(nil)
	c.Rows(Base{Rows: Figure(len(answers)), Respondents: Figure(len(answers))})
	for _, answer := range answers {
		switch {
		case answer == "":
			c.Unanswered()
		case a.Classify(answer) == lang.NonResponse:
			c.Respondent(lang.NonResponse, nil, 0)
		case a.Classify(answer) == lang.Nil:
			c.Respondent(lang.Nil, nil, 0)
		default:
			c.Respondent(lang.Substantive, a.Tokens(answer), 0)
		}
	}
	result := c.Sum().Tally(Ranking{By: by, Writing: Writing{AsWritten: true}})
	if err := result.Reconcile(); err != nil {
		t.Error(err)
	}
	return result
}

// list shows terms as "rank label mentions/respondents".
func list(terms []Term) string {
	var out []string
	for _, x := range terms {
		out = append(out, fmt.Sprintf("%d %s %d/%d", x.Rank, x.Term, x.Mentions, x.Respondents))
	}
	return strings.Join(out, ", ")
}

func TestCounts(t *testing.T) {
	answers := []string{"trust, trust and openness", "open", "trusting", "", "n/a", "none", "12 a@b.org ?? honesty"}
	got := tallyOf(t, Mentions, answers...)
	if want := "1 trust 3/2, 2 open 2/2, 3 honesty 1/1"; list(got.Terms) != want {
		t.Errorf("terms: %s\nwant %s", list(got.Terms), want)
	}
	wantBase := Base{Rows: 7, Respondents: 7, Unanswered: 1, NonResponse: 1, Valid: 5, NilAnswers: 1}
	if got.Base != wantBase {
		t.Errorf("base %+v, want %+v", got.Base, wantBase)
	}
	wantTokens := Tokens{Total: 9, StopWords: 1, Numbers: 1, Addresses: 1, Counted: 6}
	if got.Tokens != wantTokens {
		t.Errorf("tokens %+v, want %+v", got.Tokens, wantTokens)
	}
	if share := got.Terms[0].Share; share != 0.4 {
		t.Errorf("share %v, want 2 of 5", share)
	}
}

func TestRankBy(t *testing.T) {
	answers := []string{"tools tools tools", "trust", "trust", "time"}
	if got, want := list(tallyOf(t, Mentions, answers...).Terms), "1 tools 3/1, 2 trust 2/2, 3 time 1/1"; got != want {
		t.Errorf("by mentions: %s, want %s", got, want)
	}
	if got, want := list(tallyOf(t, Respondents, answers...).Terms), "1 trust 2/2, 2 tools 3/1, 2 time 1/1"; got != want {
		t.Errorf("by respondents: %s, want %s", got, want)
	}
}

// What is set aside is in the order of the ranking, too.
func TestAsideRankedBy(t *testing.T) {
	s := NewSum()
	for key, c := range map[string]Counts{"get": {Mentions: 5, Respondents: 1}, "use": {Mentions: 3, Respondents: 2}, "way": {Mentions: 2, Respondents: 2}} {
		s.Terms[Name{key, term.Filler}] = &TermSum{Counts: c, Forms: []Form{{Form: key, Mentions: c.Mentions}}}
	}
	for by, want := range map[Count]string{Respondents: "use way get", Mentions: "get use way", "": "use way get"} {
		var got []string
		for _, x := range s.Tally(Ranking{By: by}).SetAside {
			got = append(got, x.Term)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %v, want %s", by, got, want)
		}
	}
}

// What one person said is left out where thirty terms were said by more, however often that person said it.
func TestLimitLone(t *testing.T) {
	for shared, want := range map[int]int{29: 31, 30: 30, 31: 31} {
		full := &Tally{RankBy: Mentions, Tokens: Tokens{Counted: Figure(20 + 1 + 2*shared), Total: Figure(20 + 1 + 2*shared)}}
		full.Terms = append(full.Terms, Term{Term: "noise", Mentions: 20, Respondents: 1})
		for range shared {
			full.Terms = append(full.Terms, Term{Mentions: 2, Respondents: 2})
		}
		full.Terms = append(full.Terms, Term{Term: "rare", Mentions: 1, Respondents: 1})
		got := full.Limit(Limits{Lone: true})
		if len(got.Terms) != want || got.Cut.Lone != got.Cut.Terms || got.Cut.Lone != shared+2-want {
			t.Errorf("of %d said by several and 2 by one, %d stay and %+v are cut", shared, len(got.Terms), got.Cut)
		}
		if err := got.Reconcile(); err != nil {
			t.Error(err)
		}
	}
}

// A person who carries over 5 % of the weight is counted, in any order and grouping, unless an equal part is as much.
func TestHeavy(t *testing.T) {
	ones := slices.Repeat([]Weight{One}, 40)
	for _, tt := range []struct {
		weights []Weight
		people  int
		most    float64
	}{
		{nil, 0, 0}, {ones, 0, 0}, {ones[:10], 0, 0},
		{append(slices.Clone(ones), 3*One), 1, 3.0 / 43}, {append(slices.Clone(ones), 2*One), 0, 0},
		{append(slices.Clone(ones), 8*One, 4*One), 2, 8.0 / 52}, {[]Weight{One, One, 4 * One, 0}, 1, 4.0 / 6},
	} {
		backwards := slices.Clone(tt.weights)
		slices.Reverse(backwards)
		one, whole := NewCounter(nil), NewSum()
		for i, w := range backwards {
			one.Respondent(lang.Nil, nil, w)
			if i%7 == 6 {
				whole.Add(one.Sum())
				one = NewCounter(nil)
			}
		}
		whole.Add(one.Sum())
		if people, most := whole.Heavy(); people != tt.people || math.Abs(most-tt.most) > 1e-12 {
			t.Errorf("%v: %d people, %v", tt.weights, people, most)
		}
	}
}

func TestLabels(t *testing.T) {
	tests := []struct {
		name    string
		answers []string
		want    string
	}{
		{"most frequent", []string{"transparent", "transparency", "a transparency"}, "transparency"},
		{"tie: the shorter", []string{"trusting", "trust"}, "trust"},
		{"tie: bytes", []string{"a trust", "a Trust"}, "Trust"},
		{"a name", []string{"Python", "love Python", "python", "our Python"}, "Python"},
		{"small where small dominates", []string{"Trust", "we trust", "they trust"}, "trust"},
	}
	for _, tt := range tests {
		if got := tallyOf(t, Mentions, tt.answers...).Terms[0].Term; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestForms(t *testing.T) {
	got := tallyOf(t, Mentions, "open openness Open", "openness").Terms[0].Forms
	if want := []Form{{Form: "openness", Mentions: 2}, {Form: "Open", Mentions: 1}, {Form: "open", Mentions: 1}}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestLimit(t *testing.T) {
	// Counts: 3, 2, 2, 1, 1, 1.
	full := tallyOf(t, Mentions, "aa aa aa bb bb cc cc dd ee ff")
	tests := []struct {
		limits Limits
		want   int // terms that stay
	}{
		{Limits{}, 6}, {Limits{Top: 6}, 6}, {Limits{Top: 9}, 6},
		{Limits{Top: 5}, 3}, {Limits{Top: 4}, 3}, {Limits{Top: 3}, 3},
		{Limits{Top: 2}, 1}, {Limits{Top: 1}, 1},
		{Limits{MinCount: 2}, 3}, {Limits{MinCount: 4}, 0}, {Limits{MinCount: 2, Top: 2}, 1},
	}
	for _, tt := range tests {
		got := full.Limit(tt.limits)
		if len(got.Terms) != tt.want || got.Cut.Terms != 6-tt.want || got.Complete() != (tt.want == 6) {
			t.Errorf("%+v: %d terms stay, %d cut, want %d of 6 to stay", tt.limits, len(got.Terms), got.Cut.Terms, tt.want)
		}
		if err := got.Reconcile(); err != nil {
			t.Errorf("%+v: %v", tt.limits, err)
		}
	}
}

// Terms that are left out so as not to split a tie are counted.
func TestLimitCountsTheTie(t *testing.T) {
	full := tallyOf(t, Mentions, "aa aa aa bb bb cc cc dd ee ff")
	for limits, want := range map[Limits][2]int{{Top: 5}: {3, 1}, {Top: 2}: {2, 2}, {Top: 3}: {}, {MinCount: 2}: {}, {MinCount: 2, Top: 2}: {2, 2}} {
		if got := full.Limit(limits).Cut; got.Tied != want[0] || got.TiedAt != want[1] {
			t.Errorf("%+v: %d tie at %d, want %v", limits, got.Tied, got.TiedAt, want)
		}
	}
}

// Equal counts of one kind are ordered by the other, then by the label.
func TestOrderOfTies(t *testing.T) {
	got := list(tallyOf(t, Mentions, "aa aa zz", "zz", "mm mm", "bb").Terms)
	if want := "1 zz 2/2, 1 aa 2/1, 1 mm 2/1, 4 bb 1/1"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// All terms tie: leaving the tie out would leave nothing, so all stay.
func TestLimitKeepsAWholeTie(t *testing.T) {
	full := tallyOf(t, Mentions, "aa bb cc dd")
	if got := full.Limit(Limits{Top: 2}); len(got.Terms) != 4 {
		t.Errorf("%d terms stay, want 4", len(got.Terms))
	}
}

func TestReconcileFinds(t *testing.T) {
	break1 := map[string]func(*Tally){
		"rows":           func(x *Tally) { x.Base.Rows++ },
		"respondents":    func(x *Tally) { x.Base.Unanswered++ },
		"tokens":         func(x *Tally) { x.Tokens.Numbers++ },
		"counted tokens": func(x *Tally) { x.Terms[0].Mentions++ },
		"nil answers":    func(x *Tally) { x.Base.NilAnswers = 99 },
	}
	for name, change := range break1 {
		x := tallyOf(t, Mentions, "trust", "open 1")
		change(x)
		if err := x.Reconcile(); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// The order of the answers changes nothing, although counting goes by maps.
func TestOrderOfAnswers(t *testing.T) {
	answers := strings.Split("trust and time|Trust|open|OPENNESS|time|Open trust|honest|honesty", "|")
	want := tallyOf(t, Mentions, answers...)
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		r.Shuffle(len(answers), func(i, j int) { answers[i], answers[j] = answers[j], answers[i] })
		if got := tallyOf(t, Mentions, answers...); !reflect.DeepEqual(got, want) {
			t.Fatalf("%v:\n got %+v\nwant %+v", answers, got, want)
		}
	}
}
