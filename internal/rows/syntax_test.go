package rows

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"verbatim/internal/notice"
)

// detected reads a small file and gives the texts of its cells.
func detected(t *testing.T, name, text string) (out [][]string, err error) {
	t.Helper()
	in := Input{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }}
	sample, err := Detect(in, Options{})
	if err != nil {
		return nil, err
	}
	for rec := range sample.Records() {
		var row []string
		for i, cells := 1, sample.Table.Cells(nil, rec, 0); i <= len(cells); i++ {
			row = append(row, At(cells, i))
		}
		out = append(out, row)
	}
	return out, nil
}

// Files say in their own ways where a cell ends.
func TestWaysOfWriting(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"spaces.csv", "id, \"Why, then?\", \"Where\"\n1, \"this, and that\", \"here\"\n2, \"no, not\", \"there\"\n", `[["id" "Why, then?" "Where"] ["1" "this, and that" "here"] ["2" "no, not" "there"]]`},
		{"backslash.csv", "id,Why?\n1,\"a \\\"good\\\", old one\"\n2,\"so\"\n", `[["id" "Why?"] ["1" "a \"good\", old one"] ["2" "so"]]`},
		{"folder.csv", "id,path\n1,\"C:\\a\\\"\n2,\"C:\\b\\\"\n", `[["id" "path"] ["1" "C:\\a\\"] ["2" "C:\\b\\"]]`},
		{"folders.csv", "path,say\n\"C:\\dir\\\",\"b\"\n\"C:\\new\\\",\"c\"\n\"D:\\\",\"a \\\"x\"\n", `[["path" "say"] ["C:\\dir\\" "b"] ["C:\\new\\" "c"] ["D:\\" "a \\x\""]]`},
		{"folder-once.csv", "path,say\n\"C:\\dir\\\",\"b\"\n\"D:\",\"a \\\"x\"\n", `[["path" "say"] ["C:\\dir\\" "b"] ["D:" "a \\x\""]]`},
		{"inch.csv", "id,size\n1,\"a 5\\\" disk, used\"\n2,\"a \\\"big\\\" one\"\n", `[["id" "size"] ["1" "a 5\" disk, used"] ["2" "a \"big\" one"]]`},
		{"list.txt", "light, and also trees\nmore benches\nfewer cars, more buses, please\n", `[["light, and also trees"] ["more benches"] ["fewer cars, more buses, please"]]`},
		{"list.md", "# What is missing?\n\n- light\n- benches, and trees\n* cars\n", `[["What is missing?"] [""] ["light"] ["benches, and trees"] ["cars"]]`},
		{"wrapped.csv", "\"id,Where,\"\"Why, then?\"\"\"\n\"1,here,\"\"more light, and\ntrees\"\"\"\n\"2,there,no\"\n", `[["id" "Where" "Why, then?"] ["1" "here" "more light, and\ntrees"] ["2" "there" "no"]]`},
		{"quoted.csv", "\"Why, or not?\"\n\"so, and so\"\n\"I said \"\"no\"\", then\"\n", `[["Why, or not?"] ["so, and so"] ["I said \"no\", then"]]`},
		{"table.txt", "id,Why?\n1,light\n2,trees\n", `[["id" "Why?"] ["1" "light"] ["2" "trees"]]`},
	} {
		got, err := detected(t, test.name, test.text)
		if s := fmt.Sprintf("%q", got); err != nil || s != test.want {
			t.Errorf("%s: %s, %v, want %s", test.name, s, err, test.want)
		}
	}
}

// A sign that stands equally often in every line may be the delimiter.
func TestUnknownDelimiter(t *testing.T) {
	for text, want := range map[string]bool{
		"id^Where^Why?\n1^here^so it is\n2^there^more light\n": true,
		"id^Why?\n1^so it is\n2^more^light\n":                  false,
		"Why?\nso it is\nmore light\n":                         false,
		"#one\n#two\n#three\n":                                 false,
		"id^Why?\n1^so it is\n":                                false,
		"id,Why?\n1,so^it is\n2,more^light\n":                  false,
	} {
		warnings := sampleOf(t, text).Table.Warnings
		if got := len(warnings) == 1 && warnings[0].Code == notice.DelimiterUnsure; got != want || !want && len(warnings) > 0 {
			t.Errorf("%q: %v", text, warnings)
		}
	}
}

