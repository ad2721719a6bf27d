package report

import (
	"io"
	"strings"

	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// explainSchema is the value of an explanation's Schema.
const explainSchema = "verbatim/explain/v1"

// Explanation is the document that says what led to the count of a term: in which senses it is
// counted or left out, in which forms and lines it was written, and which lists and phrases changed
// the count. It answers "why 13?".
type Explanation struct {
	Origin
	study.Found
	*tally.Explanation
}

// NewExplanation makes the document of an explanation. It changes the explanation: files get their
// published names. t is the document of the tally.
func NewExplanation(t *Tally, names Names, e *tally.Explanation) *Explanation {
	for _, sense := range e.Senses {
		for _, form := range sense.Forms {
			for i := range form.Places {
				form.Places[i].File = names.Of(form.Places[i].File)
			}
		}
	}
	return &Explanation{Origin: t.as(explainSchema), Found: t.Found, Explanation: e}
}

// Write writes the document as JSON, or as paragraphs of text whatever other format is asked for:
// it has no table.
func (d *Explanation) Write(w io.Writer, f Format) error {
	if f == JSON {
		return writeJSON(w, d)
	}
	blocks := prose.Explanation(d.Explanation, d.Options.Synonyms, len(d.Source.Files) > 1)
	for _, s := range d.Senses {
		if evidence := prose.Evidence(d.Decisions, s); evidence != nil {
			blocks = append(blocks, evidence)
		}
	}
	if decided := prose.Decided(d.Decisions); decided != nil {
		blocks = append(blocks, decided)
	}
	paragraphs := prose.Texts(blocks, func(block []string) string { return notesFor(columnsOf(w), block) + "\n" })
	return writeText(w, strings.Join(paragraphs, "\n"))
}
