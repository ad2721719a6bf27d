package kind

import (
	"fmt"

	"verbatim/internal/evidence"
)

// A Hint is what is known of a question in addition to its answers.
type Hint struct {
	// Typed says that the platform has this column for what people type.
	Typed bool
	// Asked says that the header asks for an answer in words. It decides if there
	// are too few answers to tell.
	Asked bool
	// Question says that the header ends as questions do. What answers it is no label.
	Question bool
	// ID says that the column has a name that columns of ids have.
	ID bool
	// Listed says that the file has lists there: options with ;# between.
	Listed bool
	// Labelled says that the file has labels for the values of the column.
	Labelled bool
	// Codes says that the platform writes the codes of ticked options into one
	// cell with spaces between.
	Codes bool
}

// openFeatures returns the features by which answers are judged to be the
// respondents' own words. If they are, the next answer is likely to be new; its
// chance, after Good and Turing, is the share of answers given once. The answers to
// a choice among few repeat. With many answers new ones become rarer in any
// question, but far rarer in a list of countries than in free text. Spelling
// distinguishes words that repeat from options (wording.go). Judge (kind.go) holds
// them against the weights under [open] in evidence/weights.txt.
func (p *Profile) openFeatures(h Hint) []evidence.Feature {
	w := p.wording()
	words, letters := 2*p.words/max(p.Answered, 1), w.letters/max(w.answers, 1)
	length := countOf((words+1)/2, "word") + " on average"
	if letters < 3 {
		length = countOf(letters, "letter") + " on average"
	}
	new := evidence.Of(w.once, w.answers, "answers were given once")
	if w.once*2 < w.answers {
		new = fmt.Sprintf("%d different among %s, %d of them given once", w.texts, countOf(w.answers, "answer"), w.once)
	}
	spelled := ""
	if w.variants > 0 {
		spelled = fmt.Sprintf("%d of %d texts are spelled in several ways", w.variants, w.texts)
	}
	asked := h.Asked || h.Typed
	header := "the header asks for words"
	if !asked {
		header = "the header does not ask for words"
	}
	return []evidence.Feature{
		evidence.New("once", evidence.Twentieths(w.once, w.answers), new),
		evidence.New("new", evidence.Quarters(w.once+1), new),
		evidence.New("texts", evidence.Quarters(w.texts), new),
		evidence.New("answers", evidence.Quarters(w.answers), new),
		evidence.New("all-once", evidence.Mark(w.once == w.answers && w.answers > 0), new),
		evidence.New("length", evidence.Quarters(letters), length),
		evidence.New("variants", evidence.Twentieths(w.variants, w.texts), spelled),
		evidence.New("scale", evidence.Twentieths(w.labels, w.answers), evidence.Some(w.labels, w.answers, "answers were points of a scale")),
		evidence.New("titled", evidence.Mark(w.titled), evidence.Is(w.titled, "all begin with a capital")),
		evidence.New("titled-few", evidence.Mark(w.titled && w.answers < fewAnswers), evidence.Is(w.titled, "all begin with a capital")),
		evidence.New("label", evidence.Mark(w.titled && words < 5), evidence.Is(w.titled, "all begin with a capital")),
		evidence.New("digits", evidence.Twentieths(w.digits, w.answers), evidence.Some(w.digits, w.answers, "answers had a digit")),
		evidence.New("none", evidence.Twentieths(w.none, w.answers+w.none), evidence.Some(w.none, w.answers+w.none, "answers said that there is none")),
		evidence.New("asked", evidence.Mark(asked), header),
		evidence.New("asked-few", evidence.Mark(asked && w.answers < fewAnswers), header),
	}
}

// fewAnswers is the number of answers below which their share says little.
const fewAnswers = 10

// countOf writes "1 word", "3 words".
func countOf(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
