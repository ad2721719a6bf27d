package cli_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/json"
	"fmt"
	imagepng "image/png"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

func itoa(n int) string { return strconv.Itoa(n) }

// png checks that a file is a picture of the given size with ink on it:
// png cloud.png 1600 1000
func png(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: png file width height")
	}
	picture, err := imagepng.Decode(bytes.NewReader([]byte(ts.ReadFile(args[0]))))
	ts.Check(err)
	bounds := picture.Bounds()
	if itoa(bounds.Dx()) != args[1] || itoa(bounds.Dy()) != args[2] {
		ts.Fatalf("%s is %dx%d, want %sx%s", args[0], bounds.Dx(), bounds.Dy(), args[1], args[2])
	}
	background, ink := picture.At(0, 0), 0
	for y := range bounds.Dy() {
		for x := range bounds.Dx() {
			if picture.At(x, y) != background {
				ink++
			}
		}
	}
	if share := float64(ink) / float64(bounds.Dx()*bounds.Dy()); share < 0.02 {
		ts.Fatalf("%s has ink on %.1f %% of it: an empty picture", args[0], 100*share)
	}
}

// chunks lists the chunks of a PNG before the picture itself, with what they
// say: chunks cloud.png
func chunks(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: chunks file")
	}
	for data := []byte(ts.ReadFile(args[0]))[8:]; len(data) >= 12; {
		n := binary.BigEndian.Uint32(data)
		kind, content := string(data[4:8]), data[8:8+n]
		switch kind {
		case "IDAT":
			return
		case "pHYs":
			kind += fmt.Sprintf(" %d %d %d", binary.BigEndian.Uint32(content), binary.BigEndian.Uint32(content[4:]), content[8])
		case "tEXt":
			kind += " " + string(bytes.ReplaceAll(content, []byte{0}, []byte(" ")))
		case "iTXt":
			kind += " " + international(ts, content)
		}
		fmt.Fprintln(ts.Stdout(), kind)
		data = data[12+n:]
	}
}

// international is the keyword and text of an iTXt chunk.
func international(ts *testscript.TestScript, content []byte) string {
	keyword, rest, _ := bytes.Cut(content, []byte{0})
	parts := bytes.SplitN(rest[2:], []byte{0}, 3) // language, translated keyword, text
	text := parts[2]
	if rest[0] == 1 {
		r, err := zlib.NewReader(bytes.NewReader(text))
		ts.Check(err)
		text, err = io.ReadAll(r)
		ts.Check(err)
	}
	return string(keyword) + " " + strings.ReplaceAll(string(text), "\n", " ")
}

// sizes holds the sizes of a layout against the formula of its scale:
// sizes layout.json sqrt
func sizes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: sizes file scale")
	}
	var layout struct {
		Words []struct {
			Text        string
			Count, Size float64
			Box         [4]int
		}
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &layout))
	if len(layout.Words) < 5 {
		ts.Fatalf("%d words", len(layout.Words))
	}
	unit := func(i int) float64 { // the same for every word, if the scale holds
		w := layout.Words[i]
		switch args[1] {
		case "linear":
			return w.Size / w.Count
		case "log":
			return w.Size / math.Log1p(w.Count)
		case "area":
			return float64((w.Box[2]-w.Box[0])*(w.Box[3]-w.Box[1])) / w.Count
		}
		return w.Size / math.Sqrt(w.Count)
	}
	tolerance := 1e-6
	if args[1] == "area" {
		tolerance = 0.12 // a box is whole pixels
	}
	for i := range layout.Words {
		if off := math.Abs(unit(i)/unit(0) - 1); off > tolerance {
			ts.Fatalf("%q is off the %s scale by %.3g", layout.Words[i].Text, args[1], off)
		}
	}
}
