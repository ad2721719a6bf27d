package spss

import (
	"encoding/binary"
	"math"
	"strings"
	"testing"
)

// at is a moment as a file holds it.
func at(days, seconds float64) float64 { return days*day + seconds }

// 2024-02-29 is so many days after 14 October 1582.
const leapDay = 161_210

func TestFormats(t *testing.T) {
	cases := []struct {
		format format
		x      float64
		want   string
	}{
		{format{5, 8, 2}, 5, "5"},
		{format{5, 8, 2}, 2.345678, "2.345678"},
		{format{5, 8, 0}, 3.7, "3.7"},
		{format{5, 8, 2}, 0.1 + 0.2, "0.3"},
		{format{5, 8, 2}, math.Copysign(0, -1), "0"},
		{format{5, 8, 2}, -12345678.5, "-12345678.5"},
		{format{5, 8, 2}, 1e20, "100000000000000000000"},
		{format{5, 8, 2}, 1e-9, "1e-09"},
		{format{5, 8, 2}, math.Inf(1), "+Inf"},
		{format{17, 8, 2}, 1234, "1234"},
		{format{0, 0, 0}, 1.5, "1.5"},
		{format{250, 255, 255}, 1.5, "1.5"},
		{format{formatComma, 10, 2}, 1234567.891, "1,234,567.89"},
		{format{formatComma, 10, 0}, 999, "999"},
		{format{formatComma, 10, 0}, -0.4, "0"},
		{format{formatComma, 10, 200}, 1.5, "1.5000000000000000"},
		{format{formatComma, 10, 2}, 1e300, "1e+300"},
		{format{formatDollar, 10, 2}, -1234.5, "-$1,234.50"},
		{format{formatPct, 6, 1}, 12.25, "12.2%"},
		{format{formatDot, 10, 2}, 1234567.891, "1.234.567,89"},
		{format{formatN, 5, 0}, 1067, "01067"},
		{format{formatN, 5, 0}, -3, "-3"},
		{format{formatN, 255, 0}, 3, strings.Repeat("0", 39) + "3"},
		{format{formatDate, 11, 0}, at(leapDay, 0), "2024-02-29"},
		{format{formatDate, 11, 0}, at(leapDay, 86_399.9), "2024-02-29"},
		{format{formatDate, 11, 0}, at(1, 0), "1582-10-15"},
		{format{formatDate, 11, 0}, 5, "5"},
		{format{formatDate, 11, 0}, -1e9, "-1000000000"},
		{format{formatDate, 11, 0}, 1e14, "100000000000000"},
		{format{formatADate, 10, 0}, at(leapDay, 0), "2024-02-29"},
		{format{formatEDate, 10, 0}, at(leapDay, 0), "2024-02-29"},
		{format{formatSDate, 10, 0}, at(leapDay, 0), "2024-02-29"},
		{format{formatJDate, 7, 0}, at(leapDay, 0), "2024-02-29"},
		{format{formatDateTime, 20, 0}, at(leapDay, 3661), "2024-02-29 01:01:01"},
		{format{formatDateTime, 23, 2}, at(leapDay, 3661.25), "2024-02-29 01:01:01.25"},
		{format{formatDateTime, 23, 2}, at(leapDay, 3661.999), "2024-02-29 01:01:02"},
		{format{formatYmdhms, 19, 0}, at(leapDay, 59), "2024-02-29 00:00:59"},
		{format{formatTime, 8, 0}, 3661, "01:01:01"},
		{format{formatTime, 11, 2}, 3661.5, "01:01:01.5"},
		{format{formatTime, 8, 0}, -90, "-00:01:30"},
		{format{formatTime, 8, 0}, 450_000, "125:00:00"},
		{format{formatTime, 8, 0}, 1e18, "1000000000000000000"},
		{format{formatMTime, 8, 0}, 3661, "61:01"},
		{format{formatDTime, 12, 0}, 2*day + 3661, "2 01:01:01"},
		{format{formatMoYr, 8, 0}, at(leapDay, 0), "2024-02"},
		{format{formatQYr, 8, 0}, at(leapDay, 0), "2024-Q1"},
		{format{formatWkYr, 10, 0}, at(leapDay, 0), "9 WK 2024"},
		{format{formatWeekday, 9, 0}, 1, "SUNDAY"},
		{format{formatWeekday, 3, 0}, 7, "SAT"},
		{format{formatWeekday, 9, 0}, 8, "8"},
		{format{formatMonth, 9, 0}, 12, "DECEMBER"},
		{format{formatMonth, 3, 0}, 0, "0"},
	}
	for _, c := range cases {
		if got := c.format.show(c.x); got != c.want {
			t.Errorf("format %v of %v: %q, want %q", c.format, c.x, got, c.want)
		}
	}
}

