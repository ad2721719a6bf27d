package prose

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"verbatim/internal/tally"
)

// A caption says what a picture shows: of how many people, what size means, and what is not in the picture. Each
// function here makes one of its sentences; what has nothing to say gives "", or no sentence.

// How much of a text a caption quotes, in characters: of the question, of a column's name, of a term, of a group's name.
const (
	questionLength = 160
	columnLength   = 80
	termLength     = 40
	nameLength     = 30
)

// Question is the text of a question as a caption begins with it.
func Question(text string) string { return Shorten(text, questionLength) }

// answered is the base: of how many people the picture is.
func answered(b tally.Base) string {
	s := fmt.Sprintf("%d of %d people gave an answer", b.Valid, b.Respondents)
	if b.NilAnswers > 0 {
		s += fmt.Sprintf("; %d of them said “nothing”", b.NilAnswers)
	}
	return s + "."
}

// chosen says which terms the picture is of, where a limit cut the list.
func chosen(t *tally.Tally) []string {
	if t.Cut.Terms == 0 {
		return nil
	}
	n, last := len(t.Terms), t.Terms[len(t.Terms)-1].By(t.RankBy)
	if isWeighted(t) {
		return []string{fmt.Sprintf("Shown are the %s with the largest weighted counts; %d with smaller ones are left out.", Count(n, "term"), t.Cut.Terms)}
	}
	what := fmt.Sprintf("These are the %d terms", n)
	if n == 1 {
		what = "This is the one term"
	}
	return []string{fmt.Sprintf("%s %s; %d said less often are left out.", what, atLeast(last, t.RankBy), t.Cut.Terms)}
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

// withheldWords counts the terms that disclosure control keeps out of the picture.
func withheldWords(t *tally.Tally) []string {
	if t.Suppressed.Terms == 0 {
		return nil
	}
	return []string{fmt.Sprintf("Words said by few people are withheld (%d).", t.Suppressed.Terms)}
}

// setAside names the words that are what the whole survey, or the question, is about: readers would miss them in the
// picture. Of filler, it names what is as frequent as words that are shown.
func setAside(t *tally.Tally) (sentences []string) {
	const most = 4
	least := 3
	for _, kind := range []struct{ reason, text string }{
		{"subject", "Set aside as the subject: "}, {"echo", "Set aside as words of the question: "}, {"filler", "Set aside as filler: "},
	} {
		if kind.reason == "filler" && len(t.Terms) > 0 {
			least = max(least, t.Terms[len(t.Terms)-1].By(t.RankBy))
		}
		var names []string
		for _, a := range t.SetAside {
			if a.Reason == kind.reason && a.Mentions >= least {
				names = append(names, fmt.Sprintf("%s (%d)", Shorten(a.Term, nameLength), a.Mentions))
			}
		}
		if names != nil {
			sentences = append(sentences, kind.text+strings.Join(named(names, most), ", ")+".")
		}
	}
	return sentences
}

// longestDenied is how long a label may be, in characters, to be quoted in a note.
const longestDenied = 40

// Denied says what "no" before the labels of terms means: that at least half of their mentions are denied.
func Denied(terms []tally.Term) []string {
	var labels []string
	var first *tally.Term
	for i := range terms {
		if label := deniedLabel(&terms[i]); label != "" {
			labels, first = append(labels, label), cmp.Or(first, &terms[i])
		}
	}
	if len(labels) == 0 {
		return nil
	}
	no := Plain(strings.TrimSuffix(first.Term, " "+labels[0]))
	label := Plain(labels[0])
	if len(labels) > 1 || utf8.RuneCountInString(label) > longestDenied {
		return []string{fmt.Sprintf("A term with “%s” before it is denied in at least half of its mentions.", no)}
	}
	return []string{fmt.Sprintf("“%s %s”: at least half of the mentions of “%[2]s” deny it (%d of %d).", no, label, first.Negated, first.Mentions)}
}

// deniedLabel is the label of a term without the word that says that people mostly deny it; "" where it has none.
func deniedLabel(x *tally.Term) string {
	if len(x.Forms) == 0 || x.Negated*2 < x.Mentions {
		return ""
	}
	label := cmp.Or(x.Synonym, x.Forms[0].Form)
	if !strings.HasSuffix(x.Term, " "+label) {
		return ""
	}
	return label
}

// isWeighted reports whether answers have weights.
func isWeighted(t *tally.Tally) bool { return t.Base.EffectiveN > 0 }

// weightedShares says that shares are weighted, where they are.
func weightedShares(t *tally.Tally) []string {
	if !isWeighted(t) {
		return nil
	}
	return []string{"Shares are weighted, numbers of people are not."}
}

// Unit is what sizes the words of a cloud: "mentions", "weighted respondents".
func Unit(t *tally.Tally) string {
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
