package decision

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"verbatim/internal/lang"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// Phrases are runs of two to four words that people use as one: "home office".
// They are mined from the answers and checked by counting with them:
//
//	answers ─ learn ─▶ words ─ join ─▶ runs ─ choose ─▶ those that hold ─ settle ─▶ those that are still said
//
// A run is within a clause and begins and ends with a counted word. So it may have a
// function word inside ("work from home"), but what the user drops is in none. Words
// that are set aside belong to a run under conditions of their own (see holds).

// The conditions of a phrase, beside those in holds and takes: the least number of
// people, as a share and as a number, and the least G² (Dunning 1993), which is 15 for
// one run of ten thousand that come together by chance; and of how many people who say a
// word one says it in the phrase.
const (
	leastShare    = 100 // one person in so many
	leastPeople   = 3
	leastChance   = 15
	takesOneIn    = 3
	longestPhrase = 4
)

// findPhrases finds the phrases of the answers in addition to the given ones.
func (f *finder) findPhrases() error {
	if f.Listed || !f.Phrases {
		return nil
	}
	opt := f.terms
	opt.Filler, opt.NoStopwords = true, false // what fills sentences is known, even where it is counted
	opt.Drop, opt.Stop = slices.Concat(opt.Drop, opt.Stop), nil
	analyzer, err := f.texts.Analyzer(opt)
	if err != nil {
		return err
	}
	m := miner{words: make(map[string]*minedWord), runs: make(map[row]*phraseRun)}
	each := func(do func(tokens []term.Token, text string)) {
		for person, tokens := range f.read(analyzer) {
			if analyzer.Class() == lang.Substantive {
				m.person = person
				do(tokens, analyzer.Text())
			}
		}
	}
	each(m.learn)
	each(m.join)
	counted, hints := m.choose()
	if counted, err = f.settle(counted, m.least()); err != nil {
		return err
	}
	f.made.Phrases = append(counted, hints...)
	slices.SortFunc(f.made.Phrases, func(a, b tally.Phrase) int {
		return cmp.Or(cmp.Compare(b.People, a.People), cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Phrase, b.Phrase))
	})
	return nil
}

// settle keeps the phrases that enough people still use when all of them are
// counted, and records how often. Where phrases overlap, an answer counts for the
// one that comes first. A phrase that is left out releases its words, so the rest
// is counted again.
//
//	home office days ─▶ home office │ days, and never "office days"
func (f *finder) settle(found []tally.Phrase, least int) ([]tally.Phrase, error) {
	for len(found) > 0 {
		opt := f.terms
		opt.Phrases = slices.Clone(opt.Phrases)
		for _, p := range found {
			opt.Phrases = append(opt.Phrases, p.Phrase)
		}
		analyzer, err := f.texts.Analyzer(opt)
		if err != nil {
			return nil, err
		}
		said := f.phrasesSaid(analyzer)
		kept := []tally.Phrase{}
		for _, p := range found {
			if t := analyzer.Tokens(p.Phrase); len(t) == 1 && said[t[0].Key].People >= least {
				u := said[t[0].Key]
				p.Mentions, p.People, p.Counted = u.Mentions, u.People, true
				kept = append(kept, p)
			}
		}
		if len(kept) == len(found) {
			return kept, nil
		}
		found = kept
	}
	return found, nil
}

// phrasesSaid counts the phrases of answers, by key.
func (f *finder) phrasesSaid(analyzer *term.Analyzer) map[string]tally.Uses {
	said := make(map[string]tally.Uses)
	for person, tokens := range f.read(analyzer) {
		for i := range tokens {
			if t := &tokens[i]; t.Parts > 1 && analyzer.Class() == lang.Substantive {
				u := said[t.Key]
				u.Add(person)
				said[t.Key] = u
			}
		}
	}
	return said
}

