package typeface

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// InSight puts the letters of a line into the order in which they are seen from left to right. It
// reverses runs from right to left, with all that stands between them in a line that begins so, and
// puts right again what runs from left to right in such a line:
//
//	read  S H A L O M   2 0 2 4         Hebrew in capitals
//	seen  2 0 2 4   M O L A H S
func InSight(line string) []rune {
	const neutral = -1
	letters := []rune(line)
	base, level := neutral, make([]int, len(letters))
	for i, r := range letters {
		properties, _ := bidi.LookupRune(r)
		switch properties.Class() {
		case bidi.R, bidi.AL:
			level[i] = 1
		case bidi.L, bidi.EN, bidi.AN:
			level[i] = 2
		default:
			level[i] = neutral
		}
		if base == neutral && properties.Class() != bidi.EN {
			base = level[i]
		}
	}
	if !slices.Contains(level, 1) {
		return letters
	}
	for i := range level { // between two of a kind it is of that kind, else of the line's
		if level[i] == neutral {
			next := slices.IndexFunc(level[i:], func(l int) bool { return l != neutral })
			if before := level[max(0, i-1)]; next > 0 && before == level[i+next] {
				level[i] = before
			} else {
				level[i] = base
			}
		}
	}
	if base == 1 {
		reverseRuns(letters, func(int) bool { return true })
		slices.Reverse(level)
		reverseRuns(letters, func(i int) bool { return level[i] == 2 })
		return letters
	}
	reverseRuns(letters, func(i int) bool { return level[i] == 1 })
	return letters
}

// reverseRuns reverses each run of letters whose place is one of those asked for.
func reverseRuns(letters []rune, in func(i int) bool) {
	for from := 0; from < len(letters); {
		to := from
		for to < len(letters) && in(to) == in(from) {
			to++
		}
		if in(from) {
			slices.Reverse(letters[from:to])
		}
		from = to
	}
}
