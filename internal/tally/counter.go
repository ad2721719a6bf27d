package tally

import (
	"verbatim/internal/lang"
	"verbatim/internal/term"
)

// A Counter adds up the answers of respondents, one after the other, by the IDs
// that one analyzer gives its words. Its memory grows with the number of
// distinct words, not of people. Use NewCounter.
type Counter struct {
	sum     Sum         // all but its terms, which are counted by number
	forms   []formCount // by Word.ID
	keys    []keyCount  // by Word.KeyID
	weights weightSums  // by Word.KeyID
	spelled spellings
	themes  *term.Themes // nil without themes
	watch   watch
}

// formCount counts a written form.
type formCount struct {
	word     *term.Word // nil where not met
	mentions int
	spelling int32 // its place in the list of spellings; 0 where not met
}

// NewCounter returns a counter of nobody; themes may be nil.
func NewCounter(themes *term.Themes) *Counter {
	c := &Counter{themes: themes}
	if themes != nil {
		for _, name := range themes.Names() {
			c.sum.Themes = append(c.sum.Themes, ThemeSum{Theme: name})
		}
	}
	return c
}

// Rows adds records of the export: how many there are of each kind.
func (c *Counter) Rows(r Base) { c.sum.Base.add(r) }

// Unanswered adds a respondent who left the question blank.
func (c *Counter) Unanswered() { c.sum.Base.Unanswered++ }

// Respondent adds a person who wrote an answer: its class, and the tokens of all
// that they said. The tokens of a non-answer are not counted.
//
// The tokens are the hot path of a count: each costs a few additions at indices
// given by its IDs, and no look-up in a map.
func (c *Counter) Respondent(class lang.Class, tokens []term.Token, w Weight) {
	b := &c.sum.Base
	if class == lang.NonResponse {
		b.NonResponse++
		return
	}
	b.Valid++
	b.WeightSum += w
	b.WeightSquaresSum.add(w)
	c.sum.heavy.add(w)
	if class == lang.Nil {
		b.NilAnswers++
		return
	}
	k := &c.sum.Tokens
	before := k.Counted
	for i := range tokens {
		t := &tokens[i]
		n := Figure(t.Parts)
		k.Total += n
		switch t.Kind {
		case term.StopWord:
			k.StopWords += n
		case term.Dropped:
			k.Dropped += n
		case term.Number:
			k.Numbers += n
		case term.Address:
			k.Addresses += n
		default:
			k.Counted++
			k.InPhrases += n - 1
			c.mention(t, w)
		}
	}
	c.sum.Most = max(c.sum.Most, int(k.Counted-before))
	c.watch.endRespondent(w)
	if c.themes != nil {
		c.code(tokens, w)
	}
}

// mention counts one word of the respondent added last.
func (c *Counter) mention(t *term.Token, w Weight) {
	if int(t.ID) >= len(c.forms) || int(t.KeyID) >= len(c.keys) {
		c.room(int(t.ID)+1, int(t.KeyID)+1)
	}
	f, k, person := &c.forms[t.ID], &c.keys[t.KeyID], int32(c.sum.Base.Valid)
	if f.mentions++; f.word == nil {
		f.word, f.spelling = t.Word, c.spelled.enter(spellingOf(t.Form), k)
		if t.Denies != nil {
			c.pair(t.KeyID, t.Denies.KeyID)
			k = &c.keys[t.KeyID]
		}
	}
	first := k.last != person
	k.mentions++
	if t.Negated {
		k.negated++
	}
	if first {
		k.last = person
		k.respondents++
		if k.twin > 0 && c.keys[k.twin-1].last == person {
			k.both++
		}
		c.watch.said(t.Word, k)
	}
	if w != 0 {
		c.weights.mention(t.KeyID, w, first)
	}
	c.spelled.mention(f.spelling, t, w, k, first)
}

// pair notes that one key has the mentions that deny the word of another, so that the people who do
// both are counted.
func (c *Counter) pair(denied, plain int32) {
	c.room(0, int(max(denied, plain))+1)
	c.keys[denied].twin, c.keys[plain].twin = plain+1, denied+1
}

// counts are those of a key.
func (c *Counter) counts(key int32) Counts {
	k, w := &c.keys[key], c.weights.of(key)
	return Counts{k.mentions, int(k.respondents), int(k.negated), [2]Weight{w[ofMentions], w[ofRespondents]}}
}

// room makes room for a number of forms and keys.
func (c *Counter) room(forms, keys int) {
	if n := forms - len(c.forms); n > 0 {
		c.forms = append(c.forms, make([]formCount, n)...)
	}
	if n := keys - len(c.keys); n > 0 {
		c.keys = append(c.keys, make([]keyCount, n)...)
	}
}

// code counts the themes of the respondent added last.
func (c *Counter) code(tokens []term.Token, w Weight) {
	var met uint64 // a bit each
	c.themes.Match(tokens, func(theme int) {
		c.sum.Themes[theme].mention(w, met&(1<<theme) == 0)
		met |= 1 << theme
	})
	if met == 0 {
		c.sum.Uncoded++
	}
}
