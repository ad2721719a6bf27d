package term

import "slices"

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
