package decision

import (
	"slices"
	"strings"
	"testing"
)

// A file that no count can go by is refused, with what is wrong; capitals are put in order.
func TestReadRefuses(t *testing.T) {
	text := func(with string) []byte {
		return []byte(`{"schema":"verbatim/decisions/v1","decided":[{"question":{"id":"Q","text":"Why?","nth":1,"columns":1},"options":{},"from":{"of":"all"},"language":"en"` + with + `}]}`)
	}
	for with, want := range map[string]string{
		`,"phrases":[{"phrase":" "}]`:                  "a phrase is empty",
		`,"phrases":[{"phrase":"trust"}]`:              `the phrase "trust" is one word`,
		`,"twins":{"a":"b","b":"a"}`:                   `the twin "a" leads back to itself`,
		`,"twins":{"a":"a"}`:                           `the twin "a" leads back to itself`,
		`,"twins":{"":"b"}`:                            "a word of twins is empty",
		`,"twins":{"a b":""}`:                          "a word of twins is empty",
		`,"denied":[""]`:                               "a word of denied is empty",
		`,"detected":{"language":"de","sure":true}`:    "detected as",
		`,"echo":["x"]},{"question":{"text":"Where?"}`: `"Where?"`,
	} {
		if _, err := Read("d.json", text(with)); err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "d.json: ") {
			t.Errorf("%s: %v, want %q", with, err, want)
		}
	}
	list, err := Read("d.json", text(`,"twins":{"open source":"opensource"},"phrases":[{"phrase":"climate change"}],"writing":{"capitals":["oslo","asia","oslo"]}`))
	if err != nil {
		t.Fatal(err)
	}
	if c := list.Decided[0].Writing.Capitals; !slices.Equal(c, []string{"asia", "oslo"}) {
		t.Errorf("capitals %q", c)
	}
}

// Questions with the same header are two questions; a column that has moved is the same.
func TestQuestionsWithTheSameHeader(t *testing.T) {
	list := new(List)
	first := Question{ID: "Comments", Text: "Comments", Nth: 1, Columns: 1}
	list.Add(Decided{Question: first, Decisions: Decisions{Language: "en"}})
	if _, err := list.Of(first, "", Choices{}); err != nil {
		t.Error(err)
	}
	for _, other := range []Question{{"Comments", "Comments", 2, 1}, {"Comments", "Comments", 1, 2}} {
		if _, err := list.Of(other, "", Choices{}); err == nil {
			t.Errorf("%v has the decisions of %v", other, first)
		}
	}
}
