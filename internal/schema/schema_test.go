package schema

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/kind"
	"verbatim/internal/layout"
	"verbatim/internal/prose"
	"verbatim/internal/survey"
)

// values are the texts that a schema lists for a value, whether more may come or not.
type values struct {
	Enum  []any
	AnyOf []struct{ Enum []any }
}

// list is the list of them.
func (v values) list() []string {
	for _, branch := range v.AnyOf {
		v.Enum = append(v.Enum, branch.Enum...)
	}
	return prose.Texts(v.Enum, func(value any) string { return fmt.Sprint(value) })
}

// The lists of values are those of the packages that write them.
func TestValues(t *testing.T) {
	source, err := os.ReadFile("../notice/notice.go")
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, code := range regexp.MustCompile(`Code += "([a-z_]+)"`).FindAllStringSubmatch(string(source), -1) {
		codes = append(codes, code[1])
	}
	var parts map[string]values
	type object struct {
		Properties map[string]struct {
			values
			Items struct{ Properties map[string]values }
		}
	}
	var inspect, placed object
	for name, into := range map[string]any{"inspect": &inspect, "layout": &placed} {
		if err := json.Unmarshal([]byte(available()[name]), into); err != nil {
			t.Fatal(err)
		}
	}
	if err := json.Unmarshal(partsText, &parts); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name      string
		got, want []string
	}{
		{"warning_code", parts["warning_code"].list(), codes},
		{"platform", parts["platform"].list(), survey.Platforms()},
		{"encoding", parts["encoding"].list(), survey.Encodings()},
		{"kind", inspect.Properties["questions"].Items.Properties["kind"].list(), prose.Texts([]kind.Kind{kind.Open, kind.Single, kind.Multiple, kind.Number, kind.Date, kind.Meta, kind.Empty}, func(k kind.Kind) string { return string(k) })},
		{"scale", placed.Properties["scale"].list(), prose.Texts(layout.Scales(), func(s layout.Scale) string { return string(s) })},
	} {
		got, want := slices.Sorted(slices.Values(c.got)), slices.Sorted(slices.Values(c.want))
		if len(want) < 4 || !reflect.DeepEqual(got, want) {
			t.Errorf("%s is one of\n%q, want\n%q", c.name, got, want)
		}
	}
}

// Each document has its name in its title and its first key, and each part is in a document.
func TestDocuments(t *testing.T) {
	used := map[string]string{}
	for _, d := range Documents() {
		title := "verbatim/" + d.Name + "/v1"
		if text := string(d.Text()); !strings.Contains(text, `"title": "`+title+`"`) || !strings.Contains(text, `"schema": {"description": "what this document is", "const": "`+title+`"}`) {
			t.Errorf("%s has another title or first key", d.Name)
		} else if strings.Count(text, "Within v1,") != 1 || !strings.Contains(text, d.About+" Within v1,") {
			t.Errorf("%s does not end its description with the rule", d.Name)
		}
		collect(d.text, available(), used)
	}
	for name := range available() {
		if used[name] == "" && !slices.ContainsFunc(Documents(), func(d Document) bool { return d.Name == name }) {
			t.Errorf("no document has the part %s", name)
		}
	}
}

// The help has the rule as the schemas have it.
func TestRuleIsTold(t *testing.T) {
	page, err := os.ReadFile("../cli/help/status.txt")
	if err != nil {
		t.Fatal(err)
	}
	if words := strings.Join(strings.Fields(string(page)), " "); !strings.Contains(words, strings.Join(strings.Fields(Rule), " ")) {
		t.Error("help/status.txt does not have the rule")
	}
}
