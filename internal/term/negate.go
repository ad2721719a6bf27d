package term

import (
	"slices"
	"strings"

	"verbatim/internal/lang"
)

// markNegated is the pass that marks what is denied: what a negator stands directly before, or with
// only articles, adverbs, and forms of "be" and "have" between.
//
//	it cannot be trusted            ─▶ trusted
//	we are not really transparent   ─▶ transparent
//	lack of trust, good will        ─▶ trust
//	neither open nor honest         ─▶ open, honest
//	not only open but honest        ─▶ none
//	trust, not control              ─▶ control
//	I do not use Windows            ─▶ use, and not Windows
//	no code refactoring             ─▶ refactoring, the thing that is denied
//
// A negator that stands behind its word (negAfter), or may (negEither) and has nothing to deny after
// it, denies what is directly before it:
//
//	şeffaf değil, es funktioniert nicht   ─▶ şeffaf, funktioniert
//
// A longer reach would include what the speaker never denied.
func (a *Analyzer) markNegated() {
	either := 0 // above 0 within the clause of a "not" that is negEither and the next one: Swedish "utan" is "but" there, else "without"
	for i := 0; i < len(a.tokens); i++ {
		t := &a.tokens[i]
		if t.Opens {
			either--
		}
		if !t.has(lang.Negators) || t.has(lang.Adversative) && either > 0 {
			continue
		}
		if t.has(lang.NegEither) && t.Kind == StopWord {
			either = 2
		}
		switch length := a.exception(i); {
		case length > 0:
			i += length - 1
		case a.framed(i), t.has(lang.NegLack) && !a.linked(i), t.has(lang.NegPaired) && !a.paired(i):
		case t.has(lang.NegAfter), !a.denyNext(i) && t.has(lang.NegEither):
			a.denyLast(i)
		}
	}
}

// denyNext denies what follows the negator at token i, and reports whether something does in its clause.
func (a *Analyzer) denyNext(i int) bool {
	at := i + 1
	for at < len(a.tokens) && !a.tokens[at].Opens && (a.tokens[at].has(lang.Between) || at == i+1 && a.tokens[i].Kind != StopWord && a.tokens[at].has(lang.Link)) {
		at++
	}
	if at == len(a.tokens) || a.tokens[at].Opens {
		return false
	}
	if t := &a.tokens[at]; t.Kind == Counted && !t.has(lang.Negators) {
		if a.tokens[i].has(lang.DeniesThing) {
			at = a.thing(at)
		}
		a.denyBehind(i, at)
	}
	return true
}

// denyBehind denies the word at token at, which is behind the negator at token i. Most stand side by side, and
// their words alone tell how both are written.
func (a *Analyzer) denyBehind(i, at int) {
	negator, t := &a.tokens[i], &a.tokens[at]
	pair := [2]*Word{negator.Word, t.Word}
	beside := at == i+1 && negator.Parts == 1 && negator.End-negator.Start == len(negator.Form) && negator.End < t.Start
	if w := a.pairs[pair]; beside && w != nil {
		t.Negated, t.Word = true, w
		return
	}
	before := strings.ToLower(Written(a.tokens[i:at], a.text))
	if a.tokens[at-1].End < t.Start {
		before += " " // none in "pas d'argent"
	}
	a.deny(t, before+t.Form)
	if beside {
		a.pairs[pair] = t.Word
	}
}

// thing is the last of the counted words from token i on that stand together: a noun, behind what
// says more of it.
func (a *Analyzer) thing(i int) int {
	for i+1 < len(a.tokens) {
		t := &a.tokens[i+1]
		if t.Opens || t.Kind != Counted || t.has(lang.Negators|lang.AfterThing|lang.Between) || !blank(a.text[a.tokens[i].End:t.Start]) {
			break
		}
		i++
	}
	return i
}

// denyLast denies the word directly before the negator at token i. Where negators always stand behind,
// particles may stand between: 透明性がない.
func (a *Analyzer) denyLast(i int) {
	if i == 0 || a.tokens[i].Opens {
		return
	}
	at := i - 1
	for at > 0 && a.tokens[i].has(lang.NegAfter) && a.tokens[at].has(lang.Between) && !a.tokens[at].Opens {
		at--
	}
	if t := &a.tokens[at]; t.Kind == Counted && !t.has(lang.Negators) {
		behind := strings.ToLower(Written(a.tokens[at+1:i+1], a.text))
		if t.End < a.tokens[at+1].Start {
			behind = " " + behind
		}
		a.deny(t, t.Form+behind)
	}
}

// deny marks a token as denied, in a wording. If its denied mentions are a term of their own, it
// becomes a word of that term, whose form is the wording.
func (a *Analyzer) deny(t *Token, wording string) {
	t.Negated = true
	if !a.denied[t.Key] || t.Aside != Ranked {
		return
	}
	plain := t.Word
	t.Word = a.known(wording+"\x00"+plain.Form+"\x00"+plain.Key, func(name string) *Word {
		w, root := *plain, RootOf(plain.Key)
		root.Denied = true
		w.Form, w.Key, w.Label, w.Denies = name[:len(wording)], root.Key(), "", plain
		return &w
	})
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
	for _, phrase := range a.lang.Affirming[tokens[0].Folded] {
		n := 1
		for n < len(phrase) && n < len(tokens) && tokens[n].Folded == phrase[n] {
			n++
		}
		if n == len(phrase) {
			longest = max(longest, n)
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
