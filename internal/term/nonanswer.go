package term

import (
	"strings"
	"unicode"
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
	nonResponse                 // "don't know"
	nilAnswer                   // "nothing"
)

// phrases is the grammar of English non-answers: an answer is one when it is
// made of nothing but these phrases, with one that is not padding among them.
// Only the whole answer counts, never a part of it. Words are separated by one
// space, without case and punctuation; "n/a" is "n a", "don't" is "don t".
var phrases = grammar()

// phraseLists is the grammar by part, written as it is read.
var phraseLists = []struct {
	part part
	text string
}{
	{padding, `i|i m|im|we|well|um|hmm|really|honestly|actually|sorry|just|at all|at present|at this time|
		at this point|at this stage|at the moment|right now|for now|now|currently|yet|so far|in particular|
		specifically|specific|to be honest|tbh|that i recall|that i remember|that i can recall|
		that i can think of|that i know of|that i m aware of|to mention|to say|to add|to report|further|else|
		especially|personally|currently|today|very|about that|here|with this|for me|from me|and|or|but|so`},
	{courtesy, `thanks|thank you|thx|cheers|test|hi|hello|x|xx|xxx`},
	{nonResponse, `don t know|do not know|dont know|didn t know|dunno|dk|idk|i dk|no idea|no clue|not a clue|
		no opinion|no opinions|no comment|no comments|no answer|no response|no thoughts|no thought|
		not sure|unsure|not certain|n a|na|not applicable|not relevant|does not apply|doesn t apply|
		refused|refuse|prefer not to say|prefer not to answer|rather not say|rather not answer|skip|skipped|pass|
		decline|decline to answer|can t say|cannot say|can t answer|cannot answer|can t comment|no view|no views|
		hard to say|difficult to say|see above|as above|same as above|see previous|see previous answer|as before|
		tbd|tba|unknown|not known|asdf|asdfgh|qwerty|blah|blah blah|blah blah blah|lorem ipsum`},
	{nilAnswer, `none|none at all|nothing|nothing at all|nothing much|nothing really|no|nope|nah|nil|nada|zero|
		no one|nobody|not any|not anything|nothing comes to mind|nothing to add|nothing more|none known|
		nothing i can think of|can t think of any|can t think of anything|cannot think of any|
		cannot think of anything|can t think of one|not that i recall|not that i know of|not really|not particularly|
		all good|it s all good|all fine|all is well|no problem|no problems|no issues|no issue|no complaints|
		no changes|no suggestions|no suggestion|no additional comments|no further comments|no other comments`},
}

// longestPhrase is the number of words of the longest phrase of the grammar.
const longestPhrase = 6

// grammar builds the table of phrases from the lists.
func grammar() map[string]part {
	table := make(map[string]part, 200)
	for _, list := range phraseLists {
		for phrase := range strings.SplitSeq(list.text, "|") {
			table[strings.Join(strings.Fields(phrase), " ")] = list.part
		}
	}
	return table
}

// maxNonAnswer is the longest text that is looked at, in bytes: no sentence of
// the grammar comes near it, and most answers are longer.
const maxNonAnswer = 120

// Classify says whether an answer is a non-answer, and of which kind.
func (a *Analyzer) Classify(answer string) Class {
	if a.opt.KeepNonAnswers || len(answer) > maxNonAnswer {
		return Substantive
	}
	said := plainWords(normalise(answer))
	if len(said) == 0 {
		return markOnly(answer)
	}
	parts, ok := parse(said)
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

// markOnly classifies an answer without a letter or digit: "-" and "??" are
// non-response, a picture (👍) is an answer.
func markOnly(answer string) Class {
	if strings.IndexFunc(answer, func(r rune) bool { return unicode.Is(unicode.So, r) }) >= 0 {
		return Substantive
	}
	return NonResponse
}

// parse covers the words with phrases of the grammar, the longest first, and
// tells which parts it met; ok is false where a word is left over.
func parse(said []string) (parts [nilAnswer + 1]bool, ok bool) {
	for len(said) > 0 {
		n := min(len(said), longestPhrase)
		for ; n > 0; n-- {
			if p, found := phrases[strings.Join(said[:n], " ")]; found {
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

// plainWords are the words of a text in small letters, without punctuation.
func plainWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !isWordRune(r) })
}
