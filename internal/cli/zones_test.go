package cli_test

import (
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
)

// zoned finds the words of a comparison's clouds: how many of how many people of the group said it, and its size.
var zoned = regexp.MustCompile(`<g class="word [^>]*data-term="([^"]*)"><title>[^<]*?: (\d+) of (\d+) people in ([^,]*), [^<]*</title><g transform="translate\([^)]*\) scale\(([.0-9]+)\)">`)

// All words of a group have one scale, its own: the square of a word's height is to the share of people who said it as that
// of any other.
func TestZonesHaveAScale(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ages.svg")
	if status := run(t, "compare", "../../testdata/council.csv", "--by", "age", "--as", "clouds", "-o", file); status != 0 {
		t.Fatalf("exit status %d", status)
	}
	svg, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	number := func(s []byte) float64 {
		v, err := strconv.ParseFloat(string(s), 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	units := map[string]float64{} // by group
	for _, m := range zoned.FindAllSubmatch(svg, -1) {
		share, size := number(m[2])/number(m[3]), number(m[5])
		group := string(m[4])
		if units[group] == 0 {
			units[group] = size * size / share
		}
		if off := math.Abs(size*size/share/units[group] - 1); off > 1e-5 {
			t.Errorf("%s in %s is off the scale by %.2g", m[1], m[4], off)
		}
	}
	if len(units) != 4 {
		t.Errorf("clouds of %d groups, want 4: %v", len(units), units)
	}
}
