package layout

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/go-fonts/dejavu/dejavusansbold"

	"verbatim/internal/typeface"
)

// sharedWords is a list of words to measure with; it may not be there.
const sharedWords = "../../../shared/bench/words.txt"

// benchWords are n words, said max(1, top/rank) times: of the shared list, or made up of syllables where it is not there.
func benchWords(t testing.TB, n, top int) []Word {
	t.Helper()
	list := madeUp(1000)
	if file, err := os.ReadFile(sharedWords); err == nil {
		list = strings.Fields(string(file))
	}
	var words []Word
	for i := range n {
		w := list[i%len(list)]
		words = append(words, Word{Text: w, Count: float64(max(1, top/(i+1))), Color: "#14233f"})
	}
	return words
}

// madeUp are n different words of one to five syllables.
func madeUp(n int) []string {
	syllables := strings.Fields("trans par en cy op ness tru st lead er ship fo cus jo qui ty lis gy ab pe")
	words := make([]string, n)
	for i := range words {
		for k, left := 0, 7*i+3; k == 0 || left > 0 && k < 5; k++ {
			words[i] += syllables[left%len(syllables)]
			left /= len(syllables)
		}
		words[i] += syllables[i%13][:1]
	}
	return words
}

func largeSpec(t testing.TB, words []Word, scale Scale) Spec {
	t.Helper()
	chain, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	return Spec{Width: 1600, Height: 1000, Area: image.Rect(40, 40, 1560, 960), Words: words, Scale: scale, Chain: chain}
}

// dejaVu has the font that the largest words are measured with.
func dejaVu(t testing.TB) *typeface.Chain {
	t.Helper()
	chain, err := typeface.NewChain(typeface.Choice{Files: []typeface.File{{Name: "DejaVuSans-Bold.ttf", Data: dejavusansbold.TTF}}})
	if err != nil {
		t.Fatal(err)
	}
	return chain
}

// cases are the lists and canvases that must come out right.
func cases(t testing.TB) map[string]Spec {
	all := map[string]Spec{}
	add := func(name string, words []Word, width, height int, scale Scale) {
		s := largeSpec(t, words, scale)
		margin := min(width, height) / 25
		s.Width, s.Height, s.Area = width, height, image.Rect(0, 0, width, height).Inset(margin)
		all[fmt.Sprintf("%s-%s-%dx%d", name, s.Scale, width, height)] = s
	}
	mixed := []Word{{Text: "شفافية", Count: 9}, {Text: "שקיפות 7", Count: 7}, {Text: "διαφάνεια", Count: 5},
		{Text: "прозрачность", Count: 5}, {Text: "love ❤ trust", Count: 4}, {Text: "😀", Count: 3}, {Text: "ÅÄÖ", Count: 3}}
	long := append([]Word{{Text: "a clear understanding of who does what until when", Count: 900}}, benchWords(t, 200, 500)...)
	for _, size := range []image.Point{{800, 500}, {1600, 1000}, {4000, 2500}} {
		for _, scale := range Scales() {
			for _, n := range []int{50, 200, 1000, 3000} {
				add(fmt.Sprint(n), benchWords(t, n, 5*n/2), size.X, size.Y, scale)
			}
			add("long", long, size.X, size.Y, scale)
			add("mixed", mixed, size.X, size.Y, scale)
		}
		add("equal", ranked(40, 1), size.X, size.Y, Sqrt)
		add("one", ranked(1, 9), size.X, size.Y, Sqrt)
	}
	return all
}

// few are the cases that TestExact looks at, each in one variant, or in all with VERBATIM_FULL; with that, render's
// TestMatrix draws all cases, and more.
var few = []string{"50-linear-800x500", "200-sqrt-800x500", "1000-log-800x500", "long-sqrt-800x500", "long-area-800x500", "mixed-sqrt-800x500",
	"equal-sqrt-800x500", "one-sqrt-800x500", "50-area-800x500", "mixed-linear-1600x1000"}

