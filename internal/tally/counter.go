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
	last                  int             // the valid respondent, from 1, who said it last
	forms                 map[string]*int // mentions by written form
}

// NewCounter returns a counter of nobody.
func NewCounter() *Counter { return &Counter{terms: make(map[string]*entry)} }

// Rows adds records of the export: how many there are of each kind.
func (c *Counter) Rows(r Base) {
	c.base.Rows += r.Rows
	c.base.BlankRows += r.BlankRows
	c.base.Filtered += r.Filtered
	c.base.Respondents += r.Respondents
	c.base.Unfinished += r.Unfinished
	c.base.Tests += r.Tests
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
		e = &entry{forms: make(map[string]*int, 1)}
		c.terms[strings.Clone(t.Key)] = e
	}
	e.mentions++
	if e.last != c.base.Valid {
		e.last = c.base.Valid
		e.respondents++
	}
	n := e.forms[t.Form]
	if n == nil {
		n = new(int)
		e.forms[strings.Clone(t.Form)] = n
	}
	*n++
}

// Tally gives the result, every term ranked by the given count.
func (c *Counter) Tally(by Count) *Tally {
	t := &Tally{Base: c.base, Tokens: c.tokens, RankBy: by, Terms: make([]Term, 0, len(c.terms))}
	for key, e := range c.terms {
		forms := e.sortedForms()
		t.Terms = append(t.Terms, Term{
			Term:        forms[0].Form,
			Stem:        key,
			Mentions:    e.mentions,
			Respondents: e.respondents,
			Share:       float64(e.respondents) / float64(c.base.Valid),
			Forms:       forms,
		})
	}
	rank(t.Terms, by) // a total order: the map's own order is gone
	return t
}

// sortedForms lists the written forms: mentions falling, then the shorter
// first, then by bytes. The first is the term's label.
func (e *entry) sortedForms() []Form {
	forms := make([]Form, 0, len(e.forms))
	for form, mentions := range e.forms {
		forms = append(forms, Form{Form: form, Mentions: *mentions})
	}
	slices.SortFunc(forms, func(a, b Form) int {
		return cmp.Or(
			cmp.Compare(b.Mentions, a.Mentions),
			cmp.Compare(utf8.RuneCountInString(a.Form), utf8.RuneCountInString(b.Form)),
			cmp.Compare(a.Form, b.Form),
		)
	})
	return forms
}
