package survey

import (
	"fmt"
	"slices"
	"strings"
	"verbatim/internal/kind"
	"verbatim/internal/rows"
	"verbatim/internal/value"
)

// A file without a header loses its first respondent to it. Nothing proves that
// a row is no header, but where each of its cells could as well stand below, that
// is worth a warning:
//
//	1  I like how open we are     ← a number over numbers, a sentence over
//	2  More time for our pupils     sentences that asks for nothing
//	3  The team is what keeps me
//
// Where sentences are all there is, the first has to speak for somebody ("I",
// "we") or to end as one: a question may be put as a heading.

// fewestWords is how many words a sentence has, at the least.
const fewestWords = 4

// looksAnswered reports whether every cell of a header row looks like those below it,
// and one of them like an answer in words.
func looksAnswered(header []string, below [][]string) bool {
	sentences, others, told := 0, 0, false
	for c, text := range header {
		if text = value.Trim(text); text == "" {
			continue
		}
		p, same := kind.NewProfile(), false
		for _, row := range below {
			if c < len(row) {
				p.Add(value.Trim(row[c]))
				same = same || strings.EqualFold(text, value.Trim(row[c]))
			}
		}
		switch {
		case p.Answered < 2:
			return false
		case p.MostlyNumbers():
			if !value.IsNumber(text) {
				return false
			}
			others++
		case p.MostlyDates():
			if !value.IsDate(text) {
				return false
			}
			others++
		case same:
			others++
		case p.MeanWords() < fewestWords || !isStatement(text):
			return false
		default:
			sentences++
			told = told || isTold(text)
		}
	}
	return sentences > 0 && (others > 0 || told)
}

// isStatement reports whether a text is a sentence that asks nobody for anything.
func isStatement(text string) bool {
	said, known := strings.Fields(strings.ToLower(text)), words()
	if len(said) < fewestWords || mostlyQuestions([]string{text}) || strings.Contains(text, "?") || wantsWords(text) {
		return false
	}
	return !known.asking[said[0]] && !hasWord(said, known.you)
}

// isTold reports whether a statement is somebody's.
func isTold(text string) bool {
	return strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") ||
		hasWord(strings.Fields(strings.ToLower(text)), words().we)
}

// hasWord reports whether one of the words is there, whatever sign follows it.
func hasWord(said []string, any wordSet) bool {
	return slices.ContainsFunc(said, func(w string) bool { return any[strings.Trim(w, ",.;:!()")] })
}

// headless gives a file without a header one: column 1, column 2, as many as
// most rows have cells.
func headless(lines [][]string) []string {
	counts := make(map[int]int)
	for _, row := range lines {
		counts[len(row)]++
	}
	names := make([]string, rows.Commonest(counts))
	for i := range names {
		names[i] = fmt.Sprintf("column %d", i+1)
	}
	return names
}
