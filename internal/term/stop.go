package term

import (
	"slices"
	"strings"
)

// isStop reports whether a folded word is a stop word: a function word that
// answers to no question. In English contractions are, too ("they're", "we'd"),
// with 's after a stop word only ("it's"), since "council's" is a possessive.
func (l *Language) isStop(folded string) bool {
	if l.has(folded, stop) || hasAnySuffix(folded, l.contractions) {
		return true
	}
	return slices.ContainsFunc(l.clitics, func(clitic string) bool {
		owner, ok := strings.CutSuffix(folded, clitic)
		return ok && l.isStop(owner)
	})
}

// hasAnySuffix reports whether a word ends in one of the endings.
func hasAnySuffix(word string, endings []string) bool {
	return slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(word, ending) })
}

// isFiller reports whether a folded word, or another of its stem, carries no
// answer although it is no function word: "use", "things", "really".
func (l *Language) isFiller(folded string) bool {
	switch {
	case l.listsFiller(folded):
		return true
	case l.has(folded, content) || hasAnySuffix(folded, l.nouns):
		return false
	}
	return l.stems[l.stem(folded)]&filler != 0
}

// listsFiller is isFiller of this form alone. It is for words of other languages of
// the survey: their stemmers do not know the words of most answers.
func (l *Language) listsFiller(folded string) bool { return l.has(folded, filler|fillerForm) }

// isFrame reports whether a folded word, or another of its stem, is one that
// questions are made of: "strength", "improve". In an answer it is an echo only if
// the question has it, too.
func (l *Language) isFrame(folded string) bool {
	return l.has(folded, frame) || l.stems[l.stem(folded)]&frame != 0
}

// negator says whether a folded word negates, and how.
func (l *Language) negator(folded string) negation {
	switch t := l.words[folded]; {
	case t&negBoth != 0:
		return negatesAll
	case t&negAfter != 0:
		return negatesBefore
	case t&negEither != 0:
		return negatesEither
	case t&negPaired != 0:
		return negatesPair
	case t&negLack != 0:
		return negatesLinked
	case t&negWord != 0, hasAnySuffix(folded, l.negations):
		return negatesNext
	}
	return negatesNothing
}

// notNegation is the number of words, from the first on, that together only look like
// a negation ("not only", "no doubt"); 0 if they do not. The words are folded.
func (l *Language) notNegation(words []string) int {
	longest := 0
	for _, phrase := range l.affirming {
		if len(phrase) > longest && len(words) >= len(phrase) && slices.Equal(words[:len(phrase)], phrase) {
			longest = len(phrase)
		}
	}
	return longest
}

// isAcronym reports whether a word as written, in capitals, is a name although it
// is a stop word in small letters: information technology, the United States.
func (l *Language) isAcronym(raw string) bool {
	return strings.ToUpper(raw) == raw && l.has(l.fold(raw), acronym)
}
