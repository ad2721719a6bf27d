package study

import "verbatim/internal/tally"

// Variants are terms that may be misspellings of a more frequent one. They are suggestions for a
// list of synonyms, which a person reviews, and of single answers, so they are not asked for where
// Options.Withholds.
func (c *Count) Variants() []tally.Variant {
	if c.run.listed() {
		return nil // what people chose or typed as one is not a word to respell
	}
	return c.Shown.Tally().Variants(c.run.terms.Lang.Reviewed)
}
