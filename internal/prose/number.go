package prose

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"verbatim/internal/tally"
)

// Numbers are written as people read them, not as they are kept: shares in whole per cent, since no survey of this kind
// bears more; a small share that is not zero as "<1 %", so that nothing said by somebody reads as said by nobody; and a
// withheld count as a dash, never as a number. A space stands between number and sign, as the SI has it.

// Count writes a number with its noun: "1 row", "2 rows", "3 addresses".
func Count[N ~int](n N, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(int(n)) + " " + Plural(noun)
}

// Plural is the name of several of a kind.
func Plural(noun string) string {
	if strings.HasSuffix(noun, "s") {
		return noun + "es"
	}
	return noun + "s"
}

// Were writes "1 term was", "2 terms were".
func Were(n int, noun string) string { return Count(n, noun) + " " + Agree(n, "was", "were") }

// People writes a number of people.
func People(n int) string {
	if n == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", n)
}

// Agree is the word for one thing, or that for none or several.
func Agree(n int, one, several string) string {
	if n == 1 {
		return one
	}
	return several
}

// Percent writes a share in [0,1] as whole per cent; one that is not zero never shows as 0 %.
func Percent(share float64) string {
	if share > 0 && share < 0.005 {
		return "<1 %"
	}
	return fmt.Sprintf("%d %%", int(math.Floor(100*share+0.5)))
}

// Points writes a difference of shares in percentage points, without its direction: "+20", "<1".
func Points(difference float64) string {
	p := strings.TrimSuffix(Percent(math.Abs(difference)), " %")
	if strings.HasPrefix(p, "<") {
		return p
	}
	return "+" + p
}

// Probability writes a p value: 0.043, <0.001.
func Probability(p float64) string {
	if p < 0.001 {
		return "<0.001"
	}
	return fmt.Sprintf("%.3f", p)
}

// Figure is a count, or a dash where it is withheld.
func Figure(n tally.Figure) string {
	if n.IsWithheld() {
		return "–"
	}
	return strconv.Itoa(int(n))
}

// Grouped is Figure for a page: the digits of large numbers stand in groups of three, with narrow spaces that do not
// break.
func Grouped[N ~int](n N) string {
	digits := Figure(tally.Figure(n))
	for i := len(digits) - 3; i > 0 && len(digits) > 4; i -= 3 {
		digits = digits[:i] + "\u202f" + digits[i:]
	}
	return digits
}
