package privacy

import (
	"iter"

	"verbatim/internal/tally"
)

// A cell is one part of a sum.
type cell struct {
	people, mentions int
	hidden           bool
}

// counted yields every term and then every word set aside, each with its themes, a
// bit each, and its cell.
func counted(t *tally.Tally) iter.Seq2[uint64, cell] {
	return func(yield func(uint64, cell) bool) {
		for _, x := range t.Terms {
			if !yield(x.In, cell{people: x.Respondents, mentions: x.Mentions}) {
				return
			}
		}
		for _, x := range t.SetAside {
			if !yield(x.In, cell{people: x.Respondents, mentions: x.Mentions}) {
				return
			}
		}
	}
}

// few reports whether a number of people is too small to be shown.
func few[N ~int](people N, n int) bool { return 0 < people && people < N(n) }

// sumOf adds up what is hidden.
func sumOf(cells []cell) (sum tally.Cut) {
	for _, c := range cells {
		if c.hidden {
			sum.Terms++
			sum.Mentions += tally.Figure(c.mentions)
		}
	}
	return sum
}

// hideNext hides the smallest cell that is shown and not zero, the last of equal
// ones. It reports whether there was one.
func hideNext(cells []cell) bool {
	next := -1
	for i, c := range cells {
		if c.hidden || c.people == 0 {
			continue
		}
		if next < 0 || c.people < cells[next].people || c.people == cells[next].people && c.mentions <= cells[next].mentions {
			next = i
		}
	}
	if next >= 0 {
		cells[next].hidden = true
	}
	return next >= 0
}

// veil hides the cells of a sum that are too small, and further ones until the
// hidden cells do not follow from the sum and the shown cells. Some cells may
// already be hidden.
func veil(cells []cell, n int) {
	for i, c := range cells {
		cells[i].hidden = c.people > 0 && (c.hidden || few(c.people, n))
	}
	for !veiled(cells, n) && hideNext(cells) {
	}
}

// veiled reports whether the sum of the hidden cells leaves doubt about each.
func veiled(cells []cell, n int) bool {
	k, sum := 0, 0
	for _, c := range cells {
		if c.hidden {
			k, sum = k+1, sum+c.people
		}
	}
	return k == 0 || k > 1 && inDoubt(k, sum, n)
}

// inDoubt reports whether of k numbers above 0 with this sum each may be n or more.
func inDoubt(k, sum, n int) bool { return sum-k+1 >= n }
