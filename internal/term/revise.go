package term

// Here are the passes that take back what a word was taken for by itself, because
// of the answer around it.
//
// Where a survey has answers in several languages, the stop words of each are
// left out; but what is a stop word in one may be a word of answers in another:
// "war" and "die" in English, "con" in Spanish only. Each answer says by its own
// stop words which it is in:
//
//	the cost of the war      of English alone: the, of, the   of German alone: war
//	das war keine gute Idee  of English alone: –              of German alone: das, war, keine
//
// What both languages have tells nothing. In an answer of the main language the
// stop words of the others count like any word.

// keepOwnWords is the pass that counts the words of an answer that are stop words of another
// language only, where the answer is in the main one, or is that one word.
func (a *Analyzer) keepOwnWords() {
	native, foreign, others := 0, 0, 0
	for i := range a.tokens {
		switch t := &a.tokens[i]; {
		case t.native:
			native++
		case t.foreign:
			foreign++
		case t.Kind == Counted:
			others++
		}
	}
	if native < foreign && foreign+native+others > 1 {
		return
	}
	for i := range a.tokens {
		if t := &a.tokens[i]; t.foreign {
			t.Word = a.known(a.own, t.Form, func(string) *Word { return a.countedWord(t.Word) })
			a.met |= t.hints
		}
	}
}

// countedWord is a stop word of another language as a word that counts.
func (a *Analyzer) countedWord(w *Word) *Word {
	own := *w
	own.Kind, own.foreign, own.hints = Counted, false, 0
	own.Aside = a.aside(own.folded, own.Key)
	a.relabel(&own)
	return &own
}

// keepLoneFillers is the pass that ranks a filler where the answer has no other word: "use" is
// an answer to "what do you do with it?". That they do not use it says no more
// alone than beside other words.
func (a *Analyzer) keepLoneFillers() {
	if !a.opt.Filler {
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
		t.Word = a.known(a.lone, t.Form, func(string) *Word {
			w := *t.Word
			w.Aside = Ranked
			return &w
		})
	}
}