func TestMissing(t *testing.T) {
	cases := []struct {
		name   string
		n      int
		values []float64
		listed string
		cells  string // of -9, 0, 5, 9, 99
	}{
		{"none", 0, nil, "", "-9|0|5|9|99"},
		{"one", 1, []float64{9}, "9", "-9|0|5|9(user)|99"},
		{"three", 3, []float64{-9, 9, 99}, "-9, 9, 99", "-9(user)|0|5|9(user)|99(user)"},
		{"a range", -2, []float64{5, 9}, "5 to 9", "-9|0|5(user)|9(user)|99"},
		{"a range and one", -3, []float64{5, 9, -9}, "5 to 9, -9", "-9(user)|0|5(user)|9(user)|99"},
		{"without lower end", -2, []float64{lowest, 0}, "0 and less", "-9(user)|0(user)|5|9|99"},
		{"without lower end, as some write it", -2, []float64{sysmis, 0}, "0 and less", "-9(user)|0(user)|5|9|99"},
		{"without upper end", -2, []float64{9, math.MaxFloat64}, "9 and more", "-9|0|5|9(user)|99(user)"},
		{"an empty range", -2, []float64{9, 5}, "", "-9|0|5|9|99"},
		{"no number", 1, []float64{math.NaN()}, "NaN", "-9|0|5|9|99"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := &saved{order: binary.LittleEndian, cases: 6}
			s.variable("A", 0, 5, "", c.n, s.floats(c.values...))
			s.data = s.floats(-9, 0, 5, 9, 99, sysmis)
			f := open(t, s.bytes())
			got := strings.ReplaceAll(strings.TrimSpace(rows(f)), "\n", "|")
			if listed := strings.Join(f.Variables[0].Missing, ", "); got != c.cells+"|(sys)" || listed != c.listed {
				t.Errorf("%s, listed as %q", got, listed)
			}
		})
	}
}

// Missing values of long strings: their first eight bytes count, and the rest is blank. Old versions of PSPP wrote the
// length before each.
func TestMissingTexts(t *testing.T) {
	for name, again := range map[string]bool{"length once": false, "length each time": true} {
		s := &saved{order: binary.LittleEndian, cases: 4}
		s.text("A", 12)
		p := append(s.sized("A"), 2)
		p = append(p, s.sized("refused ")...)
		if again {
			p = append(p, s.sized("unasked ")...)
		} else {
			p = append(p, "unasked "...)
		}
		s.extension(22, p)
		for _, text := range []string{"refused", "unasked", "unasked, so", "tea"} {
			s.data = append(s.data, padded(text, 16)...)
		}
		if got := rows(open(t, s.bytes())); got != "refused(user)\nunasked(user)\nunasked, so\ntea\n" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// A variable may have several lists of labels, and lists several variables; the first label of a value counts.
func TestLabels(t *testing.T) {
	s := &saved{order: binary.BigEndian, cases: 1}
	s.number("A")
	s.number("B")
	s.text("C", 3)
	s.labels([]int{1, 2}, s.floats(1), []byte("one"), s.floats(2), []byte("two"))
	s.labels([]int{1}, s.floats(3), []byte("three"), s.floats(1), []byte("uno"), s.floats(4), []byte(" "), s.floats(math.NaN()), []byte("none"))
	s.labels([]int{4}, s.floats(1), []byte("of nobody"))
	s.labels([]int{3}, padded("yes", 8), []byte(strings.Repeat("long ", 50)))
	s.data = append(s.floats(4, 3), padded("yes", 8)...)
	got := described(open(t, s.bytes()))
	want := "1 cases in windows-1252, weighted by \"\"\nA \"\" kind 1 measure 0 1=one 2=two 3=three\nB \"\" kind 1 measure 0 1=one 2=two\nC \"\" kind 0 measure 0 yes=" + strings.TrimSpace(strings.Repeat("long ", 50)) +
		"\nunread_record a.sav: labels of values belong to no variable, and are left out\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// The number of cases may stand in an extension, and another number for "no value".
func TestMachine(t *testing.T) {
	s := &saved{order: binary.LittleEndian, cases: -1}
	s.number("A")
	s.ints(7, 4, 8, 3)
	s.dictionary = append(s.dictionary, s.floats(-1e30, 1e30, -1e30)...)
	s.ints(7, 16, 8, 2, 1, 0, 2, 0)
	s.data = s.floats(7, -1e30, 8)
	f := open(t, s.bytes())
	if got := rows(f); f.Cases != 2 || got != "7\n(sys)\n" {
		t.Errorf("%d cases: %s", f.Cases, got)
	}
}
