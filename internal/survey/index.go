package survey

import (
	"slices"
	"strings"

	"verbatim/internal/value"
)

// An index finds columns and questions by what they are called. Each question of a
// wide export is looked up once, for the selector that picks it, so that looking
// through all of them each time would take the square of their number.
type index struct {
	norm      func(string) string
	coded     map[string][]int // columns by their codes, from 1
	headed    map[string][]int // columns by header, full text or id, from 1
	questions map[string][]int // questions by text or id, by place
}

// newIndices returns the indices in the order in which they are asked: names as they
// are, then without regard to blanks and case.
func newIndices(columns []column, questions []Question, readings []reading) (out []index) {
	loose := func(s string) string { return strings.ToLower(value.Squeeze(s)) }
	for _, norm := range []func(string) string{value.Trim, loose} {
		x := index{norm, map[string][]int{}, map[string][]int{}, map[string][]int{}}
		for _, c := range columns {
			if c.coded {
				x.add(x.coded, c.number, c.id)
			}
			x.add(x.headed, c.number, c.header, c.fullText(), c.id)
		}
		for i, q := range questions {
			x.add(x.questions, i, q.Text, q.ID)
		}
		// Boxes go before the column that some platforms write beside them, with all ticked
		// options in one cell.
		for name, found := range x.questions {
			boxes := slices.DeleteFunc(slices.Clone(found), func(i int) bool { return readings[questions[i].Columns[0]-1].box == nil })
			if len(boxes) == 1 {
				x.questions[name] = boxes
			}
		}
		out = append(out, x)
	}
	return out
}

// add notes a number under several names, once under each.
func (x index) add(to map[string][]int, n int, names ...string) {
	for i, name := range names {
		if i > 0 && name == names[i-1] {
			continue
		}
		name = x.norm(name)
		if at := to[name]; len(at) == 0 || at[len(at)-1] != n {
			to[name] = append(at, n)
		}
	}
}

// questionsAt returns, by column, the place of its question.
func questionsAt(columns int, questions []Question) []int {
	at := make([]int, columns)
	for i, q := range slices.Backward(questions) {
		for _, c := range q.Columns {
			at[c-1] = i
		}
	}
	return at
}
