package survey

import (
	"fmt"
	"strings"
)

// A Warning is trouble in the data that did not stop the reading.
type Warning struct {
	File    string // name of the input
	Line    int    // physical line, from 1; 0: does not apply
	Column  int    // from 1; 0: does not apply
	Message string // lower case, no full stop
}

// String gives "file:line: message", leaving out what does not apply.
func (w Warning) String() string {
	switch {
	case w.Line > 0 && w.Column > 0:
		return fmt.Sprintf("%s:%d: column %d: %s", w.File, w.Line, w.Column, w.Message)
	case w.Line > 0:
		return fmt.Sprintf("%s:%d: %s", w.File, w.Line, w.Message)
	case w.Column > 0:
		return fmt.Sprintf("%s: column %d: %s", w.File, w.Column, w.Message)
	}
	return w.File + ": " + w.Message
}

// warningLimit is the number of warnings of one sort that a log keeps.
const warningLimit = 20

// A WarningLog keeps warnings: the first 20 of each sort in each file, and the
// number of the others, so that a million bad rows take no memory. Two warnings
// are of one sort if their messages differ in numbers only. The zero value is
// empty.
type WarningLog struct {
	kept   []Warning
	counts map[string]int
	order  []Warning // the first that was not kept, by sort
}

// Add keeps or counts warnings.
func (l *WarningLog) Add(warnings ...Warning) {
	if l.counts == nil && len(warnings) > 0 {
		l.counts = map[string]int{}
	}
	for _, w := range warnings {
		sort := w.sort()
		l.counts[sort]++
		switch n := l.counts[sort]; {
		case n <= warningLimit:
			l.kept = append(l.kept, w)
		case n == warningLimit+1:
			l.order = append(l.order, w)
		}
	}
}

// List gives the warnings in the order they came in, then one for each sort of
// which there were more.
func (l *WarningLog) List() []Warning {
	out := append([]Warning(nil), l.kept...)
	for _, w := range l.order {
		more := l.counts[w.sort()] - warningLimit
		out = append(out, Warning{File: w.File, Message: fmt.Sprintf("%d more like this: %s", more, w.Message)})
	}
	return out
}

// sort names the sort of a warning.
func (w Warning) sort() string {
	return w.File + "\x00" + strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return -1
		}
		return r
	}, w.Message)
}
