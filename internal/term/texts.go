package term

import (
	"iter"

	"verbatim/internal/lang"
	"verbatim/internal/segment"
)

// Texts are answers that several analyzers read, one after the other. Those that read in one language
// cut the answers and stem the words alike, so the first one keeps pieces and stems for the others.
type Texts struct {
	answers []string
	lang    *lang.Language // of pieces and stems
	twice   bool           // Options.Twice of the pieces
	cuts    []cut          // of the first answers
	pieces  []segment.Piece
	stems   map[string]string // of folded words
}

// cut is an answer that is cut: its text, and its pieces up to this place among all.
type cut struct {
	text string
	to   int
}

// mostPieces and mostStems are how many are kept, so that long answers do not fill the memory.
const mostPieces, mostStems = 1 << 17, 1 << 15

// NewTexts are answers to be read.
func NewTexts(answers []string) *Texts { return &Texts{answers: answers} }

// Analyzer returns an analyzer to read them.
func (t *Texts) Analyzer(opt Options) (*Analyzer, error) {
	a, err := New(opt)
	if err == nil {
		t.begin(a)
		a.stems = t.stems
	}
	return a, err
}

// begin leaves out what an analyzer would not find.
func (t *Texts) begin(a *Analyzer) {
	if t.lang != a.opt.Lang || t.twice != a.opt.Twice {
		*t = Texts{answers: t.answers, lang: a.opt.Lang, twice: a.opt.Twice, stems: make(map[string]string)}
	}
}

// Read gives the tokens of each answer with its place among them. They are valid until the next one.
func (a *Analyzer) Read(t *Texts) iter.Seq2[int, []Token] {
	return func(yield func(int, []Token) bool) {
		t.begin(a)
		for i, answer := range t.answers {
			if i == len(t.cuts) && len(t.pieces) < mostPieces && !a.asWritten() {
				a.text = segment.Normalised(answer)
				a.split()
				a.recut()
				t.pieces = append(t.pieces, a.pieces...)
				t.cuts = append(t.cuts, cut{a.text, len(t.pieces)})
			}
			if i >= len(t.cuts) || a.asWritten() {
				a.text, a.pieces = segment.Normalised(answer), nil
			} else {
				from := 0
				if i > 0 {
					from = t.cuts[i-1].to
				}
				a.text, a.pieces = t.cuts[i].text, t.pieces[from:t.cuts[i].to]
			}
			if !yield(i, a.tokenised()) {
				return
			}
		}
	}
}
