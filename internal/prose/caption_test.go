package prose

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// asked is a question that 9 of 12 people answered, with terms of the given
// counts and so many more cut.
func asked(by tally.Count, cut int, counts ...int) *tally.Tally {
	t := &tally.Tally{RankBy: by, Base: tally.Base{Rows: 12, Respondents: 12, Valid: 9}, Cut: tally.Cut{Terms: cut}}
	for i, n := range counts {
		t.Terms = append(t.Terms, tally.Term{Rank: i + 1, Term: fmt.Sprintf("word%d", i), Label: fmt.Sprintf("word%d", i), Mentions: n, Respondents: n})
	}
	return t
}

func TestCaption(t *testing.T) {
	const base, root = "9 of 12 people gave an answer. ", "Letter height grows with the square root of the number of times that people said it."
	tests := []struct {
		name     string
		by       tally.Count
		scale    string
		cut      int
		counts   []int
		unplaced int
		want     string
	}{
		{"all drawn", tally.Mentions, "sqrt", 0, []int{3, 1}, 0, base + root},
		{"linear", tally.Mentions, "linear", 0, []int{3}, 0, base + "Letter height is proportional to the number of times that people said it."},
		{"log", tally.Respondents, "log", 0, []int{3}, 0, base + "Letter height grows with the logarithm of the number of people who said it."},
		{"area", tally.Mentions, "area", 0, []int{3}, 0, base + "The area of the box around a word is proportional to the number of times that people said it."},
		{"cut", tally.Mentions, "sqrt", 7, []int{4, 2}, 0, base + root + " These are the 2 terms said at least twice; 7 said less often are left out."},
		{"cut to one", tally.Respondents, "linear", 7, []int{4}, 0,
			base + "Letter height is proportional to the number of people who said it. This is the one term said by at least 4 people; 7 said by fewer are left out."},
		{"not drawn", tally.Mentions, "sqrt", 0, []int{3}, 14, base + root + " Not drawn: lost0 (1), lost1 (1), lost2 (1), lost3 (1), lost4 (1), lost5 (1), lost6 (1), lost7 (1), lost8 (1), lost9 (1), lost10 (1), lost11 (1), and 2 more."},
	}
	for _, tt := range tests {
		terms := asked(tt.by, tt.cut, tt.counts...)
		var missing []Missing
		for i := range tt.unplaced {
			missing = append(missing, Missing{Text: fmt.Sprintf("lost%d", i), Count: 1})
		}
		if got := strings.Join(Cloud(terms, false, tt.scale, missing), " "); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func TestCaptionOfSetAside(t *testing.T) {
	terms := asked(tally.Mentions, 0, 3)
	terms.SetAside = []tally.AsideTerm{
		{Term: "spack", Reason: "subject", Mentions: 94}, {Term: "use", Reason: "filler", Mentions: 42}, {Term: "thing", Reason: "filler", Mentions: 2},
		{Term: "pain", Reason: "echo", Mentions: 8}, {Term: "point", Reason: "echo", Mentions: 1},
	}
	got := strings.Join(Cloud(terms, false, "sqrt", nil), " ")
	if want := " Set aside as the subject: spack (94 mentions). Set aside as words of the question: pain (8 mentions). Set aside as filler: use (42 mentions)."; !strings.HasSuffix(got, want) {
		t.Errorf("%s, want it to end in %s", got, want)
	}
}

// Where answers are weighted, letter height and what is left out go by weighted counts.
func TestCaptionOfWeights(t *testing.T) {
	terms := asked(tally.Mentions, 7, 4, 2)
	terms.Base.EffectiveN = 8.5
	got := strings.Join(Cloud(terms, false, "sqrt", nil), " ")
	if want := " Letter height grows with the square root of the weighted number of times that people said it. The picture shows 2 terms; 7 other terms are left out."; !strings.HasSuffix(got, want) {
		t.Errorf("%s, want it to end in %s", got, want)
	}
}

// What one person said is counted apart from what fewer said.
func TestCaptionOfLone(t *testing.T) {
	for by, want := range map[tally.Count]string{
		tally.Respondents: " These are the 2 terms said by at least 2 people; 3 said by fewer are left out. 1,204 terms that one person alone said are left out.",
		tally.Mentions:    " These are the 2 terms said at least twice; 3 said less often are left out. 1,204 terms that one person alone said are left out.",
	} {
		terms := asked(by, 1207, 4, 2)
		terms.Cut.Lone = 1204
		if got := strings.Join(Cloud(terms, false, "sqrt", nil), " "); !strings.HasSuffix(got, want) {
			t.Errorf("%s, want it to end in %s", got, want)
		}
		terms.Cut = tally.Cut{Terms: 1, Lone: 1}
		if got, _ := strings.CutPrefix(chosen(terms, false)[0], "These are the 2 terms said "); got != "by at least 2 people." && got != "at least twice." {
			t.Error(got)
		}
	}
}

// Options may stand in the order of a scale, the least chosen first.
func TestCaptionOfOptions(t *testing.T) {
	options := asked(tally.Respondents, 90, 2, 7, 4)
	options.Cut.Terms = 3
	if got, want := strings.Join(Bars(options, nil, false, true), " "), "These are the 3 options chosen by at least 2 people; 3 chosen by fewer are left out."; !strings.Contains(got, want) {
		t.Errorf("%s, want it to have %s", got, want)
	}
}

func TestQuestion(t *testing.T) {
	if got := Question("What\nmatters?"); got != "What matters?" {
		t.Error(got)
	}
}

func TestCaptionOfNilAnswers(t *testing.T) {
	if got := answered(tally.Base{Respondents: 9, Valid: 8, NilAnswers: 3}); got != "8 of 9 people gave an answer; 3 of them said “nothing”." {
		t.Error(got)
	}
}

// The first line of the alternative text says what the picture is, of how many
// people, and the top terms with counts.
func TestAltText(t *testing.T) {
	terms := asked(tally.Respondents, 0, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)
	first, rest, _ := strings.Cut(CloudAlt(terms, false, "What\nmatters?"), "\n")
	if !strings.HasPrefix(first, "Word cloud of the answers of 9 people, each word sized by the number of people who said it: word0 12, word1 11, ") || !strings.HasSuffix(first, " word9 3.") {
		t.Error(first)
	}
	if rest != "Question: What matters?" {
		t.Error(rest)
	}
}

func TestDenied(t *testing.T) {
	of := func(word, label string, either int) tally.Term {
		return tally.Term{Term: word, Label: label, Root: term.Root{Denied: word != label}, Either: either}
	}
	easy, fast, trust := of("easy", "not easy", 30), of("fast", "not fast", 0), of("trust", "trust", 0)
	for _, tt := range []struct {
		terms []tally.Term
		want  string
	}{
		{nil, ""}, {[]tally.Term{trust}, ""},
		{[]tally.Term{trust, easy}, "“not easy” counts the mentions that deny “easy”; 30 people say one or the other."},
		{[]tally.Term{fast, trust}, "“not fast” counts the mentions that deny “fast”."},
		{[]tally.Term{easy, trust, fast}, "Mentions that deny a word are a term of their own: “not easy”, “not fast”."},
	} {
		if got := strings.Join(denied(tt.terms), " "); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

// Small groups are named, cut names without a second full stop, and the people in no group are counted.
func TestSmallGroups(t *testing.T) {
	group := func(value string, valid int) tally.Group {
		return tally.Group{Value: value, Tally: &tally.Tally{Base: tally.Base{Valid: valid}}}
	}
	groups := []tally.Group{group("North", 40), group("East", 9), group("an organization that has been there for long", 4), group("", 3)}
	want := []string{"Groups of fewer than 10 people (East, an organization that has been…) tell little.", "In no group: 3 people who answered."}
	if got := smallGroups(groups); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := smallGroups(groups[:1]); got != nil {
		t.Errorf("no small group: %q", got)
	}
}
