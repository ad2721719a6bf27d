package decision

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/lang"
	"verbatim/internal/term"
)

// findWritings finds the words that some write without their accents, and those that two languages
// of the survey have.
func (f *finder) findWritings() error {
	// Where no letter is beyond ASCII, no word has accents. Those of no known language are no accents.
	accented := f.terms.Lang.Code != lang.Unknown && slices.ContainsFunc(f.Answers, isAccented)
	if f.Listed || f.terms.NoStem || !accented && len(f.terms.Others) == 0 {
		return nil
	}
	analyzer, err := f.texts.Analyzer(term.Options{Lang: f.terms.Lang, Others: f.terms.Others, Filler: f.terms.Filler})
	if err != nil {
		return err
	}
	if len(f.terms.Others) > 0 {
		f.made.Alike = analyzer.Alike(f.texts)
	}
	if !accented {
		return nil
	}
	var mentions byForm[int]
	for _, tokens := range f.read(analyzer) {
		for _, t := range tokens {
			*mentions.of(t.Word)++
		}
	}
	words := make(map[string]int)
	for w, n := range mentions.all() {
		if w.Kind == term.Counted {
			words[w.Folded] += *n
		}
	}
	f.made.Spellings = f.terms.Lang.Spellings(words)
	return nil
}

// isAccented reports whether a text has a letter beyond ASCII.
func isAccented(text string) bool {
	return strings.ContainsFunc(text, func(c rune) bool { return c >= utf8.RuneSelf && unicode.IsLetter(c) })
}
