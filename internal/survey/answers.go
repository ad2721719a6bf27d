package survey

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"verbatim/internal/kind"
	"verbatim/internal/rows"
	"verbatim/internal/survey/platforms"
)

// Answers are the profiles of the columns in the part that detection read. The user
// waits for them before any count, and the columns are independent of each other.
// So the columns of a long head are shared out among goroutines:
//
//	columns   1  2  3  4  5  6        each goroutine cuts all records into
//	          │  │  │  │  │  │        cells, and profiles every n-th column
//	goroutine a  b  a  b  a  b

const (
	// sideBySide is the largest number of goroutines that profile a head. Each of
	// them cuts the whole head into cells, which is a sixth of the work of one
	// goroutine.
	sideBySide = 4
	// longHead is the length in bytes from which several goroutines are worth it: a
	// shorter one takes one of them 40 ms at most.
	longHead = 4 << 20
)

// sampled holds the answers of the respondents in the samples.
type sampled struct {
	respondents int                // rows that are not blank
	profiles    []*kind.Profile    // by column
	answeredIn  []kind.Respondents // by column: which of these respondents answered
	// marksShown says that some cell shows whether its question was shown to the
	// respondent.
	marksShown bool
}

// newAnswers profiles every column with the same reading.
func newAnswers(heads []*head, r reading) *sampled {
	n := len(heads[0].columns)
	a := &sampled{profiles: make([]*kind.Profile, n), answeredIn: make([]kind.Respondents, n)}
	every := make([]int, n)
	for i := range every {
		every[i] = i
	}
	a.fill(heads, slices.Repeat([]reading{r}, n), every)
	return a
}

// reread returns the answers with some columns read in another way: boxes, and
// columns with marks for a missing answer. Only these are read again.
func (a *sampled) reread(heads []*head, readings []reading) *sampled {
	again := &sampled{a.respondents, slices.Clone(a.profiles), slices.Clone(a.answeredIn), a.marksShown}
	var columns []int
	for i, r := range readings {
		if r.box != nil || r.missing != nil {
			columns = append(columns, i)
		}
	}
	if len(columns) > 0 {
		again.fill(heads, readings, columns)
	}
	return again
}

// fill profiles some columns, by their indices.
func (a *sampled) fill(heads []*head, readings []reading, columns []int) {
	length := 0
	for _, h := range heads {
		length += h.sample.Size()
	}
	hands := 1
	if length >= longHead {
		hands = min(sideBySide, runtime.GOMAXPROCS(0), len(columns))
	}
	profilers := make([]profiler, max(hands, 1))
	for i, column := range columns {
		p := &profilers[i%hands]
		p.platform = heads[0].platform
		p.columns = append(p.columns, column)
		a.profiles[column], a.answeredIn[column] = kind.NewProfile(), nil
	}
	inParallel(len(profilers), func(i int) { profilers[i].heads(heads, readings, a) })
	a.respondents = profilers[0].respondents
	for _, p := range profilers {
		a.marksShown = a.marksShown || p.marksShown
	}
}

// answeredBy counts the respondents with an answer in any of the columns.
func (a *sampled) answeredBy(columns []int) int {
	var some kind.Respondents
	for _, c := range columns {
		some.Unite(a.answeredIn[c-1])
	}
	return some.Size()
}

// A profiler profiles some of the columns of an export.
type profiler struct {
	columns     []int // their indices
	respondents int
	platform    *platforms.Platform
	marksShown  bool // as in sampled
}

// heads adds what detection read of all files.
func (p *profiler) heads(heads []*head, readings []reading, into *sampled) {
	batch, n := make([][]rows.Cell, max(1, min(together, cellsTogether/len(readings)))), 0
	for i := range batch {
		batch[i] = make([]rows.Cell, 0, len(readings))
	}
	for _, h := range heads {
		skip, t := h.skip, h.sample.Table
		for rec := range h.sample.Records() {
			switch {
			case skip > 0:
				skip--
			case h.footer > 0 && rec.Line >= h.footer:
			case !t.IsBlankRow(rec):
				batch[n] = t.Cells(batch[n][:0], rec, len(readings))
				if n++; n == len(batch) {
					p.addRespondents(batch, readings, into)
					n = 0
				}
			}
		}
	}
	p.addRespondents(batch[:n], readings, into)
}

// The records that are cut into cells before their columns are profiled, one after the other:
// going from column to column for each record would fetch thousands of profiles from memory again.
const (
	together      = 32
	cellsTogether = 1 << 17
)

// addRespondents adds some respondents.
func (p *profiler) addRespondents(batch [][]rows.Cell, readings []reading, into *sampled) {
	for _, i := range p.columns {
		for n, cells := range batch {
			p.marksShown = p.marksShown || i < len(cells) && marksShown(p.platform, cells[i])
			if a := readings[i].answerOf(rows.At(cells, i+1)); a != "" {
				into.profiles[i].Add(a)
				into.answeredIn[i].Add(p.respondents + n)
			}
		}
	}
	p.respondents += len(batch)
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
