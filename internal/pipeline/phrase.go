package pipeline

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// The conditions of a phrase: how many people at least, as a share and as a
// number; how much of its rarest word stands in it; and its normalised
// pointwise mutual information, from -1 (never together) to 1 (only together).
const (
	leastShare    = 0.01
	leastPeople   = 3
	leastPart     = 0.4
	leastMutual   = 0.5
	longestPhrase = 3
)

// phrases finds the phrases of the first answers, beyond those that are given,
// and counts them as terms where that is asked for.
func (r *run) phrases(answers []string) error {
	r.given = len(r.opt.Terms.Phrases)
	if r.opt.Terms.Whole || r.opt.Terms.Split != "" {
		return nil
	}
	analyzer, err := term.New(term.Options{Lang: r.opt.Terms.Lang, Others: r.opt.Terms.Others, Phrases: r.opt.Terms.Phrases,
		Filler: true, Echo: r.opt.Terms.Echo, Subject: r.opt.Terms.Subject})
	if err != nil {
		return err
	}
	m := miner{words: make(map[string]int), grams: make(map[string]*gram)}
	for _, answer := range answers {
		if analyzer.Classify(answer) == term.Substantive {
			m.learn(analyzer.Tokens(answer), term.Normalised(answer))
		}
	}
	r.found.Phrases = m.phrases()
	if r.opt.FindPhrases {
		for _, p := range r.found.Phrases {
			r.opt.Terms.Phrases = append(r.opt.Terms.Phrases, p.Phrase)
		}
	}
	return nil
}

// miner counts words and the runs of words that may be phrases.
type miner struct {
	answers, total int
	words          map[string]int // counted words by key
	grams          map[string]*gram
}

// gram is a run of two or three words.
type gram struct {
	keys             []string
	mentions, people int
	last             int // the answer, from 1, that it was met in last
	forms            map[string]int
}

// learn takes in the runs of one answer: within a clause, with a ranked word at
// either end.
func (m *miner) learn(tokens []term.Token, text string) {
	m.answers++
	for i := range tokens {
		if !ranked(&tokens[i]) {
			continue
		}
		m.words[tokens[i].Key]++
		m.total++
		for n := 2; n <= longestPhrase && i+n <= len(tokens); n++ {
			if tokens[i+n-1].Opens() {
				break
			}
			if ranked(&tokens[i+n-1]) {
				m.add(tokens[i:i+n], text)
			}
		}
	}
}

func ranked(t *term.Token) bool { return t.Kind == term.Counted && t.Aside == term.Ranked }

func (m *miner) add(tokens []term.Token, text string) {
	var keys []string
	for _, t := range tokens {
		keys = append(keys, t.Key)
	}
	name := strings.Join(keys, " ")
	g := m.grams[name]
	if g == nil {
		g = &gram{keys: keys, forms: make(map[string]int)}
		m.grams[name] = g
	}
	g.mentions++
	if g.last != m.answers {
		g.last = m.answers
		g.people++
	}
	form := strings.ToLower(strings.Join(strings.Fields(text[tokens[0].Start:tokens[len(tokens)-1].End]), " "))
	g.forms[form]++
}

// phrases are the runs that meet the conditions, by people, mentions and bytes.
// A run that mostly stands in a longer one is left to that.
func (m *miner) phrases() []tally.Phrase {
	var good []*gram
	for _, g := range m.grams {
		if m.holds(g) {
			good = append(good, g)
		}
	}
	slices.SortFunc(good, func(a, b *gram) int {
		return cmp.Or(cmp.Compare(b.people, a.people), cmp.Compare(b.mentions, a.mentions), slices.Compare(a.keys, b.keys))
	})
	out := []tally.Phrase{}
	for _, g := range good {
		longer := func(h *gram) bool {
			return len(h.keys) > len(g.keys) && h.mentions*2 > g.mentions && strings.Contains(strings.Join(h.keys, " "), strings.Join(g.keys, " "))
		}
		if !slices.ContainsFunc(good, longer) {
			out = append(out, tally.Phrase{Phrase: mostWritten(g.forms), Mentions: g.mentions, People: g.people})
		}
	}
	return out
}

// holds tells whether a run is a phrase.
func (m *miner) holds(g *gram) bool {
	if g.people < max(leastPeople, int(math.Ceil(leastShare*float64(m.answers)))) {
		return false
	}
	rarest, chance, counted := math.MaxInt, 0.0, 0
	for _, key := range g.keys {
		n, ok := m.words[key]
		if !ok {
			continue // a stop word inside
		}
		counted++
		rarest = min(rarest, n)
		chance += math.Log(float64(n) / float64(m.total))
	}
	together := math.Log(float64(g.mentions) / float64(m.total))
	mutual := (together - chance) / (-float64(counted-1) * together)
	return float64(g.mentions) >= leastPart*float64(rarest) && mutual >= leastMutual
}

// mostWritten is the most frequent form; ties: the shorter, then by bytes.
func mostWritten(forms map[string]int) string {
	best := ""
	for form, n := range forms {
		order := cmp.Or(cmp.Compare(n, forms[best]), cmp.Compare(len(best), len(form)), cmp.Compare(best, form))
		if best == "" || order > 0 {
			best = form
		}
	}
	return best
}
