package study

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"verbatim/internal/decision"
	"verbatim/internal/notice"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
)

// Groups of --by are counted under a key that all ways to write them have in common. What they are labelled as is
// decided in the end (decision/group.go), when all ways are known:
//
//	cell ─ spell ─▶ key ─ count ─▶ sums by key ─ labels ─▶ groups

// unites reports whether groups are values of the cells as people write them, so that several ways to write one are one
// group. Options and bins are written in one way.
func (r *run) unites() bool { return r.grouped() && r.choice == nil && !r.bins.groups }

// A groupValue is the value of a group as a decoder met it.
type groupValue struct {
	key  string
	rows int
}

// spell puts the key of its group in place of a value, and counts how it was written.
func (d *decoder) spell(cell *string) {
	if *cell == "" {
		return
	}
	s := d.spelled[*cell]
	if s == nil {
		if d.spelled == nil {
			d.spelled = make(map[string]*groupValue)
		}
		value := strings.Clone(*cell) // the block that it is a piece of must not stay alive
		s = &groupValue{key: decision.GroupKey(value)}
		d.spelled[value] = s
	}
	s.rows++
	*cell = s.key
}

// writings are all ways in which decoders met the groups.
func writings(decoders ...*decoder) decision.Writings {
	all := make(decision.Writings)
	for _, d := range decoders {
		for value, s := range d.spelled {
			all.Add(s.key, value, s.rows)
		}
	}
	return all
}

// spellAll reads the groups in the rows that stand for all.
func (r *run) spellAll(blocks []*survey.Block) error {
	all := *r
	all.question, all.where = survey.Question{Columns: r.by.Columns[:1]}, nil
	var d decoder
	for _, b := range blocks {
		if _, err := all.decode(b.For(survey.Query{Columns: r.by.Columns, Extra: r.by.Columns}), &d); err != nil {
			return err
		}
	}
	r.written = writings(&d)
	return nil
}

// labels are the labels of the groups, by what workers counted them under.
func (r *run) labels() map[string]string {
	if !r.unites() {
		return nil
	}
	var decoders []*decoder
	for _, w := range r.workers {
		decoders = append(decoders, &w.decoder)
	}
	by := decision.By{Column: r.by.Text}
	if d := r.decisions.By; d != nil && d.Column == by.Column {
		by = *d
	}
	labels := by.Label(r.written, writings(decoders...))
	if len(by.Written) > 0 {
		r.decisions.By = &by
	}
	return labels
}

// unitedGroups tells of groups that are written in several ways.
func (r *run) unitedGroups() []notice.Warning {
	if !r.unites() {
		return nil
	}
	return UnitedGroups(r.decisions.By, r.by.Text, r.opt.Withholds())
}

// UnitedGroups tells of groups of a column that are written in several ways; nil where all are written in one. Where
// disclosure control is on, it does not name them.
func UnitedGroups(by *decision.By, column string, withholds bool) (told []notice.Warning) {
	if by != nil && by.Column == column && len(by.Written) > 0 {
		message := fmt.Sprintf("values of %s that differ only in case, blanks or Unicode form are one group", quoted(by.Column))
		if !withholds {
			message += ": " + strings.Join(slices.Compact(slices.Sorted(maps.Values(by.Written))), ", ")
		}
		told = append(told, notice.Warning{Code: notice.UnitedGroups, Message: message})
	}
	return told
}

// lookElsewhere looks for other ways to write the values of --where, which are exact, if nobody is left by them.
func (r *run) lookElsewhere(ctx context.Context, counted tally.Base) error {
	if len(r.where) == 0 || counted.Respondents > 0 || r.opt.Withholds() {
		return nil
	}
	drawn, _, err := r.export.Drawn(ctx)
	if err != nil {
		return err
	}
	for i, c := range r.where {
		selector, _, _ := strings.Cut(r.opt.Where[i], "=")
		hint := func(way string) {
			r.otherwise = "the value is written otherwise: --where " + notice.ShellQuoted(selector+"="+way)
		}
		for _, v := range c.column.Values {
			if v.Value == c.value && !c.not {
				hint(v.Label)
				return nil
			}
		}
		all := *r
		all.where = nil
		ways := make(decision.Writings)
		for _, b := range slices.Concat(drawn...) {
			batch, err := all.kept(b.For(survey.Query{Columns: c.column.Columns, Extra: c.column.Columns}), &r.ahead)
			if err != nil {
				return err
			}
			for _, x := range batch.Responses {
				ways.Add(decision.GroupKey(x.Extra[0]), x.Extra[0], 1)
			}
		}
		if way, ok := ways.Other(c.value); ok && !c.not {
			hint(way)
			return nil
		}
	}
	return nil
}
