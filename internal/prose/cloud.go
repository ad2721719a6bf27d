package prose

import (
	"slices"
	"strings"

	"verbatim/internal/tally"
)

// The caption of a cloud, sentence by sentence:
//
//	97 of 120 people gave an answer.                                    the base
//	Letter height grows with the square root of the number of people who said it.   what size means
//	These are the 50 terms said by at least 2 people; 31 … left out.    the cut
//	Words said by few people are withheld (6).                          disclosure control
//	Set aside as filler: use (42).                                      counted, but not ranked
//	Not drawn: … (3).                                                   no place, or no glyph

// A Missing word is one that a cloud could not show.
type Missing struct {
	Text    string
	Count   float64
	NoGlyph bool // a character of it is in no font
	Twice   bool // it was encoded twice
}

// Twice is why a word is not drawn that was encoded twice.
const Twice = "it was encoded twice; --repair-encoding undoes it"

// Cloud is the caption of a word cloud. The scale goes by its name, as layout.Scale has it. The terms
// may be options that people chose.
func Cloud(t *tally.Tally, options bool, scale string, missing []Missing) []string {
	twice := slices.ContainsFunc(missing, func(m Missing) bool { return m.Twice })
	noGlyph := slices.ContainsFunc(missing, func(m Missing) bool { return m.NoGlyph })
	return slices.Concat([]string{answered(t.Base), letterHeight(scale, t, options)}, covered(t), chosen(t, options), withheldTerms(t, deedOf(options)), denied(t.Terms), setAside(t),
		notDrawn(missing, 12), when(noGlyph, "No font has their characters; --font adds one."),
		when(twice, "Some of them were encoded twice; --repair-encoding undoes it."))
}

// PageCloud is the caption of a word cloud on a page, which has the question and its base
// elsewhere.
func PageCloud(t *tally.Tally, options bool, scale string, missing []Missing) []string {
	return slices.Concat([]string{letterHeight(scale, t, options)}, covered(t), chosen(t, options), notDrawn(missing, 3), denied(t.Terms), setAside(t))
}

// letterHeight says how a word's size follows from its count, on the scale that was really used.
func letterHeight(scale string, t *tally.Tally, options bool) string {
	return map[string]string{
		"sqrt":   "Letter height grows with the square root of ",
		"linear": "Letter height is proportional to ",
		"log":    "Letter height grows with the logarithm of ",
		"area":   "The area of the box around a word is proportional to ",
	}[scale] + counted(t, "it", options) + "."
}

// notDrawn names the first few words that could not be drawn, each with its count, and counts the
// others: a long list of them would take the room that they need.
func notDrawn(missing []Missing, most int) []string {
	names := Texts(missing, func(m Missing) string { return say("%s (%s)", Shorten(m.Text, termLength), tenths(m.Count)) })
	return when(len(names) > 0, "Not drawn: %s.", named(names, most, "and %d more"))
}

// Colorless names the themes that have no colour of their own, so that nobody looks for them in the
// legend.
func Colorless(themes []tally.Theme) []string {
	names := Texts(themes, func(x tally.Theme) string { return Shorten(x.Theme, termLength) })
	return when(len(names) > 0, "Themes without a colour of their own: %s.", strings.Join(names, ", "))
}

// CloudAlt is the alternative text of a word cloud, for people who do not see it. Its first line
// says what it is, of how many people, and the top terms.
func CloudAlt(t *tally.Tally, options bool, question string) string {
	const top = 10
	terms := Texts(t.Terms[:min(top, len(t.Terms))], func(x tally.Term) string { return Label(x.Label) + " " + Size(x, t) })
	return say("Word cloud of the answers of %s, each word sized by %s: %s.\nQuestion: %s", People(t.Base.Valid), counted(t, "it", options),
		strings.Join(terms, ", "), Plain(question))
}

// Word says how often a term was said: the text that a pointer on it in a cloud brings up.
func Word(x tally.Term, t *tally.Tally) string {
	return say("%s: %s, %d of %d people, %.0f%%%s", Label(x.Label), Count(x.Mentions, "mention"), x.Respondents, t.Base.Valid, 100*x.Share,
		clause(isWeighted(t), " weighted"))
}
