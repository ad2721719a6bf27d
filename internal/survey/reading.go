package survey

import (
	"fmt"
	"slices"
	"strings"
	"verbatim/internal/rows"
	"verbatim/internal/value"
)

// What a cell says: the option of a box that is ticked, an answer, or nothing,
// where the platform writes a mark of its own. A blank is never an answer; what a
// respondent typed ("NA", "nothing") always is one, if not a useful one.
//
// Qualtrics writes -99 for "seen, but left out" where that is asked for, and
// older exports -1 and -999; LimeSurvey writes N/A where a yes or no was not
// asked, and {question_not_shown} in its VV files.

// A reading says how the cells of one column are read. The zero value takes every
// cell for an answer.
type reading struct {
	box     *box     // set where the column is one option of a multiple choice
	missing []string // what stands for no answer, beside blanks
	masked  bool     // an apostrophe stands before what a spreadsheet would run
	tokens  bool     // tokens stand for the characters that would end a cell
}

// plainReading reads a column of which no more is known than how the file is
// written.
func plainReading(d Dialect) reading {
	return reading{masked: d.Platform == limeSurvey, tokens: d.Platform == limeSurvey && d.Delimiter == '\t'}
}

// answer gives the answer in a trimmed cell; "" where there is none.
func (r *reading) answer(cell string) string {
	switch {
	case cell == "":
		return ""
	case r.box != nil:
		return r.box.read(cell)
	case r.missing != nil && slices.Contains(r.missing, cell):
		return ""
	}
	// What LimeSurvey does to the text of answers is undone.
	if r.masked && value.Masked(cell) != "" {
		cell = cell[1:]
	}
	if r.tokens && strings.IndexByte(cell, '{') >= 0 {
		cell = vvTokens.Replace(cell)
	}
	return cell
}

// vvTokens are what LimeSurvey's VV files write for characters that would end
// a cell.
var vvTokens = strings.NewReplacer("{newline}", "\n", "{cr}", "\r", "{tab}", "\t", "{quote}", `"`)

// missingMarks are marks for a missing answer, by platform.
var missingMarks = [...]struct {
	platform string
	marks    []string
}{
	{qualtrics, []string{"-99", "-999", "-1"}},
	{limeSurvey, []string{"{question_not_shown}", "N/A"}},
}

// newReadings tells how the cells of each column are read, and gives a line of
// evidence for each mark that stands for no answer. The profiles are those of the
// cells as they are.
func newReadings(d Dialect, columns []column, profiles []*profile, families []family) (readings []reading, evidence []string) {
	readings = slices.Repeat([]reading{plainReading(d)}, len(columns))
	for _, f := range families {
		for k, i := range f.members {
			readings[i].box = &box{f.options[k], f.named[k]}
		}
	}
	for _, m := range missingMarks {
		if m.platform != d.Platform {
			continue
		}
		for _, mark := range m.marks {
			used := 0
			for i, c := range columns {
				if readings[i].box == nil && !c.meta && profiles[i].sets(mark) {
					readings[i].missing = append(readings[i].missing, mark)
					used++
				}
			}
			if used > 0 {
				evidence = append(evidence, fmt.Sprintf("%q stands for no answer in %d columns, as %s writes it", mark, used, m.platform))
			}
		}
	}
	return readings, evidence
}

// sets reports whether a mark, where it stands among the answers, is apart from them:
// a negative number among answers that are none, and N/A among a few others.
func (p *profile) sets(mark string) bool {
	if p.count(mark) == 0 {
		return false
	}
	switch {
	case mark == "N/A":
		return p.distinct() <= 12 && p.singletons() == 0
	case mark[0] == '-':
		for _, answer := range p.values {
			v := answer.value
			if v[0] == '-' && value.IsNumber(v) && v != "-99" && v != "-999" && v != "-1" {
				return false
			}
		}
	}
	return true
}

// marksShown reports whether a blank cell tells that its question was shown, or
// was not: LimeSurvey writes "" where an answer was left out, and nothing where
// the question was not shown.
func marksShown(c rows.Cell) bool {
	return c.Quoted && c.Raw == "" || c.Raw == "{question_not_shown}"
}

// notShown reports whether the respondent was not shown the question. Files that
// went through a spreadsheet have lost the difference: there it is always false.
func (e *Export) notShown(cells []rows.Cell, columns []int) bool {
	if !e.tellsShown {
		return false
	}
	for _, column := range columns {
		if column > len(cells) {
			continue
		}
		if c := cells[column-1]; c.Quoted || c.Raw != "" && c.Raw != "{question_not_shown}" {
			return false
		}
	}
	return true
}
