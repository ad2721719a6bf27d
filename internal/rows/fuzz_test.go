package rows

import (
	"encoding/csv"
	"errors"
	"strings"
	"testing"
)

// records reads all records of a text, given out in pieces that grow by step
// bytes, so that every record is cut somewhere.
func records(s syntax, text string, step int) (out []Record, lines int) {
	line := 1
	for end := 0; ; {
		final := end == len(text)
		rec, size, n := s.next(text[:end], final)
		switch {
		case size > 0:
			rec.Line = line
			line += n
			out = append(out, rec)
			text, end = text[size:], end-size
		case final:
			return out, line
		default:
			end = min(end+step, len(text))
		}
	}
}

func FuzzSyntax(f *testing.F) {
	for _, seed := range []string{"a,b\n1,2\n", "a,\"b\n\"\"c\"\"\",d\r\n\r\n", "\"a\"b,c\n\"open,\n1,\"x\"\n", "a\rb\r\nc\nd\"e\r", "\"\"\"", "\"", ",\"\n\",\"x", "a;\"b;c\"\r\r\n"} {
		f.Add(seed, byte(','), false)
		f.Add(seed, byte(';'), true)
	}
	f.Fuzz(func(t *testing.T, text string, delimiter byte, crEnds bool) {
		if delimiter == '"' || delimiter == '\n' || delimiter == '\r' || len(text) > 1<<12 {
			return
		}
		s := syntax{delimiter: delimiter, crEnds: crEnds}
		whole, lines := records(s, text, len(text))
		pieces, piecesLines := records(s, text, 1)
		if len(whole) != len(pieces) || lines != piecesLines {
			t.Fatalf("%d records in one piece, %d in many", len(whole), len(pieces))
		}
		if want := 1 + s.lineEnds(text); lines != want {
			t.Errorf("%d lines, want %d", lines, want)
		}
		for i, rec := range whole {
			if rec != pieces[i] {
				t.Errorf("record %d is %+v in one piece, %+v in many", i, rec, pieces[i])
			}
			checkCells(t, s, rec)
		}
	})
}

// checkCells checks that a record's cells hold all its letters.
func checkCells(t *testing.T, s syntax, rec Record) {
	t.Helper()
	letters := func(s string) int {
		return len(s) - strings.Count(s, `"`)
	}
	got := 0
	cells := s.split(nil, rec.Text)
	for _, c := range cells {
		got += letters(c.Text())
	}
	if want := letters(rec.Text) - (len(cells) - 1); got != want {
		t.Errorf("cells %v hold %d letters of %q, want %d", cells, got, rec.Text, want)
	}
}

func FuzzRoundTrip(f *testing.F) {
	f.Add("plain", "with \"quotes\"", "two\nlines", byte(','))
	f.Add("", ",;\t|", "\r\r\n\"", byte(';'))
	f.Fuzz(func(t *testing.T, a, b, c string, delimiter byte) {
		if delimiter == '"' || delimiter == '\n' || delimiter == '\r' {
			return
		}
		want := []string{a, b, c}
		checkWritten(t, want, rune(delimiter))
		var text strings.Builder
		for i, cell := range want {
			if i > 0 {
				text.WriteByte(delimiter)
			}
			text.WriteString(`"` + strings.ReplaceAll(cell, `"`, `""`) + `"`)
		}
		for _, crEnds := range []bool{false, true} {
			s := syntax{delimiter: delimiter, crEnds: crEnds}
			recs, _ := records(s, text.String()+"\r\n"+text.String(), 3)
			if len(recs) != 2 {
				t.Fatalf("%d records, want 2", len(recs))
			}
			for _, rec := range recs {
				for i, cell := range s.split(nil, rec.Text) {
					if i > 2 || cell.Text() != want[i] {
						t.Fatalf("cell %d is %q of %q", i, cell.Text(), want)
					}
				}
			}
		}
	})
}

// checkWritten checks that what encoding/csv writes, as the program does, is read
// back. It leaves out a record of one blank cell: that is an empty line.
func checkWritten(t *testing.T, want []string, delimiter rune) {
	t.Helper()
	if delimiter == 0 || delimiter > 0x7e {
		return // encoding/csv takes characters, this reader bytes
	}
	var text strings.Builder
	w := csv.NewWriter(&text)
	w.Comma = delimiter
	if err := errors.Join(w.Write(want), w.Write(want)); err != nil {
		t.Fatal(err)
	}
	w.Flush()
	s := syntax{delimiter: byte(delimiter)}
	recs, _ := records(s, text.String(), 5)
	if len(recs) != 2 {
		t.Fatalf("%d records of %q, want 2", len(recs), text.String())
	}
	for _, rec := range recs {
		cells := s.split(nil, rec.Text)
		for i := range want {
			if len(cells) != len(want) || cells[i].Text() != want[i] {
				t.Fatalf("%q is read as %v", text.String(), cells)
			}
		}
	}
}
