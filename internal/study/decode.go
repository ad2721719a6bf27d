package study

import (
	"fmt"

	"verbatim/internal/privacy"
	"verbatim/internal/survey"
	"verbatim/internal/value"
)

// A decoder takes blocks apart, and markup and personal data out of their answers. It keeps
// its memory from block to block, so a batch is valid until the next one.
type decoder struct {
	survey   survey.Decoder
	redactor privacy.Redactor
	markup   int // answers that markup was taken out of
}

// decode takes a block apart. This is where every answer comes from, so that
// personal data, where it is to be taken out, reaches no other stage.
func (r *run) decode(b *survey.Block, d *decoder) (survey.Batch, error) {
	batch, err := d.survey.Decode(b)
	if err != nil {
		return batch, fmt.Errorf("decode: %w", err)
	}
	if r.question.Kind != survey.KindMultiple { // options are as the export writes them
		for i := range batch.Responses {
			d.plain(&batch.Responses[i])
		}
	}
	// Redaction follows the removal of markup: an address that is split by tags is one
	// address only without them.
	if r.opt.Redact {
		for _, response := range batch.Responses {
			for i, answer := range response.Answers {
				response.Answers[i] = d.redactor.Redact(answer)
			}
		}
	}
	return batch, nil
}

// plain takes markup out of answers. One that was nothing else is none.
func (d *decoder) plain(r *survey.Response) {
	kept := r.Answers[:0]
	for _, answer := range r.Answers {
		text, changed := value.WithoutMarkup(answer)
		if changed {
			d.markup++
		}
		if text != "" {
			kept = append(kept, text)
		}
	}
	r.Answers = kept
}
