package privacy

import (
	"slices"
	"strings"

	"verbatim/internal/segment"
	"verbatim/internal/term"
)

// --mask covers the words of a list in all that is shown. They are counted like any others; what is
// covered is their text, in labels, forms and quotes, wherever the analyzer counts a word as one of
// the list:
//
//	list     ─ keys ─┐
//	a label  ─ keys ─┴─ the same ─▶ s•••
//
// An entry of several words is covered where they stand together.

// A Masker covers the words of a list.
type Masker struct {
	analyzer *term.Analyzer
	entries  [][]map[string]bool // of each entry the words in it, by their keys in each language
	keys     map[string][]string // of words that have been seen
	// Met says of each entry whether a text had it.
	Met []bool
}

// NewMasker makes the masker of a list, of words as they are counted.
func NewMasker(words term.Options, list []string) (*Masker, error) {
	words.Phrases, words.Found, words.Whole, words.Split = nil, nil, false, "" // single words, whatever the terms are
	analyzer, err := term.New(words)
	m := &Masker{analyzer: analyzer, keys: make(map[string][]string), Met: make([]bool, len(list))}
	if err != nil {
		return nil, err
	}
	for _, e := range list {
		text := segment.Normalised(e)
		var entry []map[string]bool
		for _, t := range analyzer.Tokens(text) {
			set := make(map[string]bool)
			for _, key := range m.keysOf(text[t.Start:t.End]) {
				set[key] = true
			}
			entry = append(entry, set)
		}
		m.entries = append(m.entries, entry)
	}
	return m, nil
}

// keysOf are the keys of a word, in each language of the survey.
func (m *Masker) keysOf(word string) []string {
	lower := strings.ToLower(word)
	keys, known := m.keys[word]
	if !known {
		keys = append(m.analyzer.KeysOf(word), lower)
		m.keys[strings.Clone(word)] = keys
	}
	return keys
}

// Places are where a text has words to be covered, from the first to the last; each is a start and
// an end.
func (m *Masker) Places(text string) (places [][2]int) {
	tokens := slices.Clone(m.analyzer.Tokens(text))
	for i := 0; i < len(tokens); {
		n := m.longest(text, tokens[i:])
		for _, t := range tokens[i : i+n] {
			places = append(places, [2]int{t.Start, t.End})
		}
		i += max(1, n)
	}
	return places
}

// longest is how many words the longest entry has that some words begin with.
func (m *Masker) longest(text string, tokens []term.Token) (n int) {
	for e, entry := range m.entries {
		if len(entry) == 0 || len(entry) > len(tokens) || !m.begins(text, tokens, entry) {
			continue
		}
		m.Met[e] = true
		n = max(n, len(entry))
	}
	return n
}

// begins reports whether words are those of an entry.
func (m *Masker) begins(text string, tokens []term.Token, entry []map[string]bool) bool {
	for i, set := range entry {
		if !slices.ContainsFunc(m.keysOf(text[tokens[i].Start:tokens[i].End]), func(key string) bool { return set[key] }) {
			return false
		}
	}
	return true
}

// Mask is a label or a written form with its words covered.
func (m *Masker) Mask(text string) string {
	if m == nil || text == "" {
		return text
	}
	return Covered(text, 0, len(text), m.Places(text))
}

// Covered is a piece of a text with the places in it covered.
func Covered(text string, start, end int, places [][2]int) string {
	var out strings.Builder
	at := start
	for _, p := range places {
		if from, to := max(p[0], start), min(p[1], end); from < to {
			out.WriteString(text[at:from])
			out.WriteString(Conceal(text[from:to]))
			at = to
		}
	}
	out.WriteString(text[at:end])
	return out.String()
}
