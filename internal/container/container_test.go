package container

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"verbatim/internal/notice"
	"verbatim/internal/spss"
)

// opened opens a container that is in memory.
func opened(data []byte, opt Options) (*Table, error) {
	head := data[:min(len(data), HeadSize)]
	if !Is(head) {
		return nil, errors.New("no container")
	}
	return Open(head, bytes.NewReader(data), nil, "x", opt)
}

// What rows hold is what a reader of CSV finds in their text, whatever it is, in whatever steps it is read.
func TestTextIsCSV(t *testing.T) {
	cells := []string{"", "trust", " a ", "a, b", `say "no"`, "two\nlines", "\r\n", `"`, "\t", "é", ";", "12", "\ufeff"}
	var want [][]string
	rows := func(yield func(row, error) bool) {
		for i := range cells {
			r := row{number: i, cells: append(append([]string{}, cells[i:]...), cells[:i]...)}
			want = append(want, append([]string{}, r.cells...))
			if !yield(r, nil) {
				return
			}
		}
	}
	for _, step := range []int{1, 7, 1 << 16} {
		want = nil
		text := newText(rows)
		var all bytes.Buffer
		for p := make([]byte, step); ; {
			n, err := text.Read(p)
			all.Write(p[:n])
			if err != nil {
				break
			}
		}
		got, err := csv.NewReader(&all).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for i := range got {
			if got[i] = got[i][1:]; len(want[i]) > 0 { // without its number
				for k, cell := range want[i] {
					want[i][k] = strings.ReplaceAll(cell, "\r\n", "\n") // as encoding/csv reads it
				}
			}
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("in steps of %d: %q", step, got)
		}
	}
	if number, cells := Numbered(`12,trust,"a, b"`); number != 12 || cells != `trust,"a, b"` {
		t.Errorf("%d %s", number, cells)
	}
}

// The rows before an error come before it.
func TestTextEndsInAnError(t *testing.T) {
	broken := errors.New("broken")
	text := newText(func(yield func(row, error) bool) { _ = yield(row{1, []string{"a"}}, nil) && yield(row{}, broken) })
	got, err := io.ReadAll(text)
	if string(got) != "1,a\n" || !errors.Is(err, broken) {
		t.Errorf("%q, %v", got, err)
	}
	if err := text.Close(); err != nil {
		t.Error(err)
	}
}

// Where no variable has a label, the names are the questions, and the first case is none.
func TestSPSSWithoutLabels(t *testing.T) {
	plain := []column{{name: "id", question: "id"}, {name: "why", question: "why"}}
	if got := headerOf(plain); len(got) != 1 || got[0][1] != "why" {
		t.Errorf("%q", got)
	}
	plain[1].question = "Why?"
	if got := headerOf(plain); len(got) != 2 || got[0][1] != "why" || got[1][0] != "id" || got[1][1] != "Why?" {
		t.Errorf("%q", got)
	}
}

// A label that holds the separator of lists stays one option.
func TestSPSSLists(t *testing.T) {
	c := column{variables: []int{0, 1, 2}, listed: true}
	if got := c.cell([]spss.Cell{{Text: "a;#b"}, {Text: "none", Missing: spss.UserMissing}, {Text: "c"}}); got != "a; #b;#c" {
		t.Errorf("%q", got)
	}
}

// An archive that was changed is refused, not read in part.
func TestDamagedArchives(t *testing.T) {
	whole := packed(t, "a.csv", "id,why\n"+strings.Repeat("1,trust and time\n", 300))
	for at := range whole {
		damaged := bytes.Clone(whole)
		damaged[at] ^= 0x55
		table, err := opened(damaged, Options{})
		if err == nil {
			_, err = io.ReadAll(table.Text)
		}
		var input *notice.InputError
		var choice *notice.ChoiceError
		if err != nil && Is(damaged) && !errors.As(err, &input) && !errors.As(err, &choice) {
			t.Fatalf("byte %d: %v", at, err)
		}
	}
}

// What JSON may be read, and what is left to those who say what a file is.
func TestRowsOfJSONAreTold(t *testing.T) {
	for text, want := range map[string]bool{
		`{"a":1}`: true, "\ufeff [\n {\"a\": 1}]": true, `[{ "a":1}]`: true, `["a"]`: false, `[]`: false, `{}`: false,
		strings.Repeat(" ", 300) + "[\n" + strings.Repeat("\t", 300) + `{"a":1}]`: true, "\x1e{\"a\":1}\n": true, "\x1eid,why\n": false,
		strings.Repeat(" ", 300) + `{"schema": "verbatim/tally/v1"}`: false,
		`{"schema": "verbatim/tally/v1"}`:                            false, "\xff\xfe{\x00\"\x00": true, "\x00[\x00{\x00\"": true, "\xfe\xff\x00a": false, "{\x00": false, "id,why\n": false, "[x],y\n": false,
	} {
		if got := Is([]byte(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// JSON may be in UTF-16, as other texts may.
func TestWideJSON(t *testing.T) {
	const want = "0,why\n1,\"trust, müde\"\n"
	for name, order := range map[string]unicode.Endianness{"utf-16le": unicode.LittleEndian, "utf-16be": unicode.BigEndian} {
		for _, mark := range []unicode.BOMPolicy{unicode.IgnoreBOM, unicode.ExpectBOM} {
			text, err := unicode.UTF16(order, mark).NewEncoder().String(`[{"why":"trust, müde"}]`)
			if err != nil {
				t.Fatal(err)
			}
			table, err := opened([]byte(text), Options{})
			if err != nil {
				t.Fatal(name, err)
			}
			if got, err := io.ReadAll(table.Text); string(got) != want || err != nil || table.Encoding != name {
				t.Errorf("%s: %q %v in %s", name, got, err, table.Encoding)
			}
		}
	}
}
