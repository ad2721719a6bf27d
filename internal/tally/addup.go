package tally

import (
	"cmp"
	"slices"
)

// Counters that work side by side share a dictionary, so that a word has the same
// place in all of them. They are added up place by place, which takes no memory,
// and only the last step goes by the words themselves:
//
//	forms   3 1 0 2 ─┐
//	forms   1 0 4   ─┴─▶  4 1 4 2 ─▶ Sum

// AddUp returns what counters have counted together. Their analyzers are forks of
// one, and they have the same themes. The counters cannot be used afterwards,
// except for what they have watched.
func AddUp(counters ...*Counter) *Sum {
	all := counters[0]
	for _, c := range counters[1:] {
		all.take(c)
		c.clear()
	}
	defer all.clear()
	return all.Sum()
}

// take adds the counts of another counter.
func (c *Counter) take(o *Counter) {
	c.sum.Add(&o.sum)
	c.room(len(o.forms), len(o.keys))
	for id, f := range o.forms {
		if f.word != nil {
			c.forms[id].word = f.word
			c.forms[id].mentions += f.mentions
		}
	}
	for id := range o.keys {
		// Who said it last, and how, only matters while a respondent is counted.
		k, with := &c.keys[id], &o.keys[id]
		k.mentions += with.mentions
		k.negated += with.negated
		k.both += with.both
		k.twin = max(k.twin, with.twin)
		k.respondents += with.respondents
		c.weights.take(int32(id), o.weights.of(int32(id)))
		c.spelled.take(&o.spelled, with.spellings, k)
	}
}

// clear forgets all but what was watched.
func (c *Counter) clear() { *c = Counter{watch: c.watch} }

// Sum returns what has been counted, by the words themselves.
func (c *Counter) Sum() *Sum {
	s := c.sum
	s.Themes = slices.Clone(s.Themes)
	s.Terms = make(map[Name]*TermSum, len(c.keys))
	terms := make([]*TermSum, len(c.keys))
	for _, f := range c.forms {
		w := f.word
		if w == nil {
			continue
		}
		t, k := terms[w.KeyID], &c.keys[w.KeyID]
		if t == nil {
			t = &TermSum{Counts: c.counts(w.KeyID), Spellings: c.spelled.sums(k)}
			terms[w.KeyID], s.Terms[Name{w.Key, w.Aside}] = t, t
		}
		form := Form{Form: w.Form, Mentions: f.mentions}
		if w.Denies != nil {
			form.Word = cmp.Or(w.Denies.Label, w.Denies.Form)
			t.Spellings = nil // its wordings are no names
			t.Both = int(k.both + c.keys[k.twin-1].both)
		}
		t.Forms = append(t.Forms, form)
		t.Label = firstOf(t.Label, w.Label)
		if c.themes != nil {
			t.Theme, t.In = earlier(c.themes.Names(), t.Theme, c.themes.Of(w)), t.In|c.themes.Bits(w)
		}
	}
	for _, t := range s.Terms {
		t.Forms = sortedForms(t.Forms)
	}
	return &s
}
