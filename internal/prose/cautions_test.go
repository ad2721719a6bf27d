package prose

import (
	"strings"
	"testing"

	"verbatim/internal/notice"
	"verbatim/internal/tally"
)

// saidBy is a tally of the answers of so many people with terms of the given
// mentions and people.
func saidBy(valid int, figures ...[2]int) *tally.Tally {
	t := &tally.Tally{RankBy: tally.Mentions, Base: tally.Base{Valid: valid}}
	for i, f := range figures {
		t.Terms = append(t.Terms, tally.Term{Rank: i + 1, Term: string(rune('a' + i)), Label: string(rune('a' + i)), Mentions: f[0], Respondents: f[1]})
		t.Tokens.Counted += tally.Figure(f[0])
	}
	return t
}

// Answers are varied if the first term has few people, unless they are few.
func TestVaried(t *testing.T) {
	for _, tt := range []struct {
		name  string
		tally *tally.Tally
		want  string
	}{
		{"nothing", saidBy(50), ""},
		{"too few answers to tell", saidBy(9, [2]int{1, 1}), ""},
		{"one of ten", saidBy(10, [2]int{1, 1}), `answers are varied: no term was said by more than 1 person of 10 ("a"); themes and quotes tell more`},
		{"few, but more than a third", saidBy(20, [2]int{7, 7}), ""},
		{"a third", saidBy(21, [2]int{7, 7}), `answers are varied: no term was said by more than 7 people of 21 ("a"); themes and quotes tell more`},
		{"under 15%", saidBy(100, [2]int{14, 14}), `answers are varied: no term was said by more than 14 people of 100 ("a"); themes and quotes tell more`},
		{"15%", saidBy(100, [2]int{15, 15}), ""},
		{"people, not mentions", saidBy(40, [2]int{30, 2}, [2]int{20, 20}), ""},
	} {
		if got := messages(Voice{}.VariedAnswers(tt.tally, false)); got != tt.want {
			t.Errorf("%s: %s", tt.name, got)
		}
	}
}

// Terms that few people supply are told in one line, where mentions rank them.
func TestTalkative(t *testing.T) {
	many := saidBy(40, [2]int{30, 2}, [2]int{20, 20}, [2]int{9, 1}, [2]int{8, 4}, [2]int{7, 4}, [2]int{6, 1}, [2]int{3, 1})
	if got, want := messages(Voice{}.Talkative(many, 25)), `one person supplies 25 of the 83 counted words; --count respondents does not grow with them|`+
		`some terms are repeated by the same people: "a" has 30 mentions by 2 people, "c" has 9 mentions by 1 person, "d" has 8 mentions by 4 people, 2 more`; got != want {
		t.Error(got)
	}
	many.RankBy = tally.Respondents
	if got := messages(Voice{}.Talkative(many, 25)); got != "" {
		t.Error(got)
	}
}

func TestFew(t *testing.T) {
	for valid, want := range map[int]string{1: "only 1 person gave an answer", 29: "only 29 people gave an answer", 30: ""} {
		if got := messages(Voice{}.FewAnswers(saidBy(valid))); got != want {
			t.Errorf("%d: %s", valid, got)
		}
	}
}

// Who carries much of the weight is counted, never named.
func TestHeavy(t *testing.T) {
	const hint = "; trim the weights, or count without --weight"
	for people, want := range map[int]string{0: "", 1: "one person carries over 5% of the weight: 17%" + hint, 2: "2 people carry over 5% of the weight each, one of them 17%" + hint} {
		if got := messages(Voice{}.Heavy(people, 0.17)); got != want {
			t.Errorf("%d: %s", people, got)
		}
	}
}

func messages(warnings []notice.Warning) string {
	var list []string
	for _, w := range warnings {
		list = append(list, w.Text())
	}
	return strings.Join(list, "|")
}
