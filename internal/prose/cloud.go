package prose

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/tally"
)

// The texts of a cloud, sentence by sentence:
//
//	97 of 120 people gave an answer. Size shows how many people said a word, from 42 (“trust”) down to 4.    base
//	Words said by few people are withheld (6).                                 disclosure control
//	Not drawn: … (3).                                                          no place, or no glyph
//	The 50 terms said by at least 4 people are drawn.                          the cut
//	Left out: 31 rarer terms; the subject “spack” (54 people); filler.         counted, but not ranked
//	Letter height grows with the square root of the count.                     how size follows

// A Missing word is one that a cloud could not show.
type Missing struct {
	Text    string
	Count   float64
	NoGlyph bool // a character of it is in no font
	Twice   bool // it was encoded twice
}

// Twice is why a word is not drawn that was encoded twice.
const Twice = "it was encoded twice; --repair-encoding undoes it"

// CloudBase says how many people answered, and what the size of a word means.
func CloudBase(t *tally.Tally, options bool) []string {
	what := "Size shows how many people " + deedOf(options).did + " " + deedOf(options).aWord
	if t.RankBy == tally.Mentions {
		what = "Size shows how often " + deedOf(options).aWord + " was " + deedOf(options).done
	}
	what += clause(isWeighted(t), ", weighted")
	byCount := func(a, b tally.Term) int {
		if isWeighted(t) {
			return cmp.Compare(a.Weighted(t.RankBy), b.Weighted(t.RankBy))
		}
		return cmp.Compare(a.By(t.RankBy), b.By(t.RankBy))
	}
	most, least := slices.MaxFunc(t.Terms, byCount), slices.MinFunc(t.Terms, byCount)
	from := say(", from %s (“%s”) down to %s.", Size(most, t), Shorten(most.Label, nameLength), Size(least, t))
	if Size(most, t) == Size(least, t) {
		from = say(": %s.", Size(most, t))
	}
	short := "Size: how many " + deedOf(options).did + " it."
	if t.RankBy == tally.Mentions {
		short = "Size: how often " + deedOf(options).done + "."
	}
	return bases(t.Base, what+from, what+".", short)
}

// Cloud is the note of a word cloud. The scale goes by its name, as layout.Scale has it. The terms may
// be options that people chose.
func Cloud(t *tally.Tally, options bool, scale string, missing []Missing) []string {
	twice := slices.ContainsFunc(missing, func(m Missing) bool { return m.Twice })
	noGlyph := slices.ContainsFunc(missing, func(m Missing) bool { return m.NoGlyph })
	return slices.Concat(withheldTerms(t, deedOf(options)), notDrawn(missing, 4), drawn(t, options), leftOut(t, options), covered(t), []string{letterHeight(scale)},
		saidNothing(t.Base), denied(t.Terms), when(noGlyph, "No font has their characters; --font adds one."),
		when(twice, "Some of them were encoded twice; --repair-encoding undoes it."))
}

// PageCloud is the caption of a word cloud on a page, which has the question and its base
// elsewhere.
func PageCloud(t *tally.Tally, options bool, scale string, missing []Missing) []string {
	size := strings.TrimPrefix(CloudBase(t, options)[0], answered(t.Base)+" ")
	return slices.Concat([]string{size, letterHeight(scale)}, notDrawn(missing, 3), covered(t), drawn(t, options), leftOut(t, options), denied(t.Terms))
}

// letterHeight says how a word's size follows from its count, on the scale that was really used.
func letterHeight(scale string) string {
	return map[string]string{
		"sqrt":   "Letter height grows with the square root of the count.",
		"linear": "Letter height is proportional to the count.",
		"log":    "Letter height grows with the logarithm of the count.",
		"area":   "The area of the box around a word is proportional to the count.",
	}[scale]
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

// longestAlt is how long an alternative text is, in characters, which a screen reader reads in one go.
const longestAlt = 250

// alt is an alternative text: the kind of picture, its base, the question, and the first few names.
// The question is cut where it would be too long.
func alt(kind string, b tally.Base, question, names string) string {
	head := say("%s, %d of %d people. ", kind, b.Valid, b.Respondents)
	room := longestAlt - utf8.RuneCountInString(head+names)
	question = Shorten(question, max(40, room-1))
	if last, _ := utf8.DecodeLastRuneInString(question); unicode.IsLetter(last) || unicode.IsDigit(last) {
		question += "."
	}
	return head + question + " " + names
}

// altTop is how many terms an alternative text names.
const altTop = 5

// CloudAlt is the alternative text of a word cloud, for people who do not see it.
func CloudAlt(t *tally.Tally, options bool, question string) string {
	largest := slices.Clone(t.Terms)
	slices.SortStableFunc(largest, func(a, b tally.Term) int { return cmp.Compare(b.Weighted(t.RankBy), a.Weighted(t.RankBy)) })
	terms := Texts(largest[:min(altTop, len(largest))], func(x tally.Term) string { return Shorten(x.Label, nameLength) + " " + Size(x, t) })
	return alt("Word cloud", t.Base, question, say("Largest, by %s: %s.", SizeUnit(t), strings.Join(terms, ", ")))
}

// Word says how often a term was said: the text that a pointer on it in a cloud brings up.
func Word(x tally.Term, t *tally.Tally) string {
	return say("%s: %s, %d of %d people, %.0f%%%s", Label(x.Label), Count(x.Mentions, "mention"), x.Respondents, t.Base.Valid, 100*x.Share,
		clause(isWeighted(t), " weighted"))
}
