package intake

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"verbatim/internal/survey"
)

// Progress is one line on standard error. It appears only if a person is looking, and only for runs of more
// than a second: scripts and CI logs never see it. It counts bytes read, because the number of rows is not
// known before the end.
//
//	verbatim: 42 of 187 MB read, 22%, 45 MB/s, 3s left

// progressAfter is how long a run takes before it shows progress, and progressEvery is the time between updates
// of the line.
const progressAfter, progressEvery = time.Second, 200 * time.Millisecond

// A meter counts the bytes that are read of some inputs, and shows them in one line, written over and over.
type meter struct {
	w     io.Writer
	total int64          // bytes of all inputs; 0 if the size of one is not known
	pass  []atomic.Int64 // read since each input was last opened
	all   atomic.Int64   // read in all: some inputs are read more than once
	shown int            // length of the current line
}

// watch counts what is read of the inputs, and shows it during the run; a nil writer shows nothing. stop
// ends that and removes the line.
func watch(w io.Writer, in []survey.Input) (stop func()) {
	if w == nil {
		return func() {}
	}
	m := newMeter(w, in)
	done := make(chan struct{})
	var shown sync.WaitGroup
	shown.Go(func() { m.run(done) })
	return func() {
		close(done)
		shown.Wait()
	}
}

// newMeter puts a counter into each input.
func newMeter(w io.Writer, in []survey.Input) *meter {
	m := &meter{w: w, total: totalSize(in), pass: make([]atomic.Int64, len(in))}
	for i := range in {
		open := in[i].Open
		in[i].Open = func() (io.ReadCloser, error) {
			r, err := open()
			m.pass[i].Store(0)
			return metered{r, m, i}, err
		}
	}
	return m
}

// totalSize is the size of all inputs in bytes, 0 if it is not known.
func totalSize(in []survey.Input) (total int64) {
	for _, f := range in {
		info, err := os.Stat(f.Name)
		if f.Stream || err != nil || !info.Mode().IsRegular() {
			return 0
		}
		total += info.Size()
	}
	return total
}

// metered is an open input whose bytes are counted.
type metered struct {
	io.ReadCloser
	m *meter
	i int
}

// Read implements io.Reader.
func (r metered) Read(p []byte) (int, error) {
	n, err := r.ReadCloser.Read(p)
	r.m.pass[r.i].Add(int64(n))
	r.m.all.Add(int64(n))
	return n, err
}

// run shows the line until done is closed.
func (m *meter) run(done <-chan struct{}) {
	begin := time.Now()
	for wait := progressAfter; ; wait = progressEvery {
		select {
		case <-done:
			m.show("")
			return
		case <-time.After(wait):
			m.show(m.line(time.Since(begin)))
		}
	}
}

// show replaces the line by another; "" removes it.
func (m *meter) show(line string) {
	if line == "" && m.shown == 0 {
		return
	}
	blank := strings.Repeat(" ", max(0, m.shown-len(line)))
	if line == "" {
		blank += "\r"
	}
	fmt.Fprint(m.w, "\r"+line+blank)
	m.shown = len(line)
}

// line says how much has been read, how fast, and how long the rest will take.
func (m *meter) line(elapsed time.Duration) string {
	const mega = 1e6
	var read int64
	for i := range m.pass {
		read += m.pass[i].Load()
	}
	rate := float64(m.all.Load()) / elapsed.Seconds()
	if m.total == 0 || rate == 0 {
		return fmt.Sprintf("verbatim: %.0f MB read, %.0f MB/s", float64(read)/mega, rate/mega)
	}
	left := time.Duration(float64(max(0, m.total-read)) / rate * float64(time.Second))
	return fmt.Sprintf("verbatim: %.0f of %.0f MB read, %d%%, %.0f MB/s, %v left",
		float64(read)/mega, float64(m.total)/mega, min(100, 100*read/m.total), rate/mega, left.Round(time.Second))
}
