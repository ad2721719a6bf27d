package term

import (
	"iter"
	"reflect"
	"slices"

	"verbatim/internal/lang"
	"verbatim/internal/segment"
)

// Texts are answers that several analyzers read, one after the other. Those that read in one language
// cut the answers and stem the words alike, so the first one keeps pieces and stems for the others.
type Texts struct {
	answers []string
	lang    *lang.Language    // of pieces and stems
	twice   bool              // Options.Twice of the pieces
	cuts    []cut             // of the first answers
	kept    int               // how many pieces they have
	stems   map[string]string // of folded words
	last    *Analyzer         // the last one of them; nil: there was none
}

// cut is an answer that is cut: its text, normalised, and its pieces.
type cut struct {
	text   string
	pieces []segment.Piece
}

// mostPieces and mostStems are how many are kept, so that long answers do not fill the memory.
const mostPieces, mostStems = 1 << 17, 1 << 15

// NewTexts are answers to be read.
func NewTexts(answers []string) *Texts { return &Texts{answers: answers} }

// Analyzer returns an analyzer to read them: the last one where the options are the same, since it has
// classified their words.
func (t *Texts) Analyzer(opt Options) (*Analyzer, error) {
	if t.last != nil && opt.alike(&t.last.opt) {
		return t.last, nil
	}
	a, err := New(opt)
	if err == nil {
		t.begin(a)
		a.stems, t.last = t.stems, a
	}
	return a, err
}

// alike reports whether two options are the same; a list without entries is as good as none.
func (o *Options) alike(other *Options) bool {
	a, b := reflect.ValueOf(*o), reflect.ValueOf(*other)
	for i := range a.NumField() {
		x, y := a.Field(i), b.Field(i)
		isEmpty := (x.Kind() == reflect.Map || x.Kind() == reflect.Slice) && x.Len()+y.Len() == 0
		if !isEmpty && !reflect.DeepEqual(x.Interface(), y.Interface()) {
			return false
		}
	}
	return true
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
			if i == len(t.cuts) && t.kept < mostPieces && !a.asWritten() {
				a.text, a.pieces = segment.Normalised(answer), nil
				a.cut()
				t.cuts = append(t.cuts, cut{a.text, slices.Clone(a.pieces)})
				t.kept += len(a.pieces)
			}
			var tokens []Token
			if i < len(t.cuts) && !a.asWritten() {
				a.text, a.pieces = t.cuts[i].text, t.cuts[i].pieces
				tokens = a.tokenised()
			} else {
				tokens = a.Tokens(answer)
			}
			if !yield(i, tokens) {
				return
			}
		}
	}
}
