package decision

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"verbatim/internal/lang"
	"verbatim/internal/segment"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// Phrases are runs of two or three words that people use as one: "home office".
// They are mined from the answers and checked by counting with them:
//
//	answers ─ learn ─▶ words, runs ─ phrases ─▶ those that hold ─ settle ─▶ those that are still said
//
// A run is within a clause and begins and ends with a ranked word. So it may have a
// stop word inside ("work from home"), but fillers and words of the question make
// no phrase, and what the user drops is in none.

// The conditions of a phrase: the least number of people, as a share and as a
// number; the share of its rarest word that is in the phrase; and its normalised
// pointwise mutual information, from -1 (never together) to 1 (only together).
const (
	leastShare    = 0.01
	leastPeople   = 3
	leastPart     = 0.4
	leastMutual   = 0.5
	longestPhrase = 3
)

// findPhrases finds the phrases of the answers in addition to the given ones.
func (f *finder) findPhrases(answers []string) error {
	if f.Listed {
		return nil
	}
	opt := f.terms
	opt.Filler, opt.NoStopwords = true, false // neither begins a phrase, even where it is counted
	analyzer, err := term.New(opt)
	if err != nil {
		return err
	}
	m := miner{words: make(map[string]int), grams: make(map[string]*gram)}
	for _, answer := range answers {
		if analyzer.Classify(answer) == lang.Substantive {
			m.learn(analyzer.Tokens(answer), segment.Normalised(answer))
		}
	}
	f.made.Phrases, err = f.settle(m.phrases(), answers, m.least())
	return err
}

// settle keeps the phrases that enough people still use when all of them are
// counted, and records how often. Where phrases overlap, an answer counts for the
// one that comes first. A phrase that is left out releases its words, so the rest
// is counted again.
//
//	home office days ─▶ home office │ days, and never "office days"
func (f *finder) settle(found []tally.Phrase, answers []string, least int) ([]tally.Phrase, error) {
	for len(found) > 0 {
		opt := f.terms
		opt.Phrases = slices.Clone(opt.Phrases)
		for _, p := range found {
			opt.Phrases = append(opt.Phrases, p.Phrase)
		}
		analyzer, err := term.New(opt)
		if err != nil {
			return nil, err
		}
		said := phrasesSaid(analyzer, answers)
		kept := []tally.Phrase{}
		for _, p := range found {
			if t := analyzer.Tokens(p.Phrase); len(t) == 1 && said[t[0].Key].People >= least {
				u := said[t[0].Key]
				kept = append(kept, tally.Phrase{Phrase: p.Phrase, Mentions: u.Mentions, People: u.People})
			}
		}
		if len(kept) == len(found) {
			slices.SortFunc(kept, func(a, b tally.Phrase) int {
				return cmp.Or(cmp.Compare(b.People, a.People), cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Phrase, b.Phrase))
			})
			return kept, nil
		}
		found = kept
	}
	return found, nil
}

// phrasesSaid counts the phrases of answers, by key.
func phrasesSaid(analyzer *term.Analyzer, answers []string) map[string]tally.Uses {
	said := make(map[string]tally.Uses)
	for i, answer := range answers {
		tokens, class := analyzer.Answer(answer)
		for j := range tokens {
			if t := &tokens[j]; t.Parts > 1 && class == lang.Substantive {
				u := said[t.Key]
				u.Add(i + 1)
				said[t.Key] = u
			}
		}
	}
	return said
}

// miner counts words and the runs of words that may be phrases, answer by answer.
// Its memory grows with the distinct runs of the sample, not of the survey.
type miner struct {
	answers, total int
	words          map[string]int // counted words by key
	grams          map[string]*gram
}

// gram is a run of two or three words.
type gram struct {
	tally.Uses // by answers
	keys       []string
	forms      map[string]int
}

// learn adds the runs of one answer: within a clause, with a ranked word at either
// end.
func (m *miner) learn(tokens []term.Token, text string) {
	m.answers++
	for i := range tokens {
		if !ranked(&tokens[i]) {
			continue
		}
		m.words[tokens[i].Key]++
		m.total++
		for n := 2; n <= longestPhrase && i+n <= len(tokens); n++ {
			if last := &tokens[i+n-1]; last.Opens || last.Kind == term.Dropped {
				break
			}
			if ranked(&tokens[i+n-1]) {
				m.add(tokens[i:i+n], text)
			}
		}
	}
}

// ranked reports whether a token can begin or end a phrase: it is counted, and is
// neither filler nor an echo of the question.
func ranked(t *term.Token) bool { return t.Kind == term.Counted && t.Aside == term.Ranked }

// add counts one run. Its written form is kept in small letters, so that one phrase
// has one label.
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
	g.Add(m.answers)
	g.forms[strings.ToLower(term.Written(tokens, text))]++
}

// phrases returns the runs that meet the conditions, by people, mentions and bytes.
// A run that is mostly part of a longer one gives way to it; otherwise the longer
// one gives way.
func (m *miner) phrases() []tally.Phrase {
	good := slices.DeleteFunc(slices.Collect(maps.Values(m.grams)), func(g *gram) bool { return !m.holds(g) })
	slices.SortFunc(good, func(a, b *gram) int {
		return cmp.Or(cmp.Compare(b.People, a.People), cmp.Compare(b.Mentions, a.Mentions), slices.Compare(a.keys, b.keys))
	})
	good = withoutAny(good, func(g, h *gram) bool { return g.within(h) && h.Mentions*2 > g.Mentions })
	good = withoutAny(good, func(g, h *gram) bool { return h.within(g) })
	out := []tally.Phrase{}
	for _, g := range good {
		out = append(out, tally.Phrase{Phrase: tally.MostWritten(g.forms), Mentions: g.Mentions, People: g.People})
	}
	return out
}

// within reports whether a run is part of a longer one.
func (g *gram) within(h *gram) bool {
	return len(h.keys) > len(g.keys) && strings.Contains(" "+strings.Join(h.keys, " ")+" ", " "+strings.Join(g.keys, " ")+" ")
}

// withoutAny leaves out the runs that another one supersedes. "open source" and
// "open source software" overlap: if most people who write the short one also write
// the long one, the long one is the phrase, else the short one. All are compared
// before any is left out, so the order of the runs does not matter.
func withoutAny(grams []*gram, supersedes func(g, by *gram) bool) []*gram {
	return slices.DeleteFunc(slices.Clone(grams), func(g *gram) bool {
		return slices.ContainsFunc(grams, func(h *gram) bool { return supersedes(g, h) })
	})
}

// least is the smallest number of people who use a phrase.
func (m *miner) least() int { return max(leastPeople, int(math.Ceil(leastShare*float64(m.answers)))) }

// holds reports whether a run is a phrase.
func (m *miner) holds(g *gram) bool {
	if g.People < m.least() {
		return false
	}
	// chance is the log probability of the run if its words were independent.
	// mutual compares it with the log probability of the run itself, and divides
	// by the most that it can be (Bouma 2009), so that one threshold serves rare
	// and common words:
	//
	// 	mutual = (log p(run) - Σ log p(word)) / (-(words - 1) · log p(run))
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
	together := math.Log(float64(g.Mentions) / float64(m.total))
	mutual := (together - chance) / (-float64(counted-1) * together)
	return float64(g.Mentions) >= leastPart*float64(rarest) && mutual >= leastMutual
}
