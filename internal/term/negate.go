package term

import (
	"slices"

	"verbatim/internal/lang"
)

// negationReach is how many content words a negation denies: those that follow it
// in its clause. A longer reach would include what the speaker never denied.
const negationReach = 3

// markNegated is the pass that marks the tokens that are denied within their clause:
//
//	we are not really transparent   ─▶ transparent
//	lack of trust, good will        ─▶ trust
//	neither open nor honest         ─▶ open, honest
//	not only open but honest        ─▶ none
//	trust, not control              ─▶ control
//	Ich vertraue ihnen nicht        ─▶ vertraue
//	inte öppen utan stängd          ─▶ öppen
//
// A negation reaches to the end of its clause, to a "but", or over negationReach
// counted words, whichever comes first; "or" and "nor" take it further, word by
// word. A negation that may follow its word (negEither), and has nothing to deny
// after it, denies what is before it.
func (a *Analyzer) markNegated() {
	n := negating{denier: -1}
	for i := 0; i < len(a.tokens); i++ {
		t := &a.tokens[i]
		but := t.has(lang.Adversative) && (!t.has(lang.Negators) || n.either > 0)
		if t.Opens && !n.correlative || but {
			a.denyLate(&n)
			n.left = 0
		}
		if t.Opens {
			n.either--
		}
		switch {
		case but:
		case t.has(lang.Negators):
			i += a.negate(i, &n)
		case n.left > 0 && t.Kind == Counted:
			t.Negated = true
			n.left--
			n.denier = -1
		}
	}
	a.denyLate(&n)
}

// negating is the state of the negation in progress.
type negating struct {
	left        int  // counted words that it still denies
	correlative bool // it goes on across clauses
	denier      int  // the negEither that has denied nothing yet, its index; -1 if none
	either      int  // above 0 within the clause of a "not" that is negEither and the next one: Swedish "utan" is "but" there, else "without"
}

// negate starts the negation at token i, and returns how many tokens after it
// belong to it.
func (a *Analyzer) negate(i int, n *negating) int {
	t := &a.tokens[i]
	if t.has(lang.NegEither) && t.Kind == StopWord {
		n.either = 2
	}
	if length := a.exception(i); length > 0 {
		n.left, n.denier = 0, -1
		return length - 1
	}
	switch {
	case a.framed(i), t.has(lang.NegLack) && !a.linked(i), t.has(lang.NegPaired) && !a.paired(i):
	case t.has(lang.NegAfter):
		a.denyBefore(i)
	default:
		n.left, n.correlative = negationReach, t.has(lang.NegBoth|lang.NegPaired)
		if t.has(lang.NegEither) {
			n.denier = i
		}
	}
	return 0
}

// denyLate handles a negation that has denied nothing after it: it denies what is
// before.
func (a *Analyzer) denyLate(n *negating) {
	if n.denier >= 0 {
		a.denyBefore(n.denier)
		n.denier = -1
	}
}

// exception is the number of tokens, from the i-th on, of a phrase around it that
// only looks like a negation: "not only", "no doubt", "whether or not".
func (a *Analyzer) exception(i int) int {
	const longest = 4
	for back := range min(i+1, longest) {
		if !a.tokens[i-back].has(lang.Affirms) {
			continue // most words
		}
		length := a.notNegation(a.tokens[i-back : min(len(a.tokens), i-back+longest)])
		if length == 2 && back == 1 && i+1 < len(a.tokens) && !a.tokens[i+1].Opens {
			continue // "or not" says nothing about what comes after it
		}
		if length > back {
			return length - back
		}
	}
	return 0
}

// notNegation is the number of tokens, from the first on, that together only look like
// a negation ("not only", "no doubt"); 0 if they do not.
func (a *Analyzer) notNegation(tokens []Token) (longest int) {
	for _, phrase := range a.lang.Affirming {
		// The first words are compared alone, since they mostly differ and a token is large.
		if n := len(phrase); n > longest && n <= len(tokens) && tokens[0].Folded == phrase[0] &&
			slices.EqualFunc(phrase, tokens[:n], func(word string, t Token) bool { return t.Folded == word }) {
			longest = n
		}
	}
	return longest
}

// framed reports whether the negation at token i is one of two words, with others
// between, that together are not a negation: "ne … que" is "only".
func (a *Analyzer) framed(i int) bool {
	word := a.tokens[i].Folded
	return slices.ContainsFunc(a.lang.Framing, func(frame [2]string) bool {
		return word == frame[0] && a.within(i, 1, frame[1]) || word == frame[1] && a.within(i, -1, frame[0])
	})
}

// within reports whether a word is near token i in its clause, in the given
// direction, without another negation between.
func (a *Analyzer) within(i, step int, word string) bool {
	const near = 4
	for range near {
		if step < 0 && a.tokens[i].Opens {
			return false
		}
		i += step
		if i < 0 || i == len(a.tokens) || step > 0 && a.tokens[i].Opens {
			return false
		}
		if a.tokens[i].Folded == word {
			return true
		}
		if a.tokens[i].has(lang.Negators) {
			return false
		}
	}
	return false
}

// paired reports whether a negation is there twice.
func (a *Analyzer) paired(i int) bool {
	word := a.tokens[i].Folded
	return a.within(i, 1, word) || a.within(i, -1, word)
}

// linked reports whether the word after token i joins a lack to what is lacking.
func (a *Analyzer) linked(i int) bool { return i+1 < len(a.tokens) && a.tokens[i+1].has(lang.Link) }

// denyBefore marks a counted word before token i, in its clause: the last one,
// but the last verb or adjective of a language that has capitals for nouns only
// ("Ich vertraue der Leitung nicht").
func (a *Analyzer) denyBefore(i int) {
	last, verbOfLack := -1, a.tokens[i].Kind == Counted // "Vertrauen fehlt"
	for ; i > 0 && !a.tokens[i].Opens; i-- {
		t := &a.tokens[i-1]
		if t.Kind != Counted {
			continue
		}
		if last < 0 {
			last = i - 1
		}
		if !a.lang.CapitalNouns || verbOfLack {
			break
		}
		if first := t.Form[0]; (first < 'A' || first > 'Z') && !t.Opens {
			last = i - 1
			break
		}
	}
	if last >= 0 {
		a.tokens[last].Negated = true
	}
}
