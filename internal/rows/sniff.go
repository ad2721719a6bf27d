package rows

import (
	"fmt"
	"strings"

	"verbatim/internal/value"
)

// How the delimiter is detected: each candidate cuts the first records into cells.
// The right one cuts nearly all of them into the same number, the number in the
// header, whatever the text contains:
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

// noDelimiter is the delimiter of a file of one column, whose lines are its cells:
// ASCII's unit separator, which does not occur in text.
const noDelimiter = 0x1f

// detectSyntax finds the delimiter and the line ends of a file by its beginning, and says
// why. width is the number of cells that most records have. list says that the file's name
// is one of a list of lines.
func detectSyntax(text string, final bool, named rune, list bool) (best syntax, width int, why string) {
	told := announced(text)
	choices := delimiters
	switch {
	case named != 0:
		choices = string(named)
	case told != 0:
		choices = string(rune(told))
	}
	best, score, width := mostEven(text, final, choices)
	if score == 0 {
		if s, w := unwrapped(text, final, best.crEnds, choices); w > 0 {
			best, score, width = s, 1, w
		}
	}
	if named == 0 && told == 0 && (score == 0 && undivided(text, final, best.crEnds) || list && best.onlyProse(text, final)) {
		best, width = syntax{delimiter: noDelimiter, crEnds: best.crEnds, marked: itemised(text)}, 1
	}
	switch {
	case named != 0:
		why = fmt.Sprintf("delimiter %q as asked for", named)
	case told != 0:
		why = fmt.Sprintf("delimiter %q: the first line says so", told)
	case best.delimiter == noDelimiter:
		why = "no delimiter in the header: one column, and a line is a cell"
	case score == 0:
		why = fmt.Sprintf("no delimiter makes records of the same width: %q as in the header", best.delimiter)
	default:
		why = fmt.Sprintf("delimiter %q: most records have %d cells", best.delimiter, width)
	}
	return best, width, why + best.habits()
}

// mostEven reads the beginning of a file with each delimiter, and in each way of writing
// that its characters allow, and compares how even the records come out. Counting
// characters is not enough: answers are full of commas. Of ways that are as even the
// first is taken.
func mostEven(text string, final bool, choices string) (best syntax, score float64, width int) {
	// Lone carriage returns end the records of old Macs, and are characters inside
	// the cells of other files.
	lone := strings.Count(text, "\r") > strings.Count(text, "\r\n")
	onlyCR := lone && strings.IndexByte(text, '\n') < 0
	var ends, quotes []bool
	if !onlyCR {
		ends = append(ends, false)
	}
	if lone {
		ends = append(ends, true)
	}
	if backslashes(text) {
		quotes = append(quotes, true)
	}
	quotes = append(quotes, false)
	best, width = syntax{delimiter: choices[0], crEnds: onlyCR, escaped: quotes[0]}, 1
	for i := range len(choices) {
		spaces := []bool{false, true}
		if !strings.Contains(text, choices[i:i+1]+` "`) {
			spaces = spaces[:1]
		}
		for _, spaced := range spaces {
			for _, crEnds := range ends {
				for _, escaped := range quotes {
					s := syntax{delimiter: choices[i], crEnds: crEnds, spaced: spaced, escaped: escaped}
					if even, w := s.evenness(text, final); even > score {
						best, score, width = s, even, w
					}
				}
			}
		}
	}
	return best, score, width
}

// habits says in words what is special in this way of writing.
func (s syntax) habits() (said string) {
	if s.crEnds {
		said += "; a carriage return alone ends a record"
	}
	if s.spaced {
		said += "; quotes stand behind a space"
	}
	if s.escaped {
		said += "; a backslash before a quote makes a letter of it"
	}
	if s.wrapped {
		said += "; quotes stand around each line as a whole"
	}
	return said
}

// undivided reports whether the header has no delimiter except in quotes, as a comma in a
// text, or at its end, as the Greek question mark is.
func undivided(text string, final, crEnds bool) bool {
	for _, d := range []byte(delimiters) {
		s := syntax{delimiter: d, crEnds: crEnds}
		for rec := range s.all(text, final) {
			if s.emptyLine(rec.Text) {
				continue
			}
			if cells := s.split(nil, rec.Text); countFilled(cells) > 1 && !prose(cells, len(cells)+1) {
				return false
			}
			break
		}
	}
	return true
}

// backslashes reports whether backslashes may make letters of quotes: then at least as many
// stand inside a text as where a cell may end. In a file that writes quotes twice, and
// folders as "C:\data\", hardly any stands inside.
func backslashes(text string) bool {
	inside, ends := 0, 0
	for {
		_, after, found := strings.Cut(text, `\"`)
		switch {
		case !found:
			return inside > 0 && inside >= ends
		case after == "" || strings.IndexByte(delimiters+"\r\n", after[0]) >= 0:
			ends++
		case after[0] != '"':
			inside++
		}
		text = after
	}
}

