package term

// negationReach is how many content words a negation denies: those that follow
// it in its clause. A longer reach takes in what the speaker never denied.
const negationReach = 3

// markNegated marks the tokens that are denied within their clause:
//
//	we are not really transparent   ─▶ transparent
//	lack of trust, good will        ─▶ trust
//	neither open nor honest         ─▶ open, honest
//	not only open but honest        ─▶ none
//	trust, not control              ─▶ control
//
// A negation reaches to the end of its clause, to a "but", or over
// negationReach counted words, whichever comes first; "or" and "nor" take it
// further, word by word.
func (a *Analyzer) markNegated() {
	left := 0 // counted words that the negation in force still denies
	correlative := false
	for i := 0; i < len(a.tokens); i++ {
		t := &a.tokens[i]
		if t.clause && !correlative || t.turns {
			left = 0
		}
		if t.negation != NegNone {
			if n := a.exception(i); n > 0 {
				left, i = 0, i+n-1
				continue
			}
			if t.negation == NegAfter {
				a.denyBefore(i)
				continue
			}
			if t.negation == NegLack && !a.linked(i) {
				continue
			}
			left, correlative = negationReach, t.negation == NegCorrelative
			continue
		}
		if left > 0 && t.Kind == Counted {
			t.Negated = true
			left--
		}
	}
}

// exception is the number of tokens of a phrase that only looks like a
// negation: "not only", "no doubt".
func (a *Analyzer) exception(i int) int {
	const longest = 4
	var words [longest]string
	n := 0
	for _, t := range a.tokens[i:min(len(a.tokens), i+longest)] {
		words[n] = t.folded
		n++
	}
	return a.lang.NotNegation(words[:n])
}

// linked tells whether the word after token i joins a lack to what is lacking.
func (a *Analyzer) linked(i int) bool { return i+1 < len(a.tokens) && a.tokens[i+1].link }

// denyBefore marks the counted word right before token i, in its clause, as
// languages do that put the negation last.
func (a *Analyzer) denyBefore(i int) {
	for ; i > 0 && !a.tokens[i].clause; i-- {
		if a.tokens[i-1].Kind == Counted {
			a.tokens[i-1].Negated = true
			return
		}
	}
}