// miner counts words and the runs of words that may be phrases, answer by answer.
// Its memory grows with the distinct runs of the sample, not of the survey.
type miner struct {
	person, last  int // who gave the current answer, and the one before it; from 1
	people, total int // who gave answers; their words, function words too
	words         map[string]*minedWord
	byKey         []*minedWord // them, by term.Word.KeyID
	pairs         [1 << pairBits]int32
	runs          map[row]*phraseRun
}

// A minedWord is who says a word. It has a number from 1.
type minedWord struct {
	tally.Uses
	number uint32
}

// A row is the words of a run, by their numbers.
type row [longestPhrase]uint32

// pairBits is how many bits of the hash of two words find their place in the table of pairs. The table
// keeps most runs out of the memory, since they are rare; that some pairs share a place only keeps more.
const pairBits = 15

// learn counts the words of an answer. Answers of a person come one after the other.
func (m *miner) learn(tokens []term.Token, _ string) {
	if m.person != m.last {
		m.people++
	}
	m.last = m.person
	m.total += len(tokens)
	for i := range tokens {
		w := m.word(tokens[i].Word)
		if tokens[i].Kind == term.Counted {
			w.Add(m.person)
		}
		if i > 0 {
			*m.pair(tokens[i-1:])++
		}
	}
}

// word is who says a word.
func (m *miner) word(t *term.Word) *minedWord {
	if n := int(t.KeyID) + 1 - len(m.byKey); n > 0 {
		m.byKey = append(m.byKey, make([]*minedWord, n)...)
	}
	if m.byKey[t.KeyID] == nil {
		if m.words[t.Key] == nil {
			m.words[t.Key] = &minedWord{number: uint32(len(m.words) + 1)}
		}
		m.byKey[t.KeyID] = m.words[t.Key]
	}
	return m.byKey[t.KeyID]
}

// pair is the number of mentions of the first two words one after the other, or more.
func (m *miner) pair(tokens []term.Token) *int32 {
	both := uint64(m.byKey[tokens[0].KeyID].number)<<32 | uint64(m.byKey[tokens[1].KeyID].number)
	return &m.pairs[both*0x9E3779B97F4A7C15>>(64-pairBits)]
}

// join counts the runs of an answer: within a clause, of words that enough people say, one after the other.
// A quarter is enough where they stand in a row (isList).
func (m *miner) join(tokens []term.Token, text string) {
	least := int32(m.least())
	for i := range tokens {
		if !m.ends(&tokens[i]) {
			continue
		}
		for n := 2; n <= longestPhrase && i+n <= len(tokens); n++ {
			last := &tokens[i+n-1]
			if last.Opens || last.Kind == term.Dropped || deniedWithin(tokens[i:i+n]) || *m.pair(tokens[i+n-2:])*4 <= least {
				break
			}
			if m.ends(last) {
				m.add(tokens[i:i+n], text)
			}
		}
	}
}

// deniedWithin reports whether a run denies its own last word: "roofs not walls". That of "no code
// refactoring" is denied from outside.
func deniedWithin(tokens []term.Token) bool {
	return tokens[len(tokens)-1].Negated && slices.ContainsFunc(tokens[:len(tokens)-1], func(t term.Token) bool { return t.Negates() })
}

// ends reports whether a token can begin or end a phrase.
func (m *miner) ends(t *term.Token) bool {
	return t.Kind == term.Counted && t.Aside != term.Keys && m.byKey[t.KeyID].People >= m.least()
}

// ranked reports whether a token is counted, and neither filler nor an echo of the question.
func ranked(t *term.Token) bool { return t.Kind == term.Counted && t.Aside == term.Ranked }

// add counts one run.
func (m *miner) add(tokens []term.Token, text string) {
	var words row
	for i := range tokens {
		words[i] = m.byKey[tokens[i].KeyID].number
	}
	r := m.runs[words]
	if r == nil {
		r = &phraseRun{row: words, forms: make(map[string]int)}
		for i := range tokens {
			t := &tokens[i]
			r.keys = append(r.keys, t.Key)
			if t.Kind == term.Counted {
				r.words = append(r.words, t.Key)
				if !ranked(t) {
					r.aside++
				}
				if t.Aside == term.Echo || t.Aside == term.Subject {
					r.echo++
				}
			}
		}
		m.runs[words] = r
	}
	r.Add(m.person)
	r.forms[term.Written(tokens, text)]++
	r.letters(tokens)
}

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
	forms := make(map[string]int)
	for form, n := range r.forms {
		forms[strings.ToLower(form)] += n
	}
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

