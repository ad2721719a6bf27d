package decision

import (
	"iter"

	"verbatim/internal/term"
)

// byForm counts something for each written form. All words of the answers go through such counts, so
// they are found by number, and what is counted by another name is added up at the end.
type byForm[T any] struct {
	words  []*term.Word // by term.Word.ID; nil where the form was not met
	counts []T
}

// of is what is counted for a word.
func (b *byForm[T]) of(w *term.Word) *T {
	if n := int(w.ID) + 1 - len(b.words); n > 0 {
		b.words, b.counts = append(b.words, make([]*term.Word, n)...), append(b.counts, make([]T, n)...)
	}
	b.words[w.ID] = w
	return &b.counts[w.ID]
}

// all are the words that were met, with what is counted for each.
func (b *byForm[T]) all() iter.Seq2[*term.Word, *T] {
	return func(yield func(*term.Word, *T) bool) {
		for id, w := range b.words {
			if w != nil && !yield(w, &b.counts[id]) {
				return
			}
		}
	}
}
