package render

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"image/png"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"verbatim/internal/chart"
)

func pdfOf(t testing.TB, p Picture) []byte {
	t.Helper()
	var b bytes.Buffer
	d, err := Draw(p)
	if err == nil {
		err = d.PDF(&b)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// unpackedPDF reads a file by its table of objects, and gives each object with its stream unpacked.
func unpackedPDF(t *testing.T, file []byte) (objects []string) {
	t.Helper()
	tail := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(file)
	if tail == nil {
		t.Fatal("no startxref")
	}
	start, _ := strconv.Atoi(string(tail[1]))
	table := regexp.MustCompile(`(?m)^(\d{10}) 00000 n $`).FindAllSubmatch(file[start:], -1)
	for i, row := range table {
		at, _ := strconv.Atoi(string(row[1]))
		text := file[at:]
		if !bytes.HasPrefix(text, fmt.Appendf(nil, "%d 0 obj\n", i+1)) {
			t.Fatalf("object %d does not begin at %d: %.20q", i+1, at, text)
		}
		head, packed, has := bytes.Cut(text, []byte("\nstream\n"))
		length := regexp.MustCompile(`/Length (\d+)>>$`).FindSubmatch(head)
		if end := bytes.Index(text, []byte("\nendobj\n")); !has || end < len(head) || length == nil {
			objects = append(objects, string(text[:end]))
			continue
		}
		n, _ := strconv.Atoi(string(length[1]))
		z, err := zlib.NewReader(bytes.NewReader(packed[:n]))
		if err != nil || !bytes.HasPrefix(packed[n:], []byte("\nendstream\nendobj\n")) {
			t.Fatalf("object %d: %v; then %.20q", i+1, err, packed[n:])
		}
		content, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		objects = append(objects, string(head)+"\n"+string(content))
	}
	return objects
}

// The table of a file leads to its objects, each object that is asked for is there, and brackets close.
func TestPDFObjects(t *testing.T) {
	objects := unpackedPDF(t, pdfOf(t, picture(t, "ink", "", 12)))
	for i, o := range objects {
		for _, ref := range regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(o, -1) {
			if n, _ := strconv.Atoi(ref[1]); n < 1 || n > len(objects) {
				t.Errorf("object %d asks for %d of %d", i+1, n, len(objects))
			}
		}
		if strings.Count(o, "<<") != strings.Count(o, ">>") {
			t.Errorf("object %d: %.200q", i+1, o)
		}
	}
	content := objects[pdfContent-1]
	for _, pair := range [][2]string{{" BDC\n", "EMC\n"}, {"q ", "Q\n"}, {"BT ", "ET\n"}} {
		if a, b := strings.Count(content, pair[0]), strings.Count(content, pair[1]); a == 0 || a != b {
			t.Errorf("%d of %q, %d of %q", a, pair[0], b, pair[1])
		}
	}
}

// The text that lies over the words is theirs, letter by letter, and Hebrew stands as it is seen.
func TestPDFText(t *testing.T) {
	p := picture(t, "ink", "", 12)
	objects := unpackedPDF(t, pdfOf(t, p))
	letters := map[string]string{}
	for _, o := range objects {
		if strings.Contains(o, "begincmap") {
			for _, row := range regexp.MustCompile(`(?m)^<(..)> <(....)>$`).FindAllStringSubmatch(o, -1) {
				r, _ := strconv.ParseUint(row[2], 16, 32)
				letters[row[1]] = string(rune(r))
			}
		}
	}
	var lines []string
	for _, line := range regexp.MustCompile(`<([0-9A-F]+)> Tj`).FindAllStringSubmatch(objects[pdfContent-1], -1) {
		text := ""
		for code := range slices.Chunk([]byte(line[1]), 2) {
			text += letters[string(code)]
		}
		lines = append(lines, text)
	}
	for _, want := range []string{"Partnerships", "47 of 50 people gave an answer.", "transparency", "quid pro quo", "co-design", "ICT", "תופיקש"} {
		if !slices.Contains(lines, want) {
			t.Errorf("no line is %q: %q", want, lines)
		}
	}
}

// No text of an answer ends its string, or is read as anything but text.
func TestPDFHostile(t *testing.T) {
	p := picture(t, "ink", "", 4)
	p.Alt = "a) >> endobj (\\ \x00\x1b \xff\nendstream <</JS (x)>>"
	objects := unpackedPDF(t, pdfOf(t, p))
	if got := objects[pdfFigure-1]; strings.Contains(got, "endobj") || strings.Contains(got, "/JS") {
		t.Errorf("%q", got)
	}
	p.Alt = `a) >> (\`
	if got := unpackedPDF(t, pdfOf(t, p))[pdfInfo-1]; !strings.Contains(got, `/Title (a\) >> \(\\) /Producer`) {
		t.Errorf("%q", got)
	}
}

// The page has the size of the picture in print.
func TestPDFSize(t *testing.T) {
	for dpi, want := range map[int]string{0: "[0 0 300 187.5]", 96: "[0 0 300 187.5]", 300: "[0 0 96 60]"} {
		p := picture(t, "mono", "transparent", 4)
		p.DPI = dpi
		objects := unpackedPDF(t, pdfOf(t, p))
		if !strings.Contains(objects[pdfPage-1], "/MediaBox "+want) {
			t.Errorf("%d dpi: %s", dpi, objects[pdfPage-1])
		}
		if strings.Contains(objects[pdfContent-1], "re f") {
			t.Error("a rectangle behind a transparent picture")
		}
	}
}

// Poppler draws our PDF as we draw our PNG: away from edges the pixels are equal, and each letter has the same
// position; and it finds the words.
func TestPDFLooksLikePNG(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("pdftoppm (Debian package poppler-utils) is not installed")
	}
	for _, palette := range []string{"ink", "night"} {
		p := picture(t, palette, "", 12)
		w := &p.Layout.Words[7] // stands upright, where it has room to
		w.Rotate, w.Lines[0].X, w.Lines[0].Y = 90, 30, 222
		square := func(inset int) []image.Point { // 1/256 px
			r := image.Rect(340, 180, 390, 230).Inset(inset)
			return []image.Point{r.Min.Mul(256), image.Pt(r.Max.X, r.Min.Y).Mul(256), r.Max.Mul(256), image.Pt(r.Min.X, r.Max.Y).Mul(256)}
		}
		hole := square(10)
		slices.Reverse(hole)
		p.Chart = &chart.Chart{Size: p.bounds().Max, Area: p.bounds(), Shapes: []chart.Shape{{Class: "dot", Ink: rgb(0x1b66e8), Contours: [][]image.Point{square(0), hole}}}}
		file := filepath.Join(t.TempDir(), "x.pdf")
		if err := os.WriteFile(file, pdfOf(t, p), 0o600); err != nil {
			t.Fatal(err)
		}
		drawn, err := exec.Command("pdftoppm", "-r", "96", "-png", "-singlefile", file).Output()
		if err != nil {
			t.Fatal(err)
		}
		theirs, err := png.Decode(bytes.NewReader(drawn))
		if err != nil {
			t.Fatal(err)
		}
		ours := decode(t, encode(t, p))
		even, inked := compare(t, ours, theirs)
		if even < 50_000 || inked < 1000 {
			t.Errorf("%s: only %d even pixels, %d of them inked", palette, even, inked)
		}
		if off := differenceOf(ours, theirs); off > 0.01 {
			t.Errorf("%s: pixels differ by %.4f on average", palette, off)
		}
		text, err := exec.Command("pdftotext", file, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"transparency", "quid pro quo", "שקיפות", "47 of 50 people gave an answer."} {
			if !strings.Contains(string(text), word) {
				t.Errorf("%s: %q is not found in %q", palette, word, text)
			}
		}
	}
}

// differenceOf is by how much the pixels of two pictures differ on average, from 0 to 1.
func differenceOf(a, b image.Image) (sum float64) {
	size := a.Bounds().Size()
	for y := range size.Y {
		for x := range size.X {
			r0, g0, b0, _ := a.At(x, y).RGBA()
			r1, g1, b1, _ := b.At(x, y).RGBA()
			sum += math.Abs(float64(r0)-float64(r1)) + math.Abs(float64(g0)-float64(g1)) + math.Abs(float64(b0)-float64(b1))
		}
	}
	return sum / float64(3*0xFFFF*size.X*size.Y)
}
