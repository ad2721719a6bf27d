package jsonrows

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"testing"
)

// The same data as CSV, as lines and as an array: reading JSON should take at most about four times as long.
func data(rows int) (table, lined, array string) {
	var c, j, a strings.Builder
	c.WriteString("id,when,sector,rating,why,comment\n")
	a.WriteByte('[')
	for i := range rows {
		why := fmt.Sprintf("because the team was open number %d, and listened to what we had to say", i%977)
		fmt.Fprintf(&c, "%d,2024-01-%02d,public,%d,\"%s\",nothing to add\n", i, i%28+1, i%5, why)
		row := fmt.Sprintf(`{"id":%d,"when":"2024-01-%02d","sector":"public","rating":%d,"why":"%s","comment":"nothing to add"}`, i, i%28+1, i%5, why)
		j.WriteString(row + "\n")
		if i > 0 {
			a.WriteByte(',')
		}
		a.WriteString(row)
	}
	a.WriteByte(']')
	return c.String(), j.String(), a.String()
}

func BenchmarkCSV(b *testing.B) {
	table, _, _ := data(100_000)
	for b.Loop() {
		r := csv.NewReader(strings.NewReader(table))
		r.ReuseRecord = true
		for {
			if _, err := r.Read(); err == io.EOF {
				break
			}
		}
	}
}

func benchmarkJSON(b *testing.B, text string) {
	b.ReportAllocs()
	for b.Loop() {
		t, err := Open(strings.NewReader(text), "a")
		if err != nil {
			b.Fatal(err)
		}
		for _, err := range t.Rows() {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkLines(b *testing.B) { _, text, _ := data(100_000); benchmarkJSON(b, text) }
func BenchmarkArray(b *testing.B) { _, _, text := data(100_000); benchmarkJSON(b, text) }
