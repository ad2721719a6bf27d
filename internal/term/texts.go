package term

import (
	"iter"

	"verbatim/internal/lang"
	"verbatim/internal/segment"
)

// Texts are answers that several analyzers read, one after the other. Those that read in one language
// cut them alike, so the first one keeps the pieces for the others.
type Texts struct {
	answers []string
	lang    *lang.Language // that they are cut in
	twice   bool           // Options.Twice of the pieces
	cuts    []cut          // of the first answers
	pieces  []segment.Piece
}

// cut is an answer that is cut: its text, and its pieces up to this place among all.
type cut struct {
	text string
	to   int
}

// mostPieces is how many pieces are kept, so that long answers do not fill the memory.
const mostPieces = 1 << 17

// NewTexts are answers to be read.
func NewTexts(answers []string) *Texts { return &Texts{answers: answers} }

// Read gives the tokens of each answer with its place among them. They are valid until the next one.
func (a *Analyzer) Read(t *Texts) iter.Seq2[int, []Token] {
	return func(yield func(int, []Token) bool) {
		if t.lang != a.opt.Lang || t.twice != a.opt.Twice || a.asWritten() {
			t.lang, t.twice, t.cuts, t.pieces = a.opt.Lang, a.opt.Twice, t.cuts[:0], t.pieces[:0]
		}
		for i, answer := range t.answers {
			if i == len(t.cuts) && len(t.pieces) < mostPieces && !a.asWritten() {
				a.text = segment.Normalised(answer)
				a.split()
				a.recut()
				t.pieces = append(t.pieces, a.pieces...)
				t.cuts = append(t.cuts, cut{a.text, len(t.pieces)})
			}
			if i >= len(t.cuts) {
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
