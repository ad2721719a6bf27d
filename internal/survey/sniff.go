package survey

import (
	"fmt"
	"strings"
)

// How the delimiter is told. Each candidate cuts the first records into cells;
// the right one cuts nearly all of them into equally many, as many as the
// header has, whatever stands in the text:
//
//	id;What, if anything?;Why       ;  3 3 3 3    even
//	1;this, that, or more;a         ,  2 3 1 2    uneven
//	2;nothing;b
//	3;one, two;
//
// Spreadsheets drop the blank cells at the end of a row, so some or most rows
// may be a little narrower than the header. None should be wider.

// delimiters are those that a file may use, the likelier first.
const delimiters = ",;\t|"

// detectSyntax finds the delimiter and the line ends by reading the beginning
// of the file with each and comparing how even the records come out. Counting
// characters would not do: answers are full of commas.
func detectSyntax(text string, final bool, named rune) (syntax, string) {
	choices := delimiters
	if d := announced(text); d != 0 {
		return syntax{delimiter: d}, fmt.Sprintf("delimiter %q: the first line says so", d)
	}
	if named != 0 {
		choices = string(named)
	}
	// Lone carriage returns end the records of old Macs, and are characters
	// inside the cells of other files: read both ways, and see what is even.
	lone := strings.Count(text, "\r") > strings.Count(text, "\r\n")
	onlyCR := lone && strings.IndexByte(text, '\n') < 0
	best, bestScore, width := syntax{delimiter: choices[0], crEnds: onlyCR}, 0.0, 1
	for i := range len(choices) {
		for _, crEnds := range []bool{false, true} {
			if crEnds && !lone || !crEnds && onlyCR {
				continue
			}
			s := syntax{choices[i], crEnds}
			if score, w := s.evenness(text, final); score > bestScore {
				best, bestScore, width = s, score, w
			}
		}
	}
	switch {
	case named != 0:
		return best, fmt.Sprintf("delimiter %q as asked for", named)
	case bestScore == 0:
		return best, "no delimiter makes records of the same width: one column"
	}
	return best, fmt.Sprintf("delimiter %q: most records have %d cells", best.delimiter, width)
}

// sniffed is the number of records that evenness looks at: enough to outvote
// odd rows, and few enough to try every candidate.
const sniffed = 400

// evenness scores in [0,1) how well records read in this syntax agree in width,
// and gives the width. Records as wide as the first count, since it is the
// header, and so do those of the commonest width, since spreadsheets drop
// trailing blanks. One column is no evidence at all: 0.
func (s syntax) evenness(text string, final bool) (score float64, width int) {
	counts := map[int]int{}
	records, first, total, spaced := 0, 0, 0, 0
	var cells []cell
	for rec := range s.all(text, final) {
		if s.emptyLine(rec.text) {
			continue
		}
		if records == sniffed {
			break
		}
		cells = s.split(cells[:0], rec.text)
		if records == 0 {
			first = len(cells)
		}
		records++
		counts[len(cells)]++
		total += len(cells)
		for _, c := range cells {
			if strings.HasPrefix(c.raw, " ") && !c.quoted {
				spaced++
			}
		}
	}
	width = commonest(counts)
	if first < 2 || width < 2 {
		return 0, 1
	}
	agree := counts[width]
	if first != width {
		agree += counts[first]
	}
	share := float64(agree) / float64(records)
	if width > first {
		share /= 2 // a header has no fewer cells than the rows
	}
	// In a text a space follows a comma; in a table hardly ever.
	prose := 1 - 0.5*float64(spaced)/float64(total)
	return share * share * (1 - 1/float64(width)) * prose, width
}

// commonest gives the number that was counted most often, the largest of those.
func commonest(counts map[int]int) (most int) {
	for w, n := range counts {
		if n > counts[most] || n == counts[most] && w > most {
			most = w
		}
	}
	return most
}

// announced gives the delimiter that a first line like sep=; tells Excel, or 0.
func announced(text string) byte {
	line, _, _ := strings.Cut(text, "\n")
	line = strings.TrimRight(line, "\r")
	if rest, ok := strings.CutPrefix(line, "sep="); ok && len(rest) == 1 && rest != `"` {
		return rest[0]
	}
	return 0
}