// Text in UTF-32 is not taken for UTF-16.
func TestUTF32IsRefused(t *testing.T) {
	for _, text := range []string{"\xff\xfe\x00\x00i\x00\x00\x00", "\x00\x00\xfe\xff\x00\x00\x00i"} {
		if _, err := detected(t, "a.csv", text); err == nil || !strings.Contains(err.Error(), "UTF-32") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// Files of other programs are refused by what they are, with how to convert them.
func TestForeignFilesAreRefused(t *testing.T) {
	for _, test := range []struct{ begins, what, hint string }{
		{"<stata_dta><header>", "is a Stata file, which is not read", "haven::write_sav"},
		{"s\x02\x01\x00", "is a Stata file, which is not read", "haven::read_dta"},
		{"PAR1\x15\x04", "is a Parquet file, which is not read", "duckdb -json"},
		{"SQLite format 3\x00", "is a database, not text", "duckdb -json"},
		{strings.Repeat("\x00", 12) + "\xc2\xea\x81\x60\xb3\x14", "is a SAS file, which is not read", ""},
		{"%PDF-1.7", "is a PDF document, not text", "as CSV"},
	} {
		_, err := detected(t, "a.csv", test.begins+strings.Repeat("\x01 and so on", 90))
		input, _ := err.(*notice.InputError)
		if input == nil || input.What != test.what || !strings.Contains(input.Hint, test.hint) {
			t.Errorf("%.12q: %v", test.begins, err)
		}
	}
}

// What is no table is refused by what it is, whatever its name.
func TestMarkupIsRefused(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"[\"a\", \"b\"]\n", "is JSON, but no list of objects"},
		{" [\n  [1, 2]\n]", "is JSON, but no list of objects"},
		{"{\n \"schema\": \"verbatim/tally/v1\"}", "is JSON that verbatim wrote, not a table of answers"},
		{"<!DOCTYPE html>\n<html>", "is an HTML page, not a table of answers"},
		{"<?xml version=\"1.0\"?>\n<a/>", "is XML, not a table of answers"},
		{"{\\rtf1\\ansi Why?\\par so}", "is an RTF document of a word processor, not a table of answers"},
		{"<p>Why?</p>,id\nso,1\n", ""},
		{"<survey>\n<r id=\"1\"><a>so, it is</a></r>\n</survey>\n", "is XML, not a table of answers"},
		{"<survey when=\"now\"><r><a>so</a></r></survey>", "is XML, not a table of answers"},
		{"<!DOCTYPE survey>\n<survey/>", "is XML, not a table of answers"},
		{"<!-- a page -->\n<!-- saved --> <html>\n<p>", "is an HTML page, not a table of answers"},
		{"<p><b>Why?</b></p>,id\n<p><b>so</b></p>,1\n", ""},
		{"<p><b>Why?</b></p>\n<p><b>so</b></p>\n", ""},
		{"<!-- old -->Why?,id\nso,1\n", ""},
		{"<br>Why?,id\nso,1\n", ""},
		{"[Q1] Why?,id\nso,1\n", ""},
	} {
		wide, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(test.text)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range []string{test.text, "\ufeff" + test.text, wide} {
			_, err := detected(t, "a.csv", text)
			input, _ := err.(*notice.InputError)
			if test.want == "" && err != nil || test.want != "" && (input == nil || input.What != test.want) {
				t.Errorf("%q: %v, want %q", text, err, test.want)
			}
		}
	}
}

// The end of a record is searched from the cell of the first quote on. Searched from the first cell, it
// is the same.
func TestEndOfRecord(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		text := make([]byte, random.IntN(24))
		for i := range text {
			text[i] = "ab,,\"\"\n\r \\"[random.IntN(10)]
		}
		s := syntax{delimiter: ',', crEnds: random.IntN(2) == 0, spaced: random.IntN(2) == 0, escaped: random.IntN(4) == 0}
		final := random.IntN(2) == 0
		end, inside, stray := s.end(string(text), final)
		if end >= 0 && inside != s.lineEnds(string(text[:end])) {
			t.Errorf("%+v, final %v: %q has %d line ends before %d", s, final, text, inside, end)
		}
		if want, wantStray := endFromStart(s, string(text), final); end != want || stray != wantStray {
			t.Errorf("%+v, final %v: %q ends at %d, %v, want %d, %v", s, final, text, end, stray, want, wantStray)
		}
	}
}

// endFromStart is end cell by cell.
func endFromStart(s syntax, text string, final bool) (end int, stray bool) {
	for at := 0; ; at++ {
		if at = s.quoteAt(text, at); at < len(text) && text[at] == '"' {
			switch closing := s.closing(text, at, final); closing {
			case more:
				return -1, false
			case never:
				stray = true
			default:
				at = closing + 1
			}
		}
		at = s.cellEnd(text, at)
		switch {
		case at < len(text) && text[at] == s.delimiter:
		case at == len(text) && !final, s.halfLineEnd(text, at, final):
			return -1, stray
		default:
			return at, stray
		}
	}
}
