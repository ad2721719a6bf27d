package term

import (
	"strings"
	"unicode/utf8"

	"verbatim/internal/lang"
	"verbatim/internal/segment"
)

// maxParts is how many parts an abbreviation has at most: i. d. R.
const maxParts = 4

// dropLetters is the pass that makes stop words of abbreviations that are written with
// spaces, and of letters that the split has left over. A stop word of the lists that has
// dots in it is an abbreviation:
//
//	z. B. Yoga   ─▶ z.b in [stop]     no word but Yoga; of one or two letters without full stops, too: t ex
//	c.-à-d. Yoga ─▶ c.à-d in [stop]
//	f. Kinder    ─▶ a letter and a full stop before another word
//	in 't dorp   ─▶ a letter after an apostrophe
//	w/o noise    ─▶ letters beside a slash with no word on the other side
//	a) noise     ─▶ a letter that numbers the items of a list
//	item[b;d]    ─▶ a letter that is an index of the word before
//	20 °C        ─▶ a letter of a unit
//
// An abbreviation in [content] is one token: Ph. D., M. Sc. Other initials are one, which counts as without full stops: U. S. A., e. V., EE. UU.,
// EE UU.
//
// A letter that stands alone is an answer, as is a capital: R, vitamin C.
func (a *Analyzer) dropLetters() {
	kept := 0 // of the tokens before the i-th, which mostly are all of them
	for i := 0; i < len(a.tokens); {
		t, n, one := &a.tokens[i], 0, false
		if t.has(lang.Dotted) {
			n, one = a.abbreviation(i)
		}
		if n == 0 && t.hints&(letter|double) != 0 {
			if n = a.initials(i); n > 0 {
				one = true
			} else if t.hints&letter != 0 && a.isLeftOver(i) {
				n = 1
			}
		}
		stay := max(1, n)
		if one {
			*t, stay = a.joinedInitials(a.tokens[i:i+n]), 1
		} else {
			for j := range n {
				a.stop(&a.tokens[i+j])
			}
		}
		if kept < i {
			copy(a.tokens[kept:], a.tokens[i:i+stay])
		}
		kept, i = kept+stay, i+max(1, n)
	}
	a.tokens = a.tokens[:kept]
}

// joinedInitials makes one token of initials with spaces between.
func (a *Analyzer) joinedInitials(parts []Token) Token {
	t := parts[0]
	t.End = parts[len(parts)-1].End
	form := strings.ReplaceAll(a.text[t.Start:t.End], " ", "")
	t.Word = a.known(form+a.tongue, func(name string) *Word { return a.classify(strings.TrimSuffix(name, a.tongue)) })
	return t
}

// abbreviation is the number of tokens of the abbreviation that begins with a token, 0 if
// none does, and whether it is an answer.
func (a *Analyzer) abbreviation(i int) (longest int, answers bool) {
	joined := a.tokens[i].Folded
	for n := 1; n < maxParts && i+n < len(a.tokens); n++ {
		before, t := &a.tokens[i+n-1], &a.tokens[i+n]
		if t.Start == before.End+1 && a.text[before.End] == ' ' && !areShort(before, t) {
			break // most words
		}
		if between := strings.TrimSuffix(strings.TrimSpace(a.text[before.End:t.Start]), "-"); t.Folded == "" || between != "." && (between != "" || !areShort(before, t)) {
			break
		}
		joined += "." + t.Folded
		is := func(l *lang.Language) bool { return l.Has(joined, lang.Stop|lang.Content) }
		if is(a.lang) || a.others(is) {
			longest, answers = n+1, !a.lang.Has(joined, lang.Stop) && !a.others(func(l *lang.Language) bool { return l.Has(joined, lang.Stop) })
		}
	}
	return longest, answers
}

// initials is the number of tokens of the initials that begin with a token: letters with a
// full stop behind each, one of them a capital, or doubled capitals; 0 for a single one.
func (a *Analyzer) initials(i int) (n int) {
	capital := false
	for ; i+n < len(a.tokens); n++ {
		t := &a.tokens[i+n]
		double := segment.IsDoubled(t.Form) && !t.small
		if n > 0 {
			between := a.text[a.tokens[i+n-1].End:t.Start]
			if between != ". " && between != "." && !(between == " " && double) {
				break
			}
		}
		if !double && !(t.hints&letter != 0 && strings.HasPrefix(a.text[t.End:], ".")) || double != segment.IsDoubled(a.tokens[i].Form) {
			break
		}
		capital = capital || !t.small
	}
	if !capital || n < 2 {
		return 0
	}
	return n
}

// areShort reports whether two tokens have one or two letters each.
func areShort(a, b *Token) bool {
	return len(a.Folded) <= 2*utf8.UTFMax && utf8.RuneCountInString(a.Folded) < 3 && utf8.RuneCountInString(b.Folded) < 3
}

// longestBracket is how far back, in bytes, a bracket may have been opened. An answer may be long.
const longestBracket = 80

// isLeftOver reports whether a token, which is a letter, is part of something else: a small one, or that of a unit.
func (a *Analyzer) isLeftOver(i int) bool {
	t := &a.tokens[i]
	if t.Kind != Counted || a.special[t.Folded].as == keepWord {
		return false
	}
	before, after := a.text[:t.Start], a.text[t.End:]
	switch {
	case !t.small:
		return strings.HasSuffix(before, "°")
	case strings.HasPrefix(after, ")"): // a) noise, but not (r)
		before = before[max(0, len(before)-longestBracket):]
		return strings.LastIndexByte(before, '(') <= strings.LastIndexByte(before, ')')
	case strings.HasPrefix(after, "/"): // w/o, but not r/Python
		return i+1 == len(a.tokens) || a.tokens[i+1].Start > t.End+1 || isLetter(a.tokens[i+1].Folded)
	case strings.HasSuffix(before, "/"):
		return i > 0 && a.tokens[i-1].End == t.Start-1 && isLetter(a.tokens[i-1].Folded)
	}
	if isIndex(before) {
		return true
	}
	return strings.HasSuffix(before, "'") || i+1 < len(a.tokens) && strings.HasPrefix(after, ".")
}

// isIndex reports whether a text ends inside square brackets that were opened right after a word.
func isIndex(before string) bool {
	before = before[max(0, len(before)-longestBracket):]
	open := strings.LastIndexByte(before, '[')
	if open < 0 || open < strings.LastIndexByte(before, ']') {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(before[:open])
	return last == '_' || segment.IsWordRune(last)
}

// stop makes one of a counted token.
func (a *Analyzer) stop(t *Token) {
	if t.Kind != Counted {
		return
	}
	t.Word = a.known(t.Form+"\x00part"+a.tongue, func(string) *Word {
		part := *t.Word
		part.Kind, part.Aside = StopWord, Ranked
		return &part
	})
}
