package study

import (
	"context"
	"fmt"
	"slices"

	"verbatim/internal/lang"
	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
)

// masker makes the masker of a run, as words are counted in the end; nil without a list.
func (r *run) masker() (*privacy.Masker, error) {
	if r.opt.Mask == "" {
		return nil, nil
	}
	var list []string
	for _, e := range r.masked {
		list = append(list, e.Text)
	}
	return privacy.NewMasker(r.terms, list)
}

// applyMask covers the words of the list in what is shown of a count, and counts the people who said
// any: for that all answers are read once more. Under disclosure control, and where they cannot be
// read again, that number is not known.
func (r *run) applyMask(ctx context.Context, c *Count) error {
	m, err := r.masker()
	if m == nil || err != nil {
		return err
	}
	people := tally.Withheld
	if r.rereadable && !r.opt.Withholds() {
		if people, err = r.maskedPeople(ctx, m); err != nil {
			return err
		}
	}
	c.Shown, c.Phrases = c.Shown.Masked(m.Mask, people), slices.Clone(c.Phrases)
	for i := range c.Phrases {
		c.Phrases[i].Phrase = m.Mask(c.Phrases[i].Phrase)
	}
	c.Found.Subject = slices.Clone(c.Found.Subject)
	for i, word := range c.Found.Subject {
		c.Found.Subject[i] = m.Mask(word)
	}
	c.Found.Decisions = nil // parts with the same ones add up, and a masked tally is none
	for i := range r.masked {
		if !m.Met[i] && !r.opt.Withholds() {
			c.Warnings = append(c.Warnings, notice.Warning{Code: notice.UnmatchedEntry, File: r.opt.Mask, Line: r.masked[i].Line, Message: fmt.Sprintf("no answer has %q", r.masked[i].Text)})
		}
	}
	return nil
}

// maskedPeople counts the people who said a word of the list.
func (r *run) maskedPeople(ctx context.Context, m *privacy.Masker) (people tally.Figure, err error) {
	w, err := r.reader()
	if err != nil {
		return 0, err
	}
	err = r.each(ctx, func(x *survey.Response) {
		said := false
		for row := range x.EachRow {
			for _, answer := range row.Answers {
				if _, class := w.analyze(answer); class == lang.Substantive {
					said = len(m.Places(w.text(answer))) > 0 || said
				}
			}
		}
		if said {
			people++
		}
	})
	return people, err
}
