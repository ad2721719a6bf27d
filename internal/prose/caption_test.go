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

func TestCloudNote(t *testing.T) {
	const root = "Letter height grows with the square root of the count."
	tests := []struct {
		name     string
		by       tally.Count
		scale    string
		cut      int
		counts   []int
		unplaced int
		want     string
	}{
		{"all drawn", tally.Mentions, "sqrt", 0, []int{3, 1}, 0, root},
		{"linear", tally.Mentions, "linear", 0, []int{3}, 0, "Letter height is proportional to the count."},
		{"log", tally.Respondents, "log", 0, []int{3}, 0, "Letter height grows with the logarithm of the count."},
		{"area", tally.Mentions, "area", 0, []int{3}, 0, "The area of the box around a word is proportional to the count."},
		{"cut", tally.Mentions, "sqrt", 7, []int{4, 2}, 0, "The 2 terms said at least twice are drawn. Left out: 7 rarer terms. " + root},
		{"cut to one", tally.Respondents, "sqrt", 1, []int{4}, 0, "The one term said by at least 4 people is drawn. Left out: 1 rarer term. " + root},
		{"not drawn", tally.Mentions, "sqrt", 0, []int{3}, 6, "Not drawn: lost0 (1), lost1 (1), lost2 (1), lost3 (1), 2 more. " + root},
	}
	for _, tt := range tests {
		terms := asked(tt.by, tt.cut, tt.counts...)
		var missing []Missing
		for i := range tt.unplaced {
			missing = append(missing, Missing{Text: fmt.Sprintf("lost%d", i), Count: 1})
		}
		if got := strings.Join((Voice{}).Cloud(terms, false, tt.scale, missing), " "); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// The base names the largest count and the smallest, wherever they stand, and says ever less.
func TestCloudBase(t *testing.T) {
	const base = "9 of 12 people gave an answer."
	for _, tt := range []struct {
		terms   *tally.Tally
		options bool
		want    [3]string
	}{
		{asked(tally.Respondents, 0, 8, 3, 2), false, [3]string{"Size shows how many people said a word, from 8 (“word0”) down to 2.", "Size shows how many people said a word.", "Size: how many said it."}},
		{asked(tally.Respondents, 0, 3, 8, 2), true, [3]string{"Size shows how many people chose an option, from 8 (“word1”) down to 2.", "Size shows how many people chose an option.", "Size: how many chose it."}},
		{asked(tally.Mentions, 0, 8, 3), false, [3]string{"Size shows how often a word was said, from 8 (“word0”) down to 3.", "Size shows how often a word was said.", "Size: how often said."}},
		{asked(tally.Respondents, 0, 2, 2), false, [3]string{"Size shows how many people said a word. All counts are 2.", "Size shows how many people said a word.", "Size: how many said it."}},
	} {
		if got, want := (Voice{}).CloudBase(tt.terms, tt.options), []string{base + " " + tt.want[0], base + " " + tt.want[1], base + " " + tt.want[2], base}; !slices.Equal(got, want) {
			t.Errorf("\n got %q\nwant %q", got, want)
		}
	}
}

// Of words that are set aside, those are named that are as frequent as the largest drawn.
func TestLeftOut(t *testing.T) {
	terms := asked(tally.Mentions, 0, 30)
	terms.SetAside = []tally.AsideTerm{
		{Term: "spack", Reason: "subject", Mentions: 94}, {Term: "use", Reason: "filler", Mentions: 29}, {Term: "thing", Reason: "filler", Mentions: 2},
		{Term: "pain", Reason: "echo", Mentions: 30}, {Term: "point", Reason: "echo", Mentions: 1},
	}
	got := strings.Join(Voice{}.Cloud(terms, false, "sqrt", nil), " ")
	if want := "Left out: the subject “spack” (94 mentions); words of the question “pain” (30 mentions); filler."; !strings.Contains(got, want) {
		t.Errorf("%s, want it to have %s", got, want)
	}
}

// Where answers are weighted, what is left out goes by no order.
func TestNoteOfWeights(t *testing.T) {
	terms := asked(tally.Mentions, 7, 4, 2)
	terms.Base.EffectiveN = 8.5
	if got, want := strings.Join((Voice{}).Cloud(terms, false, "sqrt", nil), " "), "2 terms are drawn. Left out: 7 other terms. "; !strings.HasPrefix(got, want) {
		t.Errorf("%s, want it to begin with %s", got, want)
	}
}

// What one person said is counted apart from what fewer said.
func TestNoteOfLone(t *testing.T) {
	for by, want := range map[tally.Count]string{
		tally.Respondents: "The 2 terms said by at least 2 people are drawn. Left out: 1,207 rarer terms (1,204 of one person). ",
		tally.Mentions:    "The 2 terms said at least twice are drawn. Left out: 1,207 rarer terms (1,204 of one person). ",
	} {
		terms := asked(by, 1207, 4, 2)
		terms.Cut.Lone = 1204
		if got := strings.Join((Voice{}).Cloud(terms, false, "sqrt", nil), " "); !strings.HasPrefix(got, want) {
			t.Errorf("%s, want it to begin with %s", got, want)
		}
	}
}

// Options may stand in the order of a scale, the least chosen first.
func TestNoteOfOptions(t *testing.T) {
	options := asked(tally.Respondents, 3, 2, 7, 4)
	if got, want := strings.Join((Voice{}).Bars(options, nil, false, true), " "), "The 3 options chosen by at least 2 people are drawn. Left out: 3 rarer options."; !strings.Contains(got, want) {
		t.Errorf("%s, want it to have %s", got, want)
	}
}

// That people had nothing to say is said where they are many.
func TestSaidNothing(t *testing.T) {
	if got := (Voice{}).saidNothing(tally.Base{Valid: 20, NilAnswers: 1}); !slices.Equal(got, []string{"1 of those who answered said “nothing”."}) {
		t.Errorf("%q", got)
	}
	if got := (Voice{}).saidNothing(tally.Base{Valid: 21, NilAnswers: 1}); got != nil {
		t.Errorf("%q", got)
	}
}

// The alternative text says what the picture is, of how many people, the question, and the first terms with counts, in 250
// characters.
func TestAltText(t *testing.T) {
	terms := asked(tally.Respondents, 0, 12, 11, 10, 9, 8, 7, 6)
	if got, want := (Voice{}).CloudAlt(terms, false, "What\nmatters?"), "Word cloud, 9 of 12 people. What matters? Largest, by people: word0 12, word1 11, word2 10, word3 9, word4 8."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	long := Voice{}.CloudAlt(terms, false, strings.Repeat("a long question ", 30))
	if n := len([]rune(long)); n > 250 || n < 200 || !strings.HasSuffix(long, "word4 8.") {
		t.Errorf("%d characters: %q", n, long)
	}
}

func TestHeadline(t *testing.T) {
	of := func(counts ...int) *tally.Tally {
		x := asked(tally.Respondents, 0, counts...)
		for i := range x.Terms {
			x.Terms[i].Share = float64(x.Terms[i].Respondents) / 9
		}
		return x
	}
	aside := func(x *tally.Tally, counts ...int) *tally.Tally {
		for i, n := range counts {
			x.SetAside = append(x.SetAside, tally.AsideTerm{Term: fmt.Sprintf("aside%d", i), Reason: []string{"filler", "echo"}[i], Respondents: n, Mentions: n})
		}
		return x
	}
	for _, tt := range []struct {
		terms   *tally.Tally
		options bool
		leading int
		want    string
	}{
		{of(8, 3), false, 1, "“word0” was named most, by 8 of 9 people"},
		{of(8, 3), true, 1, "“word0” was chosen most, by 8 of 9 people"},
		{of(8, 7, 3), false, 2, "“word0” and “word1” were named most"},
		{of(8, 7, 6, 5), false, 0, "No clear leader: “word0”, “word1” and “word2” come first"},
		{of(1, 1, 1), false, 0, "Answers vary: no term comes from more than 1 of 9 people"},
		{of(1), false, 1, "Answers vary: no term comes from more than 1 of 9 people"}, // although it leads the others
		{aside(of(8, 3), 8), false, 1, "“word0” was named most, by 8 of 9 people"},
		{aside(of(7, 3), 8, 9), false, 1, "“word0” was named most, by 7 of 9 people; set aside: “aside1” (9 people), “aside0” (8)"},
	} {
		if got := (Voice{}).Headline(tt.terms, tt.options, tt.leading); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
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
		if got := strings.Join((Voice{}).denied(tt.terms), " "); got != tt.want {
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
	if got := (Voice{}).smallGroups(groups); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := (Voice{}).smallGroups(groups[:1]); got != nil {
		t.Errorf("no small group: %q", got)
	}
}
