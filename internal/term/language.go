package term

import (
	"embed"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/irish"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/tamil"
	"github.com/blevesearch/snowballstem/turkish"
	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/norwegian"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
	"github.com/kljensen/snowball/swedish"
	"golang.org/x/text/unicode/norm"
)

// A Language is what the program knows of one language: how its words are
// folded and stemmed, which of them say nothing, and how people write that
// they have no answer. It is read-only and safe for concurrent use.
//
// What can be listed stands in lang/CODE.txt, reviewed by hand, and lang/stop/CODE.txt,
// a stop list that others have published.
type Language struct {
	Code  string // ISO 639-1; Norwegian, of either standard, is "no"
	Name  string // in English
	Notes string // what is missing, for the user; mostly empty

	recipe
	lexicon
	pairings []pairing
}

// A recipe is the part of a language that is not a list of words.
type recipe struct {
	fold      func(string) string // nil: strings.ToLower
	algorithm func(string) string // the Snowball stemmer
	bare      bool                // people often leave its accents out, so lists match without them too
	suffixed  bool                // what follows an apostrophe is an ending: Turkish Python'un

	capitalNouns bool                       // nouns are written with a capital
	segment      func(text string) []string // cuts what is written without spaces into words; nil: there are spaces
}

//go:embed lang/*.txt lang/stop/*.txt
var lists embed.FS

// loaders holds, by code, what makes each language. A language is made when it
// is first asked for: most runs need one or two.
var loaders = makeLoaders()

func makeLoaders() map[string]func() (*Language, error) {
	table := make(map[string]func() (*Language, error))
	for _, l := range allLanguages() {
		table[l.Code] = sync.OnceValues(func() (*Language, error) {
			var err error
			l.lexicon, err = loadLexicon(&l)
			if err != nil {
				return nil, err
			}
			l.pairings = pairingsOf(l.Code)
			return &l, nil
		})
	}
	return table
}

// LanguageOf returns the language of an ISO 639-1 code, in whatever case.
// "nb" and "nn" are "no". Where the language is not supported the error is a
// *LanguageError.
func LanguageOf(code string) (*Language, error) {
	lower := strings.ToLower(code)
	if lower == "nb" || lower == "nn" {
		lower = "no"
	}
	load, ok := loaders[lower]
	if !ok {
		return nil, &LanguageError{Lang: code}
	}
	return load()
}

// Languages returns the codes of the languages that are supported, sorted.
func Languages() []string { return slices.Sorted(maps.Keys(loaders)) }

// Fold maps a word to the form that it shares with the same word in another
// case: small letters by the rules of the language, and letters that are
// written in two ways in one of them (ß and ss, ё and е, ș and ş). The word is
// in NFC, with ' as its apostrophe.
func (l *Language) Fold(word string) string {
	if l.fold == nil {
		return strings.ToLower(word)
	}
	return l.fold(word)
}

// foldTurkish keeps the dotted and the dotless i apart: İ is i, I is ı.
func foldTurkish(word string) string {
	lower := strings.ToLowerSpecial(unicode.TurkishCase, word)
	return strings.ReplaceAll(lower, "i\u0307", "i")
}

// foldArabic takes out what is written for reading aloud or for looks only:
// vowel signs and the stretching of words.
func foldArabic(word string) string {
	return strings.Map(func(r rune) rune {
		if r == 'ـ' || r >= '\u064B' && r <= '\u0652' || r == '\u0670' {
			return -1
		}
		return unicode.ToLower(r)
	}, word)
}

// foldPairs folds case and then replaces the letters of old by those of new.
func foldPairs(oldnew ...string) func(string) string {
	pairs := strings.NewReplacer(oldnew...)
	return func(word string) string { return pairs.Replace(strings.ToLower(word)) }
}

// withoutAccents is what is left of a folded word when its accents are left
// out, as on a keyboard that lacks them: "también" ─▶ "tambien", "ışık" ─▶ "isik".
func withoutAccents(folded string) string {
	if isPlain(folded) {
		return folded
	}
	bare := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'ı':
			return 'i'
		}
		return r
	}, norm.NFD.String(folded))
	return norm.NFC.String(bare)
}

// Elision cuts a word where an article or pronoun has lost its vowel before
// it: "l'homme" gives "l'" and "homme". Where nothing is elided, article is ""
// and rest the word.
func (l *Language) Elision(word string) (article, rest string) {
	i := strings.IndexByte(word, '\'') + 1
	if i == 0 || i == len(word) || !l.has(l.Fold(word[:i]), elided) || l.has(l.Fold(word), undivided) {
		return "", word
	}
	return word[:i], word[i:]
}

// allLanguages are those with a stemmer, and those with a dictionary.
func allLanguages() []Language { return append(languageTable(), dictionaryLanguages()...) }

// languageTable lists the languages that there is a stemmer for. It is
// kljensen/snowball's where that is right by Snowball's own vocabularies, else
// the one compiled from Snowball's source; stem_test.go holds both to them.
func languageTable() []Language {
	return []Language{
		{Code: "ar", Name: "Arabic", recipe: recipe{algorithm: generated(arabic.Stem), fold: foldArabic}},
		{Code: "da", Name: "Danish", recipe: recipe{algorithm: generated(danish.Stem)}},
		{Code: "de", Name: "German", recipe: recipe{algorithm: generated(german.Stem), fold: foldPairs("ß", "ss"), capitalNouns: true}},
		{Code: "en", Name: "English", recipe: recipe{algorithm: kljensen(english.Stem)}},
		{Code: "es", Name: "Spanish", recipe: recipe{algorithm: kljensen(spanish.Stem), bare: true}},
		{Code: "fi", Name: "Finnish", recipe: recipe{algorithm: generated(finnish.Stem)}},
		{Code: "fr", Name: "French", recipe: recipe{algorithm: kljensen(french.Stem), bare: true, fold: foldPairs("œ", "oe", "æ", "ae")}},
		{Code: "ga", Name: "Irish", recipe: recipe{algorithm: generated(irish.Stem), bare: true}},
		{Code: "hu", Name: "Hungarian", recipe: recipe{algorithm: generated(hungarian.Stem), bare: true}},
		{Code: "it", Name: "Italian", recipe: recipe{algorithm: generated(italian.Stem), bare: true}},
		{Code: "nl", Name: "Dutch", recipe: recipe{algorithm: generated(dutch.Stem)}},
		{Code: "no", Name: "Norwegian", recipe: recipe{algorithm: kljensen(norwegian.Stem)}},
		{Code: "pt", Name: "Portuguese", recipe: recipe{algorithm: generated(portuguese.Stem), bare: true}},
		{Code: "ro", Name: "Romanian", recipe: recipe{algorithm: generated(romanian.Stem), bare: true, fold: foldPairs("ș", "ş", "ț", "ţ")}},
		{Code: "ru", Name: "Russian", recipe: recipe{algorithm: kljensen(russian.Stem), fold: foldPairs("ё", "е")}},
		{Code: "sv", Name: "Swedish", recipe: recipe{algorithm: kljensen(swedish.Stem)}},
		{Code: "ta", Name: "Tamil", Notes: "no reviewed stop list of Tamil is known; the short one here is our own",
			recipe: recipe{algorithm: generated(tamil.Stem)}},
		{Code: "tr", Name: "Turkish", recipe: recipe{algorithm: generated(turkish.Stem), bare: true, fold: foldTurkish, suffixed: true}},
	}
}
