package workbook

import (
	"strings"
	"testing"
)

// Numbers, dates and durations are shown as their format says.
func TestShow(t *testing.T) {
	const noon = 45322.5 // 31 January 2024, 12:00
	for _, c := range []struct {
		format string
		v      float64
		want   string
	}{
		{"General", 12, "12"}, {"General", 0.1 + 0.2, "0.3"}, {"General", -1.0 / 3, "-0.333333333333333"}, {"General", 1.5e20, "1.5E+020"}, {"General", 2.5e-9, "0.0000000025"}, {"General", 1e-14, "1E-14"},
		{"0", 0.5, "1"}, {"0", -0.25, "0"}, {"0.00", 0.285, "0.29"}, {"0.00", 999.995, "1000.00"}, {"#,##0", 1234567.5, "1,234,568"}, {"#,##0.0", 12, "12.0"}, {"0,000", 7, "0,007"},
		{"0%", 0.285, "29%"}, {"0.0%", 0.404255, "40.4%"}, {"#,##0,", 1234567, "1,235"}, {"0.0,,", 1234567, "1.2"},
		{"#.##", 0.5, ".5"}, {"#.##", 3, "3"}, {"#.##", 0, ""}, {"0.0?", 1.5, "1.5 "}, {"??0", 5, "  5"}, {".00", 12.3, "12.30"},
		{"0.00E+00", 9999, "1.00E+04"}, {"0.0E-0", 0.00123, "1.2E-3"}, {"##0.0E+0", 12345, "12.3E+3"}, {"0.00E+00", 0, "0.00E+00"},
		{"# ?/?", 2.5, "2 1/2"}, {"# ?/?", 3, "3"}, {"?/?", 1.5, "3/2"}, {"# ?/8", 0.3, "2/8"}, {"# ?/?", 0.999, "1"},
		{"000-00-0000", 123456789, "123-45-6789"}, {`0 "people"`, 47, "47 people"}, {`\N\o\.0`, 3, "No.3"}, {`_(0_)`, 3, " 3 "}, {`*-0`, 3, "3"}, {"[$€-407] 0.00", 1.5, "€ 1.50"}, {"[Red]0", 1, "1"},
		{"0;(0)", -3, "(3)"}, {`0;-0;"none"`, 0, "none"}, {`"yes";"no"`, -1, "no"}, {`[>100]"many";[<0]"minus";0`, -1, "minus"}, {`[>100]"many";[<0]"minus";0`, 101, "many"}, {"0;;", -3, ""}, {";;;", 3, ""},
		{"yyyy-mm-dd hh:mm", noon, "2024-01-31 12:00"}, {"d.m.yy", noon, "31.1.24"}, {"dddd, mmmm d", noon, "Wednesday, January 31"}, {"mmm ddd mmmmm", noon, "Jan Wed J"}, {`yyyy"年"m"月"`, noon, "2024年1月"},
		{"h:mm AM/PM", noon, "12:00 PM"}, {"h A/P", noon - 0.5, "12 A"}, {"h:mm:ss", 45322.3958333333, "9:30:00"}, {"hh:mm", 0.999999, "23:59"}, {"mm:ss.0", 0.5003, "00:25.9"}, {"m/d h:mm", noon, "1/31 12:00"},
		{"[h]:mm", 1.5, "36:00"}, {"[mm]:ss", 0.0625, "90:00"}, {"[s]", 0.001, "86"}, {"[h]:mm", -1.5, "-36:00"}, {"yyyy", 1e9, "1000000000"}, {"yyyy-mm-dd", -1, "1899-12-29"},
		{"[$-407]d. mmmm", noon, "31. Januar"}, {"[$-de-AT]dddd", noon, "Mittwoch"}, {"[$-415]mmmm", noon, "styczeń"}, {"[$-415]d mmmm", noon, "31 stycznia"}, {"[$-7]mmmmm", noon, "J"}, {"[$-FFFF]mmmm", noon, "January"}, {"[$-1010411]d mmmm", noon, "31 一月"},
		{"", 5, ""}, {`"`, 5, ""}, {"[", 5, ""}, {`\`, 5, ""}, {"_", 5, " "}, {"*", 5, ""}, {"@", 5, "5"}, {"/", 5, "/"},
	} {
		f := parseFormat(c.format)
		if got := string(f.show(nil, c.v, epoch1900)); got != c.want {
			t.Errorf("%g in %s: got %q, want %q", c.v, c.format, got, c.want)
		}
	}
}

func TestRounds(t *testing.T) {
	for _, c := range []struct {
		format string
		v      float64
		want   bool
	}{
		{"0", 0.3, true}, {"0", 3, false}, {"0", -2.5, true}, {"0.00", 0.285, true}, {"0.00", 0.28, false}, {"0.00", 0.1 + 0.2, false}, {"#.##", 0.5, false}, {"General", 1.0 / 3, false}, {"@", 0.5, false},
		{"0%", 0.3, false}, {"0%", 0.285, true}, {"0.0%", 0.285, false}, {"#,##0", 1234567, false}, {"#,##0,", 1234567, true}, {"#,##0,", 12000, false}, {"$#,##0.00", 1000.505, true},
		{"0.00E+00", 9990, false}, {"0.00E+00", 9999, true}, {"# ?/?", 0.3333, false}, {"yyyy-mm-dd", 45322.5, false}, {"0", 0, false},
	} {
		if f := parseFormat(c.format); f.rounds(c.v) != c.want {
			t.Errorf("%g in %s: %v", c.v, c.format, !c.want)
		}
	}
}

// Each language has all names, and each format by name a code that can be read.
func TestTables(t *testing.T) {
	lengths := map[string]int{"months": 12, "dated": 12, "short-months": 12, "days": 7, "short-days": 7}
	languages := map[string]int{}
	for line := range strings.Lines(calendarText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		key, list, _ := strings.Cut(line, ":")
		fields := strings.Fields(key)
		if len(fields) != 3 || len(strings.Fields(list)) != lengths[fields[2]] {
			t.Errorf("%q has %d names", key, len(strings.Fields(list)))
		}
		if fields[2] != "dated" {
			languages[fields[0]]++
		}
	}
	for language, n := range languages {
		if n != 4 {
			t.Errorf("%s has %d lists of 4", language, n)
		}
	}
	for name, code := range builtIn() {
		if name != "#" && len(parseFormat(code).sections) == 0 {
			t.Errorf("%s: %q", name, code)
		}
	}
}
