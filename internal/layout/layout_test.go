package layout

import (
	"bytes"
	"context"
	"errors"
	"image"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"verbatim/internal/typeface"
)

// survey are labels as answers give them: words and phrases, with ascenders, descenders, accents and hyphens.
const survey = `transparency, openness, trust, understanding, integrity, communication, alignment of interests,
respect, honesty, shared goals, leadership, quid pro quo, commitment, patience, co-design, time, clear roles, people,
empathy, vision, funding, evidence, purpose, courage, learning, humility, résumé, political will, equity, joy, risk,
data, consultation, agility, contracts, local knowledge, goodwill, Façade, ICT, values`

// ranked makes a list of n words whose counts fall as 1/rank from top, never below 1.
func ranked(n, top int) []Word {
	labels := strings.Split(survey, ",")
	var words []Word
	for i := range n {
		text := strings.Join(strings.Fields(labels[i%len(labels)]), " ")
		words = append(words, Word{Text: text, Count: float64(max(1, top/(i+1))), Color: "#14233f"})
	}
	return words
}

// full reports whether every case is to be tried, and not one of each sort.
func full() bool { return os.Getenv("VERBATIM_FULL") != "" }

// embedded are the program's fonts. One chain is for all tests: fonts are parsed once.
var embedded = sync.OnceValues(func() (*typeface.Chain, error) { return typeface.Embedded(typeface.Bold) })

// spec is a small picture, so that tests are quick.
func spec(t testing.TB, words []Word) Spec {
	t.Helper()
	chain, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	return Spec{Width: 400, Height: 250, Area: image.Rect(10, 30, 390, 225), Words: words, Chain: chain, Unit: "mentions", Language: "en"}
}

