package term

import (
	"github.com/blevesearch/snowballstem"
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
)

// stemmers are the Snowball stemmers, by the names that language files call them.
// They are kljensen/snowball's where that is right by Snowball's own vocabularies,
// else those compiled from Snowball's source; stem_test.go holds both to them.
var stemmers = map[string]func(word string) string{
	"arabic":     generated(arabic.Stem),
	"danish":     generated(danish.Stem),
	"dutch":      generated(dutch.Stem),
	"english":    kljensen(english.Stem),
	"finnish":    generated(finnish.Stem),
	"french":     kljensen(french.Stem),
	"german":     generated(german.Stem),
	"hungarian":  generated(hungarian.Stem),
	"irish":      generated(irish.Stem),
	"italian":    generated(italian.Stem),
	"norwegian":  kljensen(norwegian.Stem),
	"portuguese": generated(portuguese.Stem),
	"romanian":   generated(romanian.Stem),
	"russian":    kljensen(russian.Stem),
	"spanish":    kljensen(spanish.Stem),
	"swedish":    kljensen(swedish.Stem),
	"tamil":      generated(tamil.Stem),
	"turkish":    generated(turkish.Stem),
}

// unstemmed counts each word as it is written: a language without a stemmer.
func unstemmed(word string) string { return word }

// kljensen makes a stemmer of one of kljensen/snowball, which would leave stop
// words as they are if it were not told otherwise.
func kljensen(stem func(string, bool) string) func(string) string {
	return func(word string) string { return stem(word, true) }
}

// generated makes a stemmer of one that the Snowball compiler wrote. Each call
// has an environment of its own, so that calls may overlap.
func generated(stem func(*snowballstem.Env) bool) func(string) string {
	return func(word string) string {
		env := snowballstem.NewEnv(word)
		stem(env)
		return env.Current()
	}
}
