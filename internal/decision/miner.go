package decision

import (
	"slices"

	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// A run is within a clause and begins and ends with a counted word. So it may have a
// function word inside ("work from home"), but what the user drops is in none. Words
// that are set aside belong to a run under conditions of their own (see holds).

// miner counts words and the runs of words that may be phrases, answer by answer.
// Its memory grows with the distinct runs of the sample, not of the survey.
type miner struct {
	person, last  int  // who gave the current answer, and the one before it; from 1
	people, total int  // who gave answers; their words, function words too
	fillers       bool // are set aside, so that a run may be made of them
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

// add counts one run.
func (m *miner) add(tokens []term.Token, text string) {
	var words row
	for i := range tokens {
		words[i] = m.byKey[tokens[i].KeyID].number
	}
	r, form := m.runs[words], term.Written(tokens, text)
	if r == nil {
		r = &phraseRun{row: words, form: form, keys: make([]string, 0, len(tokens)), words: make([]string, 0, len(tokens))}
		for i := range tokens {
			t := &tokens[i]
			r.keys = append(r.keys, t.Key)
			if t.Kind == term.Counted {
				r.words = append(r.words, t.Key)
				if !ranked(t) && !t.IsBroad() { // a broad word says something with others: "source code"
					r.aside++
					if m.fillers && t.IsVague() {
						r.vague++
					}
				}
				if t.Aside == term.Echo || t.Aside == term.Subject {
					r.echo++
				}
			}
		}
		m.runs[words] = r
	}
	r.Add(m.person)
	r.wrote(form)
	r.letters(tokens)
}

// least is the smallest number of people who use a phrase.
func (m *miner) least() int { return leastOf(m.people) }

// extremes are how many people say the rarest and the commonest of some words.
func (m *miner) extremes(words []string) (rarest, commonest int) {
	rarest = m.people
	for _, key := range words {
		n := m.words[key].People
		rarest, commonest = min(rarest, n), max(commonest, n)
	}
	return rarest, commonest
}
