package term

import "slices"

// keepLoneFillers is the pass that ranks fillers in an answer of nothing else: "use"
// answers "what do you do with it?". A denied filler is not ranked: "don't use" says
// no more alone than beside other words.
func (a *Analyzer) keepLoneFillers() {
	if !a.opt.Filler || a.met&ranks != 0 {
		return
	}
	for i := range a.tokens {
		if t := &a.tokens[i]; t.Kind == Counted && t.Aside != Filler {
			return
		}
	}
	for i := range a.tokens {
		t := &a.tokens[i]
		if t.Aside != Filler || t.Negated {
			continue
		}
		t.Word = a.known(t.Form+"\x00lone"+a.tongue, func(string) *Word {
			w := *t.Word
			w.Aside = Ranked
			return &w
		})
	}
}

// markInside is the pass that marks words with a capital inside a sentence, as names
// have. The answer needs a word in small letters, too: else its writer may begin all
// words with a capital.
func (a *Analyzer) markInside() {
	if a.shouted || a.lang.CapitalNouns {
		return
	}
	small := slices.ContainsFunc(a.tokens, func(t Token) bool { return t.Kind == Counted && t.small })
	for i := range a.tokens {
		t := &a.tokens[i]
		t.Inside = small && t.capital && !t.Opens
	}
}
