package jsonrows

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"verbatim/internal/notice"
)

// shown prints a table: columns, rows with their lines, the error, codes of warnings.
func shown(text string) string {
	var b strings.Builder
	t, err := Open(strings.NewReader(text), "a.json")
	if err != nil {
		return err.Error()
	}
	fmt.Fprintln(&b, strings.Join(t.Columns, "|"))
	for row, err := range t.Rows() {
		if err != nil {
			fmt.Fprintln(&b, err)
			break
		}
		fmt.Fprintf(&b, "%d: %s\n", row.Line, strings.Join(row.Cells, "|"))
	}
	for _, w := range t.Warnings() {
		fmt.Fprintf(&b, "%s %s\n", w.Code, w)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func TestRows(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"ndjson", "{\"id\":1,\"why\":\"more time\"}\n{\"why\":\"tea\",\"id\":2}\n", "id|why\n1: 1|more time\n2: 2|tea"},
		{"ndjson without an end, with blank lines and a mark", "\ufeff\n{\"a\":1}\r\n\n{\"a\":2}", "a\n2: 1\n4: 2"},
		{"one row", `{"a":1,"b":"x"}`, "a|b\n1: 1|x"},
		{"array", `[{"a":1},{"a":2,"b":true}]`, "a|b\n1: 1|\n1: 2|true"},
		{"array over lines", "[\n  {\n    \"a\": 1\n  },\n  {\n    \"a\": 2\n  }\n]\n", "a\n2: 1\n5: 2"},
		{"duckdb -json", "[{\"a\":1,\"b\":null},\n{\"a\":2,\"b\":\"x\"}]\n", "a|b\n1: 1|\n2: 2|x"},
		{"objects over lines", "{\n\"a\": 1\n}\n{\n\"a\": 2\n}\n", "a\n1: 1\n4: 2"},
		{"a wrapper", `{"total":2,"responses":[{"a":1},{"a":2}],"next":{"page":[2]}}`, "a\n1: 1\n1: 2"},
		{"a wrapper in a wrapper", `{"meta":{"n":[1]},"data":{"x":null,"rows":[{"a":1}]}}`, "a\n1: 1"},
		{"a key twice before the array", `{"rows":null,"rows":[{"a":1}]}`, "a\n1: 1"},
		{"record marks", "\x1e{\"a\":1}\n\x1e{\"a\":2}\n", "a\n1: 1\n2: 2"},
		{"record marks before texts of several lines", "\x1e{\n\"a\":1\n}\n\x1e{\n\"a\":2\n}\n", "a\n1: 1\n4: 2"},
		{"the separator in a value of a list", `[{"a":["x;#y","z"],"b":"x;#y"},{"a":["x;#y"]}]`, "a|b\n1: x; #y;#z|x;#y\n1: x; #y|"},
		{"nested", `[{"a":{"b":{"c":1},"d":2},"e":3}]`, "a.b.c|a.d|e\n1: 1|2|3"},
		{"lists", `[{"a":["x","y"]},{"a":[]},{"a":[1,null,true]},{"a":"z"}]`, "a\n1: x;#y\n1: \n1: 1;#true\n1: z"},
		{"empty texts and missing values in a list", `[{"a":["",null,"x",""]},{"a":[null,"y"]}]`, "a\n1: ;#x;#\n1: y"},
		{"objects in a list", `[{"a":[{"b":1},{"b":2}]},{"a":[{"b":3}]}]`, "a.1.b|a.2.b\n1: 1|2\n1: 3|\nnumbered_list a.json: the list \"a\" holds objects or lists: each place in it is columns of its own"},
		{"lists in a list", `[{"a":["s",[1,2],"t"]}]`, "a|a.2|a.3\n1: s|1;#2|t\nnumbered_list a.json: the list \"a\" holds objects or lists: each place in it is columns of its own"},
		{"values", `[{"a":-0.50e+3,"b":false,"c":NaN,"d":007,"e":-Infinity,"f":12345678901234567890}]`, "a|b|c|d|e|f\n1: -0.50e+3|false||007|-Infinity|12345678901234567890"},
		{"escapes", `[{"a":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é"}]`, "a\n1: \"\\/\b\f\n\r\té😀é"},
		{"empty", `[]`, "a.json: is JSON without rows"},
		{"empty objects", "{}\n{}\n", "\n1: \n2: "},
		{"an empty key", `[{"":1}]`, "\n1: 1"},
		{"keys with quotes", `[{"a\"b":1,"c\\":2},{"a\"b":3,"c\\":4},{"a":"b","c\":5}":6}]`, "a\"b|c\\|a|c\":5}\n1: 1|2||\n1: 3|4||\n1: ||b|6"},
		{"an empty key above others", `[{"":{"a":1,"":2},"a":3}]`, ".a|.|a\n1: 1|2|3"},
		{"a key twice", `[{"a":1,"a":2}]`, "a\n1: 2\nrepeated_key a.json:1: a row has the key \"a\" twice: the last counts"},
		{"a key twice by its dot", `[{"a":{"b":1},"a.b":2}]`, "a.b\n1: 2\nrepeated_key a.json:1: a row has the key \"a.b\" twice: the last counts"},
		{"a key twice, the last missing", `[{"a":1,"a":null}]`, "a\n1: \nrepeated_key a.json:1: a row has the key \"a\" twice: the last counts"},
		{"scalar, then object", `[{"a":1},{"a":{"b":2}}]`, "a|a.b\n1: 1|\n1: |2"},
		{"bytes that are no text", "[{\"a\":\"x\xff\xfey\"}]", "a\n1: x\ufffdy\nbad_bytes a.json:1: bytes that are not utf-8"},
		{"half a character", `[{"a":"\ud83dx\ude00"}]`, "a\n1: \ufffdx\ufffd\nbad_bytes a.json:1: half a character is escaped\nbad_bytes a.json:1: half a character is escaped"},
		{"half a character before others", `[{"a":"\ud83d\u0041\ud83d\ud83d\ude00\ud83d\n"}]`, "a\n1: \ufffdA\ufffd😀\ufffd\n\nbad_bytes a.json:1: half a character is escaped\nbad_bytes a.json:1: half a character is escaped\nbad_bytes a.json:1: half a character is escaped"},
		{"NUL", "[{\"a\":\"x\\u0000y\x00\"}]", "a\n1: xy\nnul_bytes a.json:1: a NUL character is left out\nnul_bytes a.json:1: a NUL byte is left out"},
		{"a tab in a string", "[{\"a\":\"x\ty\"}]", "a\n1: x\ty"},
		{"broken lines", "{\"a\":1}\n{\"a\":\n{\"a\":3\n{\"a\":\"x\n{\"a\":5} ?\nnull\n{\"a\":\"\\u00\n{\"a\":7}\n", "a\n1: 1\n8: 7\n" +
			"bad_record a.json:2: the line is left out: the line ends where a value should follow\n" +
			"bad_record a.json:3: the line is left out: the line ends where a comma or the end of an object should follow\n" +
			"bad_record a.json:4: the line is left out: the line ends where the end of a string should follow\n" +
			"bad_record a.json:5: the line is left out: '?' where the end of the line should follow\n" +
			"bad_record a.json:6: the line is left out: 'n' where an object should follow\n" +
			"bad_record a.json:7: the line is left out: the line ends where a hexadecimal digit should follow"},
		{"a broken first line", "{\"a\":}\n{\"a\":2}\n", "a\n2: 2\nbad_record a.json:1: the line is left out: '}' where a value should follow"},
		{"a line that is cut off", "{\"a\":1}\n{\"a\":2", "a\n1: 1\nbad_record a.json:2: the line is left out: the text ends where a comma or the end of an object should follow"},
		{"a broken array", "[{\"a\":1},\n{\"a\":x}]", "a\n1: 1\na.json: is broken JSON: line 2, column 6: a value that is neither a string nor a number"},
		{"a comma too many", `[{"a":1},]`, "a\n1: 1\na.json: is broken JSON: line 1, column 10: ']' where an object should follow"},
		{"text behind the array", `[{"a":1}] x`, "a\n1: 1\na.json: is broken JSON: line 1, column 11: 'x' where the end of the text should follow"},
		{"a wrapper that is cut off", `{"r":[{"a":1}],"n":2`, "a.json: is JSON that is cut off: line 1, column 21: the text ends where a comma or the end of an object should follow"},
		{"an array that is cut off", "[{\"a\":1},\n{\"a\":2", "a\n1: 1\na.json: is JSON that is cut off: line 2, column 7: the text ends where a comma or the end of an object should follow"},
		{"a number that is none", `[{"a":1.}]`, "a.json: is broken JSON: line 1, column 7: a value that is neither a string nor a number"},
		{"a list without end", `[{"a":[1,]}]`, "a.json: is broken JSON: line 1, column 10: ']' where a value should follow"},
		{"an array of arrays", `[["a","b"],[1,2]]`, "a.json: is JSON whose array holds no objects"},
		{"an array of texts", `["a","b"]`, "a.json: is JSON whose array holds no objects"},
		{"two arrays", `{"a":[{"x":1}],"b":{"c":[{"y":1}]}}`, "a.json: is JSON with several arrays of objects: a, b.c"},
		{"an object of objects", `{"r1":{"a":1},"r2":{"a":2}}`, "a.json: is one JSON object, not an array of objects or an object a line"},
		{"nothing", " \n", "a.json: is empty"},
		{"no JSON", "id,why\n", "a.json: is not JSON"},
		{"too deep", `[{"a":` + strings.Repeat("[", 200) + `]}]`, "a.json: is broken JSON: line 1, column 107: objects and arrays within each other, more than 100"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(c.text); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// An error is one that the program tells with a hint.
func TestErrorsHaveHints(t *testing.T) {
	for _, text := range []string{`["a"]`, `[{"a":`, `[{"a":x}]`, `{"r1":{"a":1},"r2":{"a":2}}`} {
		_, err := Open(strings.NewReader(text), "a.json")
		in, ok := errors.AsType[*notice.InputError](err)
		if !ok || in.Hint == "" {
			t.Errorf("%s: %v", text, err)
		}
	}
}
