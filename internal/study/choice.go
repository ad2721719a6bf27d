package study

import (
	"slices"

	"verbatim/internal/decision"
	"verbatim/internal/privacy"
	"verbatim/internal/scale"
	"verbatim/internal/segment"
	"verbatim/internal/survey"
)

// --by may name a multiple choice. Each of its options is a group then, of the people who picked it, so
// a person is in as many groups as they picked options, with all of their answers:
//
//	1  Python; R   ─▶ Python, R
//	2  R           ─▶ R
//	3              ─▶ "", who left it blank: in no group
//
// The options have a column each, or are joined in one cell. How they are written is decided once.

// choose finds out whether the groups are the options of a multiple choice, by the answers or as decided before
// for the same column. A choice of one with a column for each option is read alike.
func (r *run) choose() {
	if d := r.decisions.By; d != nil && r.grouped() && d.Column == r.by.Text {
		r.choice = d.Options
		return
	}
	options, _ := r.by.Options()
	if options != nil && (r.by.Kind == survey.KindMultiple || len(r.by.Columns) > 1) {
		r.choice = withoutPersonal(options)
		r.decisions.By = &decision.By{Column: r.by.Text, Options: r.choice}
	}
}

// order takes over the order of the options and of the groups that the file tells. Where it tells none, one that
// was decided before holds, of the same columns.
func (r *run) order() {
	o := &r.decisions.Order
	if values := r.question.Values; values != nil && r.terms.Whole {
		o.Options = publicValues(values)
	}
	if by := r.decisions.By; by == nil || by.Column != r.by.Text {
		o.Groups = nil
	}
	if r.by.Values != nil {
		o.Groups = publicValues(r.by.Values)
	}
}

// withoutPersonal leaves out options with personal data, which no answer has any more.
func withoutPersonal(options *survey.Splitting) *survey.Splitting {
	written := *options
	written.Whole = slices.DeleteFunc(slices.Clone(written.Whole), isPersonal)
	return &written
}

// publicValues are the values whose labels have no personal data.
func publicValues(values []scale.Value) []scale.Value {
	return slices.DeleteFunc(slices.Clone(values), func(v scale.Value) bool { return isPersonal(v.Label) })
}

// isPersonal reports whether a text has personal data.
func isPersonal(text string) bool { return new(privacy.Redactor).Redact(text) != text }

// groupCells are the cells of a row that say in which groups it is.
func (r *run) groupCells(row *survey.Response) []string {
	return row.Extra[len(r.where) : len(r.where)+len(r.by.Columns)]
}

// label makes of the cells of the groups what is shown: those of a choice are read as answers are.
func (d *decoder) label(r *run, row *survey.Response) {
	for i, cell := range r.groupCells(row) {
		if r.choice != nil {
			cell = r.export.Answer(r.by.Columns[i], cell)
		}
		if r.opt.Redact {
			cell = segment.Spelled(d.labels.Redact(cell))
		}
		r.groupCells(row)[i] = cell
	}
}

// picked are the options that a respondent picked, in any of their rows, each once; "" alone if none.
func (r *run) picked(x *survey.Response) (options []string) {
	for row := range x.EachRow {
		for _, cell := range r.groupCells(row) {
			for _, option := range r.choice.Split(cell) {
				if option != "" && !slices.Contains(options, option) {
					options = append(options, option)
				}
			}
		}
	}
	if options == nil {
		return []string{""}
	}
	return options
}