// onlyProse reports whether nearly all delimiters are commas in a text, with a space
// behind each, and their number differs from line to line: the lines are a list of
// answers. In a table each line has as many.
func (s syntax) onlyProse(text string, final bool) bool {
	w := s.measure(text, final)
	return len(w.counts) > 1 && w.spaced*10 >= (w.cells-w.records)*9
}

// itemised reports whether most of the first lines begin as the items of a list do.
func itemised(text string) bool {
	lines, marked := 0, 0
	for line := range strings.Lines(text) {
		if value.IsBlank(line) {
			continue
		}
		if lines++; itemMark().MatchString(line) {
			marked++
		}
		if lines == sniffed {
			break
		}
	}
	return marked*10 >= lines*8
}

// sniffed is the number of records that evenness examines: enough to outvote odd
// rows, and few enough to try every candidate.
const sniffed = 400

// widths are the numbers of cells of the first records.
type widths struct {
	records, cells int
	titles         int  // records of one cell before the first of several
	first          int  // cells of the first record of several
	parted         bool // two of its cells hold something: it does not only end with a delimiter
	prose          bool // its last cell begins with a space
	spaced         int  // cells without quotes that begin with a space, as prose does after a comma
	counts         map[int]int
}

// measure reads the first records in this syntax.
func (s syntax) measure(text string, final bool) widths {
	w := widths{counts: map[int]int{}}
	names := false // the first record of several is not prose
	var cells []Cell
	for rec := range s.all(text, final) {
		if s.emptyLine(rec.Text) {
			continue
		}
		cells = s.split(cells[:0], rec.Text)
		switch {
		case w.records == 0 && len(cells) == 1 && w.titles < titleLines:
			w.titles++
			continue
		case w.records == 0:
			w.first, names = len(cells), !prose(cells, len(cells)+1)
			w.parted = countFilled(cells) > 1
			w.prose = strings.HasPrefix(cells[len(cells)-1].Raw, " ")
		case w.records == sniffed:
			return w
		}
		w.records++
		// An answer without quotes, cut at its commas, is one (record.go).
		if n := len(cells); names && n > w.first && prose(cells[w.first-1:], n) {
			w.counts[w.first]++
		} else {
			w.counts[n]++
		}
		w.cells += len(cells)
		for _, c := range cells {
			if strings.HasPrefix(c.Raw, " ") && !c.Quoted {
				w.spaced++
			}
		}
	}
	return w
}

// evenness scores in [0,1) how well records read in this syntax agree in width, and
// returns the width. Records as wide as the first count, since it is the header,
// and so do those of the most common width, since spreadsheets drop trailing
// blanks. One column is no evidence at all: 0. There may be titles above if what
// follows them is very even.
func (s syntax) evenness(text string, final bool) (score float64, width int) {
	w := s.measure(text, final)
	width = commonest(w.counts)
	switch {
	case w.first < 2:
		return 0, 1
	case width < 2 && w.titles == 0 && w.parted && !w.prose:
		return 0.01, w.first // a header over rows with hardly any filled cells
	case width < 2:
		return 0, 1
	}
	agree := w.counts[width]
	if w.first != width {
		agree += w.counts[w.first]
	}
	share := float64(agree) / float64(w.records)
	if w.titles > 0 && (share < 0.9 || w.spaced*4 > w.cells) {
		return 0, 1 // not titles over a table, but answers, some with commas
	}
	if width > w.first {
		share /= 2 // a header has no fewer cells than the rows
	}
	// In a text a space follows a comma; in a table hardly ever.
	prose := 1 - 0.5*float64(w.spaced)/float64(w.cells)
	return share * share * (1 - 1/float64(width)) * prose, width
}

// commonest returns the number that was counted most often, the largest in a tie.
func commonest(counts map[int]int) (most int) {
	for w, n := range counts {
		if n > counts[most] || n == counts[most] && w > most {
			most = w
		}
	}
	return most
}

// titleLines is the number of records in which titles above a table are looked for.
const titleLines = 10

// announced returns the delimiter that a first line like sep=; tells Excel, or 0.
// Programs put quotes around the line, or delimiters after it, when they save the
// file again.
func announced(text string) byte {
	line := text[:min(len(text), 80)]
	if end := strings.IndexAny(line, "\r\n"); end >= 0 {
		line = line[:end]
	} else if len(line) < len(text) {
		return 0
	}
	line = strings.TrimPrefix(line, `"`)
	if len(line) < 5 || !strings.EqualFold(line[:4], "sep=") || line[4] == '"' {
		return 0
	}
	if strings.Trim(line[5:], line[4:5]+`",;`) != "" {
		return 0
	}
	return line[4]
}
