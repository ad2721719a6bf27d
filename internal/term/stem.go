package term

import (
	"unicode"

	"github.com/kljensen/snowball/english"
)

// maxStem is the longest word that is stemmed, in bytes. Nothing that people
// write is longer, and stemmers take long over what they do not expect.
const maxStem = 64

// apart undoes over-stemming that readers notice: words that the stemmer would
// count under another word, and what they are counted under instead. The list
// is reviewed by hand; each line says what it is kept apart from.
var apart = map[string]string{
	// import
	"important": "important", "importantly": "important", "importance": "important",
	// use
	"useful": "useful", "usefully": "useful", "usefulness": "useful",
	// help
	"helpful": "helpful", "helpfully": "helpful", "helpfulness": "helpful",
	// integrate
	"integrity": "integrity",
	// univers-e, universal
	"university": "university", "universities": "university",
	// organ, organic
	"organization": "organization", "organizations": "organization", "organizational": "organization",
	"organize": "organization", "organized": "organization", "organizing": "organization",
	// project (the noun is far more frequent)
	"projection": "projection", "projections": "projection",
	// computer
	"computing": "computing",
	// generalise, gener-ous
	"general": "general", "generally": "general", "generous": "generous",
	// new
	"news": "news",
}

// stem maps a folded word to what it is counted under. A word that has no
// letters of its own, or is too long, is its own stem, and so is one that the
// stemmer would make nothing of.
func (a *Analyzer) stem(word string) string {
	if key, ok := apart[word]; ok {
		return key
	}
	if len(word) > maxStem || !hasLetter(word) {
		return word
	}
	if key := english.Stem(word, true); key != "" {
		return key
	}
	return word
}

func hasLetter(word string) bool {
	for _, r := range word {
		if unicode.IsLetter(r) {
			return true
		}
	}
	return false
}
