package decision

import (
	"maps"
	"math"
	"slices"
	"strings"

	"verbatim/internal/tally"
)

// choose returns the runs that are phrases, and those that are only hints, since they would take
// too little of a word. A run that is mostly part of a longer one gives way to it, unless it is a
// phrase without that one too; of others the longer one gives way.
func (m *miner) choose() (counted, hints []tally.Phrase) {
	good := slices.DeleteFunc(slices.Collect(maps.Values(m.runs)), func(r *phraseRun) bool { return !m.holds(r) })
	slices.SortFunc(good, func(a, b *phraseRun) int { return slices.Compare(a.keys, b.keys) })
	var whole, part []*phraseRun
	for _, r := range good {
		if m.takes(r) {
			whole = append(whole, r)
		} else if r.aside == 0 {
			part = append(part, r)
		}
	}
	whole = withoutAny(whole, whole, func(r, by *phraseRun) bool { return r.cuts(by) || r.holdsWords(by) })
	whole = withoutAny(whole, whole, func(r, by *phraseRun) bool { return r.within(by) && by.People*2 > r.People && !m.holdsWithout(r, by) })
	whole = withoutAny(whole, whole, func(r, by *phraseRun) bool { return by.within(r) && r.People*2 <= by.People })
	part = withoutAny(part, append(slices.Clip(part), whole...), func(r, by *phraseRun) bool { return r.within(by) || by.within(r) && by.People*2 <= r.People })
	for _, r := range whole {
		counted = append(counted, m.phrase(r))
	}
	for _, r := range part {
		hints = append(hints, m.phrase(r))
	}
	return counted, hints
}

// phrase is a run with what speaks for it. Its form is in small letters, so that one phrase has one label.
func (m *miner) phrase(r *phraseRun) tally.Phrase {
	forms, first := make(map[string]int), r.Mentions
	for form, n := range r.forms {
		forms[strings.ToLower(form)] += n
		first -= n
	}
	forms[strings.ToLower(r.form)] += first
	p := tally.Phrase{Phrase: tally.MostWritten(forms), Mentions: r.Mentions, People: r.People, Chance: math.Round(10*m.leastChance(r, 0)) / 10}
	p.Rarest, p.Commonest = m.extremes(r.words)
	return p
}

// withoutAny leaves out the runs that one of others supersedes. "open source" and
// "open source software" overlap: if most people who write the short one also write
// the long one, the long one is the phrase, else the short one; both are where the
// rest of those who write the short one make it a phrase. All are compared
// before any is left out, so the order of the runs does not matter.
func withoutAny(runs, others []*phraseRun, supersedes func(r, by *phraseRun) bool) []*phraseRun {
	return slices.DeleteFunc(slices.Clone(runs), func(r *phraseRun) bool {
		return slices.ContainsFunc(others, func(by *phraseRun) bool { return supersedes(r, by) })
	})
}

// holds reports whether a run is cohesive, said by enough people, and beyond chance.
func (m *miner) holds(r *phraseRun) bool {
	if r.People < m.least() {
		return false // most runs
	}
	rarest, _ := m.extremes(r.words)
	switch {
	case !isCohesive(r.People, rarest):
		return false
	case len(r.keys) == 2 && r.keys[0] == r.keys[1]: // very, very
		return false
	case r.aside > 0 && !m.mayHoldAside(r), isList(r.People, m.back(r)):
		return false
	}
	return m.leastChance(r, 0) >= leastChance
}

// holdsWithout reports whether a run would hold, and take enough of its words, without the people and
// mentions of a longer one: "climate change" without "climate change denial".
func (m *miner) holdsWithout(r, by *phraseRun) bool {
	rarest, commonest := m.extremes(r.words)
	people := r.People - by.People
	return people >= m.least() && isCohesive(people, rarest-by.People) && (r.isName() || takesEnough(people, commonest-by.People)) &&
		m.leastChance(r, by.Mentions) >= leastChance
}

// leastChance is G² of those two words of a run, one after the other, of which it is least, where some
// mentions of the run do not count.
func (m *miner) leastChance(r *phraseRun, without int) float64 {
	least := math.Inf(1)
	for i := 1; i < len(r.words); i++ {
		least = min(least, chance(m.total, r.Mentions-without, m.words[r.words[i-1]].Mentions-without, m.words[r.words[i]].Mentions-without))
	}
	return least
}

// mayHoldAside reports whether a run with words that are set aside may be a phrase: one that is a
// name (New York) of more than words of the question, or without which most people would not say
// these words, none of the question; or one that is made of fillers.
func (m *miner) mayHoldAside(r *phraseRun) bool {
	_, commonest := m.extremes(r.words)
	return r.isName() && r.echo < len(r.words) || r.echo == 0 && r.People*2 > commonest || r.isOfFillers()
}

// back is how many people say a run in the opposite order.
func (m *miner) back(r *phraseRun) int {
	back := r.row
	slices.Reverse(back[:len(r.keys)])
	if other := m.runs[back]; other != nil && other != r {
		return other.People
	}
	return 0
}

// takes reports whether a run may take its mentions from its words: at least a third of the people
// of each say it in the run. A name takes them anyway, since its words mean nothing alone, and so do fillers.
func (m *miner) takes(r *phraseRun) bool {
	_, commonest := m.extremes(r.words)
	return r.isName() || r.isOfFillers() || takesEnough(r.People, commonest)
}
