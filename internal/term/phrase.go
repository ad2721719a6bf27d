package term

import "strings"

// joinPhrases is the pass that makes one token of each phrase, the longest from the
// left.
func (a *Analyzer) joinPhrases() {
	if len(a.phrases.root) == 0 {
		return
	}
	out := a.tokens[:0]
	for i := 0; i < len(a.tokens); {
		n, as := a.phrases.longest(a.tokens[i:], a.text)
		a.meet(as.entries)
		if n == 0 {
			out = append(out, a.tokens[i])
			i++
			continue
		}
		first, last := a.tokens[i], a.tokens[i+n-1]
		out = append(out, Token{
			Word:  a.phraseWord(a.text[first.Start:last.End], as),
			Start: first.Start, End: last.End, Parts: n, clause: first.clause,
		})
		i += n
	}
	a.tokens = out
}

// phraseWord is the word of a phrase as it is written: all words of it in one.
func (a *Analyzer) phraseWord(written string, as target) *Word {
	form := strings.Join(strings.Fields(written), " ")
	name := form + "\x00" + as.key // a phrase is no single word of the same letters
	return a.known(a.words, name, func(name string) *Word {
		form := name[:len(form)] // not a piece of the answer, which must not stay alive
		return &Word{Form: form, Key: as.key, Label: as.label, folded: a.lang.fold(form)}
	})
}
