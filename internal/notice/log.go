package notice

// listed is the number of warnings of one kind that a log keeps for each file.
const listed = 20

// A Log keeps warnings: the first 20 of each code in each file, and the number
// of the others, so that a million bad rows take no memory. The zero value is
// empty.
type Log struct {
	kept   []Warning
	counts map[kind]int
	excess []Warning // the first of each kind that was not kept
}

// A kind is what warnings are counted by.
type kind struct {
	file string
	code Code
}

// Add keeps or counts warnings.
func (l *Log) Add(warnings ...Warning) {
	if l.counts == nil && len(warnings) > 0 {
		l.counts = map[kind]int{}
	}
	for _, w := range warnings {
		k := kind{w.File, w.Code}
		l.counts[k]++
		switch n := l.counts[k]; {
		case n <= listed:
			l.kept = append(l.kept, w)
		case n == listed+1:
			l.excess = append(l.excess, w)
		}
	}
}

// List gives the warnings in the order they came in, then one for each kind of
// which there were more.
func (l *Log) List() []Warning {
	out := append([]Warning(nil), l.kept...)
	for _, w := range l.excess {
		out = append(out, Warning{Code: w.Code, File: w.File, Message: w.Message, Hint: w.Hint, More: l.counts[kind{w.File, w.Code}] - listed})
	}
	return out
}
