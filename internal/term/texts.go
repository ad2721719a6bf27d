package term

import (
	"iter"
	"reflect"
	"slices"

	"verbatim/internal/lang"
	"verbatim/internal/segment"
)

// Texts are answers that several analyzers read, one after the other, and mostly more than once. Those that
// read in one language cut the answers and stem the words alike, so the first one keeps pieces and stems for
// the others. What the last one has read is kept for the next time.
type Texts struct {
	answers []string
	lang    *lang.Language    // of pieces and stems
	twice   bool              // Options.Twice of the pieces
	cuts    []cut             // of the first answers
	kept    int               // how many pieces they have
	stems   map[string]string // of folded words

	last   *Analyzer // nil: there was none
	read   []read    // of the first answers, as it has read them
	tokens []Token   // of these
}

// cut is an answer that is cut: its text, normalised, and its pieces.
type cut struct {
	text   string
	pieces []segment.Piece
}

// read is an answer that is read: where its tokens begin and end, and what they hint at.
type read struct {
	start, end int
	met        hints
}

// mostPieces, of tokens too, and mostStems are how many are kept, so that long answers do not fill the memory.
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
		t.read, t.tokens = t.read[:0], t.tokens[:0]
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

// Read gives the tokens of each answer with its place among them. They are valid until the next one, and
// not to be changed.
func (a *Analyzer) Read(t *Texts) iter.Seq2[int, []Token] {
	return func(yield func(int, []Token) bool) {
		t.begin(a)
		for i := range t.answers {
			if !yield(i, a.readNext(t, i)) {
				return
			}
		}
	}
}

// readNext gives the tokens of an answer, after those before it have been read.
func (a *Analyzer) readNext(t *Texts, i int) []Token {
	switch isNew := i == len(t.cuts) && t.kept < mostPieces; {
	case a == t.last && i < len(t.read):
		r := t.read[i]
		a.text, a.met = t.cuts[i].text, r.met
		return t.tokens[r.start:r.end]
	case a.asWritten() || i >= len(t.cuts) && !isNew:
		return a.Tokens(t.answers[i])
	case isNew:
		a.text, a.pieces = segment.Normalised(t.answers[i]), nil
		a.cut()
		t.cuts = append(t.cuts, cut{a.text, slices.Clone(a.pieces)})
		t.kept += len(a.pieces)
		return a.tokenised()
	}
	a.text, a.pieces = t.cuts[i].text, t.cuts[i].pieces
	tokens := a.tokenised()
	if start := len(t.tokens); a == t.last && i == len(t.read) && start+len(tokens) <= mostPieces {
		t.tokens = append(slices.Grow(t.tokens, max(t.kept-start, 0)), tokens...)
		t.read = append(t.read, read{start, len(t.tokens), a.met})
	}
	return tokens
}
