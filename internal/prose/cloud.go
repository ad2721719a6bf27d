package prose

import (
	"fmt"
	"slices"
	"strings"

	"verbatim/internal/tally"
)

// The caption of a cloud, sentence by sentence:
//
//	97 of 120 people gave an answer.                                    the base
//	Letter height grows with the square root of the number of mentions. what size means
//	These are the 50 terms said at least twice; 31 … are left out.      the cut
//	Words said by few people are withheld (6).                          disclosure control
//	Set aside as filler: use (42).                                      counted, but not ranked
//	Not drawn: … (3).                                                   no place, or no glyph

// A Missing word is one that a cloud could not show.
type Missing struct {
	Text    string
	Count   float64
	NoGlyph bool // a character of it is in no font
}

// Cloud is the caption of a word cloud. The scale goes by its name, as layout.Scale has it.
func Cloud(t *tally.Tally, scale string, missing []Missing) []string {
	sentences := slices.Concat([]string{answered(t.Base), letterHeight(scale, t)}, chosen(t), withheldWords(t), Denied(t.Terms), setAside(t))
	if len(missing) == 0 {
		return sentences
	}
	last := notDrawn(missing, 12)
	if slices.ContainsFunc(missing, func(m Missing) bool { return m.NoGlyph }) {
		last += " No font has their characters; --font adds one."
	}
	return append(sentences, last)
}

// PageCloud is the caption of a word cloud on a page that has the question and its base already.
func PageCloud(t *tally.Tally, scale string, missing []Missing) []string {
	sentences := append([]string{letterHeight(scale, t)}, chosen(t)...)
	if len(missing) > 0 {
		sentences = append(sentences, notDrawn(missing, 3))
	}
	return slices.Concat(sentences, Denied(t.Terms), setAside(t))
}

// letterHeight says truthfully how a word's size follows from its count.
func letterHeight(scale string, t *tally.Tally) string {
	of := "number of mentions"
	if t.RankBy == tally.Respondents {
		of = "number of people who said it"
	}
	if isWeighted(t) {
		of = "weighted " + of
	}
	of = "the " + of
	switch scale {
	case "linear":
		return "Letter height is proportional to " + of + "."
	case "log":
		return "Letter height grows with the logarithm of " + of + "."
	case "area":
		return "The area of the box around a word is proportional to " + of + "."
	}
	return "Letter height grows with the square root of " + of + "."
}

// notDrawn names the first few words that are not drawn, and counts the others.
func notDrawn(missing []Missing, most int) string {
	var names []string
	for i, m := range missing {
		if i == most {
			names = append(names, fmt.Sprintf("and %d more", len(missing)-most))
			break
		}
		names = append(names, fmt.Sprintf("%s (%g)", Shorten(m.Text, termLength), m.Count))
	}
	return "Not drawn: " + strings.Join(names, ", ") + "."
}

// Colorless names the themes that have no colour of their own.
func Colorless(themes []tally.Theme) []string {
	var names []string
	for _, x := range themes {
		names = append(names, Shorten(x.Theme, termLength))
	}
	if names == nil {
		return nil
	}
	return []string{"Themes without a colour of their own: " + strings.Join(names, ", ") + "."}
}

// CloudAlt describes a word cloud to people who do not see it. Its first line says what it is, of how many people, and
// the top terms.
func CloudAlt(t *tally.Tally, question string) string {
	const top = 10
	var terms []string
	for _, x := range t.Terms[:min(top, len(t.Terms))] {
		terms = append(terms, Label(x.Term)+" "+size(x, t))
	}
	return fmt.Sprintf("Word cloud of the answers of %d people, sized by %s: %s.\nQuestion: %s", t.Base.Valid, Unit(t),
		strings.Join(terms, ", "), Plain(question))
}

// Word says how often a term was said, for the pointer that rests on it in a cloud.
func Word(x tally.Term, t *tally.Tally) string {
	weighted := ""
	if isWeighted(t) {
		weighted = " weighted"
	}
	return fmt.Sprintf("%s: %s, %d of %d people, %.0f %%%s", Label(x.Term), Count(x.Mentions, "mention"), x.Respondents, t.Base.Valid, 100*x.Share, weighted)
}
