package term

import (
	"strings"
	"unicode"
)

// items is the pass that makes one token of the answer, or of each item of a list
// with the separator of the options. An item is counted as it is written but for its
// case and white space.
func (a *Analyzer) items() {
	at := 0
	for at <= len(a.text) {
		end := len(a.text)
		next := end + 1
		if i := strings.Index(a.text[at:], a.opt.Split); a.opt.Split != "" && i >= 0 {
			end, next = at+i, at+i+len(a.opt.Split)
		}
		if form := strings.Join(strings.Fields(a.text[at:end]), " "); form != "" {
			form = visible(form)
			a.tokens = append(a.tokens, Token{Word: a.item(form), Start: at, End: end, Parts: 1})
		}
		at = next
	}
}

// visible replaces control characters, which could change what a terminal shows.
func visible(item string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return unicode.ReplacementChar
		}
		return r
	}, item)
}

// item is the word of an item. An item with nothing left but marks is an address.
func (a *Analyzer) item(form string) *Word {
	if nextMark(form) >= 0 {
		if strings.IndexFunc(form, func(r rune) bool { return !isMark(r) && !isEdge(r) }) < 0 {
			return a.signs[classAddress]
		}
		form = Spelled(form)
	}
	return a.known(a.words, form, func(form string) *Word {
		folded := a.lang.fold(form)
		w := &Word{Form: form, Key: folded, folded: folded}
		s := a.special[folded]
		if a.meet(s.entries); s.as == dropWord {
			w.Kind = Dropped
		}
		if to, ok := a.phrases.single[folded]; ok {
			w.Key, w.Label = to.key, to.label
			a.meet(to.entries)
		}
		return w
	})
}
