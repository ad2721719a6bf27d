package prose

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"verbatim/internal/tally"
)

// Numbers are written as people read them. Shares are whole per cents, since surveys of this kind
// support no more digits. A small share that is not zero is "<1%", so that something said by
// somebody never reads as said by nobody. A withheld count is a dash, never a number.

// say is fmt.Sprintf for the sentences of a terminal, but the digits of whole numbers stand in groups
// (Grouped). What numbers no things, as a line, is passed as text.
func say(format string, args ...any) string {
	for i, a := range args {
		switch n := a.(type) {
		case int:
			args[i] = numeral{n, Grouped(n)}
		case tally.Figure:
			args[i] = numeral{int(n), Grouped(n)}
		}
	}
	return fmt.Sprintf(format, args...)
}

// Count writes a number with its noun: "1 row", "2 rows", "3 addresses".
func Count[N ~int](n N, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return Grouped(n) + " " + Plural(noun)
}

// Plural is the regular plural of a noun. Nouns with another plural have a function of their own
// (People) or give both forms (Agree).
func Plural(noun string) string {
	if strings.HasSuffix(noun, "s") {
		return noun + "es"
	}
	return noun + "s"
}

// People writes a number of people in English: "1 person", "2 people".
func People(n int) string { return Voice{}.People(n) }

// People writes a number of people.
func (v Voice) People(n int) string { return v.Say("%d people", n) }

// Counted is a count in its unit: "12 people", "13 mentions".
func (v Voice) Counted(n int, by tally.Count) string {
	return v.Say(either(by == tally.Mentions, "%d mentions", "%d people"), n)
}

// tenths is a count that may be weighted, with one decimal where that is not zero.
func (v Voice) tenths(n float64) string {
	n = math.Round(10*n) / 10
	if whole := math.Trunc(n); whole != n {
		return v.Say("%.1f", n)
	}
	return v.Number(int(n))
}

// Agree chooses the form of a word that agrees with a number: one for 1, several for 0 and for 2 or
// more.
func Agree[N ~int](n N, one, several string) string {
	if n == 1 {
		return one
	}
	return several
}

// Percent writes a share in English.
func Percent(share float64) string { return Voice{}.Percent(share) }

// Percent writes a share in [0,1] as whole per cent; one that is not zero never shows as 0%.
func (v Voice) Percent(share float64) string {
	number := strconv.Itoa(int(math.Floor(100*share + 0.5)))
	if share > 0 && share < 0.005 {
		number = "<1"
	}
	return strings.Replace(v.sign("percent"), "…", number, 1)
}

// Points writes a difference of shares in percentage points, without its direction: "+20", "<1".
func Points(difference float64) string {
	p := strings.TrimSuffix(Percent(math.Abs(difference)), "%")
	if strings.HasPrefix(p, "<") {
		return p
	}
	return "+" + p
}

// Probability writes a p value with three decimals, as is usual in reports of tests: 0.043, <0.001.
func (v Voice) Probability(p float64) string {
	if p < 0.001 {
		return "<" + v.Say("%.3f", 0.001)
	}
	return v.Say("%.3f", p)
}

// Figure is a count, or a dash if it is withheld.
func Figure(n tally.Figure) string {
	if n.IsWithheld() {
		return "–"
	}
	return strconv.Itoa(int(n))
}

// Grouped is Figure for English sentences: the digits of large numbers stand in groups of three.
func Grouped[N ~int](n N) string { return Voice{}.Number(int(n)) }

// Number is a number, or a dash if it is withheld, with its digits in groups of three.
func (v Voice) Number(n int) string {
	digits := Figure(tally.Figure(n))
	if len(digits) < v.tongue().grouped {
		return digits
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + v.sign("thousands") + digits[i:]
	}
	return digits
}
