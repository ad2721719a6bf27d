package ids

import (
	"slices"
	"testing"

	"verbatim/internal/survey"
)

// Ids that come again are found with the number of their rows, and numbers in two spellings are counted.
func TestRegister(t *testing.T) {
	for _, c := range []struct {
		ids     []string
		again   map[string]int
		spelled int
	}{
		{nil, nil, 0},
		{[]string{"a", "b"}, nil, 0},
		{[]string{"a", "b", "a", "c", "a", "c"}, map[string]int{"a": 3, "c": 2}, 0},
		{[]string{"5", "005", "5.0", "6"}, nil, 1},
		{[]string{"05", "05", "06", "6"}, map[string]int{"05": 2}, 1},
		{[]string{"5.0", "5.1", "5.10", "0", "00"}, nil, 1},
	} {
		var g Register
		for _, id := range c.ids {
			g.Add(id)
		}
		again := g.Repeated()
		if len(again) != len(c.again) || g.Rows() != len(c.ids) {
			t.Errorf("%q: %d come again, of %d rows", c.ids, len(again), g.Rows())
		}
		for id, rows := range c.again {
			if again[Hash(id)] != rows {
				t.Errorf("%q: %s has %d rows, want %d", c.ids, id, again[Hash(id)], rows)
			}
		}
		if got := g.SpelledApart(); got != c.spelled {
			t.Errorf("%q: %d numbers in two spellings, want %d", c.ids, got, c.spelled)
		}
	}
}

// Respondents come where their last row is; ids that share a hash stay two.
func TestUnite(t *testing.T) {
	idOf := func(x *survey.Response) string { return x.Extra[0] }
	batch := survey.Batch{}
	for _, cells := range [][2]string{{"a", "one"}, {"b", "two"}, {"a", "three"}, {"c", "four"}} {
		batch.Responses = append(batch.Responses, survey.Response{Extra: cells[:1], Answers: cells[1:]})
	}
	waiting := make(Waiting)
	RowsOf{Hash("a"): 2}.Unite(&batch, waiting, idOf)
	var got []string
	for i := range batch.Responses {
		got = append(got, idOf(&batch.Responses[i]))
		got = append(got, batch.Responses[i].Answers...)
	}
	if want := []string{"b", "two", "a", "one", "three", "c", "four"}; !slices.Equal(got, want) || len(waiting) > 0 {
		t.Errorf("%q, want %q; %d wait", got, want, len(waiting))
	}
	rows := []survey.Response{{Extra: []string{"x"}}, {Extra: []string{"y"}}, {Extra: []string{"x"}}}
	if parts := Apart(rows, idOf); len(parts) != 2 || len(parts[0]) != 2 || len(parts[1]) != 1 {
		t.Errorf("%d parts of two ids", len(parts))
	}
}
