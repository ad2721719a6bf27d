package lang

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/internal/segment"
)

// Some write a word without the letters that their keyboard lacks: Plaetze, cafe. Whether
// that is the same word only a survey in which both are written shows, so that it is
// decided from its own words:
//
//	Plätze ─ plain ─▶ plaetze ─ stem ─┐
//	Plaetzen ──────────────── stem ───┴─▶ the same: Plaetzen counts as Plätze

// A plainWord is a word of a survey that others may write plainly.
type plainWord struct {
	word     string
	mentions int  // of it, and of others of its stem
	several  bool // words of different stems are: cote for côte and côté
}

// Spellings are the plain spellings among the words of a survey, and the words that they
// stand for. Words are folded, and come with how often they are written.
func (l *Language) Spellings(words map[string]int) map[string]string {
	digraphs, accents := make(plainWords), make(plainWords)
	for _, word := range slices.Sorted(maps.Keys(words)) {
		if segment.IsASCII(word) || l.accented[word] != "" {
			continue
		}
		digraphs.enter(l, word, l.digraphs(word), words[word])
		accents.enter(l, word, l.unaccented(word), words[word])
	}
	spellings := make(map[string]string)
	for word, mentions := range words {
		if len(digraphs)+len(accents) == 0 || l.Reviewed(word) {
			continue
		}
		// A word is rather written as it should be than without its accents, so that what is
		// frequent without them is a word of its own: publico. Where none has accents but borrowed
		// words, any number is a sign.
		if x := accents[word]; x.word != "" && !x.several && (x.mentions > mentions || l.isBorrowed(x.word)) {
			spellings[word] = x.word
		}
		if x := digraphs.find(l, word); x.word != "" {
			spellings[word] = x.word
		}
	}
	maps.DeleteFunc(spellings, func(word, as string) bool { return l.Stem(word) == l.Stem(as) })
	return spellings
}

// plainWords are words by their plain spelling and, after a NUL, by its stem.
type plainWords map[string]plainWord

// enter enters a word, unless its plain spelling is the usual one.
func (p plainWords) enter(l *Language, word, plain string, mentions int) {
	if plain == word {
		return
	}
	keys := []string{plain}
	if stem := l.Stem(plain); l.hasDigraph(stem) { // else words that are not written so have it too
		keys = append(keys, "\x00"+stem)
	}
	for _, key := range keys {
		x := p[key]
		x.several = x.several || x.word != "" && l.Stem(x.word) != l.Stem(word)
		x.word, x.mentions = word, x.mentions+mentions
		p[key] = x
	}
}

// find is the word that a plain spelling stands for: the one that is spelled so, else the
// one whose plain spelling has its stem. It is empty where there is none, or several.
func (p plainWords) find(l *Language, word string) plainWord {
	x, ok := p[word]
	if !ok {
		x = p["\x00"+l.Stem(word)]
	}
	if x.several {
		return plainWord{}
	}
	return x
}

// digraphs is a folded word with two letters for those that the language lists: ae for ä.
func (l *Language) digraphs(word string) string {
	for _, pair := range l.twoLetters {
		word = strings.ReplaceAll(word, pair[0], pair[1])
	}
	return word
}

// hasDigraph reports whether a text has two letters that may stand for one: ae.
func (l *Language) hasDigraph(text string) bool {
	return slices.ContainsFunc(l.twoLetters, func(pair [2]string) bool { return strings.Contains(text, pair[1]) })
}

// unaccented is a folded word without its accents, but for those of the language's own letters: café.
// In languages whose writers leave out all of them the accent at the end stays, since it makes another
// word: marché, trabajó. That of a borrowed word does not.
func (l *Language) unaccented(word string) string {
	if l.optionalAccents && !l.isBorrowed(word) {
		_, n := utf8.DecodeLastRuneInString(word)
		return withoutAccents(word[:len(word)-n]) + word[len(word)-n:]
	}
	if !l.foreignAccents && l.ownLetters == "" {
		return word
	}
	var out strings.Builder
	for _, r := range word {
		if letter := string(r); strings.Contains(l.ownLetters, letter) {
			out.WriteString(letter)
		} else {
			out.WriteString(withoutAccents(letter))
		}
	}
	return out.String()
}

// isBorrowed reports whether a folded word with accents has one that no letter of the language has.
func (l *Language) isBorrowed(word string) bool {
	return l.foreignAccents || l.ownLetters != "" && strings.ContainsFunc(word, func(r rune) bool {
		letter := string(r)
		return !strings.Contains(l.ownLetters, letter) && withoutAccents(letter) != letter
	})
}
