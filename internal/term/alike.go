package term

import (
	"maps"
	"slices"
	"strings"
)

// Alike finds the words of other languages that are words of the main one as well, since answers in
// both have one of their forms: the keys that they have, and the keys of the main language that
// they are to count under.
//
//	das Team, die Teams   ─▶ team (de) ─┐
//	our team              ─▶ team ──────┴─▶ team
func (a *Analyzer) Alike(answers *Texts) map[string]string {
	type word struct {
		key      string
		mentions int
	}
	main, others := make(map[string]word), make(map[string]map[string]bool) // by form; forms by key
	for _, tokens := range a.Read(answers) {
		for _, t := range tokens {
			switch {
			case t.Kind != Counted, t.Aside == Filler: // "gut" is no filler in English
			case RootOf(t.Key).Language == "":
				main[t.Folded] = word{t.Key, main[t.Folded].mentions + 1}
			case others[t.Key] == nil:
				others[t.Key] = map[string]bool{t.Folded: true}
			default:
				others[t.Key][t.Folded] = true
			}
		}
	}
	alike := make(map[string]string)
	for key, forms := range others {
		most := word{}
		for _, form := range slices.Sorted(maps.Keys(forms)) {
			if x := main[form]; x.mentions > most.mentions {
				most = x
			}
		}
		if most.key != "" {
			alike[key] = most.key
		}
	}
	return alike
}

// deniedMark ends the key of a denied word.
const deniedMark = "\x00not"

// A Root is what a term is counted under, as it is shown: its key in its parts.
type Root struct {
	Stem     string `json:"stem"`               // what its forms have in common
	Language string `json:"language,omitempty"` // code of the stem's language, where it is not the main one of the survey
	Denied   bool   `json:"denied,omitempty"`   // it has the mentions that deny the word: "not transparent"
}

// RootOf takes a key apart.
func RootOf(key string) (r Root) {
	key, r.Denied = strings.CutSuffix(key, deniedMark)
	r.Stem, r.Language, _ = strings.Cut(key, tongueMark)
	return r
}

// Plain is the root of the word itself, denied or not.
func (r Root) Plain() Root {
	r.Denied = false
	return r
}

// Key is the key of a root.
func (r Root) Key() string {
	key := r.Stem
	if r.Language != "" {
		key += tongueMark + r.Language
	}
	if r.Denied {
		key += deniedMark
	}
	return key
}
