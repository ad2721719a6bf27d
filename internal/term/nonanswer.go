package term

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Class says what an answer as a whole amounts to.
type Class uint8

// The classes of answer. The two kinds of "no answer" are kept apart: who says
// "don't know" has given no answer, who says "nothing" has answered.
const (
	Substantive Class = iota // an answer whose words are counted
	NonResponse              // item non-response: "don't know", "n/a", "-"
	Nil                      // a nil answer: "none", "nothing comes to mind"
)

// part is what a phrase adds to an answer that may be a non-answer.
type part uint8

const (
	padding     part = iota + 1 // says nothing of itself: "I", "really", "at the moment"
	courtesy                    // padding, but a non-response where it stands alone
	alone                       // a non-response where it is the whole answer: "test", "x", "pass"
	nonResponse                 // "don't know"
	nilAnswer                   // "nothing"
)

// maxNonAnswer is the longest text that is looked at, in bytes: no sentence of
// the grammar comes near it, and most answers are longer.
const maxNonAnswer = 120

// Classify says whether an answer is a non-answer in the language or in
// English, and of which kind, with the options of the analyzer.
func (a *Analyzer) Classify(answer string) Class {
	if a.opt.KeepNonAnswers {
		return Substantive
	}
	if answer = normalise(answer); len(answer) > maxNonAnswer {
		return Substantive
	}
	return a.classOf(answer)
}

// classOf classifies a short answer that is normalised, by the other languages
// where it is none in the first.
func (a *Analyzer) classOf(answer string) Class {
	class := a.lang.classify(answer)
	for _, l := range a.opt.Others {
		if class == Substantive {
			class = l.classify(answer)
		}
	}
	return class
}

// Classify says whether an answer is a non-answer, and of which kind.
//
// The grammar of non-answers is a list of phrases, each of one part: an answer
// is a non-answer when it is made of nothing but these phrases, with one that
// is not padding among them. Only the whole answer counts, never a part of it.
//
//	"No idea yet, sorry" ─▶ no idea (non-response) │ yet (padding) │ sorry (padding)
//
// English phrases hold in every language: people write "n/a" and "none" in all.
func (l *Language) Classify(answer string) Class {
	if len(answer) > maxNonAnswer {
		return Substantive
	}
	answer = normalise(answer)
	if !l.mayBegin(answer) {
		return Substantive
	}
	return l.classify(answer)
}

// classify is Classify of a short answer that is normalised.
func (l *Language) classify(answer string) Class {
	said := slices.Compact(l.plainWords(answer)) // "no no no"
	if len(said) == 0 {
		return markOnly(answer)
	}
	if len(said) == 1 && isStuckKey(said[0]) {
		return NonResponse
	}
	if l.phrases[strings.Join(said, " ")] == alone {
		return NonResponse
	}
	parts, ok := l.parse(said)
	switch {
	case !ok:
		return Substantive
	case parts[nonResponse]:
		return NonResponse
	case parts[nilAnswer]:
		return Nil
	case parts[courtesy]:
		return NonResponse
	}
	return Substantive // padding alone: "now" is an answer to "when?"
}

// markOnly classifies an answer without a letter or digit: "-", "??" and a
// shrug are non-response, any other picture (👍) is an answer, and so is what
// was taken out of one.
func markOnly(answer string) Class {
	isPicture := func(r rune) bool { return unicode.Is(unicode.So, r) && r != '🤷' && r != '♂' && r != '♀' }
	if strings.IndexFunc(answer, isPicture) >= 0 || nextMark(answer) >= 0 {
		return Substantive
	}
	return NonResponse
}

// isStuckKey tells whether a word is one letter, four times or more.
func isStuckKey(word string) bool {
	letter, n := utf8.DecodeRuneInString(word)
	return len(word) > 3*n && strings.HasPrefix(word[n:], word[:n]) && unicode.IsLetter(letter) && strings.Trim(word, word[:n]) == ""
}

// parse covers the words with phrases of the grammar, the longest first, and
// tells which parts it met; ok is false where a word is left over.
func (l *Language) parse(said []string) (parts [nilAnswer + 1]bool, ok bool) {
	for len(said) > 0 {
		n := min(len(said), l.firsts[said[0]])
		for ; n > 0; n-- {
			if p := l.phrases[strings.Join(said[:n], " ")]; p != 0 && p != alone {
				parts[p] = true
				break
			}
		}
		if n == 0 {
			return parts, false
		}
		said = said[n:]
	}
	return parts, true
}

// emojiStyle follows a sign that is to be shown as a picture. It counts as a
// mark, but makes no word.
const emojiStyle = '\uFE0F'

// plainWords are the folded words of a text without punctuation: "n/a" is
// "n a", "don't" is "don t".
func (l *Language) plainWords(text string) []string {
	words := strings.FieldsFunc(text, isBetweenWords)
	for i, word := range words {
		words[i] = l.plain(word)
	}
	return slices.DeleteFunc(words, func(word string) bool { return word == "" }) // nothing but accents
}

func isBetweenWords(r rune) bool { return !isWordRune(r) || r == emojiStyle }

// plain folds a word, and takes its accents off where people leave them out.
func (l *Language) plain(word string) string {
	folded := l.Fold(word)
	if l.bare {
		return withoutAccents(folded)
	}
	return folded
}

// mayBegin tells by the first word of an answer whether it can be a
// non-answer: most cannot, and need no closer look.
func (l *Language) mayBegin(answer string) bool {
	for word := range strings.FieldsFuncSeq(answer, isBetweenWords) {
		return l.firsts[l.plain(word)] != 0 || isStuckKey(l.plain(word))
	}
	return true
}

// phrase takes a phrase into the grammar. What the lists say first holds: a
// language's own, then English.
func (r *listReader) phrase(text string, p part) {
	words := r.lang.plainWords(text)
	if len(words) == 0 {
		return // nothing but signs, which markOnly sees to
	}
	for _, word := range words {
		r.spoken[word] = true
	}
	key := strings.Join(words, " ")
	if _, ok := r.phrases[key]; !ok {
		r.phrases[key] = p
		r.firsts[words[0]] = max(r.firsts[words[0]], len(words))
	}
}

// inGrammar tells whether a word may stand in a non-answer: most cannot.
func (l *Language) inGrammar(word string) bool {
	for _, part := range l.plainWords(word) {
		if !l.spoken[part] && !isStuckKey(part) {
			return false
		}
	}
	return true
}
