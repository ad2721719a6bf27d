package report

import (
	"io"
	"strings"

	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// ExplainSchema is the value of an explanation's Schema.
const ExplainSchema = "verbatim/explain/v1"

// Explanation is the document that says what led to the count of a term.
type Explanation struct {
	Schema   string        `json:"schema"`
	Source   Source        `json:"source"`
	Question Question      `json:"question"`
	Options  study.Options `json:"options"`
	study.Found
	*tally.Explanation
}

// NewExplanation makes the document of an explanation, which it changes: files get
// the names that they have in what is published. t is the document of the tally.
func NewExplanation(t *Tally, names Names, e *tally.Explanation) *Explanation {
	for _, sense := range e.Senses {
		for _, form := range sense.Forms {
			for i := range form.Places {
				form.Places[i].File = names.Of(form.Places[i].File)
			}
		}
	}
	return &Explanation{Schema: ExplainSchema, Source: t.Source, Question: t.Question, Options: t.Options, Found: t.Found, Explanation: e}
}

// Write writes the document as JSON, or as text.
func (d *Explanation) Write(w io.Writer, f Format) error {
	if f == JSON {
		return writeJSON(w, d)
	}
	var paragraphs []string
	for _, block := range prose.Explanation(d.Explanation, d.Options.Synonyms, len(d.Source.Files) > 1) {
		paragraphs = append(paragraphs, wrapped(columnsOf(w), block)+"\n")
	}
	_, err := io.WriteString(w, strings.Join(paragraphs, "\n"))
	return err
}
