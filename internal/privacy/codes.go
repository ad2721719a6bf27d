package privacy

// ShownCodes says which themes of coded data may have a column, and whether the
// column of those in no theme may be filled in. rows counts the people who gave an
// answer by the themes that they named, a bit each. nils counts those who named
// none because they said "nothing".
//
// A reader can count the rows. So each column marks none or at least n people, and
// leaves unmarked none or at least n; the same is true of rows without any theme.
// If these are few, the smallest theme is left out as well: the people who named
// only that theme are then among them.
//
//	trust  tools                 trust
//	  1      0    40 people        1    40 people
//	  0      1     6         ─▶    0     7: 6 or 7 of them in no theme?
//	  0      0     1
func ShownCodes(rows map[uint64]int, nils, themes, n int) (shown []bool, uncoded bool) {
	all, cells := 0, make([]cell, themes)
	for ticks, people := range rows {
		all += people
		for i := range cells {
			if ticks&(1<<i) != 0 {
				cells[i].people += people
			}
		}
	}
	for i, c := range cells {
		cells[i].hidden = few(c.people, n) || few(all-c.people, n)
	}
	none := inNone(rows, cells)
	for few(none, n) && hideNext(cells) {
		none = inNone(rows, cells)
	}
	for _, c := range cells {
		shown = append(shown, !c.hidden)
	}
	return shown, !few(none-nils, n) && !few(nils, n)
}

// inNone is how many people are in none of the themes that are shown.
func inNone(rows map[uint64]int, themes []cell) (sum int) {
	for ticks, people := range rows {
		for i, c := range themes {
			if c.hidden {
				ticks &^= 1 << i
			}
		}
		if ticks == 0 {
			sum += people
		}
	}
	return sum
}