// least is the smallest number of people who use a phrase.
func (m *miner) least() int { return max(leastPeople, (m.people+leastShare-1)/leastShare) }

// holds reports whether a run is cohesive, said by enough people, and beyond chance.
func (m *miner) holds(r *phraseRun) bool {
	if r.People < m.least() {
		return false // most runs
	}
	rarest, _ := m.extremes(r.words)
	switch {
	case r.People*2 <= rarest:
		return false
	case len(r.keys) == 2 && r.keys[0] == r.keys[1]: // very, very
		return false
	case r.aside > 0 && !m.mayHoldAside(r), m.isList(r):
		return false
	}
	return m.leastChance(r, 0) >= leastChance
}

// holdsWithout reports whether a run would hold, and take enough of its words, without the people and
// mentions of a longer one: "climate change" without "climate change denial".
func (m *miner) holdsWithout(r, by *phraseRun) bool {
	rarest, commonest := m.extremes(r.words)
	people := r.People - by.People
	return people >= m.least() && people*2 > rarest-by.People && (r.isName() || people*takesOneIn >= commonest-by.People) &&
		m.leastChance(r, by.Mentions) >= leastChance
}

// leastChance is G² of those two words of a run, one after the other, of which it is least, where some
// mentions of the run do not count.
func (m *miner) leastChance(r *phraseRun, without int) float64 {
	least := math.Inf(1)
	for i := 1; i < len(r.words); i++ {
		least = min(least, m.chance(r.Mentions-without, m.words[r.words[i-1]].Mentions-without, m.words[r.words[i]].Mentions-without))
	}
	return least
}

// mayHoldAside reports whether a run with words that are set aside may be a phrase: one that is a
// name (New York) of more than words of the question, or without which most people would not say
// these words, none of the question.
func (m *miner) mayHoldAside(r *phraseRun) bool {
	_, commonest := m.extremes(r.words)
	return r.isName() && r.echo < len(r.words) || r.echo == 0 && r.People*2 > commonest
}

// isList reports whether people also say the words in the opposite order, as they do with things
// that only stand in a row: "trust and respect".
func (m *miner) isList(r *phraseRun) bool {
	back := r.row
	slices.Reverse(back[:len(r.keys)])
	other := m.runs[back]
	return other != nil && other != r && other.People*4 > r.People
}

// takes reports whether a run may take its mentions from its words: at least a third of the people
// of each say it in the run. A name takes them anyway, since its words mean nothing alone.
func (m *miner) takes(r *phraseRun) bool {
	_, commonest := m.extremes(r.words)
	return r.isName() || r.People*takesOneIn >= commonest
}

// extremes are how many people say the rarest and the commonest of some words.
func (m *miner) extremes(words []string) (rarest, commonest int) {
	rarest = m.people
	for _, key := range words {
		n := m.words[key].People
		rarest, commonest = min(rarest, n), max(commonest, n)
	}
	return rarest, commonest
}

// chance is G², the likelihood ratio of two words that are said first and second times and
// together of these, among all words; 0 where they come together more rarely than by chance.
//
//	2 Σ n ln(n / expected)     over the table: both, either without the other, neither
func (m *miner) chance(together, first, second int) float64 {
	all, a, b, both := float64(m.total), float64(first), float64(second), float64(together)
	if both*all <= a*b {
		return 0
	}
	sum := 0.0
	for _, cell := range [][2]float64{{both, a * b}, {a - both, a * (all - b)}, {b - both, (all - a) * b}, {all - a - b + both, (all - a) * (all - b)}} {
		if cell[0] > 0 {
			sum += cell[0] * math.Log(cell[0]*all/cell[1])
		}
	}
	return 2 * sum
}
