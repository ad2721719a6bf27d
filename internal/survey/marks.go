package survey

import "strings"

// Marks: what stands in the cell of a box where the option itself does not.

// namesMarks says that an option of the group may be called like a mark for "not
// ticked": no column has such a mark that is not its own option.
func namesMarks(columns []column, profiles []*profile, group []int, cut cut) bool {
	for _, i := range group {
		_, option, _ := cut(columns[i])
		for _, v := range profiles[i].values {
			if isOff(v.value) && !(strings.EqualFold(v.value, option) && len(profiles[i].values) == 1) {
				return false
			}
		}
	}
	return true
}

// marks gives the values of a column that are no mark for "not ticked", at most
// two of them, and whether there is such a mark. named says that the option is
// called like one.
func marks(p *profile, named bool) (on []string, off bool) {
	if p.distinct() > 4 {
		return []string{"", ""}, false
	}
	for _, v := range p.common() {
		if isOff(v.value) && !named {
			off = true
		} else {
			on = append(on, v.value)
		}
	}
	return on[:min(len(on), 2)], off
}

// isOff knows the marks for a box that is not ticked, in the languages in which
// platforms write them. N/A is what LimeSurvey writes where the question was not
// shown.
func isOff(v string) bool {
	switch strings.ToLower(v) {
	case "0", "0.0", "no", "n", "false", "unchecked", "not selected", "not checked", "unselected", "off", "-", "n/a",
		"nein", "non", "nee", "não", "nao", "nej", "nei", "ei", "nie", "нет":
		return true
	}
	return false
}

// isMark says that a value is one of either.
func isMark(v string) bool { return isOn(v) || isOff(v) }

// isOn knows the marks for a ticked box.
func isOn(v string) bool {
	switch strings.ToLower(v) {
	case "1", "1.0", "yes", "y", "true", "checked", "selected", "on", "x", "✓", "✔",
		"ja", "oui", "sí", "si", "sim", "tak", "kyllä", "да":
		return true
	}
	return false
}
