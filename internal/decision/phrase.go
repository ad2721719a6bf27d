package decision

import (
	"cmp"
	"slices"

	"verbatim/internal/lang"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// Phrases are runs of two to four words that people use as one: "home office".
// They are mined from the answers and checked by counting with them:
//
//	answers ─ learn ─▶ words ─ join ─▶ runs ─ choose ─▶ those that hold ─ settle ─▶ those that are still said
//	          miner.go                        choose.go, by the conditions of condition.go

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
	m := miner{fillers: f.terms.Filler, words: make(map[string]*minedWord), runs: make(map[row]*phraseRun)}
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
		for _, p := range found {
			opt.Found = append(opt.Found, p.Phrase)
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