// No word is missing, none too close to another, none beyond the edge; level, upright, and in shapes.
func TestExact(t *testing.T) {
	all := cases(t)
	shape := heart(t)
	variants := []struct {
		name   string
		change func(*Spec)
	}{
		{"level", func(*Spec) {}}, {"upright", func(s *Spec) { s.Rotate = true }},
		{"ellipse", func(s *Spec) { s.Shape = Ellipse() }}, {"heart", func(s *Spec) { s.Shape = shape }},
	}
	for i, name := range few {
		for j, variant := range variants {
			if i%len(variants) != j && !full() {
				continue
			}
			t.Run(name+"-"+variant.name, func(t *testing.T) {
				s := all[name]
				variant.change(&s)
				l := exactly(t, s)
				checkExact(t, &s, l)
				if len(l.Unplaced) > 0 {
					t.Errorf("%d unplaced, first %v", len(l.Unplaced), l.Unplaced[0])
				}
			})
		}
	}
}

// exactly lays out a Spec that must not fail.
func exactly(t testing.TB, s Spec) *Layout {
	t.Helper()
	l, err := Exact{}.Layout(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// Heights follow the scale to the last bit that JSON has, and equal counts have equal heights.
func TestExactSizes(t *testing.T) {
	for _, scale := range []Scale{Sqrt, Linear, Log} {
		s := largeSpec(t, ranked(60, 90), scale)
		l := exactly(t, s)
		for i, w := range l.Words {
			if w.Text != s.Words[i].Text || w.Count != s.Words[i].Count {
				t.Fatalf("%s: word %d is %q, want %q", scale, i, w.Text, s.Words[i].Text)
			}
			got, want := w.Size/l.Words[0].Size, scale.Height(w.Count, 90)
			if d := got/want - 1; math.Abs(d) > 1e-7 {
				t.Errorf("%s: %q has ratio %v, want %v", scale, w.Text, got, want)
			}
		}
	}
}

// What cannot be drawn is named with its reason, in the order given; the rest is drawn.
func TestExactHostile(t *testing.T) {
	s := spec(t, []Word{
		{Text: "trust", Count: 1e6}, {Text: "日本", Count: 8e5}, {Text: "", Count: 7e5}, {Text: "\u200d", Count: 6e5},
		{Text: "zero", Count: 0}, {Text: "trust", Count: 5e5}, {Text: "a\x00\u202eb", Count: 4e5}, {Text: "\xed\xa0\x80", Count: 3e5},
		{Text: strings.Repeat("x", 300), Count: 2e5}, {Text: strings.Repeat("y ", 300), Count: 2e5}, {Text: "<svg>&amp;", Count: 2e5},
		{Text: "-5", Count: -5}, {Text: "doubt", Count: 1}, {Text: "fear", Count: 1e-300},
	})
	s.Scale = Linear
	l := exactly(t, s)
	checkExact(t, &s, l)
	var names []string
	for _, u := range l.Unplaced {
		names = append(names, u.Text)
	}
	if got, want := strings.Join(names, ","), "日本,,\u200d,zero,-5,doubt,fear"; got != want {
		t.Errorf("not placed: %q, want %q", got, want)
	}
}

// Too small a picture has tiny words, or leaves some over; it never panics and nothing is lost.
func TestExactAbsurdCanvas(t *testing.T) {
	for _, size := range []image.Point{{1, 1}, {1, 500}, {500, 1}, {7, 9}, {30, 30}, {90, 1200}, {1200, 90}, {20000, 100}} {
		for _, rotate := range []bool{false, true} {
			s := spec(t, ranked(7, 20))
			s.Width, s.Height, s.Area, s.Rotate = size.X, size.Y, image.Rectangle{Max: size}, rotate
			l := exactly(t, s)
			checkExact(t, &s, l)
			if len(l.Words) == 0 && size.Y > 1 || size.X*size.Y >= 900 && len(l.Unplaced) > 0 {
				t.Errorf("%v: placed %d, left %v", size, len(l.Words), l.Unplaced)
			}
		}
	}
}

// Whatever the list, the picture and the shape: nothing panics, is lost, overlaps or leaves its area.
func TestExactAnything(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	texts := []string{"a", "i", "—", ".", "WWWWW", "trust in each other", "שקיפות מלאה", "شفافية", "😀", "ffi", "Å", "g y j", "a b c d e f g h i j k l m n", "l'été", "'", "_ _"}
	shapes := []*Shape{nil, nil, Ellipse(), heart(t)}
	cases := 40
	if full() {
		cases = 200
	}
	for range cases {
		s := spec(t, nil)
		s.Width, s.Height = 1+random.IntN(500), 1+random.IntN(500)
		s.Area = image.Rect(random.IntN(s.Width), random.IntN(s.Height), s.Width, s.Height)
		s.Rotate, s.Scale = random.IntN(2) == 0, Scales()[random.IntN(4)]
		s.Shape = shapes[random.IntN(4)]
		for range 1 + random.IntN(40) {
			count := math.Pow(10, 4*random.Float64()*random.Float64())
			s.Words = append(s.Words, Word{Text: texts[random.IntN(len(texts))], Count: math.Ceil(count)})
		}
		l := exactly(t, s)
		checkExact(t, &s, l)
		if t.Failed() {
			t.Fatalf("%d x %d, area %v, upright %v, %s, shape %v, %v", s.Width, s.Height, s.Area, s.Rotate, s.Scale, s.Shape != nil, s.Words)
		}
	}
}

// Where nothing at all can be drawn, there is an empty layout, not an error.
func TestExactNothing(t *testing.T) {
	l := exactly(t, spec(t, []Word{{Text: "日本", Count: 3}}))
	if len(l.Words) != 0 || len(l.Unplaced) != 1 {
		t.Errorf("placed %v, left %v", l.Words, l.Unplaced)
	}
}

// A long phrase is wrapped so that it does not hold the others back, its lines centred on each other.
func TestWrap(t *testing.T) {
	words := append([]Word{{Text: "a clear understanding of who does what until when", Count: 900}}, ranked(80, 500)...)
	s := largeSpec(t, words, Sqrt)
	l := exactly(t, s)
	checkExact(t, &s, l)
	lines := l.Words[0].Lines
	if len(lines) < 3 || l.Words[0].Size < 120 {
		t.Fatalf("%d lines at %.1f px", len(lines), l.Words[0].Size)
	}
	for i, line := range lines[1:] {
		if pitch := float64(line.Y-lines[i].Y) / l.Words[0].Size; pitch < 0.93 || pitch > 0.97 {
			t.Errorf("line %d is %.2f em below the one before", i+1, pitch)
		}
	}
	var texts []string
	for _, line := range lines {
		texts = append(texts, line.Text)
	}
	if got := strings.Join(texts, " "); got != words[0].Text {
		t.Errorf("the lines read %q", got)
	}
}

// A single word that is as wide as the area proves that no larger scale is possible.
func TestBound(t *testing.T) {
	s := largeSpec(t, ranked(20, 50), Linear)
	l := exactly(t, s)
	if l.Bound != "width" || len(l.Tries) != 2 {
		t.Errorf("bound %q after %v", l.Bound, l.Tries)
	}
	if box := l.Words[0].Box; box[2]-box[0] < s.Area.Dx()-2 {
		t.Errorf("the first word is %v, the area %v", box, s.Area)
	}
	s.Words = ranked(300, 50)
	s.Scale = Sqrt
	if l = exactly(t, s); l.Bound != "search" || len(l.Tries) < 3 {
		t.Errorf("bound %q after %v", l.Bound, l.Tries)
	}
}

// Small words nest neither in the counters of letters nor between the words of a phrase.
func TestNesting(t *testing.T) {
	words := []Word{{Text: "oo oo", Count: 1000}}
	for range 300 {
		words = append(words, Word{Text: "x", Count: 1})
	}
	s := largeSpec(t, words, Linear)
	l := exactly(t, s)
	first := l.Words[0]
	letters := first.Box.Rectangle().Inset(int(first.Size / 10)) // without the corners outside round letters
	letters.Min.X, letters.Max.X = letters.Min.X+int(first.Size/5), letters.Max.X-int(first.Size/5)
	for _, w := range l.Words[1:] {
		if w.Box.Rectangle().In(letters) {
			t.Fatalf("%q at %v stands within %v", w.Text, w.Box, letters)
		}
	}
}

// On long lists the ink is balanced: its centroid lies in the middle, and each quarter has as much as any other.
func TestBalance(t *testing.T) {
	for _, n := range []int{50, 200, 1000} {
		if n > 200 && !full() {
			continue
		}
		s := largeSpec(t, benchWords(t, n, 5*n), Sqrt)
		l := exactly(t, s)
		var mass, x, y float64
		var quarters [4]float64
		for i := range l.Words {
			b := drawn(t, &l.Words[i])
			for py := b.Min.Y; py < b.Max.Y; py++ {
				for px := b.Min.X; px < b.Max.X; px++ {
					if *b.at(px, py) {
						mass, x, y = mass+1, x+float64(px), y+float64(py)
						quarters[px*2/s.Width+py*2/s.Height*2]++
					}
				}
			}
		}
		offX, offY := x/mass/float64(s.Width)-0.5, y/mass/float64(s.Height)-0.5
		spread := slices.Max(quarters[:])/slices.Min(quarters[:]) - 1
		t.Logf("%d words: centroid off by %.2f %% and %.2f %%, quarters differ by %.0f %%", n, 100*offX, 100*offY, 100*spread)
		if math.Abs(offX) > 0.02 || math.Abs(offY) > 0.02 || n >= 200 && spread > 0.2 {
			t.Errorf("%d words: centroid off by %.3f, %.3f; quarters %.0f", n, offX, offY, quarters)
		}
	}
}

// Masks in the formats of the standard library are read, fitted and checked.
func TestReadShape(t *testing.T) {
	l := exactly(t, Spec{Width: 400, Height: 250, Area: image.Rect(10, 10, 390, 240), Words: ranked(30, 20), Chain: spec(t, nil).Chain, Shape: heart(t)})
	if l.FreeShare < 0.2 || l.FreeShare > 0.6 {
		t.Errorf("the heart leaves %.2f of the area", l.FreeShare)
	}
	encode := func(m image.Image) io.Reader {
		var file bytes.Buffer
		if err := png.Encode(&file, m); err != nil {
			t.Fatal(err)
		}
		return &file
	}
	clear, white := image.NewNRGBA(image.Rect(0, 0, 9, 9)), image.NewGray(image.Rect(0, 0, 9, 9))
	for i := range white.Pix {
		white.Pix[i] = 255
	}
	var small bytes.Buffer
	if err := png.Encode(&small, clear); err != nil {
		t.Fatal(err)
	}
	bomb := bytes.Clone(small.Bytes()) // a small file that says it is of 60 megapixels: its header, with the check sum
	binary.BigEndian.PutUint32(bomb[16:], 30000)
	binary.BigEndian.PutUint32(bomb[20:], 2000)
	binary.BigEndian.PutUint32(bomb[29:], crc32.ChecksumIEEE(bomb[12:29]))
	for name, file := range map[string]io.Reader{
		"transparent": encode(clear), "white": encode(white), "huge": bytes.NewReader(bomb), "no picture": strings.NewReader("words"), "empty": strings.NewReader(""),
	} {
		if _, err := ReadShape(file); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// heart is a mask picture.
func heart(t testing.TB) *Shape {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 300, 280))
	for y := range 280 {
		for x := range 300 {
			u, v := float64(x-150)/120, float64(120-y)/120
			if h := u*u + v*v - 1; h*h*h-u*u*v*v*v > 0 {
				m.SetGray(x, y, color.Gray{Y: 255})
			}
		}
	}
	var file bytes.Buffer
	if err := png.Encode(&file, m); err != nil {
		t.Fatal(err)
	}
	s, err := ReadShape(&file)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The largest words of the shared list, in DejaVu Sans Bold. "transports" alone is 5.86 em wide, so that no arrangement can
// pass 259 px.
func TestLargest(t *testing.T) {
	if _, err := os.Stat(sharedWords); err != nil {
		t.Skip("the shared list of words is not here")
	}
	for _, test := range []struct {
		n, top int
		scale  Scale
		px     float64
	}{{200, 500, Linear, 259}, {200, 500, Sqrt, 195}, {1000, 5000, Sqrt, 168}} {
		s := largeSpec(t, benchWords(t, test.n, test.top), test.scale)
		s.Chain = dejaVu(t)
		l := exactly(t, s)
		if got := l.Words[0].Size; got < test.px || len(l.Unplaced) > 0 {
			t.Errorf("%d words, %s: %.1f px, want %v; %d are missing", test.n, test.scale, got, test.px, len(l.Unplaced))
		}
	}
}
