package study

import (
	"context"

	"verbatim/internal/privacy"
	"verbatim/internal/survey"
	"verbatim/internal/term"
)

// An Inspection is what may be shown of an export without counting words.
type Inspection struct {
	*survey.Inspection
	Redacted []privacy.Redacted // what was replaced in the answers shown
	// SamplesWithheld says that answers were asked for and none may be shown: each
	// may be that of one person.
	SamplesWithheld bool
}

// Inspect reads everything once, with a number of sample answers of each question.
// Of the options, only those on reading and privacy count. A sample is the answer
// of one person, so with a threshold of 1 it may be shown, and above that none may.
func Inspect(ctx context.Context, e *survey.Export, opt Options, samples int) (*Inspection, error) {
	facts, err := e.Inspect(ctx, survey.InspectOptions{Samples: samples})
	if err != nil {
		return nil, err
	}
	shown := &Inspection{Inspection: facts, SamplesWithheld: samples > 0 && opt.Suppress > 1}
	var redactor privacy.Redactor
	for i := range facts.Questions {
		q := &facts.Questions[i]
		switch {
		case opt.Suppress > 1:
			q.Samples = nil
		case opt.Redact:
			for j, answer := range q.Samples {
				q.Samples[j] = term.Spelled(redactor.Redact(answer))
			}
		}
	}
	if opt.Suppress > 1 {
		facts.Warnings = privacy.ShowWarnings(facts.Warnings, opt.Suppress)
	}
	shown.Redacted = redactor.Found.Shown(opt.Suppress)
	return shown, nil
}
