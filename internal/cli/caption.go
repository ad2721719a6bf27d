package cli

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"verbatim/internal/layout"
	"verbatim/internal/prose"
	"verbatim/internal/report"
	"verbatim/internal/tally"
)

// captionOf says in plain words what the picture shows: the question, how many
// people answered, what letter height means, and what is not in it.
func captionOf(q *counted, t *tally.Tally, scale layout.Scale, unplaced []layout.Unplaced) []string {
	b := t.Base
	about := []string{answered(b), rule(scale, t)}
	if t.Cut.Terms > 0 {
		about = append(about, chosen(t))
	}
	if t.Suppressed.Terms > 0 {
		about = append(about, fmt.Sprintf("Words said by few people are withheld (%d).", t.Suppressed.Terms))
	}
	about = append(about, denials(t.Terms)...)
	about = append(about, setAside(t)...)
	if len(unplaced) > 0 {
		about = append(about, "Not drawn: "+namesOf(unplaced, 12)+"."+missing(unplaced))
	}
	return []string{prose.Shorten(q.question.Text, 160), strings.Join(about, " ")}
}

// denials says of labels that begin with "no" what that means; nothing where none does.
func denials(terms []tally.Term) []string {
	if note := report.DeniedNote(terms); note != "" {
		return []string{note}
	}
	return nil
}

// setAside names the words that are what the whole survey, or the question, is about: readers would miss them in the
// picture. Of filler, it names what is as frequent as words that are shown.
func setAside(t *tally.Tally) (sentences []string) {
	least := 3
	for _, kind := range []struct{ reason, text string }{
		{"subject", "Set aside as the subject: "}, {"echo", "Set aside as words of the question: "}, {"filler", "Set aside as filler: "},
	} {
		if kind.reason == "filler" && len(t.Terms) > 0 {
			least = max(least, t.Terms[len(t.Terms)-1].By(t.RankBy))
		}
		var names []string
		more := 0
		for _, a := range t.SetAside {
			switch {
			case a.Reason != kind.reason || a.Mentions < least:
			case len(names) < 4:
				names = append(names, fmt.Sprintf("%s (%d)", prose.Shorten(a.Term, 30), a.Mentions))
			default:
				more++
			}
		}
		if more > 0 {
			names = append(names, fmt.Sprintf("%d more", more))
		}
		if names != nil {
			sentences = append(sentences, kind.text+strings.Join(names, ", ")+".")
		}
	}
	return sentences
}

// chosen says which terms the picture is of, where a limit cut the list.
func chosen(t *tally.Tally) string {
	n, last := len(t.Terms), t.Terms[len(t.Terms)-1].By(t.RankBy)
	if isWeighted(t) {
		return fmt.Sprintf("Shown are the %s with the largest weighted counts; %d with smaller ones are left out.", prose.Count(n, "term"), t.Cut.Terms)
	}
	what := fmt.Sprintf("These are the %d terms", n)
	if n == 1 {
		what = "This is the one term"
	}
	return fmt.Sprintf("%s %s; %d said less often are left out.", what, atLeast(last, t.RankBy), t.Cut.Terms)
}

// answered is the base: of how many people the picture is.
func answered(b tally.Base) string {
	s := fmt.Sprintf("%d of %d people gave an answer", b.Valid, b.Respondents)
	if b.NilAnswers > 0 {
		s += fmt.Sprintf("; %d of them said “nothing”", b.NilAnswers)
	}
	return s + "."
}

// rule says truthfully how a word's size follows from its count.
func rule(scale layout.Scale, t *tally.Tally) string {
	of := "number of mentions"
	if t.RankBy == tally.Respondents {
		of = "number of people who said it"
	}
	if isWeighted(t) {
		of = "weighted " + of
	}
	of = "the " + of
	switch scale {
	case layout.Linear:
		return "Letter height is proportional to " + of + "."
	case layout.Log:
		return "Letter height grows with the logarithm of " + of + "."
	case layout.Area:
		return "The area of the box around a word is proportional to " + of + "."
	}
	return "Letter height grows with the square root of " + of + "."
}

// isWeighted tells whether answers have weights.
func isWeighted(t *tally.Tally) bool { return t.Base.EffectiveN > 0 }

// unitOf is what sizes the words.
func unitOf(t *tally.Tally) string {
	if isWeighted(t) {
		return "weighted " + string(t.RankBy)
	}
	return string(t.RankBy)
}

// size is the count that sizes a word: to one decimal, where it is weighted.
func size(x tally.Term, t *tally.Tally) string {
	if isWeighted(t) {
		return fmt.Sprintf("%g", math.Round(10*x.Weighted(t.RankBy))/10)
	}
	return strconv.Itoa(x.By(t.RankBy))
}

// atLeast describes the words whose count is n or more.
func atLeast(n int, by tally.Count) string {
	switch {
	case by == tally.Respondents && n == 1:
		return "said by at least one person"
	case by == tally.Respondents:
		return fmt.Sprintf("said by at least %d people", n)
	case n == 1:
		return "said at least once"
	case n == 2:
		return "said at least twice"
	}
	return fmt.Sprintf("said at least %d times", n)
}

// missing says what is the matter with words whose characters no font has.
func missing(unplaced []layout.Unplaced) string {
	if slices.ContainsFunc(unplaced, func(u layout.Unplaced) bool { return u.NoGlyph }) {
		return " No font has their characters; --font adds one."
	}
	return ""
}

// namesOf names the first few words that are not drawn, and counts the others.
func namesOf(unplaced []layout.Unplaced, most int) string {
	var names []string
	for i, u := range unplaced {
		if i == most {
			names = append(names, fmt.Sprintf("and %d more", len(unplaced)-most))
			break
		}
		names = append(names, fmt.Sprintf("%s (%g)", prose.Shorten(u.Text, 40), u.Count))
	}
	return strings.Join(names, ", ")
}

// altText describes the picture to people who do not see it. Its first line
// says what it is, of how many people, and the top terms.
func altText(q *counted, t *tally.Tally) string {
	const top = 10
	var terms []string
	for _, x := range t.Terms[:min(top, len(t.Terms))] {
		terms = append(terms, prose.Label(x.Term)+" "+size(x, t))
	}
	return fmt.Sprintf("Word cloud of the answers of %d people, sized by %s: %s.\nQuestion: %s", t.Base.Valid, unitOf(t),
		strings.Join(terms, ", "), prose.Plain(q.question.Text))
}
