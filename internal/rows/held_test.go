package rows

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/internal/notice"
)

// manyRows is NDJSON of rows whose table is so long, with a broken line near its end.
func manyRows(size int) (text string, rows int) {
	var b strings.Builder
	filler := strings.Repeat("more light, and benches ", 40)
	for b.Len() < size {
		rows++
		fmt.Fprintf(&b, "{\"id\":%d,\"why\":\"%d %s\"}\n", rows, rows*7919, filler)
	}
	b.WriteString("{\"id\":\n{\"id\":0,\"why\":\"last\"}\n")
	return b.String(), rows + 1
}

// counted reads a table and gives its records, the sum of their lines and its late warnings.
func counted(t *testing.T, table *Table) (records, lines, warnings int) {
	t.Helper()
	for block, err := range table.Blocks(context.Background(), 1) {
		if err != nil {
			t.Fatal(err)
		}
		for _, rec := range block.Records {
			records, lines = records+1, lines+rec.Line
		}
		warnings += len(block.Warnings)
	}
	return records, lines, warnings
}

// A long table of a container is read whole, from a file again and again and from a stream once: what is kept
// of it, packed or not, and what is read anew is the same. A warning about a row comes once.
func TestHeldTables(t *testing.T) {
	text, rows := manyRows(headSize + headSize/4)
	path := filepath.Join(t.TempDir(), "rows.json")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	last := rows + 1 // the broken line is one, too
	lines := last*(last+1)/2 - (last - 1)
	for name, in := range map[string]Input{"file": File(path), "stream": Stream("-", strings.NewReader(text))} {
		sample, err := Detect(in, Options{})
		if err != nil {
			t.Fatal(err)
		}
		table := sample.Table
		if table.Container != "json" || table.Header != 1 || table.Width != 2 || !table.isKept() || table.Whole || len(table.Warnings) != 1 {
			t.Errorf("%s: %s, %d header rows, %d columns, kept %v, %v", name, table.Container, table.Header, table.Width, table.isKept(), table.Warnings)
		}
		for range 2 {
			if r, l, w := counted(t, table); r != rows || l != lines || w != 0 {
				t.Errorf("%s: %d records, %d of lines, %d warnings; want %d, %d, 0", name, r, l, w, rows, lines)
			}
		}
		forgotten(t, name, table, text)
		if r, l, w := counted(t, table); r != rows || l != lines || w != 1 {
			t.Errorf("%s, not kept: %d records, %d of lines, %d warnings; want %d, %d, 1", name, r, l, w, rows, lines)
		}
	}
}

// A file that is too long to be kept may be read twice at once: each reading has its own warnings.
func TestHeldTablesAreReadTwiceAtOnce(t *testing.T) {
	text, rows := manyRows(2 * blockSize)
	path := filepath.Join(t.TempDir(), "rows.json")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	sample, err := Detect(File(path), Options{})
	if err != nil {
		t.Fatal(err)
	}
	table := sample.Table
	table.Whole, table.kept, table.tail = false, "", nil
	warnings := 0
	for block, err := range table.Blocks(context.Background(), 1) {
		if err != nil {
			t.Fatal(err)
		}
		warnings += len(block.Warnings)
		for _, err := range table.Blocks(context.Background(), 1) { // to its beginning only, where nothing is to be told
			if err != nil {
				t.Fatal(err)
			}
			break
		}
	}
	if r, _, w := counted(t, table); r != rows || w != 1 || warnings != 1 {
		t.Errorf("%d records of %d, %d warnings, and %d beside another reading; want 1", r, rows, w, warnings)
	}
}

// forgotten makes a table one that was too long to be kept.
func forgotten(t *testing.T, name string, table *Table, text string) {
	t.Helper()
	if !table.input.Stream {
		table.kept, table.tail = "", nil
		return
	}
	in := Stream("-", strings.NewReader(text))
	f, err := in.open()
	if err != nil {
		t.Fatal(name, err)
	}
	table.kept, table.tail, table.rest, table.late = "", nil, f, f.held.Warnings
}

// Flags about texts with delimiters are refused for what is none.
func TestHeldTablesHaveNoDialect(t *testing.T) {
	in := func() Input { return Stream("-", bytes.NewReader([]byte(`{"a":1}`))) }
	for where, opt := range map[string]Options{"--delimiter": {Delimiter: ';'}, "--encoding": {Encoding: "windows-1252"}, "--sheet": {Sheet: "1"}, "--header-rows": {HeaderGiven: true}} {
		_, err := Detect(in(), opt)
		var usage *notice.UsageError
		if !errors.As(err, &usage) || usage.Where != where {
			t.Errorf("%s: %v", where, err)
		}
	}
}

// A file is told from what is named within it, though names of files may hold the sign between them.
func TestFilesAndWhatIsWithin(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"a.zip", "b!c.zip", "d.zip!x"} {
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for path, want := range map[string][2]string{
		"a.zip": {"a.zip", ""}, "a.zip!x.csv": {"a.zip", "x.csv"}, "a.zip!x.zip!y.csv": {"a.zip", "x.zip!y.csv"}, "b!c.zip!x.csv": {"b!c.zip", "x.csv"},
		"d.zip!x": {"d.zip!x", ""}, "none.zip!x": {"none.zip", "x"}, "none.csv": {"none.csv", ""},
	} {
		if file, within := parted(path); file != want[0] || within != want[1] {
			t.Errorf("%s: %q %q", path, file, within)
		}
	}
}
