package study

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"verbatim/internal/lang"
	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/segment"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
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

// A masked is an entry of the list.
type masked struct {
	text string
	line int
}

// masker covers the words of a list.
type masker struct {
	analyzer *term.Analyzer
	entries  [][]map[string]bool // of each entry the words in it, by their keys in each language
	keys     map[string][]string // of words that have been seen
	met      []bool              // of the entries
}

// readMasked reads a list of words: one a line, # begins a comment.
func readMasked(data []byte) (list []masked, err error) {
	for i, line := range strings.Split(string(data), "\n") {
		words, err := readWords([]byte(line))
		if err != nil {
			return nil, err
		}
		for _, w := range words {
			list = append(list, masked{w, i + 1})
		}
	}
	return list, nil
}

// masker makes the masker of a run, as words are counted in the end; nil without a list.
func (r *run) masker() (*masker, error) {
	if r.opt.Mask == "" {
		return nil, nil
	}
	words := r.terms // single words, whatever the terms are
	words.Phrases, words.Whole, words.Split = nil, false, ""
	analyzer, err := term.New(words)
	m := &masker{analyzer: analyzer, keys: make(map[string][]string), met: make([]bool, len(r.masked))}
	if err != nil {
		return nil, err
	}
	for _, e := range r.masked {
		text := segment.Normalised(e.text)
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
func (m *masker) keysOf(word string) []string {
	lower := strings.ToLower(word)
	keys, known := m.keys[word]
	if !known {
		keys = append(m.analyzer.KeysOf(word), lower)
		m.keys[strings.Clone(word)] = keys
	}
	return keys
}

// places are where a text has words to be covered, from the first to the last; each is a start and
// an end.
func (m *masker) places(text string) (places [][2]int) {
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
func (m *masker) longest(text string, tokens []term.Token) (n int) {
	for e, entry := range m.entries {
		if len(entry) == 0 || len(entry) > len(tokens) || !m.begins(text, tokens, entry) {
			continue
		}
		m.met[e] = true
		n = max(n, len(entry))
	}
	return n
}

// begins reports whether words are those of an entry.
func (m *masker) begins(text string, tokens []term.Token, entry []map[string]bool) bool {
	for i, set := range entry {
		if !slices.ContainsFunc(m.keysOf(text[tokens[i].Start:tokens[i].End]), func(key string) bool { return set[key] }) {
			return false
		}
	}
	return true
}

// mask is a label or a written form with its words covered.
func (m *masker) mask(text string) string {
	if m == nil || text == "" {
		return text
	}
	return covered(text, 0, len(text), m.places(text))
}

// covered is a piece of a text with the places in it covered.
func covered(text string, start, end int, places [][2]int) string {
	var out strings.Builder
	at := start
	for _, p := range places {
		if from, to := max(p[0], start), min(p[1], end); from < to {
			out.WriteString(text[at:from])
			out.WriteString(privacy.Conceal(text[from:to]))
			at = to
		}
	}
	out.WriteString(text[at:end])
	return out.String()
}

// applyMask covers the words of the list in what is shown of a count, and counts the people who said
// any: for that all answers are read once more. Under disclosure control, and where they cannot be
// read again, that number is not known.
func (r *run) applyMask(ctx context.Context, c *Count) error {
	m, err := r.masker()
	if m == nil || err != nil {
		return err
	}
	people := tally.Withheld
	if r.rereadable && !r.opt.Withholds() {
		if people, err = r.maskedPeople(ctx, m); err != nil {
			return err
		}
	}
	c.Shown, c.Phrases = c.Shown.Masked(m.mask, people), slices.Clone(c.Phrases)
	for i := range c.Phrases {
		c.Phrases[i].Phrase = m.mask(c.Phrases[i].Phrase)
	}
	c.Found.Subject = slices.Clone(c.Found.Subject)
	for i, word := range c.Found.Subject {
		c.Found.Subject[i] = m.mask(word)
	}
	c.Found.Decisions = nil // parts with the same ones add up, and a masked tally is none
	for i := range r.masked {
		if !m.met[i] && !r.opt.Withholds() {
			c.Warnings = append(c.Warnings, notice.Warning{Code: notice.UnmatchedEntry, File: r.opt.Mask, Line: r.masked[i].line, Message: fmt.Sprintf("no answer has %q", r.masked[i].text)})
		}
	}
	return nil
}

// maskedPeople counts the people who said a word of the list.
func (r *run) maskedPeople(ctx context.Context, m *masker) (people tally.Figure, err error) {
	w, err := r.reader()
	if err != nil {
		return 0, err
	}
	err = r.each(ctx, func(x *survey.Response) {
		said := false
		for row := range x.EachRow {
			for _, answer := range row.Answers {
				if _, class := w.analyze(answer); class == lang.Substantive {
					said = len(m.places(w.text(answer))) > 0 || said
				}
			}
		}
		if said {
			people++
		}
	})
	return people, err
}
