package prose

import (
	"cmp"
	"fmt"
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
func (v Voice) CloudBase(t *tally.Tally, options bool) []string {
	what, sizes := v.sizes(t, options)
	brief := either(options, "Size: how many chose it.", "Size: how many said it.")
	if t.RankBy == tally.Mentions {
		brief = either(options, "Size: how often chosen.", "Size: how often said.")
	}
	return slices.Insert(v.bases(t, v.Say(brief), what), 0, v.bases(t, v.Say(brief), sizes)[0])
}

// sizes say what the size of a word means, in short, and with the largest and the smallest count.
func (v Voice) sizes(t *tally.Tally, options bool) (what, sizes string) {
	short, long := either(options, "Size shows how many people chose an option.", "Size shows how many people said a word."),
		either(options, "Size shows how many people chose an option, from %s (%s) down to %s.", "Size shows how many people said a word, from %s (%s) down to %s.")
	if t.RankBy == tally.Mentions {
		short, long = either(options, "Size shows how often an option was chosen.", "Size shows how often a word was said."),
			either(options, "Size shows how often an option was chosen, from %s (%s) down to %s.", "Size shows how often a word was said, from %s (%s) down to %s.")
	}
	what = v.Say(short)
	byCount := func(a, b tally.Term) int {
		if isWeighted(t) {
			return cmp.Compare(a.Weighted(t.RankBy), b.Weighted(t.RankBy))
		}
		return cmp.Compare(a.By(t.RankBy), b.By(t.RankBy))
	}
	most, least := slices.MaxFunc(t.Terms, byCount), slices.MinFunc(t.Terms, byCount)
	largest, smallest := v.Size(most, t), v.Size(least, t)
	if largest == smallest {
		return what, what + " " + v.Say("All counts are %s.", largest)
	}
	return what, v.Say(long, largest, v.Quote(Shorten(most.Label, nameLength)), smallest)
}

// Cloud is the note of a word cloud. The scale goes by its name, as layout.Scale has it. The terms may
// be options that people chose.
func (v Voice) Cloud(t *tally.Tally, options bool, scale string, missing []Missing) []string {
	twice := slices.ContainsFunc(missing, func(m Missing) bool { return m.Twice })
	noGlyph := slices.ContainsFunc(missing, func(m Missing) bool { return m.NoGlyph })
	return slices.Concat(v.withheldTerms(t, options), v.notDrawn(missing, 4), v.drawn(t, options), v.leftOut(t, options), v.covered(t), v.letterHeight(scale),
		v.saidNothing(t.Base), v.denied(t.Terms), v.When(noGlyph, "No font has their characters; --font adds one."),
		v.When(twice, "Some of them were encoded twice; --repair-encoding undoes it."))
}

// PageCloud is the caption of a word cloud on a page, which has the question and its base
// elsewhere.
func (v Voice) PageCloud(t *tally.Tally, options bool, scale string, missing []Missing) []string {
	_, sizes := v.sizes(t, options)
	return slices.Concat([]string{sizes}, v.letterHeight(scale), v.notDrawn(missing, 3), v.covered(t), v.drawn(t, options), v.leftOut(t, options), v.denied(t.Terms))
}

// letterHeight says how a word's size follows from its count, on the scale that was really used.
func (v Voice) letterHeight(scale string) []string {
	return v.When(true, map[string]Text{
		"sqrt":   "Letter height grows with the square root of the count.",
		"linear": "Letter height is proportional to the count.",
		"log":    "Letter height grows with the logarithm of the count.",
		"area":   "The area of the box around a word is proportional to the count.",
	}[scale])
}

// notDrawn names the first few words that could not be drawn, each with its count, and counts the
// others: a long list of them would take the room that they need.
func (v Voice) notDrawn(missing []Missing, most int) []string {
	names := Texts(missing, func(m Missing) string { return fmt.Sprintf("%s (%s)", Shorten(m.Text, termLength), v.tenths(m.Count)) })
	return v.When(len(names) > 0, "Not drawn: %s.", v.named(names, most))
}

// Colorless names the themes that have no colour of their own, so that nobody looks for them in the
// legend.
func (v Voice) Colorless(themes []tally.Theme) []string {
	names := Texts(themes, func(x tally.Theme) string { return Shorten(x.Theme, termLength) })
	return v.When(len(names) > 0, "Themes without a colour of their own: %s.", strings.Join(names, ", "))
}

// longestAlt is how long an alternative text is, in characters, which a screen reader reads in one go.
const longestAlt = 250

// alt is an alternative text: the kind of picture with its base, the question, and the first few names.
// The question is cut where it would be too long.
func alt(head, question, names string) string {
	head += " "
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
func (v Voice) CloudAlt(t *tally.Tally, options bool, question string) string {
	largest := slices.Clone(t.Terms)
	slices.SortStableFunc(largest, func(a, b tally.Term) int { return cmp.Compare(b.Weighted(t.RankBy), a.Weighted(t.RankBy)) })
	terms := Texts(largest[:min(altTop, len(largest))], func(x tally.Term) string { return Shorten(x.Label, nameLength) + " " + v.Size(x, t) })
	return alt(v.Say("Word cloud, %d of %d people.", t.Base.Valid, t.Base.Respondents), question, v.Say("Largest, by %s: %s.", v.SizeUnit(t), strings.Join(terms, ", ")))
}

// Word says how often a term was said: the text that a pointer on it in a cloud brings up.
func (v Voice) Word(x tally.Term, t *tally.Tally) string {
	share := v.Percent(x.Share)
	if isWeighted(t) {
		share = v.Say("%s, weighted", share)
	}
	return v.Say("%s: %d mentions, %d of %d people, %s", Label(x.Label), x.Mentions, x.Respondents, t.Base.Valid, share)
}
