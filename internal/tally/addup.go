package tally

import "slices"

// Counters that work side by side share a dictionary, so that a word has the same
// place in all of them. They are added up place by place, which takes no memory,
// and only the last step goes by the words themselves:
//
//	forms   3 1 0 2 ─┐
//	forms   1 0 4   ─┴─▶  4 1 4 2 ─▶ Sum

// AddUp gives what counters have counted together. Their analyzers are forks of
// one, and they have the same themes. It uses them up: only what they have
// watched can still be asked for.
func AddUp(counters ...*Counter) *Sum {
	all := counters[0]
	for _, c := range counters[1:] {
		all.take(c)
		c.clear()
	}
	defer all.clear()
	return all.Sum()
}

// take adds what another counter has counted.
func (c *Counter) take(o *Counter) {
	c.base.add(o.base)
	c.tokens.add(o.tokens)
	c.weights += o.weights
	c.squares.merge(o.squares)
	c.uncoded += o.uncoded
	c.most = max(c.most, o.most)
	c.room(len(o.words), len(o.keys))
	for id, w := range o.words {
		if w != nil {
			c.words[id] = w
			c.forms[id] += o.forms[id]
		}
	}
	for id, w := range o.heavy {
		c.weigh(id, w[0], false)
		c.heavy[id][1] += w[1]
	}
	for id := range o.keys {
		c.keys[id].add(&o.keys[id])
		c.spelled.take(&o.spelled, o.keys[id].spellings, &c.keys[id])
	}
	for i, net := range o.nets {
		c.nets[i].add(net)
	}
}

// add adds the people and the mentions of one key. Last and by are left alone: they
// are of the respondent at hand, and after counting there is none.
func (k *keyCount) add(o *keyCount) {
	k.mentions += o.mentions
	k.respondents += o.respondents
	k.negated += o.negated
}

// clear forgets all but what was watched.
func (c *Counter) clear() { *c = Counter{watch: c.watch} }

// Sum gives what has been counted, by the words themselves.
func (c *Counter) Sum() *Sum {
	s := &Sum{Base: c.base, Tokens: c.tokens, Weights: c.weights, squares: c.squares, Themes: slices.Clone(c.nets), Uncoded: c.uncoded, Most: c.most}
	terms := c.terms()
	s.Terms = make(map[Name]*TermSum, len(terms))
	for id, w := range c.words {
		if w == nil {
			continue
		}
		t := terms[w.KeyID]
		t.Forms = append(t.Forms, Form{w.Form, c.forms[id]})
		t.Label = firstOf(t.Label, w.Label)
		if c.themes != nil {
			t.Theme, t.In = earlier(c.themes.Names(), t.Theme, c.themes.Of(w)), t.In|c.themes.Bits(w)
		}
		s.Terms[Name{w.Key, w.Aside}] = t
	}
	for _, t := range s.Terms {
		t.Forms = sortedForms(t.Forms)
	}
	return s
}

// terms are the figures of the terms by KeyID, nil where there is none, with room
// for their forms. All stand in one piece of memory, and so do their forms.
func (c *Counter) terms() []*TermSum {
	forms := make([]int, len(c.keys)) // how many a key has
	all, keys := 0, 0
	for _, w := range c.words {
		if w == nil {
			continue
		}
		if forms[w.KeyID] == 0 {
			keys++
		}
		forms[w.KeyID]++
		all++
	}
	slab, room, terms := make([]TermSum, 0, keys), make([]Form, all), make([]*TermSum, len(c.keys))
	for id, n := range forms {
		if n > 0 {
			k := &c.keys[id]
			slab = append(slab, TermSum{Mentions: k.mentions, Respondents: k.respondents, Negated: k.negated,
				Forms: room[:0:n], Spellings: c.spelled.sums(k)})
			room, terms[id] = room[n:], &slab[len(slab)-1]
			if id < len(c.heavy) {
				terms[id].Weight = c.heavy[id]
			}
		}
	}
	return terms
}
