package survey

import (
	"fmt"
	"strings"
)

// What platforms write where there is no answer. A blank is always none; what a
// respondent typed ("NA", "nothing") is always an answer, if not a useful one.

// Qualtrics writes -99 for "seen, but left out" where that is asked for, and
// older exports -1 and -999; LimeSurvey writes N/A where a yes or no was not
// asked, and {question_not_shown} in its VV files.

// missingMarks are marks for a missing answer, by platform.
var missingMarks = [...]struct {
	platform string
	marks    []string
}{
	{qualtrics, []string{"-99", "-999", "-1"}},
	{limeSurvey, []string{"{question_not_shown}", "N/A"}},
}

// findMissing tells which columns use their platform's marks, and leaves a line
// of evidence for each mark.
func (e *Export) findMissing() {
	for _, m := range missingMarks {
		if m.platform != e.Platform {
			continue
		}
		for _, mark := range m.marks {
			used := 0
			for i := range e.columns {
				c := &e.columns[i]
				if c.box == nil && !c.meta && e.profiles[i].sets(mark) {
					c.missing = append(c.missing, mark)
					used++
				}
			}
			if used > 0 {
				e.Evidence = append(e.Evidence, fmt.Sprintf("%q stands for no answer in %d columns, as %s writes it", mark, used, m.platform))
			}
		}
	}
}

// sets says that a mark, where it stands among the answers, is apart from them:
// a negative number among answers that are none, and N/A among a few others.
func (p *profile) sets(mark string) bool {
	if p.values[mark] == 0 {
		return false
	}
	switch {
	case mark == "N/A":
		return p.distinct() <= 12 && p.singletons() == 0
	case mark[0] == '-':
		for v := range p.values {
			if v[0] == '-' && isNumber(v) && v != "-99" && v != "-999" && v != "-1" {
				return false
			}
		}
	}
	return true
}

// vvTokens are what LimeSurvey's VV files write for characters that would end
// a cell.
var vvTokens = strings.NewReplacer("{newline}", "\n", "{cr}", "\r", "{tab}", "\t", "{quote}", `"`)

// unmask undoes what LimeSurvey does to the text of answers: the apostrophe
// before a formula (which damage reports), and the tokens of VV files.
func (e *Export) unmask(answer string) string {
	if masked(answer) != "" {
		answer = answer[1:]
	}
	if e.Delimiter == '\t' && strings.IndexByte(answer, '{') >= 0 {
		answer = vvTokens.Replace(answer)
	}
	return answer
}

// notShown says that the respondent was not shown the question: LimeSurvey
// writes nothing then, and "" where an answer was left out. Files that went
// through a spreadsheet have lost the difference: there it is always false.
func (e *Export) notShown(cells []cell, columns []int) bool {
	if !e.tellsShown {
		return false
	}
	for _, column := range columns {
		if column > len(cells) {
			continue
		}
		if c := cells[column-1]; c.quoted || c.raw != "" && c.raw != "{question_not_shown}" {
			return false
		}
	}
	return true
}
