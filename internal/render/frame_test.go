package render

import (
	"cmp"
	"image"
	"slices"
	"strings"
	"sync"
	"testing"

	"verbatim/internal/typeface"
)

// fonts are the embedded fonts, read once for all tests that do not run in parallel.
var fonts = sync.OnceValue(func() *Fonts {
	bold, _ := typeface.Embedded(typeface.Bold) // only a file or the machine's fonts may fail
	regular, _ := typeface.Embedded(typeface.Regular)
	return &Fonts{bold, regular}
})

func frame(t testing.TB, s FrameSpec) Frame {
	t.Helper()
	s.Fonts = cmp.Or(s.Fonts, fonts())
	return NewFrame(s)
}

// A frame without text is only a margin.
func TestEmptyFrame(t *testing.T) {
	f := frame(t, FrameSpec{Width: 1600, Height: 1000, Title: []string{" \u200d "}, Base: []string{""}, Note: []string{"", "\x00"}})
	if want := image.Rect(48, 48, 1552, 952); f.Area != want || len(f.marks) > 0 {
		t.Errorf("area %v, want %v; %d lines", f.Area, want, len(f.marks))
	}
}

// All text stays between the margins and the area, whatever its length and content.
func TestFrameText(t *testing.T) {
	for _, size := range []image.Point{{X: 1600, Y: 1000}, {X: 800, Y: 500}, {X: 300, Y: 900}} {
		bare := frame(t, FrameSpec{Width: size.X, Height: size.Y}).Area
		f := frame(t, FrameSpec{
			Width: size.X, Height: size.Y, Title: []string{"What makes a partnership work, and what should “we” do next? شفافية"}, Base: []string{"A base"},
			Note: []string{strings.Repeat("Set aside as the subject: partnership (31). ", 5), strings.Repeat("x", 300), "日本 a\u202eb"},
		})
		for _, m := range f.marks {
			ink := m.bounds()
			if room := image.Rect(bare.Min.X-2, f.Type.Px(25), bare.Max.X+2, size.Y-f.Type.Px(20)); !ink.In(room) || ink.Overlaps(f.Area) {
				t.Errorf("%v: %q inks %v of %v, the words have %v", size, m.Lines[0].Outline.Text, ink, bare, f.Area)
			}
		}
	}
}

// A caption that fills the picture leaves an empty area.
func TestFrameWithoutRoom(t *testing.T) {
	for _, size := range []int{1, 10, 30} {
		f := frame(t, FrameSpec{Width: size, Height: size, Title: []string{"a title"}, Note: []string{"and a note"}})
		if !f.Area.Empty() {
			t.Errorf("%d px: area %v", size, f.Area)
		}
	}
}

// The legend stands between title and words, wraps where it is wide, and leaves out names without a visible character.
func TestLegend(t *testing.T) {
	spec := FrameSpec{Width: 800, Height: 500, Title: []string{"Themes"}}
	bare := frame(t, spec)
	spec.Legend = []Entry{{"Trust", "40 people", rgb(0x005cd4)}, {"\u200d", "", rgb(0)}, {"Working together", "12", rgb(0xa35c10)}}
	one := frame(t, spec)
	if squares := bars(one); squares != 2 || one.Area.Min.Y <= bare.Area.Min.Y {
		t.Errorf("%d squares, area %v, without legend %v", squares, one.Area, bare.Area)
	}
	for range 10 {
		spec.Legend = append(spec.Legend, Entry{"a theme of some length", "7", rgb(0)})
	}
	many := frame(t, spec)
	if bars(many) != 12 || many.Area.Min.Y <= one.Area.Min.Y {
		t.Errorf("%d squares, area %v, of two %v", bars(many), many.Area, one.Area)
	}
	for _, m := range many.marks {
		if !m.bounds().In(image.Rect(18, 18, 782, many.Area.Min.Y)) {
			t.Errorf("a mark at %v", m.bounds())
		}
	}
}

func bars(f Frame) (n int) {
	for _, m := range f.marks {
		if len(m.Boxes) > 0 {
			n++
		}
	}
	return n
}

// A wrapped line runs in the direction of its paragraph: what comes first in a Hebrew title is on the right.
func TestFrameDirection(t *testing.T) {
	const title = "שקיפות ופתיחות ושותפות (2024) trust and respect"
	f := frame(t, FrameSpec{Width: 260, Height: 240, Title: []string{title}})
	if len(f.marks) != 2 {
		t.Fatalf("%d lines", len(f.marks))
	}
	second := f.marks[1].Lines[0].Outline
	want, err := f.fonts.Bold.ShapeLine(second.Text, title)
	if err != nil || !slices.Equal(second.Glyphs, want.Glyphs) {
		t.Errorf("%v, want %v, %v", second.Glyphs, want.Glyphs, err)
	}
	if other, err := f.fonts.Bold.Shape(second.Text); err != nil || slices.Equal(second.Glyphs, other.Glyphs) {
		t.Errorf("%q runs from left to right: %v", second.Text, err)
	}
}

