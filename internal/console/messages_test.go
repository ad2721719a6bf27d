package console

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/layout"
	"verbatim/internal/tally"
)

// What would bring small words to 9 px is suggested, and nothing else.
func TestLegible(t *testing.T) {
	// Ten words of these counts and font heights, each as wide as four letters are high.
	cloud := func(width, height int, bound string, scale layout.Scale, counts, px [2]float64) *layout.Layout {
		l := &layout.Layout{Width: width, Height: height, Area: layout.Box{0, 0, width, height}, Bound: bound, Scale: scale, SmallestPx: min(px[0], px[1])}
		for i := range 10 {
			k := min(i, 1)
			l.Words = append(l.Words, layout.Placed{Count: counts[k], Size: px[k], Box: layout.Box{0, 0, int(4 * px[k]), int(px[k])}})
			if px[k] < 9 {
				l.Under9px = append(l.Under9px, "a word")
			}
		}
		return l
	}
	for _, test := range []struct {
		name string
		l    *layout.Layout
		want string
	}{
		{"one word towers", cloud(400, 250, "width", layout.Linear, [2]float64{100, 5}, [2]float64{100, 5}), "--size 800x500 or --scale log or --max-words 1 would help"},
		{"log is as small", cloud(100, 50, "search", layout.Sqrt, [2]float64{25, 1}, [2]float64{20, 4}), "--size 300x200 or --max-words 1 would help"},
		{"log already", cloud(400, 250, "width", layout.Log, [2]float64{100, 5}, [2]float64{10, 3.9}), "--size 1000x600 or --max-words 1 would help"},
		{"nothing helps", cloud(9000, 9000, "search", layout.Sqrt, [2]float64{1, 1}, [2]float64{5, 5}), ""},
	} {
		if got := legible(test.l); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestSinglesAreGrouped(t *testing.T) {
	terms := slices.Repeat([]tally.Term{{Respondents: 1}}, 1200)
	var out bytes.Buffer
	new(Messages).TellSingles(&Streams{Err: &out}, append(terms, tally.Term{Respondents: 2}))
	if want := "1,200 of the 1,201 terms shown"; !strings.Contains(out.String(), want) {
		t.Errorf("%q does not say %q", out.String(), want)
	}
}

func TestSinglesOfOneTerm(t *testing.T) {
	var out bytes.Buffer
	new(Messages).TellSingles(&Streams{Err: &out}, []tally.Term{{Respondents: 1}})
	if want := "the one term shown was said by one person; "; !strings.Contains(out.String(), want) {
		t.Errorf("%q does not say %q", out.String(), want)
	}
}

// Progress is shown to people only, if they want it.
func TestProgressIsForPeople(t *testing.T) {
	for name, run := range map[string]struct {
		terminal, shown bool
		opt             Messages
	}{
		"a person looks": {true, true, Messages{}},
		"piped":          {false, false, Messages{}},
		"--quiet":        {true, false, Messages{Quiet: true}},
		"--no-progress":  {true, false, Messages{NoProgress: true}},
	} {
		s := &Streams{Err: new(bytes.Buffer), ErrIsTerminal: run.terminal}
		if got := run.opt.Progress(s); (got != nil) != run.shown {
			t.Errorf("%s: %v", name, got)
		}
	}
}
