package term

import (
	"strings"

	"github.com/kljensen/snowball/english"
)

// The stop words of English are those of the Snowball project, as
// kljensen/snowball carries them, and the function words below that its list
// leaves out: modal verbs, "us", and abbreviations.
var moreStopWords = map[string]bool{
	"us": true, "would": true, "could": true, "may": true, "might": true, "must": true, "shall": true,
	"ought": true, "cannot": true, "let": true, "lets": true, "upon": true, "within": true,
	"without": true, "also": true, "yet": true, "since": true, "unless": true, "whether": true,
	"although": true, "though": true, "however": true, "therefore": true, "else": true, "per": true,
	"via": true, "among": true, "around": true, "across": true, "along": true, "onto": true,
	"toward": true, "towards": true, "whose": true, "whatever": true, "etc": true, "e.g": true,
	"i.e": true, "eg": true, "ie": true, "vs": true, "got": true, "much": true, "many": true,
	"every": true, "either": true, "neither": true, "often": true, "even": true, "still": true,
	"rather": true, "quite": true, "always": true, "never": true, "dont": true, "doesnt": true,
	"didnt": true, "isnt": true, "arent": true, "wasnt": true, "cant": true, "wont": true, "im": true,
	"ive": true, "thats": true, "o'clock": true, "one": true, "ones": true, "something": true,
	"anything": true, "everything": true, "someone": true, "anyone": true, "everyone": true,
}

// contracted are the endings that make a function word of whatever stands
// before them ("they're", "isn't", "we'd"); 's does so only after a stop word
// ("it's", "that's"), since "council's" is a possessive.
var contracted = []string{"n't", "'re", "'ve", "'ll", "'d", "'m"}

// isStopWord tells whether a folded word is a stop word.
func isStopWord(word string) bool {
	if english.IsStopWord(word) || moreStopWords[word] {
		return true
	}
	if !strings.Contains(word, "'") {
		return false
	}
	for _, ending := range contracted {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	owner, possessive := strings.CutSuffix(word, "'s")
	return possessive && isStopWord(owner)
}

// isAcronym tells whether a word, in capitals, is a name although it is a stop
// word in small letters: information technology, the United States.
func isAcronym(raw string) bool { return raw == "IT" || raw == "US" }
