package survey

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// The profiles of the columns. Whoever waits for a count waits for them first,
// and columns know nothing of each other; so those of a long head are dealt out:
//
//	columns   1  2  3  4  5  6        each goroutine cuts all records into
//	          │  │  │  │  │  │        cells, and profiles every n-th column
//	goroutine a  b  a  b  a  b

const (
	// sideBySide is the most goroutines that a head is profiled by: each of them
	// cuts all of it into cells, which is a sixth of the work of one.
	sideBySide = 4
	// longHead is the length in bytes from which on that is worth it.
	longHead = 1 << 20
)

// profileHeads profiles what detection read of all files: first every column,
// then again those whose marks for "not ticked" or "missing" have become known.
func (e *Export) profileHeads() {
	first := e.profiles == nil
	if first {
		e.profiles = make([]*profile, e.Columns)
		e.answeredIn = make([]bitset, e.Columns)
	}
	var again []int
	for i, c := range e.columns {
		if first || c.box != nil || c.missing != nil {
			e.profiles[i], e.answeredIn[i] = newProfile(), nil
			again = append(again, i)
		}
	}
	if len(again) == 0 {
		return
	}
	length := 0
	for _, src := range e.sources {
		length += len(src.head)
	}
	hands := 1
	if length >= longHead {
		hands = min(sideBySide, runtime.GOMAXPROCS(0), len(again))
	}
	profilers := make([]profiler, hands)
	for i, column := range again {
		p := &profilers[i%hands]
		p.columns = append(p.columns, column)
	}
	inParallel(hands, func(i int) { profilers[i].heads(e) })
	e.respondents = profilers[0].respondents
	for i := range profilers {
		e.tellsShown = e.tellsShown || profilers[i].tellsShown && e.Platform == limeSurvey
	}
}

// A profiler profiles some of the columns of an export.
type profiler struct {
	columns     []int // their indices
	respondents int
	tellsShown  bool // a blank cell tells whether the question was shown
}

// heads takes in what detection read of all files.
func (p *profiler) heads(e *Export) {
	var cells []cell
	for _, src := range e.sources {
		skip := src.skip
		for rec := range src.syntax.all(src.head, src.whole) {
			switch {
			case skip > 0:
				skip--
			case !src.syntax.blankRow(rec.text):
				cells = e.cells(src, cells[:0], rec)
				p.row(e, cells)
			}
		}
	}
}

// row takes in one respondent.
func (p *profiler) row(e *Export, cells []cell) {
	for _, i := range p.columns {
		if i < len(cells) && (cells[i].quoted && cells[i].raw == "" || cells[i].raw == "{question_not_shown}") {
			p.tellsShown = true
		}
		if a := e.answer(cells, i+1); a != "" {
			e.profiles[i].add(a)
			e.answeredIn[i].set(p.respondents)
		}
	}
	p.respondents++
}

// inParallel calls f with 0 to n-1, on all cores, and returns when all have
// returned.
func inParallel(n int, f func(i int)) {
	var group sync.WaitGroup
	var next atomic.Int64
	for range min(n, runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(i)
			}
		})
	}
	group.Wait()
}