func run(t testing.TB, s Spec) *Layout {
	t.Helper()
	l, err := Wordclouds{}.Layout(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// check holds a layout against what every engine promises. It measures with the outlines alone.
func check(t *testing.T, s Spec, l *Layout) {
	t.Helper()
	if len(l.Words)+len(l.Unplaced) != len(s.Words) {
		t.Errorf("%d words placed and %d not, of %d", len(l.Words), len(l.Unplaced), len(s.Words))
	}
	sizes := map[float64]float64{}
	for i := range l.Words {
		p := &l.Words[i]
		if size, known := sizes[p.Count]; known && size != p.Size && s.Scale != Area {
			t.Errorf("%q has %v px, another word said as often has %v", p.Text, p.Size, size)
		}
		sizes[p.Count] = p.Size
		ink := p.Height.Pixels(p.Lines[0].Outline.Bounds, false).Add(image.Pt(p.Lines[0].X, p.Lines[0].Y))
		if box := p.Box.Rectangle(); !box.In(s.Area) || box != ink {
			t.Errorf("%q inks %v, says %v, may ink %v", p.Text, ink, box, s.Area)
		}
		for j := range i {
			if !apart(p, &l.Words[j], s.Width) {
				t.Errorf("%q and %q are too close", p.Text, l.Words[j].Text)
			}
		}
	}
}

// apart reports whether no letters of two words are nearer than the gap of the smaller one.
func apart(a, b *Placed, width int) bool {
	g := boxGap(min(a.Height, b.Height), width)
	for _, p := range lettersOf(a) {
		wide := image.Rect(p.Min.X-g.X, p.Min.Y-g.Y, p.Max.X+g.X, p.Max.Y+g.Y)
		if slices.ContainsFunc(lettersOf(b), wide.Overlaps) {
			return false
		}
	}
	return true
}

// lettersOf are the pixels that each letter of a word on one line may ink.
func lettersOf(p *Placed) (boxes []image.Rectangle) {
	for _, g := range p.Lines[0].Outline.Glyphs {
		boxes = append(boxes, p.Height.Pixels(g, false).Add(image.Pt(p.Lines[0].X, p.Lines[0].Y)))
	}
	return boxes
}

func TestLists(t *testing.T) {
	for name, words := range map[string][]Word{
		"one word":     ranked(1, 5),
		"eight":        ranked(8, 18),
		"equal counts": ranked(5, 1),
		"mixed scripts": {{Text: "شفافية", Count: 9}, {Text: "שקיפות 7", Count: 7}, {Text: "διαφάνεια", Count: 5},
			{Text: "прозрачность", Count: 5}, {Text: "love ❤ trust", Count: 4}, {Text: "😀", Count: 3}, {Text: "ÅÄÖ", Count: 3}},
	} {
		t.Run(name, func(t *testing.T) {
			s := spec(t, words)
			l := run(t, s)
			check(t, s, l)
			if len(l.Unplaced) > 0 || len(l.Tries) > len(scales) {
				t.Errorf("unplaced %v after %d tries", l.Unplaced, len(l.Tries))
			}
		})
	}
}

func TestScales(t *testing.T) {
	for _, scale := range Scales() {
		s := spec(t, ranked(4, 30))
		s.Scale = scale
		l := run(t, s)
		check(t, s, l)
		first := l.Words[0]
		for _, w := range l.Words[1:] {
			got, want := w.Size/first.Size, scale.Height(w.Count, first.Count)
			if scale == Area {
				got, want = area(w)/area(first), w.Count/first.Count
			}
			if d := got/want - 1; d < -1e-6 || d > 1e-6 {
				t.Errorf("%s: %q has ratio %v, want %v", scale, w.Text, got, want)
			}
		}
	}
}

// area is that of the exact ink box in px².
func area(p Placed) float64 {
	b := p.Lines[0].Outline.Bounds
	return p.Size * p.Size * float64(b.X1-b.X0) * float64(b.Y1-b.Y0)
}

// What cannot be drawn is named with its reason; the rest is drawn.
func TestHostile(t *testing.T) {
	long := strings.Repeat("x", 300)
	s := spec(t, []Word{
		{Text: "trust", Count: 9}, {Text: "日本", Count: 8}, {Text: "", Count: 7}, {Text: "\u200d", Count: 6},
		{Text: "zero", Count: 0}, {Text: "trust", Count: 5}, {Text: "a\x00\u202eb", Count: 4}, {Text: "\xed\xa0\x80", Count: 3},
		{Text: long, Count: 2}, {Text: "<svg>&amp;", Count: 2}, {Text: "-5", Count: -5},
	})
	l := run(t, s)
	check(t, s, l)
	want := map[string]string{
		"日本":     "no font has the character '日' (U+65E5)",
		"":       "the text has no visible character",
		"\u200d": "the text has no visible character",
		"zero":   "its count is not above 0",
		"-5":     "its count is not above 0",
	}
	for _, u := range l.Unplaced {
		if want[u.Text] != u.Reason {
			t.Errorf("%q: %s", u.Text, u.Reason)
		}
		delete(want, u.Text)
	}
	if len(want) > 0 {
		t.Errorf("not named: %v", want)
	}
}

// A word said a millionth as often is named, and costs the others nothing.
func TestTooSmallForInk(t *testing.T) {
	s := spec(t, []Word{{Text: "trust", Count: 1e6}, {Text: "doubt", Count: 1}, {Text: "fear", Count: 1e-300}})
	s.Scale = Linear
	l := run(t, s)
	check(t, s, l)
	if len(l.Words) != 1 || len(l.Unplaced) != 2 || l.Words[0].Size < 50 {
		t.Errorf("placed %v, unplaced %v", l.Words, l.Unplaced)
	}
}

// With nothing placed, or nothing left over, the lists of the JSON are still lists.
func TestEmptyLists(t *testing.T) {
	for _, text := range []string{"日本", "trust"} {
		var b bytes.Buffer
		if err := run(t, spec(t, []Word{{Text: text, Count: 3}})).WriteJSON(&b); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "null") {
			t.Errorf("%s: a list is null:\n%s", text, &b)
		}
	}
}

// Too small a picture leaves words over, or is an error; it never panics.
func TestAbsurdCanvas(t *testing.T) {
	for _, size := range []image.Point{{1, 1}, {1, 500}, {500, 1}, {7, 9}, {30, 30}, {90, 1200}, {1200, 90}} {
		s := spec(t, ranked(3, 20))
		s.Width, s.Height, s.Area = size.X, size.Y, image.Rectangle{Max: size}
		check(t, s, run(t, s))
	}
}

func TestErrors(t *testing.T) {
	if _, err := (Wordclouds{}).Layout(context.Background(), spec(t, nil)); !errors.Is(err, errNoWords) {
		t.Errorf("empty list: %v", err)
	}
	for _, area := range []image.Rectangle{{}, image.Rect(0, 0, 500, 20), image.Rect(-1, 0, 20, 20)} {
		s := spec(t, ranked(3, 3))
		s.Area = area
		if _, err := (Wordclouds{}).Layout(context.Background(), s); err == nil {
			t.Errorf("area %v: no error", area)
		}
	}
	for _, count := range []float64{math.NaN(), math.Inf(1)} {
		if _, err := (Wordclouds{}).Layout(context.Background(), spec(t, []Word{{Text: "trust", Count: count}})); err == nil {
			t.Errorf("count %v: no error", count)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := (Wordclouds{}).Layout(ctx, spec(t, ranked(3, 3))); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, err := (Exact{}).Layout(ctx, spec(t, ranked(3, 3))); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// No font file stays behind, and a folder that cannot be written is an error.
func TestFontFiles(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	run(t, spec(t, ranked(2, 3)))
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	t.Setenv("TMPDIR", filepath.Join(dir, "missing"))
	if _, err := (Wordclouds{}).Layout(context.Background(), spec(t, ranked(2, 3))); err == nil {
		t.Error("no error without a folder for font files")
	}
}

// The layout of a small survey, held exactly: UPDATE=1 renews it. It does not depend on the number of processors.
func TestGolden(t *testing.T) {
	golden := filepath.Join("testdata", "survey.json")
	s := spec(t, ranked(8, 9))
	s.Words = append(s.Words, Word{Text: "日本", Count: 1})
	for _, procs := range []int{1, 2} {
		before := runtime.GOMAXPROCS(procs)
		var got bytes.Buffer
		err := run(t, s).WriteJSON(&got)
		runtime.GOMAXPROCS(before)
		if err != nil {
			t.Fatal(err)
		}
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want) {
			t.Errorf("GOMAXPROCS %d: the layout differs from %s:\n%s", procs, golden, got.Bytes())
		}
	}
}

func BenchmarkWordclouds(b *testing.B) {
	for name, n := range map[string]int{"50": 50, "100": 100} {
		b.Run(name, func(b *testing.B) {
			s := spec(b, ranked(n, 200))
			s.Width, s.Height, s.Area = 1600, 1000, image.Rect(40, 120, 1560, 890)
			for b.Loop() {
				run(b, s)
			}
		})
	}
}
