// Package jsonrows reads rows of answers from JSON: one object a line (NDJSON), an array of objects, or an object that
// holds one such array. It expects UTF-8, and streams: memory does not grow with the rows.
//
//	bytes ── scanner.go ──▶ characters ── text.go ──▶ strings, literals ── parser.go ──▶ cells of a row
//	                                                                          │
//	head, 8 MiB ── shape.go ──▶ lines, or where the array is ── table.go ─────┴──▶ columns, Row
//
// A key is a column, in the order of first appearance:
//
//	{"id": 7, "who": {"age": 31}}      id = 7, who.age = 31
//	{"fruit": ["apple", "pear"]}       fruit = apple;#pear     as SharePoint writes a multiple choice; "a;#b" is a; #b
//	{"pets": [{"name": "Rex"}]}        pets.1.name = Rex       objects in a list are numbered, with a warning
//	null, NaN, a key that is missing   an empty cell
//
// The columns are those of the first 8 MiB; what comes first below is counted, and told. The array of rows may be a member
// of an object, or of objects within it, if it is the only array of objects there: {"total": 2, "responses": [...]}.
//
// A broken line of NDJSON is left out, with a warning. An array that is broken ends the reading with an error, because
// nobody can tell where the next row begins.
package jsonrows
