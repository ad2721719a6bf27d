package container

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"

	"verbatim/internal/notice"
)

// opened opens a container that is in memory.
func opened(data []byte, opt Options) (*Table, error) {
	head := data[:min(len(data), HeadSize)]
	if !Is(head) {
		return nil, errors.New("no container")
	}
	return Open(head, bytes.NewReader(data), nil, "x", opt)
}

// packed makes a zip archive of members, each a name and a text.
func packed(t *testing.T, members ...string) []byte {
	t.Helper()
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	for i := 0; i < len(members); i += 2 {
		m, err := w.Create(members[i])
		if err == nil {
			_, err = io.WriteString(m, members[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return archive.Bytes()
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

// Which member of an archive is read.
func TestArchives(t *testing.T) {
	const table = "id,why\n1,trust\n"
	for _, c := range []struct {
		members []string
		asked   string
		want    string // the text that is read, or the error
	}{
		{[]string{"a.csv", table}, "", table},
		{[]string{"answers", table}, "", table}, // the only file
		{[]string{"x/", "", "x/a.CSV", table, "x/photo.jpg", "JFIF"}, "", table},
		{[]string{"a.csv", table, "__MACOSX/._a.csv", "x", ".DS_Store", "x"}, "", table},
		{[]string{"a.csv", "no", "b.tsv", table}, "b.tsv", table},
		{[]string{"a.csv", table, "notes", "x"}, "notes", "x"},
		{[]string{"a.csv", table, "b.tsv", table}, "", "x: is an archive of several tables"},
		{[]string{"a.csv", table}, "b.csv", "x: the archive has no such file"},
		{[]string{"a/", ""}, "", "x: is an archive with nothing in it"},
		{[]string{"inner.zip", string(packed(t, "a.csv", table))}, "", table},
		{[]string{"a.csv", strings.Repeat("0", manyBytes+1)}, "", "x: unpacks to 64 MiB, over 300 times its size: that is no export"},
		{[]string{"rows.json", `[{"a":"x, y"},{"b":2}]`}, "", "0,a,b\n1,\"x, y\",\n1,,2\n"},
	} {
		got, err := "", error(nil)
		if table, e := opened(packed(t, c.members...), Options{Member: c.asked}); e != nil {
			err = e
		} else {
			text, e := io.ReadAll(table.Text)
			got, err = string(text), errors.Join(e, table.Text.Close())
		}
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%.60q: %.200q, want %q", c.members, got, c.want)
		}
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
		`{"schema": "verbatim/tally/v1"}`: false, "id,why\n": false, "[x],y\n": false,
	} {
		if got := Is([]byte(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
