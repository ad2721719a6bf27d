package cli_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"verbatim/internal/schema"
)

// A witness holds what stories write against the schemas. They are open, so that a program that knows less can still
// read a document. Here each key has to be described, and each value of a list that may grow has to be in it.
type witness struct {
	schemas map[string]*described // by the name of the document
	seen    map[string]bool       // keys of which there was one, by where they are described
	stories int                   // that have begun
}

// described is the schema of a document.
type described struct {
	checked *jsonschema.Schema
	parts   map[string]any // by name; the document itself has its own
}

// newWitness compiles the schemas as they are printed, which checks that they are schemas.
func newWitness(t *testing.T) *witness {
	t.Helper()
	w := &witness{map[string]*described{}, map[string]bool{}, 0}
	for _, d := range schema.Documents() {
		values, err := documentsIn(d.Text())
		if err != nil {
			t.Fatalf("%s: %v", d.Name, err)
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource(d.Name, values[0]); err != nil {
			t.Fatalf("%s: %v", d.Name, err)
		}
		checked, err := c.Compile(d.Name)
		if err != nil {
			t.Fatalf("%s: %v", d.Name, err)
		}
		document := values[0].(map[string]any)
		parts := document["$defs"].(map[string]any)
		parts[d.Name] = document
		w.schemas[d.Name] = &described{checked, parts}
	}
	return w
}

// setUp lays out a story's folder, and looks at its outputs when it ends.
func (w *witness) setUp(env *testscript.Env) error {
	w.stories++
	kept, err := os.MkdirTemp("", "outputs")
	if err != nil {
		return err
	}
	env.Setenv("OUTPUTS", kept)
	env.Defer(func() {
		t := env.T().(inOrder)
		defer os.RemoveAll(kept)
		files, err := os.ReadDir(kept)
		if err != nil {
			t.Error(err)
		}
		for _, f := range files {
			text, err := os.ReadFile(filepath.Join(kept, f.Name()))
			if err != nil {
				t.Error(err)
			}
			command, output, _ := strings.Cut(string(text), "\n")
			if err := w.check([]byte(output)); err != nil {
				t.Errorf("verbatim %s: %v", command, err)
			}
		}
	})
	return setUp(env)
}

// check checks an output: each document in it is of a kind that has a schema, valid, and described.
func (w *witness) check(output []byte) error {
	documents, err := documentsIn(output)
	if err != nil {
		return err
	}
	for _, document := range documents {
		object, _ := document.(map[string]any)
		if object["$schema"] != nil {
			continue // newWitness compiles all schemas
		}
		name, _ := object["schema"].(string)
		name = strings.TrimSuffix(strings.TrimPrefix(name, "verbatim/"), "/v1")
		d := w.schemas[name]
		if d == nil {
			return fmt.Errorf("no schema describes this JSON: %.80s", output)
		}
		if err := d.checked.Validate(document); err != nil {
			return err
		}
		if err := w.walk(d.parts, name, d.parts[name].(map[string]any), document); err != nil {
			return err
		}
	}
	return nil
}

// walk checks that each key in a value is described, and notes it as seen. At is where the schema of the value is.
func (w *witness) walk(parts map[string]any, at string, schema map[string]any, value any) error {
	views := viewsOf(parts, at, schema)
	switch value := value.(type) {
	case map[string]any:
		for key, inner := range value {
			at, inside := describes(views, key)
			if inside == nil {
				return fmt.Errorf("the schema does not describe the key %q: add it to %s, and say in its description what it is", key, at)
			}
			w.seen[at] = true
			if err := w.walk(parts, at, inside, inner); err != nil {
				return err
			}
		}
	case []any:
		for at, view := range views {
			items, _ := view["items"].(map[string]any)
			for _, item := range value {
				if err := w.walk(parts, at, items, item); err != nil {
					return err
				}
			}
		}
	case string:
		for at, view := range views {
			for _, branch := range listOf(view["anyOf"]) {
				if list := listOf(branch.(map[string]any)["enum"]); list != nil && !slices.Contains(list, any(value)) {
					return fmt.Errorf("%q is new: add it to the values of %s", value, at)
				}
			}
		}
	}
	return nil
}

// viewsOf are all schemas that describe the same value as one: itself, what it refers to, and what it is made of; by
// where they are.
func viewsOf(parts map[string]any, at string, schema map[string]any) map[string]map[string]any {
	views := map[string]map[string]any{at: schema}
	add := func(reference any) {
		if name, ok := strings.CutPrefix(fmt.Sprint(reference), "#/$defs/"); ok {
			for at, view := range viewsOf(parts, name, parts[name].(map[string]any)) {
				views[at] = view
			}
		}
	}
	add(schema["$ref"])
	for _, part := range listOf(schema["allOf"]) {
		add(part.(map[string]any)["$ref"])
	}
	return views
}

// describes is the schema of a key, and where it is; nil with all places where it could be.
func describes(views map[string]map[string]any, key string) (at string, inside map[string]any) {
	var places []string
	for at, view := range views {
		properties, _ := view["properties"].(map[string]any)
		if inside, ok := properties[key].(map[string]any); ok {
			return at + "." + key, inside
		}
		if inside, ok := view["additionalProperties"].(map[string]any); ok {
			return at + ".*", inside
		}
		places = append(places, at)
	}
	slices.Sort(places)
	return strings.Join(places, " or "), nil
}

// listOf is a value as a list; nil if it is none.
func listOf(value any) []any {
	list, _ := value.([]any)
	return list
}

// keysIn lists the keys that a schema describes, by where they are, with their own schemas.
func keysIn(at string, schema any, keys map[string]map[string]any) {
	switch schema := schema.(type) {
	case map[string]any:
		properties, _ := schema["properties"].(map[string]any)
		for key, inside := range properties {
			keys[at+"."+key] = inside.(map[string]any)
			keysIn(at+"."+key, inside, keys)
		}
		keysIn(at, schema["items"], keys)
	}
}

// keys are all keys of all documents.
func (w *witness) keys() map[string]map[string]any {
	keys := map[string]map[string]any{}
	for _, d := range w.schemas {
		for name, part := range d.parts {
			keysIn(name, part, keys)
		}
	}
	return keys
}

// Each key has a description that says something, in one line.
func TestKeysAreDescribed(t *testing.T) {
	for at, key := range newWitness(t).keys() {
		if text, _ := key["description"].(string); len(text) < 4 || strings.Contains(text, "\n") {
			t.Errorf("%s has the description %q", at, text)
		}
	}
}

// unwritten are keys that no story writes, with the reason.
var unwritten = map[string]string{
	"inspect.questions.distinct_capped": "that takes 10,000 different answers; package survey tests it",
}

// complete checks that the stories wrote each key that is described.
func (w *witness) complete(t *testing.T) {
	t.Helper()
	keys := w.keys()
	for _, at := range slices.Sorted(maps.Keys(keys)) {
		switch reason := unwritten[at]; {
		case !w.seen[at] && reason == "":
			t.Errorf("no story writes %s: write one (schema.txtar), or say in unwritten why not", at)
		case w.seen[at] && reason != "":
			t.Errorf("a story writes %s, of which unwritten says: %s", at, reason)
		}
	}
	for at := range unwritten {
		if keys[at] == nil {
			t.Errorf("unwritten has %s, which no schema describes", at)
		}
	}
}

// A story fails where the schema lacks a key that it writes, a value, or a kind of document.
func TestWitness(t *testing.T) {
	const layout = `{"schema":"verbatim/layout/v1","width":1,"height":1,"area":[0,0,1,1],"engine":"exact","scale":"sqrt","unit":"mentions","language":"en",
		"fonts":[],"bound":"width","tries":[{"font_px":1,"placed":1}],"smallest_px":1,"ink_share":0,"overlap_px":0,"words":[],"under_9px":[],"unplaced":[]}`
	w := newWitness(t)
	for _, c := range []struct{ old, changed, want string }{
		{`"width":1`, `"width":2`, "<nil>"},
		{`"placed":1`, `"placed":1,"px":2`, `does not describe the key "px": add it to layout.tries`},
		{`"words":[],`, ``, "missing property 'words'"},
		{`"exact"`, `"third"`, `"third" is new: add it to the values of layout.engine`},
		{`layout/v1`, `places/v1`, "no schema describes"},
		{`"schema":"verbatim/layout/v1",`, ``, "no schema describes"},
		{`"sqrt"`, `"cubic"`, "value must be one of"},
		{`[0,0,1,1]`, `[0,0]`, "minItems"},
	} {
		if err := w.check([]byte(strings.Replace(layout, c.old, c.changed, 1))); !strings.Contains(fmt.Sprint(err), c.want) {
			t.Errorf("%s: %v, want %s", c.changed, err, c.want)
		}
	}
	if !w.seen["layout.tries.font_px"] || w.seen["layout.left_out"] {
		t.Errorf("seen: %v", w.seen)
	}
}
