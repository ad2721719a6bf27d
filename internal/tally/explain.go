package tally

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/internal/term"
)

// An Explanation says what led to the count of a term.
type Explanation struct {
	Asked  string  `json:"asked"`
	Senses []Sense `json:"senses"`          // what it is counted as, ranked terms first
	Near   []Near  `json:"near"`            // similar terms, if it is not a term
	Words  []Near  `json:"words,omitempty"` // where it is several words: the terms that they count as
	// Together says, where it is several words, how many people wrote them together.
	Together *Together `json:"together,omitempty"`
	// InPhrases are the phrases that have taken all its mentions, if it is not a term for that
	// reason.
	InPhrases []Near `json:"in_phrases,omitempty"`
	// Found are the phrases found by association that it is, or is part of, counted or not.
	Found []Phrase `json:"phrases_found,omitempty"`
}

// A Sense is one way in which what was asked for is counted or left out.
type Sense struct {
	As   string `json:"as"` // term, filler, echo, subject, stop_word, dropped, number, address, nil_answer, non_response
	Term string `json:"term"`
	term.Root
	Rank        int            `json:"rank,omitempty"` // of a term
	Mentions    int            `json:"mentions"`
	Respondents int            `json:"respondents"`
	LabelBy     string         `json:"label_by,omitempty"` // why Term is the label: form, synonym, denied
	Negated     int            `json:"negated"`
	Word        string         `json:"word,omitempty"`       // of a denied term: what it denies
	Either      int            `json:"either,omitempty"`     // people who say the word, denied or not, where both are terms
	Synonyms    []term.Synonym `json:"-"`                    // what else counts under it
	From        []string       `json:"synonyms,omitempty"`   // the same as text
	Themes      []string       `json:"themes,omitempty"`     // of its forms
	InPhrases   []Near         `json:"in_phrases,omitempty"` // phrases that took mentions from it
	Forms       []FormUse      `json:"forms"`                // mentions falling, then the shorter, then bytes
}

// A FormUse is one written form, and where it is.
type FormUse struct {
	Form      string  `json:"form"`
	By        string  `json:"by,omitempty"` // why it counts there: stem, synonym, phrase, spacing
	Mentions  int     `json:"mentions"`
	Negated   int     `json:"negated"`
	Places    []Place `json:"places"` // the first ones
	NotListed int     `json:"not_listed"`
}

// A Place is the position of an answer.
type Place struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Negated bool   `json:"negated,omitempty"` // denied there
}

// Near is a term that resembles another, or a phrase that holds it.
type Near struct {
	Term        string `json:"term"`
	Mentions    int    `json:"mentions"`
	Respondents int    `json:"respondents"`
}

// order puts what more people said first, then goes by mentions and bytes.
func (n Near) order(o Near) int {
	return cmp.Or(cmp.Compare(o.Respondents, n.Respondents), cmp.Compare(o.Mentions, n.Mentions), cmp.Compare(n.Term, o.Term))
}

// NearTo are the terms most like a word, at most five: by edits, then people. A word that begins with the other is one edit away.
func (t *Tally) NearTo(word string) []Near {
	type candidate struct {
		Near
		edits int
	}
	word = strings.ToLower(word)
	most := 1 + utf8.RuneCountInString(word)/5
	var found []candidate
	for _, x := range t.Terms {
		written := strings.ToLower(x.Forms[0].Form)
		edits := editsBetween(word, written, most)
		if len(written) > 2 && len(word) > 2 && (strings.HasPrefix(word, written) || strings.HasPrefix(written, word)) {
			edits = min(edits, 1)
		}
		if edits <= most {
			found = append(found, candidate{Near{x.Label, x.Mentions, x.Respondents}, edits})
		}
	}
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.edits, b.edits), a.order(b.Near))
	})
	near := []Near{}
	for _, c := range found[:min(5, len(found))] {
		near = append(near, c.Near)
	}
	return near
}

// Phrases are the terms of several words of which one has the given key, and those with the other
// keys, the most frequent first.
func (s *Sum) Phrases(key string, others []string) (list []Near) {
	for name, part := range s.Terms {
		plain := term.RootOf(name.Key).Plain().Key()
		if parts := strings.Split(plain, " "); len(parts) > 1 && slices.Contains(parts, key) || slices.Contains(others, plain) {
			list = append(list, Near{cmp.Or(part.Label, part.Forms[0].Form), part.Mentions, part.Respondents})
		}
	}
	slices.SortFunc(list, Near.order)
	return list
}

// Apart is the stem that a word is counted under after names have left their stems;
// a name has its own.
func Apart(names map[string]Named, key, word string) string {
	if n, ok := names[key]; ok && n.Spelling == spellingOf(word) {
		return n.Label
	}
	return key
}

// Written are the keys of what has been written, or is labelled, like this,
// whatever the case.
func (s *Sum) Written(form string) []string {
	keys := make(map[string]bool)
	for name, part := range s.Terms {
		written := slices.ContainsFunc(part.Forms, func(f Form) bool { return strings.EqualFold(f.Form, form) })
		root := term.RootOf(name.Key)
		if written || strings.EqualFold(root.Stem, form) && !root.Denied || strings.EqualFold(part.Label, form) {
			keys[name.Key] = true
		}
	}
	return slices.Sorted(maps.Keys(keys))
}