// lines are the texts of the marks of a class, with their font height in px.
func lines(f Frame, class string) (texts []string, px float64) {
	for _, m := range f.marks {
		if m.Class == class {
			for _, l := range m.Lines {
				texts, px = append(texts, l.Outline.Text), l.Size.Px()
			}
		}
	}
	return texts, px
}

// A title shrinks to 84 % for one line, then has two of about equal length, then is cut before a word at 110 characters.
// Where it can be said in fewer words, it is if the longer way has no room on one line.
func TestTitle(t *testing.T) {
	word := strings.TrimSpace(strings.Repeat("question ", 30))
	for _, test := range []struct {
		name  string
		texts []string
		lines int
		px    func(float64) bool
		ends  string
	}{
		{"short", []string{"What matters?"}, 1, func(px float64) bool { return px == 44 }, "matters?"},
		{"a little too long", []string{"What aspects of the notebook make it so pleasant to use in your workflow?"}, 1, func(px float64) bool { return 37 <= px && px < 44 }, "workflow?"},
		{"long", []string{"What is it, if there is anything, that hinders you from making it an even more regular part of your work?"}, 2, func(px float64) bool { return px == 44 }, "work?"},
		{"too long", []string{word}, 2, func(px float64) bool { return 37 <= px && px < 44 }, "question…"},
		{"a shorter way", []string{word + ".", "What matters?"}, 1, func(px float64) bool { return px == 44 }, "matters?"},
	} {
		f := frame(t, FrameSpec{Width: 1600, Height: 1000, Title: test.texts})
		got, px := lines(f, "title")
		all := strings.Join(got, " ")
		if len(got) != test.lines || !test.px(px) || !strings.HasSuffix(all, test.ends) || len(all) > longestTitle+3 {
			t.Errorf("%s: %q at %v px", test.name, got, px)
		}
		if len(got) == 2 && 3*len(got[0]) < 2*len(got[1]) {
			t.Errorf("%s: lines of unequal length: %q", test.name, got)
		}
	}
}

// The base says less where it has no room; the note leaves out sentences, never parts of them, and goes on with those that
// have room. Lines break between sentences.
func TestBaseAndNote(t *testing.T) {
	long, short := strings.TrimSpace(strings.Repeat("Sentence ", 12))+".", "A short one."
	f := frame(t, FrameSpec{Width: 800, Height: 500, Base: []string{long + " " + long, short}, Note: []string{long, long, long, short}})
	if base, _ := lines(f, "base"); !slices.Equal(base, []string{short}) {
		t.Errorf("base %q", base)
	}
	if note, _ := lines(f, "note"); !slices.Equal(note, []string{long, long + " " + short}) {
		t.Errorf("note %q", note)
	}
	third := strings.Repeat("Sentence ", 5) + "end."
	f = frame(t, FrameSpec{Width: 800, Height: 500, Note: []string{third, long, long, third}})
	if note, _ := lines(f, "note"); len(note) != 2 || strings.Join(note, " ") != third+" "+long+" "+third {
		t.Errorf("note %q", note)
	}
}

// Everything starts at one left edge, and a picture of twice the size has the same proportions.
func TestLeftEdge(t *testing.T) {
	spec := FrameSpec{Width: 1600, Height: 1000, Title: []string{"Hindrances"}, Base: []string{"Half of them"}, Legend: []Entry{{"Trust", "4", rgb(0)}}, Note: []string{"Here is a note."}}
	f := frame(t, spec)
	for _, m := range f.marks {
		if x := m.bounds().Min.X; m.Class != "legend" && (x < 48 || x > 53) {
			t.Errorf("%s starts at %d", m.Class, x)
		}
	}
	spec.Width, spec.Height = 1080, 1350
	upright := frame(t, spec)
	_, wide := lines(f, "base")
	if _, px := lines(upright, "base"); px < 1.25*wide {
		t.Errorf("the base of an upright picture is %v px high", px)
	}
}

// A question that is too long for a line is cut, and the base below it stays whole.
func TestBaseKeepsItsLine(t *testing.T) {
	b := setBase(textBlock{chain: fonts().Regular, px: 20}, []string{strings.Repeat("What should change in the town? ", 9) + "\n741 of 1,706 people answered."}, 600)
	if len(b.lines) != 2 || !strings.HasSuffix(b.lines[0].Text, "…") || b.lines[1].Text != "741 of 1,706 people answered." {
		for _, l := range b.lines {
			t.Errorf("%q", l.Text)
		}
	}
}

// A title has as many lines as a high picture has room for, and is not cut there.
func TestTitleOfHighPicture(t *testing.T) {
	const title = "How have you and your team paid for your work on free software so far, and who has helped you with that?"
	for height, want := range map[int]bool{300: false, 1200: true} {
		var shown string
		for _, m := range frame(t, FrameSpec{Width: 300, Height: height, Title: []string{title}}).marks {
			for _, l := range m.Lines {
				shown += l.Outline.Text + " "
			}
		}
		if whole := strings.Join(strings.Fields(shown), " ") == title; whole != want {
			t.Errorf("300x%d: %q", height, shown)
		}
	}
}
