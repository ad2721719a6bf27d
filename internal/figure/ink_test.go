package figure

import (
	"fmt"
	"strings"
	"testing"

	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// asked is a question that 9 of 12 people answered, or more where a count is higher, with terms of the given counts and
// so many more cut.
func asked(by tally.Count, cut int, counts ...int) *Question {
	t := &tally.Tally{RankBy: by, Base: tally.Base{Rows: 12, Respondents: 12, Valid: 9}, Cut: tally.Cut{Terms: cut}}
	for _, n := range counts {
		t.Base.Valid = max(t.Base.Valid, n)
	}
	for i, n := range counts {
		t.Terms = append(t.Terms, tally.Term{
			Rank: i + 1, Term: fmt.Sprintf("word%d", i), Label: fmt.Sprintf("word%d", i), Root: term.Root{Stem: fmt.Sprintf("word%d", i)}, Mentions: n, Respondents: n, Share: float64(n) / float64(t.Base.Valid),
		})
	}
	return &Question{tally: t, Text: "What\nmatters?", Language: "en"}
}

// A theme whose words all stand for another one first has no colour, and is named.
func TestColorless(t *testing.T) {
	x := &tally.Tally{
		Terms:  []tally.Term{{Term: "trust", Theme: "X"}},
		Themes: []tally.Theme{{Theme: "X", Respondents: 3}, {Theme: "Y", Respondents: 3}, {Theme: "Z"}},
	}
	got := strings.Join(prose.Voice{}.Colorless(colorless(render.Palettes()[0], x)), " ")
	if want := "Themes without a colour of their own: Y."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Every picture that shows a denied term says what it counts.
func TestCaptionOfDenied(t *testing.T) {
	const note = " “no word0” counts the mentions that deny “word0”."
	q := asked(tally.Respondents, 0, 6, 3)
	cloud := &Cloud{Scale: "sqrt", Colours: ByNone}
	look := lookOf(t, 400, 250)
	if caption := strings.Join(cloud.subject(q, look).caption(nil), " "); strings.Contains(caption, "deny") {
		t.Errorf("nothing is denied: %s", caption)
	}
	q.tally.Terms[0] = tally.Term{Term: "word0", Label: "no word0", Root: term.Root{Stem: "word0", Denied: true}, Mentions: 6, Respondents: 6, Negated: 6, Forms: []tally.Form{{Form: "no word0", Mentions: 6, Word: "word0"}}}
	two := []tally.KeyGroup{{}, {}}
	compared := &Comparison{Question: q, Result: &privacy.Comparison{Comparison: &tally.Comparison{
		Terms: []tally.KeyTerm{{Root: term.Root{Stem: "word0", Denied: true}, Groups: two, Higher: 1}}, Groups: []tally.ComparedGroup{{Value: "a"}, {Value: "b"}},
	}}}
	for name, s := range map[string]*subject{
		"cloud": cloud.subject(q, look), "bars": q.termBars(look, ByNone),
		"differences": compared.differences(look.Palette, tally.Limits{}), "clouds of groups": compared.clouds(look.Palette, tally.Limits{}),
	} {
		if caption := " " + strings.Join(s.caption(nil), " ") + " "; !strings.Contains(caption, note+" ") {
			t.Errorf("%s: %q", name, caption)
		}
	}
	compared.Result.Groups = append(compared.Result.Groups, tally.ComparedGroup{Value: "c"})
	compared.Result.Groups[1].Small = true // that has no cloud
	if caption := strings.Join(compared.clouds(look.Palette, tally.Limits{}).caption(nil), " "); strings.Contains(caption, "deny") {
		t.Errorf("%q", caption)
	}
}

// What is not known of the language ends every caption. A page says it elsewhere.
func TestCaptionOfUnknownLanguage(t *testing.T) {
	q := asked(tally.Mentions, 0, 5, 3)
	q.Caveat = "The language is not known."
	look, cloud := lookOf(t, 800, 500), &Cloud{Scale: "sqrt", Colours: ByNone}
	for name, s := range map[string]*subject{"cloud": cloud.subject(q, look), "bars": q.termBars(look, ByNone)} {
		if got := " " + strings.Join((&canvas{Look: look, subject: s}).sentences(nil), " "); !strings.HasSuffix(got, " "+q.Caveat) {
			t.Errorf("%s: %q", name, got)
		}
		if got := strings.Join((&canvas{Look: look.bare(800, 500, ""), subject: s}).sentences(nil), " "); strings.Contains(got, q.Caveat) {
			t.Errorf("%s on a page: %q", name, got)
		}
	}
}
