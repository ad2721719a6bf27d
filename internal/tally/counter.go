package tally

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/internal/term"
)

// A Counter adds up the answers of respondents, one after the other. Its memory
// grows with the number of distinct words, not of people. The zero value is
// not ready: use NewCounter.
type Counter struct {
	base   Base
	tokens Tokens
	terms  map[string]*entry // by key
}

// entry is a term while it is being counted.
type entry struct {
	mentions, respondents int
	last                  int // the valid respondent, from 1, who said it last
	forms                 map[string]*written
}

// written counts one written form of a term.
type written struct {
	mentions int
	free     int // mentions whose capitals are the writer's choice
}

// NewCounter returns a counter of nobody.
func NewCounter() *Counter { return &Counter{terms: make(map[string]*entry)} }

// Rows adds records of the export, of which some are blank.
func (c *Counter) Rows(rows, blank int) {
	c.base.Rows += rows
	c.base.BlankRows += blank
	c.base.Respondents += rows - blank
}

// Unanswered adds a respondent who left the question blank.
func (c *Counter) Unanswered() { c.base.Unanswered++ }

// NonResponse adds a respondent who wrote that there is no answer.
func (c *Counter) NonResponse() { c.base.NonResponse++ }

// Nil adds a respondent who answered "nothing".
func (c *Counter) Nil() {
	c.base.Valid++
	c.base.NilAnswers++
}

// Answer adds a respondent with the tokens of all that they said.
func (c *Counter) Answer(tokens []term.Token) {
	c.base.Valid++
	c.tokens.Total += len(tokens)
	for i := range tokens {
		switch tokens[i].Kind {
		case term.StopWord:
			c.tokens.StopWords++
		case term.Dropped:
			c.tokens.Dropped++
		case term.Number:
			c.tokens.Numbers++
		case term.Address:
			c.tokens.Addresses++
		default:
			c.tokens.Counted++
			c.mention(&tokens[i])
		}
	}
}

// mention counts one word of the respondent added last.
func (c *Counter) mention(t *term.Token) {
	e := c.terms[t.Key]
	if e == nil {
		e = &entry{forms: make(map[string]*written, 1)}
		c.terms[strings.Clone(t.Key)] = e
	}
	e.mentions++
	if e.last != c.base.Valid {
		e.last = c.base.Valid
		e.respondents++
	}
	f := e.forms[t.Form]
	if f == nil {
		f = &written{}
		e.forms[strings.Clone(t.Form)] = f
	}
	f.mentions++
	if !t.Forced {
		f.free++
	}
}

// Tally gives the result, every term ranked by the given count.
func (c *Counter) Tally(by Count) *Tally {
	t := &Tally{Base: c.base, Tokens: c.tokens, RankBy: by, Terms: make([]Term, 0, len(c.terms))}
	for key, e := range c.terms {
		t.Terms = append(t.Terms, Term{
			Term:        e.label(),
			Stem:        key,
			Mentions:    e.mentions,
			Respondents: e.respondents,
			Share:       float64(e.respondents) / float64(c.base.Valid),
			Forms:       e.sortedForms(),
		})
	}
	rank(t.Terms, by) // a total order: the map's own order is gone
	return t
}

// sortedForms lists the written forms, mentions falling, then by bytes.
func (e *entry) sortedForms() []Form {
	forms := make([]Form, 0, len(e.forms))
	for form, w := range e.forms {
		forms = append(forms, Form{Form: form, Mentions: w.mentions})
	}
	slices.SortFunc(forms, func(a, b Form) int {
		return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Form, b.Form))
	})
	return forms
}

// label is the most frequent written form (ties: the shorter, then by bytes).
// Forms that differ in case only stand together for this; among them decide
// those mentions that neither open a sentence nor stand in an answer of
// capitals, since those capitals say nothing about the word. Where there are
// no such mentions, all of them decide.
func (e *entry) label() string {
	word := most(e.byWord())
	spellings := make(map[string]int)
	for form, w := range e.forms {
		if strings.ToLower(form) == word && w.free > 0 {
			spellings[form] = w.free
		}
	}
	if len(spellings) > 0 {
		return most(spellings)
	}
	for form, w := range e.forms {
		if strings.ToLower(form) == word {
			spellings[form] = w.mentions
		}
	}
	return most(spellings)
}

// byWord adds up the mentions of the forms that differ in case only.
func (e *entry) byWord() map[string]int {
	words := make(map[string]int, len(e.forms))
	for form, w := range e.forms {
		words[strings.ToLower(form)] += w.mentions
	}
	return words
}

// most is the key with the highest count; ties: the shorter, then by bytes.
func most(counts map[string]int) string {
	best, found := "", false
	for s, n := range counts {
		order := cmp.Or(cmp.Compare(n, counts[best]),
			cmp.Compare(utf8.RuneCountInString(best), utf8.RuneCountInString(s)), cmp.Compare(best, s))
		if !found || order > 0 {
			best, found = s, true
		}
	}
	return best
}
