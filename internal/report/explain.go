package report

import (
	"io"
	"strings"

	"verbatim/internal/prose"
	"verbatim/internal/tally"
)

// ExplainSchema is the value of an explanation's Schema.
const ExplainSchema = "verbatim/explain/v1"

// Explanation is the document that says what led to the count of a term.
type Explanation struct {
	Schema   string   `json:"schema"`
	Source   Source   `json:"source"`
	Question Question `json:"question"`
	Options  Options  `json:"options"`
	Found
	*tally.Explanation
}

// NewExplanation makes the document, of the tally's own.
func NewExplanation(t *Tally, e *tally.Explanation) *Explanation {
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
