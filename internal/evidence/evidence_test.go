package evidence

import (
	"strings"
	"testing"
)

// A sentence has the right number and verb, and is left out where it says nothing.
func TestOf(t *testing.T) {
	for _, test := range []struct {
		n, all int
		what   string
		want   string
	}{
		{3, 60, "answers were given once", "3 of 60 answers were given once"},
		{1, 60, "answers were given once", "1 of 60 answers was given once"},
		{1, 1, "texts came again below", "1 of 1 text came again below"},
		{0, 5, "cells were questions", "none of 5 cells were questions"},
		{0, 1, "cells were questions", ""},
		{0, 0, "cells were questions", ""},
	} {
		if got := Of(test.n, test.all, test.what); got != test.want {
			t.Errorf("%d of %d: %q, want %q", test.n, test.all, got, test.want)
		}
	}
	if got := Some(0, 5, "cells came twice"); got != "" {
		t.Errorf("none: %q", got)
	}
}

// The sum decides; the heaviest features are named, those of one sentence together, and those against last.
func TestDecide(t *testing.T) {
	w := weighing{bias: -100, weights: []weight{{"a", 30, 2}, {"b", 10, 0}, {"c", -20, 1}, {"d", 5, 0}}}
	features := []Feature{New("a", 5, "many a"), New("b", 4, "many a"), New("c", 3, "few c"), New("d", 9, "")}
	if sum := w.score(features); sum != -100+90+40-40+45 {
		t.Errorf("the sum is %d", sum)
	}
	if got, want := w.why(true, features, ", because "), ", because many a; against: few c"; got != want {
		t.Errorf("yes%s, want %s", got, want)
	}
	if got, want := w.why(false, features, ": "), ": few c; against: many a"; got != want {
		t.Errorf("no%s, want %s", got, want)
	}
}

// A feature that has another place than its weight, or a weight without one, is a mistake of the program.
func TestMisplaced(t *testing.T) {
	for _, features := range [][]Feature{
		{New("b", 1, ""), New("a", 1, "")}, {New("a", 1, "")}, {New("a", 1, ""), New("b", 1, ""), New("c", 1, "")},
	} {
		func() {
			defer func() {
				if r, _ := recover().(string); !strings.Contains(r, `"`+features[0].name+`"`) {
					t.Errorf("%v: recovered %q", features, r)
				}
			}()
			weighing{weights: []weight{{"a", 1, 0}, {"b", 1, 0}}}.score(features)
		}()
	}
}

// Every decision has weights, each with a name, and none twice.
func TestWeights(t *testing.T) {
	for _, decision := range []string{"header", "open", "several"} {
		w, seen := fitted()[decision], map[string]bool{}
		for _, weight := range w.weights {
			if weight.name == "" || seen[weight.name] {
				t.Errorf("%s: %q is there twice, or has no name", decision, weight.name)
			}
			seen[weight.name] = true
		}
		if len(w.weights) < 5 || w.bias == 0 {
			t.Errorf("%s has %d weights and the bias %d", decision, len(w.weights), w.bias)
		}
	}
}
