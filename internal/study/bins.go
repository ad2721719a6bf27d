package study

import (
	"fmt"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/scale"
	"verbatim/internal/survey"
)

// --bins cuts the numbers of one column into bands, which are then options: those of the question
// or, where it has no numbers, the groups of --by. A cell without a number is as good as blank.

// bins are the bands of a run.
type bins struct {
	*scale.Bins      // nil: there are none
	groups      bool // of the groups, and not of the question
}

// ofQuestion and ofGroups report what is cut.
func (b bins) ofQuestion() bool { return b.Bins != nil && !b.groups }
func (b bins) ofGroups() bool   { return b.Bins != nil && b.groups }

// cut finds the column that the bins are of. Where both have numbers it is the question, which has
// no terms otherwise. A column without cells may be a part of one of numbers.
func (r *run) cut() (err error) {
	o := &r.opt
	if o.Bins == "" {
		return nil
	}
	if r.bins.Bins, err = scale.ParseBins(o.Bins); err != nil {
		return &notice.UsageError{Where: "--bins", What: err.Error(), Hint: "give rising numbers, for example --bins 18,30,65"}
	}
	refused := r.question
	if r.question.Kind != survey.KindNumber && r.grouped() && (r.question.Kind != survey.KindEmpty || r.by.Kind == survey.KindNumber) {
		refused, r.bins.groups = r.by, true
	}
	switch {
	case refused.Kind != survey.KindNumber && refused.Kind != survey.KindEmpty:
		return &notice.UsageError{Where: "--bins", What: fmt.Sprintf("%s is a column of kind %s, and not of numbers", quoted(refused.Text), refused.Kind), Hint: "verbatim inspect lists the kinds"}
	case r.bins.ofQuestion() && (o.Whole || o.Split != ""):
		return &notice.UsageError{Where: "--bins", What: "cuts the numbers of the question, of which --whole and --split would be the terms", Hint: "leave one of them out"}
	}
	return nil
}

// bin puts bands in place of the numbers of a response.
func (d *decoder) bin(r *run, x *survey.Response) {
	if r.bins.groups {
		group := &x.Extra[len(r.where)]
		band, ok := r.bins.Of(*group)
		if !ok && strings.TrimSpace(*group) != "" {
			d.noNumber++
		}
		*group = band
		return
	}
	kept := x.Answers[:0]
	for _, answer := range x.Answers {
		if band, ok := r.bins.Of(answer); ok {
			kept = append(kept, band)
		} else {
			d.noNumber++
		}
	}
	x.Answers = kept
}

// withoutNumber warns of cells that are in no band. With disclosure control it is silent, since the
// number of blank cells would follow.
func (r *run) withoutNumber() (warnings []notice.Warning) {
	cells, column := 0, r.question
	for _, w := range r.workers {
		cells += w.decoder.noNumber
	}
	if r.bins.groups {
		column = r.by
	}
	if cells > 0 && !r.opt.Withholds() {
		warnings = append(warnings, notice.Warning{Code: notice.NoNumber, File: r.export.Files[0], Column: column.Columns[0],
			Message: fmt.Sprintf("cells of %s that hold no number: %d; they are in no bin, and count as blank", quoted(column.Text), cells)})
	}
	return warnings
}
