package prose

import (
	"cmp"
	"strings"

	"verbatim/internal/tally"
)

// Two tables of a report's page show that nobody and nothing got lost: an account of the people,
// and one of the words. Each total has a line of its own, followed by its parts, which add up to
// it:
//
//	Respondents                                120
//	  left the question blank                   19
//	  wrote “don’t know”, “n/a” or the like      4
//	  gave an answer, the base of all shares       97
//
// Parts that are zero are left out; a withheld figure is a dash.

// A Line is one line of an account.
type Line struct {
	Name, Figure string
	Part         bool // of the last line that is a total
}

// An account is a list of totals, each followed by its parts, in the language of a voice.
type account struct {
	Voice
	lines []Line
}

// total begins a sum. It is listed even if it is zero.
func total[N ~int](a *account, name Text, n N) {
	a.lines = append(a.lines, Line{a.Say(name), a.Number(int(n)), false})
}

// plus adds one part of the last total.
func plus[N ~int](a *account, name Text, n N) {
	if n != 0 {
		a.lines = append(a.lines, Line{a.Say(name), a.Number(int(n)), true})
	}
}

// PeopleAccount says who is counted and who is not, from the rows of the file to the people whose
// answers have a meaning.
func (r *Result) PeopleAccount() []Line {
	a, b := account{Voice: r.Voice}, r.Base
	total(&a, "Rows in the file", b.Rows)
	plus(&a, "blank rows", b.BlankRows)
	plus(&a, "left out on request", b.Filtered)
	plus(&a, "further rows of the same respondents", b.FurtherRows)
	plus(&a, "respondents", b.Respondents)
	total(&a, "Respondents", b.Respondents)
	plus(&a, "left the question blank", b.Unanswered)
	plus(&a, "wrote “don’t know”, “n/a” or the like", b.NonResponse)
	plus(&a, "gave an answer, the base of all shares", b.Valid)
	total(&a, "Gave an answer", b.Valid)
	plus(&a, "of these, said “nothing” or the like", b.NilAnswers)
	if b.EffectiveN > 0 {
		a.lines = append(a.lines, Line{r.Say("effective number, after weighting (Kish)"), r.Say("%.1f", b.EffectiveN), true})
	}
	if b.Unfinished != 0 || b.Tests != 0 {
		a.lines = append(a.lines, Line{r.Say("Marked by the platform"), "", false})
		plus(&a, "responses not finished", b.Unfinished)
		plus(&a, "tests and previews", b.Tests)
	}
	return a.lines
}

// WordAccount says how each word that was read was counted, or why it was not. Of mentions, the
// terms listed and the terms set aside are added up here, so the account also checks the list it
// stands with.
func (r *Result) WordAccount() []Line {
	a, k, ranked, aside := account{Voice: r.Voice}, r.Tokens, 0, 0
	for i := range r.Terms {
		ranked += r.Terms[i].Mentions
	}
	for i := range r.SetAside {
		aside += r.SetAside[i].Mentions
	}
	total(&a, cmp.Or(map[string]Text{"options": "Options read", "answers": "Answers read", "items": "Items read"}[r.TermsAre], "Words read"), k.Total)
	plus(&a, "stop words", k.StopWords)
	plus(&a, "numbers", k.Numbers)
	plus(&a, "addresses", k.Addresses)
	plus(&a, "in phrases, beyond the first word", k.InPhrases)
	plus(&a, "without meaning or dropped", k.Dropped)
	plus(&a, "counted", k.Counted)
	total(&a, "Counted", k.Counted)
	plus(&a, "mentions of the terms listed", ranked)
	plus(&a, "set aside", aside)
	if r.Cut.Terms > 0 && r.Cut.Mentions != 0 {
		a.lines = append(a.lines, Line{r.Say("of %d terms not listed", r.Cut.Terms), r.Number(int(r.Cut.Mentions)), true})
	}
	if r.Suppressed.Terms > 0 && r.Suppressed.Mentions != 0 {
		a.lines = append(a.lines, Line{r.Say("of %d terms withheld", r.Suppressed.Terms), r.Number(int(r.Suppressed.Mentions)), true})
	}
	return a.lines
}

// A Portion is a part of the respondents, for a bar that shows them all: what they did, and how many.
type Portion struct {
	Kind int // 0, 1, 2 or 3, in this order
	Name string
	N    int
}

// Portions are the parts of the respondents, which add up to all of them: those who gave an answer, those of
// them who said “nothing”, those who do not know, and those who left the question blank. Withheld parts are
// left out. The first is named in full.
func (r *Result) Portions() []Portion {
	b := r.Base
	nothing := max(0, int(b.NilAnswers))
	list := []Portion{{0, strings.TrimSuffix(r.answered(b), "."), b.Valid - nothing}}
	for i, p := range []struct {
		n    tally.Figure
		name Text
	}{{b.NilAnswers, "of them said “nothing”"}, {b.NonResponse, "wrote “don’t know” or the like"}, {b.Unanswered, "left it blank"}} {
		if p.n > 0 {
			list = append(list, Portion{i + 1, r.Number(int(p.n)) + " " + r.Say(p.name), int(p.n)})
		}
	}
	return list
}

// AsideLists name all that is counted but not ranked, in a line for each reason.
func (r *Result) AsideLists() (lists []Line) {
	for _, reason := range reasons {
		if names := asideNames(r.Voice, r.Tally, reason.name, 0, Plain); len(names) > 0 {
			lists = append(lists, Line{Name: r.Say(reason.page), Figure: strings.Join(names, ", ")})
		}
	}
	return lists
}

// Standing is the line below the title of a report: how many people answered what. A single
// question whose terms are options (termsAre) is a multiple choice and no open-ended one.
func (v Voice) Standing(questions int, termsAre string, respondents, withheld int) string {
	known := respondents > 0
	text := either(known, "What %[1]d respondents answered to an open-ended question.", "What people answered to an open-ended question.")
	switch {
	case questions > 1:
		text = either(known, "What %[1]d respondents answered to %[2]d open-ended questions.", "What people answered to %[2]d open-ended questions.")
	case termsAre == "options":
		text = either(known, "What %[1]d respondents answered to this question.", "What people answered to this question.")
	}
	return strings.Join(append([]string{v.Say(text, respondents, questions)}, v.When(withheld > 0, "%d questions are withheld.", withheld)...), " ")
}

// Forms lists the forms of a term, with their counts if there are several, and how often the term
// is denied. Its text is not made harmless yet.
func (v Voice) Forms(x tally.Term) string {
	forms := Texts(x.Forms, func(f tally.Form) string {
		if len(x.Forms) == 1 {
			return f.Form
		}
		return f.Form + " " + v.Number(f.Mentions)
	})
	return Sentences(append(v.When(x.Negated > 0 && !x.Denied, "(%d denied)", x.Negated), strings.Join(forms, ", ")))
}
