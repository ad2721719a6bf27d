package rows

import (
	"io"
	"strings"
	"testing"
)

// sampleOf is the sample of a file with this text.
func sampleOf(t *testing.T, text string) Sample {
	t.Helper()
	in := Input{Name: "a.csv", Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }}
	s, err := Detect(in, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Totals and remarks stand out from the respondents; respondents use the same words.
func TestFooter(t *testing.T) {
	const (
		ids    = "id,Why?,age\nR1,more light,20\nR2,benches,31\nR3,too loud,42\nR4,good,25\n"
		places = "place,stars,Why?\nNorth,3,too far\nSouth,5,good people\nNorth,4,\nWest,4,more light\nSouth,4,benches\n"
		marks  = "points,Why?\n200,slow\n100,slow\n150,fine\n250,calm\n306.5,good\n"
		dates  = "When?,Why?\n2024-01-03,slow\n2024-02-05,fine\n2024-02-09,good\n"
		ages   = "age,Why?\n20,slow\n31,fine\n25,good\n26,calm\n25,fair\n"
		texts  = "Why?,age\nmore light,20\nbenches,31\ntoo loud,42\ngood,25\n"
	)
	for _, test := range []struct {
		above, rows string
		footer      bool
	}{
		{ids, "Total,4,118", true},
		{ids, "Total respondents: 4,,", true},
		{ids, "Total: 4,,", true},
		{ids, "Average,,29.5", true},
		{ids, "N=4,,", true},
		{ids, "N = 4,,\nMean,,29.5", true},
		{ids, "Grand total,,118", true},
		{ids, "Sum,,118", true},
		{ids, "Gesamt,4,118", true},
		{ids, "Summe: 118,,", true},
		{ids, "Всего ответов: 4,,", true},
		{ids, "合計：4,,", true},
		{ids, "Total,,29.5\n,,\nExported by me,,", true},
		{ids, "Exported by me on 3 May,,", true},
		{ids, "All,4,118", true},
		{ids, "Total 4,,", true},
		{ids, "4 responses,,", true},
		{ids, "--- Total: 4 ---,,", true},
		{ids, "*** End of report ***,,", true},
		{ids, "Made with love in a library,,", true},
		{ids, "Minimum,,20\nMaximum,,42", true},
		{ids, ",Average,29.5", true},
		{ids, ",,118", true},
		{ids, ",,29.5", true},
		{ids, ",,118\n,,29.5", true},
		{ids, ",,117", false},
		{texts, "Total,118", true},
		{texts, "All,118", true},
		{texts, "Total,44", false},
		{ids, ",,30", false},
		{ids, "Total,,", true},
		{ids, "Average,,\n,Mean,29.5", true},
		{ids, "R5,,", false},
		{ages, "Total,", true},
		{ages, "All,", false},
		{places, "Total,,", true},
		{places, "All,,", false},
		{texts, "Total,", false},
		{ids, "R5,,118", false},
		{ids, ",no idea,118", false},
		{marks, "\"1,006.5\",", true},
		{marks, "201.30,", false},
		{ages, "25.40,", true},
		{ages, "\"25,4\",", true},
		{marks, "1000,", false},
		{"age,Why?\n2,slow\n1,fine\n", "3,", false},
		{"age,Why?\n2,slow\n1,fine\n4,calm\n5,good\n", "12,", false},
		{"age,kids,Why?\n20,1,slow\n30,2,fine\n25,1,calm\n", "75,4,", true},
		{ids, "Vidurkis,,29.5", true},
		{ids, "Vidurkis,no,29.5", false},
		{"id,Why?,age\n1001,more light,20\n1002,benches,31\n1003,too loud,42\n1004,good,43\n", "Vidurkis,,34", true},
		{"code,Why?,age\nR1,more light,20\nR2,benches,31\nnone,too loud,42\nR3,good,42\n", "none,,31", false},
		{dates, "last summer some time,", false},
		{ages, "about 40,", false},
		{ids, "R5,Total,12", false},
		{places, "All,5,9 things", false},
		{places, "Media,3,2 new printers", false},
		{places, "All,5,", false},
		{places, "Average,4,", true},
		{places, "Note: I had no time,,", false},
		{places, ",,\nExported by me,,", true},
		{texts, "Generated too much waste,", false},
		{texts, "\"Note: I had no time\",", false},
		{texts, "Generated 2024-03-05,", true},
		{texts, "Total: 4,", true},
		{texts, "Total of 4 visits,", false},
		{"Why?\nlight\nbenches\ngood\n", "Total: 3", false},
		{"Why?\nlight\nbenches\ngood\n", "\nExported by me", true},
		{"Why?\n\nlight\n\nbenches\n\ngood\n", "\nNote: me too", false},
	} {
		s := sampleOf(t, test.above+test.rows+"\n")
		line, told := s.Footer(1, s.Table.Width)
		if (line > 0) != test.footer || len(told) > 0 != test.footer {
			t.Errorf("%q below %.10q…: line %d, want a footer: %v", test.rows, test.above, line, test.footer)
		}
	}
}

// A cell of many words is an answer: its words are not counted off, which would take the square of their number.
func TestLabels(t *testing.T) {
	length := 0
	for label := range labels(strings.Repeat("a ", 500_000)) {
		length += len(label)
	}
	if length > 1_000_000 {
		t.Errorf("%d bytes are looked at", length)
	}
	if s := sayingOf("Total respondents in all: 12"); !s.total || !s.number {
		t.Errorf("%+v", s)
	}
}

// Only the last rows are taken apart.
func TestFooterLooksAtTheEnd(t *testing.T) {
	s := sampleOf(t, "id,Why?\n"+strings.Repeat("1,more light\n", 20_000))
	if n := testing.AllocsPerRun(3, func() { s.Footer(1, 2) }); n > 200 {
		t.Errorf("%v allocations", n)
	}
}

// Of a large file the end is not looked at, which the evidence says.
func TestFooterOfLargeFile(t *testing.T) {
	const said = "only the first 8 MiB were looked at"
	for rows, want := range map[int]bool{10: false, headSize/len("1,more light\n") + 1: true} {
		s := sampleOf(t, "id,Why?\n"+strings.Repeat("1,more light\n", rows)+"Total,\n")
		if got := strings.Contains(strings.Join(s.Table.Evidence, "\n"), said); got != want {
			t.Errorf("%d rows: %q", rows, s.Table.Evidence)
		}
	}
}
