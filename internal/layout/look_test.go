package layout

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"
)

// Phrases of two short words stay on one line: wrapped, they would be taken for two terms.
func TestShortPhrases(t *testing.T) {
	words := append([]Word{{Text: "data scientist", Count: 500}, {Text: "software engineer", Count: 450}}, ranked(60, 100)...)
	for _, n := range []int{4, 62} {
		for _, w := range exactly(t, largeSpec(t, words[:n], Sqrt)).Words[:2] {
			if len(w.Lines) != 1 {
				t.Errorf("%d words: %q stands on %d lines", n, w.Text, len(w.Lines))
			}
		}
	}
}

// Few words fill the width or the height, and the box round them stands in the middle.
func TestFew(t *testing.T) {
	for _, size := range []image.Point{{800, 500}, {1600, 1000}, {400, 900}} {
		for n := 2; n <= 12; n += 2 {
			s := largeSpec(t, ranked(n, 40), Sqrt)
			s.Width, s.Height, s.Area = size.X, size.Y, image.Rectangle{Max: size}.Inset(20)
			l := exactly(t, s)
			checkExact(t, &s, l)
			var box image.Rectangle
			for _, w := range l.Words {
				box = box.Union(w.Box.Rectangle())
			}
			if off := box.Min.Add(box.Max).Sub(size); off.X < -4 || off.X > 4 || off.Y < -4 || off.Y > 4 {
				t.Errorf("%d words on %v: the box %v is off the middle", n, size, box)
			}
			if 10*box.Dx() < 9*s.Area.Dx() && 10*box.Dy() < 9*s.Area.Dy() {
				t.Errorf("%d words on %v: the box %v fills neither side", n, size, box)
			}
		}
	}
}

// Words all alike stand in columns, in whose corners there are words too.
func TestAlike(t *testing.T) {
	var words []Word
	for i := range 40 {
		words = append(words, Word{Text: fmt.Sprint("alike", i+10), Count: 1})
	}
	s := largeSpec(t, words, Sqrt)
	l := exactly(t, s)
	checkExact(t, &s, l)
	if got := l.Words[0].Size; got < 90 {
		t.Errorf("they are %.1f px high", got)
	}
}

// Of neighbours of one size, few stand on one line so close that they read as a phrase.
func TestOffLine(t *testing.T) {
	words := append([]Word{{Text: "trust", Count: 30}}, ranked(70, 1)...)
	l := exactly(t, largeSpec(t, words, Sqrt))
	on := 0
	for i := range l.Words {
		for j := range i {
			a, b := &l.Words[i], &l.Words[j]
			gap := max(a.Box[0]-b.Box[2], b.Box[0]-a.Box[2])
			if dy := a.Lines[0].Y - b.Lines[0].Y; a.Size == b.Size && max(dy, -dy) <= 3 && gap < int(a.Size/2) {
				on++
			}
		}
	}
	if on > 12 {
		t.Errorf("%d pairs of 71 words read as one phrase", on)
	}
}

// Words reach the far ends of a picture's shape.
func TestOutline(t *testing.T) {
	s := largeSpec(t, ranked(90, 30), Sqrt)
	s.Shape = heart(t)
	l := exactly(t, s)
	checkExact(t, &s, l)
	lowest := 0
	for _, w := range l.Words {
		lowest = max(lowest, w.Box[3])
	}
	if end := s.Area.Max.Y - s.Area.Dy()*(280-240)/280; lowest < end-60 {
		t.Errorf("the lowest word ends at %d, the heart at about %d", lowest, end)
	}
}

// A word of many letters that keeps all others small is named; one that does not, or that is not long, is not.
func TestHeldBy(t *testing.T) {
	smash := strings.Repeat("aj", 29)
	for _, test := range []struct {
		text  string
		count float64
		want  string
	}{{smash, 30, smash}, {smash, 10, smash}, {smash, 1, ""}, {"transparency", 40, ""}} {
		words := append([]Word{{Text: "trust", Count: 30}, {Text: test.text, Count: test.count}}, ranked(10, 30)...)
		slices.SortStableFunc(words, func(a, b Word) int { return int(b.Count - a.Count) })
		if l := exactly(t, largeSpec(t, words, Sqrt)); l.HeldBy != test.want {
			t.Errorf("%q, said %v times: %q, want %q", test.text, test.count, l.HeldBy, test.want)
		}
	}
}
