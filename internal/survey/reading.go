package survey

import (
	"slices"
	"strings"

	"verbatim/internal/rows"
	"verbatim/internal/survey/platforms"
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
func plainReading(delimiter rune, p *platforms.Platform) reading {
	r := reading{masked: p.Habits["apostrophe before formulas"]}
	if delimiter == '\t' {
		r.tokens = p.Tokens
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

// marksShown reports whether a cell shows that its question was presented, or was
// not: LimeSurvey writes "" where an answer was left out, and nothing where the
// question was not shown.
func marksShown(p *platforms.Platform, c rows.Cell) bool {
	return (c.Quoted && c.Raw == "" || slices.Contains(p.NotShown, c.Raw)) && p.Habits["quotes where shown"]
}

// skipped reports whether the respondent was not shown the question. Files that
// went through a spreadsheet have lost the difference, so it is not called for
// them.
func skipped(p *platforms.Platform, cells []rows.Cell, columns []int) bool {
	for _, column := range columns {
		if column > len(cells) {
			continue
		}
		if c := cells[column-1]; c.Quoted || c.Raw != "" && !slices.Contains(p.NotShown, c.Raw) {
			return false
		}
	}
	return true
}
