package container

import (
	"iter"

	"verbatim/internal/jsonrows"
)

// openJSON opens rows of JSON. It is read once, from the beginning to the end.
func openJSON(f file, opt Options) (*Table, error) {
	if err := f.single(opt); err != nil {
		return nil, err
	}
	t, err := jsonrows.Open(f.bytes, f.name)
	if err != nil {
		return nil, err
	}
	told := make([]Told, len(t.Columns))
	for i, lists := range t.Lists {
		told[i].Lists = lists
	}
	rows := func(yield func(row, error) bool) {
		if !yield(row{cells: t.Columns}, nil) {
			return
		}
		for r, err := range t.Rows() {
			if !yield(row{r.Line, r.Cells}, err) {
				return
			}
		}
	}
	return &Table{Kind: "json", Text: newText(iter.Seq2[row, error](rows)), Told: told, Header: 1, Evidence: []string{"keys are columns"}, Warnings: t.Warnings}, nil
}
