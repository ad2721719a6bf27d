package render

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"verbatim/internal/layout"
	"verbatim/internal/typeface"
)

// keyed makes a cloud of words of given counts and font heights, "word a" to "word z", which need not fit into the picture,
// and returns the words of its key.
func keyed(t *testing.T, width, height int, counts, px []float64, ink string) (f Frame, words []mark, parts []typeface.Size, err error) {
	t.Helper()
	f = frame(t, FrameSpec{Width: width, Height: height, Key: true})
	l := &layout.Layout{Width: width, Height: height, Unit: "mentions"}
	for i, count := range counts {
		o, err := f.fonts.Bold.Shape("word " + string(rune('a'+i)))
		if err != nil {
			t.Fatal(err)
		}
		l.Words = append(l.Words, layout.Placed{Count: count, Size: px[i], Height: typeface.Px(px[i]), Color: ink, Lines: []layout.Line{{Outline: o}}})
	}
	err = f.SetKey(l, "people")
	for _, m := range f.marks {
		if !m.bounds().In(f.key) {
			t.Errorf("%q at %v leaves %v", m.Lines[0].Outline.Text, m.bounds(), f.key)
		}
		i := slices.IndexFunc(l.Words, func(w layout.Placed) bool { return w.Lines[0].Outline == m.Lines[0].Outline })
		if i >= 0 {
			words, parts = append(words, m), append(parts, l.Words[i].Height/m.Lines[0].Size)
		}
	}
	return f, words, parts, err
}

// The key shows three words at one fraction of their size, the last as small as can be read, inside its room.
func TestKey(t *testing.T) {
	for _, test := range []struct {
		name          string
		width, height int
		counts, px    []float64
		want          string
		label         string
	}{
		{"all can be read", 1600, 1000, []float64{100, 64, 36, 25}, []float64{200, 160, 120, 100}, "a b d", "size key, at 1/3:"},
		{"small words cannot", 800, 500, []float64{100, 49, 36, 25, 4, 1}, []float64{100, 70, 60, 50, 20, 10}, "a b d", "size key, at 1/3:"},
		{"print", 4000, 2500, []float64{100, 49, 36, 16, 4, 1}, []float64{500, 350, 300, 200, 100, 50}, "a d e", "size key, at 1/4:"},
		{"one word towers", 800, 500, []float64{1000, 30, 28, 26, 24}, []float64{1000, 30, 28, 26, 24}, "b d e", "size key:"},
		{"two can be read", 800, 500, []float64{40, 20, 1}, []float64{40, 20, 1}, "a b", "size key:"},
		{"one can be read", 800, 500, []float64{400, 1}, []float64{100, 5}, "a", "size key, at 1/3:"},
		{"little width", 300, 900, []float64{100, 49, 36, 25}, []float64{50, 35, 30, 25}, "a", "size key, at 1/3:"},
	} {
		f, words, parts, err := keyed(t, test.width, test.height, test.counts, test.px, "#000000")
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		got := ""
		for i, m := range words {
			text, px := m.Lines[0].Outline.Text, m.Lines[0].Size.Px()
			got += " " + text[len(text)-1:]
			if parts[i] != parts[0] || px < 12 || px < float64(test.height)/100 && test.width > 400 {
				t.Errorf("%s: %q is of %g px, 1/%d", test.name, text, px, parts[i])
			}
		}
		if label := f.marks[0].Lines[0].Outline.Text; got != " "+test.want || label != test.label {
			t.Errorf("%s: %s%s, want %s %s", test.name, label, got, test.label, test.want)
		}
	}
}

// An ink that can be read only at the size of the cloud is replaced by that of the texts.
func TestKeyContrast(t *testing.T) {
	for _, test := range []struct{ ink, want string }{
		{"#808080", "[#808080 #808080 #16191f]"}, // 3.9:1
		{"#eeeeee", "[#16191f #16191f #16191f]"}, // allowed by --any-color
		{"#a00000", "[#a00000 #a00000 #a00000]"},
	} {
		_, words, _, err := keyed(t, 1600, 1000, []float64{16, 9, 4}, []float64{160, 120, 40}, test.ink)
		if err != nil {
			t.Fatal(err)
		}
		var inks []string
		for _, m := range words {
			inks = append(inks, Hex(m.Ink))
		}
		if fmt.Sprint(inks) != test.want {
			t.Errorf("%s becomes %v, want %s", test.ink, inks, test.want)
		}
	}
}

// Where no word can be read in the key, or none stands on one line, the error is ErrNoKey.
func TestNoKey(t *testing.T) {
	for _, px := range [][]float64{{8}, {}} {
		f, _, _, err := keyed(t, 800, 500, []float64{9}[:len(px)], px, "#000000")
		if !errors.Is(err, ErrNoKey) || len(f.marks) > 0 {
			t.Errorf("%v px: %v, %d marks", px, err, len(f.marks))
		}
	}
	if _, _, _, err := keyed(t, 100, 100, []float64{9}, []float64{20}, "#000000"); !errors.Is(err, ErrNoKey) {
		t.Errorf("a picture as wide as the label: %v", err)
	}
}
