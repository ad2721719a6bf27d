package jsonrows

import (
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/notice"
)

// repeated gives a text many times between a beginning and an end, without being kept in memory.
func repeated(begin, text string, times int, end string) io.Reader {
	parts := []io.Reader{strings.NewReader(begin)}
	part := strings.Repeat(text, 100)
	for range times / 100 {
		parts = append(parts, strings.NewReader(part))
	}
	return io.MultiReader(append(parts, strings.NewReader(end))...)
}

// Keys that come first below the head are told, with the number of values that are lost.
func TestLateKeys(t *testing.T) {
	row := `{"a":"` + strings.Repeat("x", 1000) + "\"}\n"
	var late strings.Builder
	for i := range 30 {
		fmt.Fprintf(&late, "{\"a\":1,\"key %02d\":1}\n{\"key 00\":[1,2]}\n", i)
	}
	table, err := Open(repeated("", row, 8800, late.String()), "a.json")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for row, err := range table.Rows() {
		if rows++; err != nil || len(row.Cells) != 1 {
			t.Fatal(row, err)
		}
	}
	warnings := table.Warnings()
	if rows != 8860 || len(warnings) != 21 {
		t.Fatalf("%d rows, %v", rows, warnings)
	}
	for i, want := range map[int]string{
		0:  "a.json: the key \"key 00\" comes first below 8 MiB: 31 values of it are not read; begin the file with a row that has all keys",
		20: "a.json: more keys come first below 8 MiB: 10 values of them are not read; begin the file with a row that has all keys",
	} {
		if got := warnings[i].String(); got != want || warnings[i].Code != notice.LateColumn {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// Memory does not grow with the rows, whatever the shape.
func TestMemoryIsBounded(t *testing.T) {
	const row = `{"a":"more time for what matters","b":{"c":[1,2,3],"d":null}}`
	for name, text := range map[string][3]string{
		"lines":   {"", row + "\n", ""},
		"array":   {"[" + row, "," + row, "]"},
		"wrapper": {`{"n":[1],"rows":[` + row, "," + row, `],"next":null}`},
		"stream":  {"", strings.ReplaceAll(row, ",", ",\n") + "\n", ""},
	} {
		table, err := Open(repeated(text[0], text[1], 150_000, text[2]), "a.json")
		if err != nil {
			t.Fatal(name, err)
		}
		rows, most := 0, uint64(0)
		for _, err := range table.Rows() {
			if err != nil {
				t.Fatal(name, err)
			}
			if rows++; rows%50_000 == 0 {
				var m runtime.MemStats
				runtime.GC()
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapAlloc)
			}
		}
		if rows < 150_000 || most > 24<<20 || !slices.Equal(table.Columns, []string{"a", "b.c", "b.d"}) || !slices.Equal(table.Lists, []bool{false, true, false}) {
			t.Errorf("%s: %d rows, %d bytes, %v %v, %v", name, rows, most, table.Columns, table.Lists, table.Warnings())
		}
	}
}

func TestLimits(t *testing.T) {
	long := strings.Repeat("x", maxRow+1)
	var keys strings.Builder
	for i := range maxColumns + 1 {
		fmt.Fprintf(&keys, `,"k%d":%d`, i, i)
	}
	cases := map[string][2]string{
		"a long row":         {`{"a":1}` + "\n" + `{"a":"` + long + `"}` + "\n" + `{"a":2}`, "a\n1: 1\n3: 2\nbad_record a.json:2: the line is left out: a text or row of more than 16384 KiB"},
		"a long row in one":  {`[{"a":1},{"a":"` + long + `"}]`, "is broken JSON: line 1, column"},
		"a long number":      {`[{"a":1},{"a":` + strings.Repeat("9", maxRow+2) + `}]`, "is broken JSON: line 1, column"},
		"a long key":         {`[{"` + strings.Repeat("x", maxKey+1) + `":1}]`, "more than 64 KiB"},
		"a first row":        {`[{"a":"` + long + `"}]`, "a.json: is JSON whose first row is longer than 8 MiB"},
		"many keys":          {`{"a":1` + keys.String() + `}`, "a.json: is JSON with more than 16384 different keys"},
		"an object of rows":  {`{"r":{"a":"` + long + `"}}`, "a.json: is one JSON object, not an array of objects or an object a line"},
		"a wrapper cut late": {`{"x":` + strings.Repeat(" ", headSize) + `1,"rows":[{"a":1}]}`, "a.json: is one JSON object, not an array of objects or an object a line"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := shown(c[0]); got != c[1] && !strings.Contains(got, c[1]) || len(got) > 1000 {
				t.Errorf("got %.300s, want %s", got, c[1])
			}
		})
	}
}
