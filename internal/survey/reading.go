package survey

import (
	"fmt"
	"slices"
	"strings"

	"verbatim/internal/kind"
	"verbatim/internal/rows"
	"verbatim/internal/value"
)

// A cell says one of three things: the option of a ticked box, an answer, or
// nothing, for which some platforms write a mark. A blank is never an answer. What
// a respondent typed ("NA", "nothing") always is one, even if it is not useful.

// A reading says how the cells of one column are read. The zero value takes every
// cell for an answer.
type reading struct {
	box     *box              // set where the column is one option of a multiple choice
	missing []string          // marks for no answer, besides blanks
	masked  bool              // an apostrophe stands before what a spreadsheet would run
	tokens  *strings.Replacer // restores the characters that would end a cell; nil: nothing to restore
}

// plainReading reads a column of which only the way the file is written is known.
func plainReading(delimiter rune, p *platform) reading {
	r := reading{masked: p.habits["apostrophe before formulas"]}
	if delimiter == '\t' {
		r.tokens = p.tokens
	}
	return r
}

// answerOf returns the answer in a trimmed cell; "" if there is none.
func (r *reading) answerOf(cell string) string {
	switch {
	case cell == "":
		return ""
	case r.box != nil:
		return r.box.read(cell)
	case r.missing != nil && slices.Contains(r.missing, cell):
		return ""
	}
	// What the platform does to the text of answers is undone.
	if r.masked && value.Masked(cell) != "" {
		cell = cell[1:]
	}
	if r.tokens != nil {
		cell = r.tokens.Replace(cell)
	}
	return cell
}

// newReadings returns how the cells of each column are read, with a line of
// evidence for each mark that stands for no answer. The profiles are those of the
// cells as they are.
func newReadings(delimiter rune, p *platform, columns []column, profiles []*kind.Profile, families []family) (readings []reading, evidence []string) {
	readings = slices.Repeat([]reading{plainReading(delimiter, p)}, len(columns))
	for _, f := range families {
		for k, i := range f.members {
			readings[i].box = &box{f.options[k], f.named[k]}
		}
	}
	for _, mark := range p.missing {
		used := 0
		for i, c := range columns {
			if readings[i].box == nil && !c.meta && sets(profiles[i], mark, p.missing) {
				readings[i].missing = append(readings[i].missing, mark)
				used++
			}
		}
		if used > 0 {
			where := "1 column"
			if used > 1 {
				where = fmt.Sprintf("%d columns", used)
			}
			evidence = append(evidence, fmt.Sprintf("%q stands for no answer in %s, as %s writes it", mark, where, p.name))
		}
	}
	return readings, evidence
}

// sets reports whether a mark clearly differs from the answers around it: a negative
// number among answers that are not negative, or N/A among a few other answers.
func sets(p *kind.Profile, mark string, missing []string) bool {
	if p.Count(mark) == 0 {
		return false
	}
	switch {
	case mark == "N/A":
		return p.Distinct() <= 12 && p.Singletons() == 0
	case mark[0] == '-':
		for _, answer := range p.Values {
			v := answer.Value
			if v[0] == '-' && value.IsNumber(v) && !slices.Contains(missing, v) {
				return false
			}
		}
	}
	return true
}

// marksShown reports whether a cell shows that its question was presented, or was
// not: LimeSurvey writes "" where an answer was left out, and nothing where the
// question was not shown.
func (p *platform) marksShown(c rows.Cell) bool {
	return (c.Quoted && c.Raw == "" || slices.Contains(p.notShown, c.Raw)) && p.habits["quotes where shown"]
}

// skipped reports whether the respondent was not shown the question. Files that
// went through a spreadsheet have lost the difference, so it is not called for
// them.
func (p *platform) skipped(cells []rows.Cell, columns []int) bool {
	for _, column := range columns {
		if column > len(cells) {
			continue
		}
		if c := cells[column-1]; c.Quoted || c.Raw != "" && !slices.Contains(p.notShown, c.Raw) {
			return false
		}
	}
	return true
}
