package survey

import (
	"fmt"
	"slices"
	"strings"
)

// unitedText names the question that somebody made of columns: by what their
// texts have in common, or by the first and the number of the others.
func (e *Export) unitedText(columns []int) string {
	var texts []string
	for _, number := range columns {
		if text := e.columns[number-1].text(); !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	if len(texts) == 1 {
		return texts[0]
	}
	if common := commonText(texts); common != "" {
		return common
	}
	return fmt.Sprintf("%s … (and %d more)", texts[0], len(texts)-1)
}

// commonText gives the question that texts begin with or, without their numbers,
// have in common; "" where they have none.
func commonText(texts []string) string {
	bare, n := withoutNumber(texts[0]), len(texts[0])
	for _, text := range texts[1:] {
		n = sharedPrefix(texts[0][:n], text)
		if withoutNumber(text) != bare {
			bare = ""
		}
	}
	if bare != "" {
		return bare
	}
	// The parts may begin alike: "… - At work", "… - At home".
	common := texts[0][:n]
	for _, mark := range [...]string{" - ", " – ", " [", ": "} {
		if at := strings.LastIndex(common, mark); at >= shortest {
			common = common[:at]
		}
	}
	if common = strings.TrimRight(common, openers); len(common) >= shortest {
		return common
	}
	return ""
}
