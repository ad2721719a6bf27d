package jsonrows

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"verbatim/internal/notice"
)

// Whatever a text holds, it is read or refused. An array of objects that encoding/json reads has as many rows here.
func FuzzRows(f *testing.F) {
	for _, text := range []string{
		"{\"id\":1,\"why\":[\"tea\",\"time\"]}\n{\"id\":2,\"who\":{\"age\":3}}\n", `[{"a":1,"b":null},{"a":"\u00e9\ud83d\ude00"}]`,
		`{"n":2,"rows":[{"a":-1.5e3},{"a":[{"b":true},[1]]}],"z":{}}`, "\ufeff{\n\"a\":NaN}\n{\"a\":\"x\xff\"}", "{\"a\":\n{\"a\":2}\n\x1e{}",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, p []byte) {
		var want []any
		valid := json.Unmarshal(p, &want) == nil && want != nil && !slices.ContainsFunc(want, func(v any) bool { _, ok := v.(map[string]any); return !ok })
		table, err := Open(bytes.NewReader(p), "a.json")
		if err != nil {
			if _, ok := errors.AsType[*notice.InputError](err); !ok || valid && len(want) > 0 && !strings.Contains(err.Error(), "more than") {
				t.Fatal(err)
			}
			return
		}
		n := 0
		for row, err := range table.Rows() {
			if _, ok := errors.AsType[*notice.InputError](err); err != nil && (!ok || valid) {
				t.Fatal(err)
			}
			if err != nil {
				break
			}
			for _, cell := range row.Cells {
				if !utf8.ValidString(cell) || strings.Contains(cell, "\x00") {
					t.Fatalf("%q", cell)
				}
			}
			if n++; len(row.Cells) != len(table.Columns) || row.Line < 1 {
				t.Fatalf("%v of %v", row, table.Columns)
			}
		}
		if valid && n != len(want) {
			t.Fatalf("%d rows, want %d", n, len(want))
		}
		if late := slices.ContainsFunc(table.Warnings(), func(w notice.Warning) bool { return w.Code == notice.LateColumn }); late {
			t.Fatal(table.Warnings())
		}
	})
}

// A text that was written by encoding/json is read as it was, in an array and in a line.
func FuzzText(f *testing.F) {
	f.Add("more time", "why")
	f.Add("\"quoted\" \\ \u2028 \U0001f600 \x01\n\t", "")
	f.Fuzz(func(t *testing.T, text, key string) {
		p, err := json.Marshal(map[string]string{key: text})
		if err != nil {
			t.Fatal(err)
		}
		plain := func(s string) string {
			var b strings.Builder
			for _, r := range s { // a byte that is no text is U+FFFD
				if r != 0 {
					b.WriteRune(r)
				}
			}
			return b.String()
		}
		for _, p := range []string{string(p), "[" + string(p) + "]"} {
			table, err := Open(strings.NewReader(p), "a.json")
			if err != nil {
				t.Fatal(err)
			}
			for row, err := range table.Rows() {
				if err != nil || table.Columns[0] != plain(key) || row.Cells[0] != plain(text) {
					t.Fatalf("%s: %q %q %v", p, table.Columns, row.Cells, err)
				}
			}
		}
	})
}
