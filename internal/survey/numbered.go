package survey

import "verbatim/internal/wording"

// Numbered parts: one question asked for several answers, one column each.
//
//	Tool #1:Which tools do you use?     E1(1) - Name three advantages [1.]
//	Tool #2:Which tools do you use?     E1(2) - Name three advantages [2.]
//	Tool #3:Which tools do you use?     E1(3) - Name three advantages [3.]
//
// The headers differ only in numbers, and the numbers that differ count up from 1
// (or 0, or 001) in the order of the columns. Ordinals count too.
//
// They are one question only if people answered in their own words: the rows
// of a grid ("Rate feature 1", "Rate feature 2") are numbered too.

// numberedParts returns, for each column, the indices of all columns that are
// numbered parts of the same question; nil for a column that is alone.
func numberedParts(columns []column) [][]int {
	// Columns with the same template are alike. They may hold the parts of several
	// questions, one after the other, and each question counts from the beginning.
	families := map[string][]int{}
	numbers := make([][]int, len(columns))
	for i, c := range columns {
		shape, n := wording.Template(c.fullText())
		if c.meta || len(n) == 0 || wording.IsShortCode(c.fullText()) {
			continue
		}
		numbers[i] = n
		families[shape] = append(families[shape], i)
	}
	out := make([][]int, len(columns))
	for _, alike := range families {
		for len(alike) > 1 {
			n := countUp(numbers, alike)
			if n > 1 {
				for _, i := range alike[:n] {
					out[i] = alike[:n]
				}
			}
			alike = alike[n:]
		}
	}
	return out
}

// countUp returns how many of the first columns of alike are parts of one question:
// all numbers that differ between them begin at 0 or 1 and grow by one.
//
// Numbers that do not differ are part of the question ("your 3 favourites").
// Two numbers may count together, in a code and in a label.
func countUp(numbers [][]int, alike []int) int {
	first := numbers[alike[0]]
	for n := 1; n < len(alike); n++ {
		steps := 0
		for k, v := range numbers[alike[n]] {
			switch {
			case v == first[k]:
			case v == first[k]+n && first[k] <= 1:
				steps++
			default:
				return n
			}
		}
		if steps == 0 {
			return n
		}
	}
	return len(alike)
}
