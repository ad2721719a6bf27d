// Package schema has the JSON Schema (draft 2020-12) of each document that the program writes.
//
// The files in documents describe one document each, and parts.json what several of them have.
// A reference is to a part, or to a whole document, by its name:
//
//	{"$ref": "#/$defs/term"}      documents/tally.json ─┐
//	{"$ref": "#/$defs/tally"}     documents/report.json ┼─ Text ─▶ one schema with all it refers to
//	                              parts.json ───────────┘
//
// Objects are open, as the Rule wants it. In the tests each key that a story writes has to be
// described, and each key that is described has to be written by a story (internal/cli).
//
// A description says the unit, the shape, and when the key is there. A list of values that cannot
// grow within v1 is an enum. One that can is any text, with an enum of what there is today.
package schema

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Rule says what stays as it is within a version, and what may come. It ends the description of
// each schema, and stands in the help.
const Rule = `Within v1, keys are only added: none is renamed or removed, and none changes its
type or meaning. New warning codes and other new values may come where a text is
described by what it can be today. Pass over what you do not know.`

//go:embed documents/*.json
var documents embed.FS

//go:embed parts.json
var partsText []byte

// draft is the version of JSON Schema that the schemas are written in.
const draft = "https://json-schema.org/draft/2020-12/schema"

// reference is how one schema refers to another.
var reference = regexp.MustCompile(`"#/\$defs/([a-z0-9_]+)"`)

// A Document is a kind of document that the program writes.
type Document struct {
	Name  string // as in its key schema: "verbatim/tally/v1" is tally
	About string // what it is, in a sentence or two
	text  string // of the file
}

// Documents are all kinds, by name.
func Documents() (list []Document) {
	files, _ := fs.Glob(documents, "documents/*.json")
	for _, file := range files {
		text, _ := documents.ReadFile(file) // embedded, so it can be read
		var head struct{ Description string }
		must(json.Unmarshal(text, &head))
		list = append(list, Document{strings.TrimSuffix(path.Base(file), ".json"), head.Description, strings.TrimSpace(string(text))})
	}
	return list
}

// Text is the schema of a document with the Rule and all parts that it refers to, so that it stands
// by itself, with a line end.
func (d Document) Text() []byte {
	used := map[string]string{}
	collect(d.text, available(), used)
	var defs []string
	for _, name := range slices.Sorted(maps.Keys(used)) {
		defs = append(defs, fmt.Sprintf("    %q: %s", name, strings.ReplaceAll(used[name], "\n", "\n    ")))
	}
	text := strings.TrimSuffix(strings.TrimPrefix(d.text, "{\n"), "\n}")
	text = strings.Replace(text, d.About, d.About+" "+strings.ReplaceAll(Rule, "\n", " "), 1) // the first is the description
	return fmt.Appendf(nil, "{\n  \"$schema\": %q,\n%s,\n  \"$defs\": {\n%s\n  }\n}\n", draft, text, strings.Join(defs, ",\n"))
}

// available are the schemas that can be referred to, by their names: the parts and the documents.
func available() map[string]string {
	var parts map[string]json.RawMessage
	must(json.Unmarshal(partsText, &parts))
	schemas := map[string]string{}
	for name, text := range parts {
		schemas[name] = strings.ReplaceAll(string(text), "\n  ", "\n")
	}
	for _, d := range Documents() {
		schemas[d.Name] = d.text
	}
	return schemas
}

// collect adds to used what a schema refers to, and what that refers to.
func collect(text string, available, used map[string]string) {
	for _, found := range reference.FindAllStringSubmatch(text, -1) {
		if name := found[1]; used[name] == "" {
			used[name] = available[name]
			collect(available[name], available, used)
		}
	}
}

// must stops the program where an embedded file is damaged, which the tests would find.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
