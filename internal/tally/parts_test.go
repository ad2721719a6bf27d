package tally

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// What is written of a weight, and of a sum of squares, is read as it was.
func TestWeightsInJSON(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2))
	for range 2000 {
		w := Weight(r.Int64() >> r.IntN(63))
		s := Squares{r.Uint64() >> r.IntN(64), r.Uint64()}
		text, err := json.Marshal(struct {
			W Weight
			S Squares
		}{w, s})
		if err != nil {
			t.Fatal(err)
		}
		var back struct {
			W Weight
			S Squares
		}
		if err := json.Unmarshal(text, &back); err != nil || back.W != w || back.S != s {
			t.Fatalf("%s: %+v, %v; want %d, %+v", text, back, err, w, s)
		}
	}
}

func TestDecimals(t *testing.T) {
	for w, want := range map[Weight]string{0: "0", One: "1", One / 2: "0.5", 1: "0.000000001", 12 * One: "12", 100*One + 1: "100.000000001", math.MaxInt64: "9223372036.854775807"} {
		if got, err := json.Marshal(w); err != nil || string(got) != want {
			t.Errorf("%d: %s, %v; want %s", w, got, err, want)
		}
	}
	for _, bad := range []string{"-1", "1e9", "0.0000000001", `"1"`, "9223372036.854775808", "null", "true"} {
		var w Weight
		if err := json.Unmarshal([]byte(bad), &w); err == nil {
			t.Errorf("%s is read as %d", bad, w)
		}
	}
}

func TestSquares(t *testing.T) {
	var s Squares
	for range 3 {
		s.add(1_500_000_001)
	}
	if got, err := json.Marshal(s); err != nil || string(got) != "6.750000009000000003" {
		t.Errorf("%s, %v", got, err)
	}
	if f := s.float(); math.Abs(f-6.750000009) > 1e-12 {
		t.Errorf("%v", f)
	}
}

// A sum is what its tally was made of.
func TestSumOf(t *testing.T) {
	full := tallyOf(t, Mentions, "trust and use", "open things, openness", "", "n/a", "none")
	s, err := SumOf(full)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Tally(Ranking{By: Mentions}); !reflect.DeepEqual(got, full) {
		t.Errorf("got %+v\nwant %+v", got, full)
	}
	for want, change := range map[string]func(*Tally){
		"twice":          func(x *Tally) { x.Terms = append(x.Terms, x.Terms[0]) },
		"its forms":      func(x *Tally) { x.Terms[0].Mentions++ },
		"99 respondents": func(x *Tally) { x.Terms[0].Respondents = 99 },
		"99 of":          func(x *Tally) { x.Terms[0].Negated = 99 },
		"-1 of":          func(x *Tally) { x.Terms[0].Negated = -1 },
		"more weight":    func(x *Tally) { x.Terms[0].WeightedMentions, x.Terms[0].WeightedRespondents = One, One },
		"form \"\" has":  func(x *Tally) { x.Terms[0].Forms[0].Form = "" },
		"first 0 terms":  func(x *Tally) { x.AnyOfTop = []AnyOf{{}} },
		"squares":        func(x *Tally) { x.Base.WeightSum, x.Base.WeightSquaresSum.low = 3*One, 1 },
		"9 rows":         func(x *Tally) { x.Base.Rows = 9 },
		"the theme":      func(x *Tally) { x.Themes = []Theme{{Theme: "x", WeightedRespondents: 1}} },
		"is unknown he":  func(x *Tally) { x.SetAside = []AsideTerm{{Reason: "mood"}} },
	} {
		broken := tallyOf(t, Mentions, "trust and use", "open things, openness")
		change(broken)
		if _, err := SumOf(broken); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v", want, err)
		}
	}
}

// A tally that is shown as it is has shares and intervals, and counts that fit each other.
func TestCheckShown(t *testing.T) {
	half, most := 0.5, 2.0
	for want, change := range map[string]func(*Tally){
		"":             func(x *Tally) { x.Terms[0].Interval = Interval{&half, &x.Terms[0].Share} },
		`term "trust"`: func(x *Tally) { x.Terms[0].Low = &half },
		"do not fit":   func(x *Tally) { x.Terms[0].Interval = Interval{&half, &most} },
		"figures that": func(x *Tally) { x.Terms[0].Respondents = 3 },
		"has figures":  func(x *Tally) { x.Terms[0].Share = 1e300 },
		"the theme":    func(x *Tally) { x.Themes = []Theme{{Theme: "x", Share: -1}} },
		"first 0":      func(x *Tally) { x.AnyOfTop = []AnyOf{{}} },
	} {
		x := tallyOf(t, Respondents, "trust", "trust and openness")
		change(x)
		if err := x.CheckShown(); fmt.Sprint(err) == "<nil>" != (want == "") || !strings.Contains(fmt.Sprint(err), want) {
			t.Errorf("%s: error %v", want, err)
		}
	}
}

// A sum that is too large for its figures says so, and is none.
func TestOverflow(t *testing.T) {
	s := NewSum()
	for i, want := range []bool{true, false, false} {
		if s.Add(&Sum{Terms: map[Name]*TermSum{{Key: "x"}: {Counts: Counts{Weight: [2]Weight{math.MaxInt64 / 3 * 2, 1}}}}}); s.Countable() != want {
			t.Errorf("%d parts: countable %v, want %v", i+1, !want, want)
		}
	}
}

// Of several labels, or themes, the same one is taken in either order.
func TestLabelsOfParts(t *testing.T) {
	part := func(label, theme string) *Sum {
		s := NewSum()
		s.Themes = []ThemeSum{{Theme: "z"}, {Theme: "a"}}
		s.Terms[Name{Key: "x"}] = &TermSum{Counts: Counts{Mentions: 1}, Forms: []Form{{Form: "x", Mentions: 1}}, Label: label, Theme: theme}
		return s
	}
	for _, order := range [][]*Sum{{part("", ""), part("B", "a"), part("A", "z")}, {part("A", "z"), part("B", "a"), part("", "")}} {
		s := NewSum()
		for _, p := range order {
			s.Add(p)
		}
		if x := s.Terms[Name{Key: "x"}]; x.Label != "A" || x.Theme != "z" {
			t.Errorf("label %q, theme %q; want A and z", x.Label, x.Theme)
		}
	}
}
