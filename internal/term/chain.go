// Package term turns one answer into the terms that it says.
//
// An answer goes through a chain of passes, which is listed below:
//
//	answer ─ normalise ─▶ text ─ split, recut ─▶ pieces ─ look up ─▶ tokens ─ revise, join, mark ─▶ tokens
//
// Every piece that the split finds comes out again as a token with a Kind, so that
// a caller can account for all of them: nothing is dropped silently. What depends
// on a written word alone is worked out once for each distinct word, by classify in
// word.go. All that is known of words is data, in lang/.
package term

// A pass is one step between an answer and its tokens. It takes the answer at hand
// as the passes before have left it in the analyzer (text, pieces, tokens) and
// leaves it there for the next.
type pass struct {
	when hints // a word with one of these is in the answer; 0: always
	run  func(*Analyzer)
}

// wordPasses are what happens to a word between the cell and the count, in order.
var wordPasses = []pass{
	{run: (*Analyzer).split},                       // cut the text where words end (UAX #29); keep addresses whole: "C++, e.g." is C++ │ e.g
	{run: (*Analyzer).recut},                       // cut off elided articles, join second endings, cut what has no spaces: l' │ homme
	{run: (*Analyzer).lookUp},                      // make each piece a token with its word: folded, stemmed, sorted out, renamed by synonyms
	{when: foreign, run: (*Analyzer).keepOwnWords}, // count stop words of another language where the answer is not in it: "war"
	{run: (*Analyzer).joinPhrases},                 // make one token of each phrase and of each synonym of several words
	{when: denies, run: (*Analyzer).markNegated},   // mark what is denied within its clause: "not transparent"
	{when: capitals, run: (*Analyzer).markInside},  // mark capitals inside sentences, which names have
	{run: (*Analyzer).keepLoneFillers},             // rank fillers in an answer of nothing else
}

// itemPasses are all that happens with --whole and --split.
var itemPasses = []pass{
	{run: (*Analyzer).items}, // make one token of the answer, or of each item of a list, as it is written
}

// New returns an analyzer. An error is a *ListError of synonyms that contradict
// each other, or one of the lists of English, which an option without a language
// asks for.
func New(opt Options) (*Analyzer, error) {
	if opt.Lang == nil {
		english, err := LanguageOf(common)
		if err != nil {
			return nil, err
		}
		opt.Lang = english
	}
	a := &Analyzer{opt: opt, lang: opt.Lang, dictionary: newDictionary()}
	return a, a.learn()
}

// Tokens gives the tokens of one answer, in the order in which they are
// written. The slice is valid until the next call.
func (a *Analyzer) Tokens(answer string) []Token {
	a.text = normalise(answer)
	a.pieces, a.tokens, a.met = nil, a.tokens[:0], 0
	passes := wordPasses
	if a.asWritten() {
		passes = itemPasses
	}
	for _, p := range passes {
		if p.when == 0 || a.met&p.when != 0 {
			p.run(a)
		}
	}
	return a.tokens
}

// Answer gives the tokens of one answer and says what it amounts to. The slice
// is valid until the next call.
func (a *Analyzer) Answer(answer string) ([]Token, Class) {
	tokens := a.Tokens(answer)
	if a.met&proves != 0 { // as most answers do
		return tokens, Substantive
	}
	return tokens, a.classOf(a.text)
}

// Classify says whether an answer is a non-answer in the language or in
// English, and of which kind, with the options of the analyzer.
func (a *Analyzer) Classify(answer string) Class { return a.classOf(normalise(answer)) }

// classOf classifies a text, by the other languages where it is no non-answer in the
// first.
func (a *Analyzer) classOf(text string) Class {
	if a.opt.KeepNonAnswers || len(text) > maxNonAnswer {
		return Substantive
	}
	class := a.lang.classify(text)
	for _, l := range a.opt.Others {
		if class == Substantive {
			class = l.classify(text)
		}
	}
	return class
}
