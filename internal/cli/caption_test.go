package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"verbatim/internal/layout"
	"verbatim/internal/notice"
	"verbatim/internal/pipeline"
	"verbatim/internal/render"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// asked is a question that 9 of 12 people answered, with terms of the given
// counts and so many more cut.
func asked(by tally.Count, cut int, counts ...int) (*counted, *tally.Tally) {
	t := &tally.Tally{RankBy: by, Base: tally.Base{Rows: 12, Respondents: 12, Valid: 9}, Cut: tally.Cut{Terms: cut}}
	for i, n := range counts {
		t.Terms = append(t.Terms, tally.Term{Rank: i + 1, Term: fmt.Sprintf("word%d", i), Mentions: n, Respondents: n})
	}
	return &counted{question: survey.Question{Text: "What\nmatters?"}, Result: &pipeline.Result{Tally: t}}, t
}

func TestCaption(t *testing.T) {
	const head, base, root = "What matters?|", "9 of 12 people gave an answer. ", "Letter height grows with the square root of the number of mentions."
	tests := []struct {
		name     string
		by       tally.Count
		scale    layout.Scale
		cut      int
		counts   []int
		unplaced int
		want     string
	}{
		{"all drawn", tally.Mentions, layout.Sqrt, 0, []int{3, 1}, 0, head + base + root},
		{"linear", tally.Mentions, layout.Linear, 0, []int{3}, 0, head + base + "Letter height is proportional to the number of mentions."},
		{"log", tally.Respondents, layout.Log, 0, []int{3}, 0, head + base + "Letter height grows with the logarithm of the number of people who said it."},
		{"area", tally.Mentions, layout.Area, 0, []int{3}, 0, head + base + "The area of the box around a word is proportional to the number of mentions."},
		{"cut", tally.Mentions, layout.Sqrt, 7, []int{4, 2}, 0, head + base + root + " These are the 2 terms said at least twice; 7 said less often are left out."},
		{"cut to one", tally.Respondents, layout.Linear, 7, []int{4}, 0,
			head + base + "Letter height is proportional to the number of people who said it. This is the one term said by at least 4 people; 7 said less often are left out."},
		{"not drawn", tally.Mentions, layout.Sqrt, 0, []int{3}, 14, head + base + root + " Not drawn: lost0 (1), lost1 (1), lost2 (1), lost3 (1), lost4 (1), lost5 (1), lost6 (1), lost7 (1), lost8 (1), lost9 (1), lost10 (1), lost11 (1), and 2 more."},
	}
	for _, tt := range tests {
		q, terms := asked(tt.by, tt.cut, tt.counts...)
		var unplaced []layout.Unplaced
		for i := range tt.unplaced {
			unplaced = append(unplaced, layout.Unplaced{Text: fmt.Sprintf("lost%d", i), Count: 1})
		}
		if got := strings.Join(captionOf(q, terms, tt.scale, unplaced), "|"); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func TestCaptionOfSetAside(t *testing.T) {
	q, terms := asked(tally.Mentions, 0, 3)
	terms.SetAside = []tally.AsideTerm{
		{Term: "spack", Reason: "subject", Mentions: 94}, {Term: "use", Reason: "filler", Mentions: 42}, {Term: "thing", Reason: "filler", Mentions: 2},
		{Term: "pain", Reason: "echo", Mentions: 8}, {Term: "point", Reason: "echo", Mentions: 1},
	}
	got := strings.Join(captionOf(q, terms, layout.Sqrt, nil), "|")
	if want := " Set aside as the subject: spack (94). Set aside as words of the question: pain (8). Set aside as filler: use (42)."; !strings.HasSuffix(got, want) {
		t.Errorf("%s, want it to end in %s", got, want)
	}
}

// Where answers are weighted, letter height and what is left out go by weighted counts.
func TestCaptionOfWeights(t *testing.T) {
	q, terms := asked(tally.Mentions, 7, 4, 2)
	terms.Base.EffectiveN = 8.5
	got := strings.Join(captionOf(q, terms, layout.Sqrt, nil), "|")
	if want := " Letter height grows with the square root of the weighted number of mentions. Shown are the 2 terms with the largest weighted counts; 7 with smaller ones are left out."; !strings.HasSuffix(got, want) {
		t.Errorf("%s, want it to end in %s", got, want)
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
	q, terms := asked(tally.Mentions, 0, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)
	first, rest, _ := strings.Cut(altText(q, terms), "\n")
	if !strings.HasPrefix(first, "Word cloud of the answers of 9 people, sized by mentions: word0 12, word1 11, ") || !strings.HasSuffix(first, " word9 3.") {
		t.Error(first)
	}
	if rest != "Question: What matters?" {
		t.Error(rest)
	}
}

// Every kind of error has its exit status; what is unknown is a failure of the
// program.
func TestVerdict(t *testing.T) {
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	tests := []struct {
		ctx  context.Context
		err  error
		want int
	}{
		{context.Background(), errors.New("unexpected"), 1},
		{context.Background(), notWritten("x", fs.ErrPermission), 1},
		{context.Background(), &usageError{}, 2},
		{context.Background(), &selectError{SelectError: &survey.SelectError{Several: true}}, 2},
		{context.Background(), &selectError{SelectError: &survey.SelectError{}}, 3},
		{context.Background(), &notice.InputError{}, 3},
		{context.Background(), &term.LanguageError{}, 3},
		{context.Background(), &nothingError{}, 4},
		{context.Background(), &survey.EmptyError{}, 4},
		{context.Background(), &checkError{errors.New("overlap")}, 5},
		{cancelled, fmt.Errorf("read: %w", context.Canceled), 130},
	}
	for _, tt := range tests {
		if got, _ := verdict(tt.ctx, fmt.Errorf("wrapped: %w", tt.err)); got != tt.want {
			t.Errorf("%T: status %d, want %d", tt.err, got, tt.want)
		}
	}
}

func TestParseSize(t *testing.T) {
	for _, good := range []string{"1600x1000", "100X100", "20000x5000"} {
		if _, _, err := parseSize(good); err != nil {
			t.Errorf("%s: %v", good, err)
		}
	}
	for _, bad := range []string{"", "1600", "1600x", "ax1000", "99x1000", "20001x100", "20000x20000", "-5x100", "1e3x1000"} {
		if _, _, err := parseSize(bad); err == nil {
			t.Errorf("%s: no error", bad)
		}
	}
}

// A theme whose words all stand for another one first has no colour, and is named.
func TestColorless(t *testing.T) {
	x := &tally.Tally{
		Terms:  []tally.Term{{Term: "trust", Theme: "X"}},
		Themes: []tally.Theme{{Theme: "X", Respondents: 3}, {Theme: "Y", Respondents: 3}, {Theme: "Z"}},
	}
	if got, want := colorless(render.Palettes()[0], x), " Themes without a colour of their own: Y."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Where a label begins with "no", every picture that shows it says what that means.
func TestCaptionOfDenied(t *testing.T) {
	const note = " “no word0”: at least half of the mentions of “word0” deny it (4 of 6)."
	q, terms := asked(tally.Respondents, 0, 6, 3)
	if captions := strings.Join(captionOf(q, terms, layout.Sqrt, nil), " "); strings.Contains(captions, "deny") {
		t.Errorf("nothing is denied: %s", captions)
	}
	terms.Terms[0] = tally.Term{Term: "no word0", Stem: "word0", Mentions: 6, Respondents: 6, Negated: 4, Forms: []tally.Form{{Form: "word0", Mentions: 6}}}
	bars, err := q.barChart(style{palette: render.Palettes()[0]}, terms, "none")
	if err != nil {
		t.Fatal(err)
	}
	shown, group := []tally.KeyTerm{{Stem: "word0"}}, tally.ComparedGroup{}
	c := &comparison{counted: q, Comparison: &tally.Comparison{Terms: shown}}
	z := &zones{comparison: c, shown: [][]tally.KeyTerm{{}, shown}, groups: []int{1}}
	for name, caption := range map[string][]string{
		"cloud": captionOf(q, terms, layout.Sqrt, nil), "bars": bars.caption,
		"differences": c.differenceCaption(group, group, shown), "zones": z.zoneCaption(nil),
	} {
		if !strings.Contains(strings.Join(caption, " ")+" ", note+" ") {
			t.Errorf("%s: %q", name, caption)
		}
	}
	z.groups = []int{0} // that does not show it
	if caption := z.zoneCaption(nil)[1]; strings.Contains(caption, "deny") {
		t.Errorf("%q", caption)
	}
}
