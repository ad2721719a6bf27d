package term

import "slices"

// The passes of this file take back what lookUp has decided of a word by itself,
// because the answer around it says otherwise.
//
// If a survey has answers in several languages, the stop words of all of them are
// left out. But a stop word of one may be a word of content in another: "war" and
// "die" are German stop words and English words. The stop words of an answer show
// which language it is in:
//
//	the cost of the war      of English alone: the, of, the   of German alone: war
//	das war keine gute Idee  of English alone: –              of German alone: das, war, keine
//
// Words of both languages are not evidence. In an answer of the main language the
// stop words of the others are counted.

// keepOwnWords is the pass that counts the stop words of another language in an
// answer that is in the main language, or that has no other word.
func (a *Analyzer) keepOwnWords() {
	ours, theirs, counted := 0, 0, 0
	for i := range a.tokens {
		switch t := &a.tokens[i]; {
		case t.hints&native != 0:
			ours++
		case t.hints&foreign != 0:
			theirs++
		case t.Kind == Counted:
			counted++
		}
	}
	if ours < theirs && ours+theirs+counted > 1 {
		return
	}
	for i := range a.tokens {
		if t := &a.tokens[i]; t.hints&foreign != 0 {
			t.Word = a.known(t.Form+"\x00own", func(string) *Word { return a.countedWord(t.Word) })
			a.met |= t.hints
		}
	}
}

// countedWord is a copy of a stop word of another language that is counted.
func (a *Analyzer) countedWord(w *Word) *Word {
	own := *w
	own.Kind, own.Aside = Counted, a.aside(own.Folded, own.Key)
	own.hints &^= foreign
	a.relabel(&own)
	return &own
}

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
		t.Word = a.known(t.Form+"\x00lone", func(string) *Word {
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
	if a.shouted || a.lang.capitalNouns {
		return
	}
	small := slices.ContainsFunc(a.tokens, func(t Token) bool { return t.Kind == Counted && t.small })
	for i := range a.tokens {
		t := &a.tokens[i]
		t.Inside = small && t.capital && !t.Opens
	}
}
