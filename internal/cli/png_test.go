package cli_test

import (
	"bytes"
	imagepng "image/png"
	"strconv"

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
