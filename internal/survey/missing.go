package survey

import (
	"fmt"
	"slices"

	"verbatim/internal/kind"
	"verbatim/internal/notice"
	"verbatim/internal/survey/platforms"
	"verbatim/internal/value"
	"verbatim/internal/wording"
)

// What stands for no answer. A platform says so itself ([missing] in its file). Who
// analyses a survey writes a number that cannot be an answer, and R writes NA:
//
//	-99, "More time", "The team"    a code of a survey (package kind)
//	NA, NA, 4, NA                   in columns of numbers too, and hardly a blank cell
//
// The last two are guesses. They are warned of, with their counts.

// newReadings returns how the cells of each column are read, with a line of
// evidence for each mark that stands for no answer. The profiles are those of the
// cells as they are.
func newReadings(delimiter rune, p *platforms.Platform, columns []column, profiles []*kind.Profile, families []family) (readings []reading, evidence []string) {
	readings = slices.Repeat([]reading{plainReading(delimiter, p)}, len(columns))
	for _, f := range families {
		for k, i := range f.members {
			readings[i].box = &box{f.options[k], f.named[k]}
		}
	}
	for _, mark := range p.Missing {
		fits := func(i int) bool { return !columns[i].meta && sets(profiles[i], mark, p) }
		if used, _ := markMissing(readings, profiles, mark, fits); used > 0 {
			evidence = append(evidence, fmt.Sprintf("%q stands for no answer in %s, as %s writes it", mark, inColumns(used), p.Name))
		}
	}
	return readings, evidence
}

// markMissing notes a mark for no answer in the readings of the columns that it fits,
// boxes aside. It returns the number of columns and of cells with the mark.
func markMissing(readings []reading, profiles []*kind.Profile, mark string, fits func(i int) bool) (used, cells int) {
	for i := range readings {
		if n := profiles[i].Count(mark); n > 0 && readings[i].box == nil && !slices.Contains(readings[i].missing, mark) && fits(i) {
			readings[i].missing = append(readings[i].missing, mark)
			used, cells = used+1, cells+n
		}
	}
	return used, cells
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

func inColumns(n int) string {
	if n == 1 {
		return "1 column"
	}
	return fmt.Sprintf("%d columns", n)
}

// sets reports whether a mark clearly differs from the answers around it: a negative
// number among answers that are not negative, or a word among a few other answers.
func sets(p *kind.Profile, mark string, from *platforms.Platform) bool {
	if p.Count(mark) == 0 {
		return false
	}
	switch {
	case slices.Contains(from.MissingAmongFew, mark):
		return p.Distinct() <= 12 && p.Singletons() == 0
	case mark[0] == '-':
		for _, answer := range p.Values {
			v := answer.Value
			if v[0] == '-' && value.IsNumber(v) && !slices.Contains(from.Missing, v) {
				return false
			}
		}
	}
	return true
}

// guessMissing notes the marks that no platform declares, with a warning for each, and warns
// of bare numbers that may be more of them.
func guessMissing(readings []reading, first *head, profiles []*kind.Profile, respondents int) (warnings []notice.Warning) {
	columns, marks := first.columns, wording.Words().BlankOfR
	guess := func(mark string, fits func(i int) bool) {
		if used, cells := markMissing(readings, profiles, mark, fits); used > 0 {
			warnings = append(warnings, notice.Warning{Code: notice.MissingCode,
				Message: fmt.Sprintf("%q is taken for no answer: %s in %s", mark, times(cells), inColumns(used))})
		}
	}
	bare := func() bool { return first.sample.LeavesBare(first.skip, wording.Words().BareInR) }
	if kind.BlankOfR(profiles, respondents, marks, bare) {
		guess(marks[0], func(int) bool { return true })
	}
	marks = nil
	found := make([][]string, len(profiles))
	for i, p := range profiles {
		bare := 0
		if columns[i].meta || readings[i].box != nil {
			continue
		}
		if found[i], bare = p.Missing(wording.Words().Missing); bare > 0 {
			warnings = append(warnings, notice.Warning{Code: notice.MissingCode, Column: columns[i].number,
				Message: fmt.Sprintf("%d of %d answers are bare numbers among words, and are counted", bare, p.Answered), Hint: "if they are codes for no answer, leave them blank"})
		}
		marks = append(marks, found[i]...)
	}
	for i, mark := range marks {
		if !slices.Contains(marks[:i], mark) {
			guess(mark, func(i int) bool { return slices.Contains(found[i], mark) })
		}
	}
	return warnings
}
