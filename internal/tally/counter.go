package tally

import (
	"math/bits"

	"verbatim/internal/term"
)

// A Counter adds up the answers of respondents, one after the other, by the IDs
// that one analyzer gives its words. Its memory grows with the number of
// distinct words, not of people. Use NewCounter.
type Counter struct {
	base    Base
	weights Weight
	squares Squares
	tokens  Tokens
	most    int          // counted words of the most talkative respondent
	words   []*term.Word // by Word.ID, nil where not met
	forms   []int        // mentions, by Word.ID
	keys    []keyCount   // by Word.KeyID
	heavy   [][2]Weight  // mentions and respondents, by Word.KeyID; empty without weights
	spelled spellings
	themes  *term.Themes // nil without themes
	nets    []ThemeSum   // by theme
	uncoded int
	watch   watch
}

// keyCount counts what has one key.
type keyCount struct {
	mentions, respondents, negated int
	last                           int32 // the valid respondent, from 1, who said it last
	by                             int32 // the spelling in which they did, or several
	spellings                      int32 // the place of one of its spellings; 0 is none
}

// NewCounter returns a counter of nobody; themes may be nil.
func NewCounter(themes *term.Themes) *Counter {
	c := &Counter{themes: themes}
	if themes != nil {
		for _, name := range themes.Names() {
			c.nets = append(c.nets, ThemeSum{Theme: name})
		}
	}
	return c
}

// Rows adds records of the export: how many there are of each kind.
func (c *Counter) Rows(r Base) { c.base.add(r) }

// Unanswered adds a respondent who left the question blank.
func (c *Counter) Unanswered() { c.base.Unanswered++ }

// NonResponse adds a respondent who wrote that there is no answer.
func (c *Counter) NonResponse() { c.base.NonResponse++ }

// Nil adds a respondent who answered "nothing".
func (c *Counter) Nil(w Weight) {
	c.valid(w)
	c.base.NilAnswers++
}

// valid adds a respondent who gave an answer.
func (c *Counter) valid(w Weight) {
	c.base.Valid++
	c.weights += w
	c.squares.add(w)
}

// Answer adds a respondent with the tokens of all that they said.
func (c *Counter) Answer(tokens []term.Token, w Weight) {
	c.valid(w)
	before := c.tokens.Counted
	for i := range tokens {
		t := &tokens[i]
		c.tokens.Total += Figure(t.Parts)
		switch t.Kind {
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
			c.tokens.InPhrases += Figure(t.Parts - 1)
			c.mention(t, w)
		}
	}
	c.most = max(c.most, int(c.tokens.Counted-before))
	c.watch.endRespondent(w)
	if c.themes != nil {
		c.code(tokens, w)
	}
}

// mention counts one word of the respondent added last.
func (c *Counter) mention(t *term.Token, w Weight) {
	if t.ID >= len(c.words) || t.KeyID >= len(c.keys) {
		c.room(t.ID+1, t.KeyID+1)
	}
	if c.forms[t.ID]++; c.words[t.ID] == nil {
		c.words[t.ID] = t.Word
	}
	k := &c.keys[t.KeyID]
	k.mentions++
	if t.Negated {
		k.negated++
	}
	person := int32(c.base.Valid)
	first := k.last != person
	if first {
		k.last = person
		k.respondents++
		c.watch.said(t.Word)
	}
	if w != 0 {
		c.weigh(t.KeyID, w, first)
	}
	c.spelled.mention(t, w, k, first, person)
}

// weigh adds the weight of a mention, and of the respondent where it is their
// first.
func (c *Counter) weigh(key int, w Weight, first bool) {
	c.heavy = append(c.heavy, make([][2]Weight, max(0, len(c.keys)-len(c.heavy)))...)
	c.heavy[key][0] += w
	if first {
		c.heavy[key][1] += w
	}
}

// room makes room for so many words and keys.
func (c *Counter) room(words, keys int) {
	if n := words - len(c.words); n > 0 {
		c.words = append(c.words, make([]*term.Word, n)...)
		c.forms = append(c.forms, make([]int, n)...)
	}
	if n := keys - len(c.keys); n > 0 {
		c.keys = append(c.keys, make([]keyCount, n)...)
	}
}

// code counts the themes of the respondent added last, each once.
func (c *Counter) code(tokens []term.Token, w Weight) {
	var met uint64
	c.themes.Match(tokens, func(theme int) {
		c.nets[theme].Mentions++
		c.nets[theme].Weight[0] += w
		met |= 1 << theme
	})
	if met == 0 {
		c.uncoded++
	}
	for rest := met; rest != 0; rest &= rest - 1 {
		n := &c.nets[bits.TrailingZeros64(rest)]
		n.Respondents++
		n.Weight[1] += w
	}
}
