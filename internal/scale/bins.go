package scale

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"verbatim/internal/value"
)

// Bins cut numbers into bands, at the values that a user gave:
//
//	18,30,65    under 18 │ 18 to 29 │ 30 to 64 │ 65 and more
//	0.5,1       under 0.5 │ 0.5 to under 1 │ 1 and more
//
// A value begins a band. Between whole numbers a band is named by the last whole number in it, and
// holds 29.5 too.
type Bins struct {
	cuts   []float64 // rising
	labels []string  // of the bands: one more
}

// mostBins is how many bands there may be: as many as a reader can take in, and more.
const mostBins = 50

// ParseBins reads the values, parted by commas.
func ParseBins(list string) (*Bins, error) {
	b := &Bins{}
	for text := range strings.SplitSeq(list, ",") {
		text = strings.TrimSpace(text)
		n, err := strconv.ParseFloat(text, 64)
		switch {
		case err != nil || !regexp.MustCompile(`^-?[0-9]{1,15}(\.[0-9]{1,9})?$`).MatchString(text):
			return nil, fmt.Errorf("%q is no number", text)
		case len(b.cuts) > 0 && n <= b.cuts[len(b.cuts)-1]:
			return nil, fmt.Errorf("%s does not rise above %s", text, number(b.cuts[len(b.cuts)-1]))
		case len(b.cuts) == mostBins-1:
			return nil, fmt.Errorf("there are more than %d values", mostBins-1)
		}
		b.cuts = append(b.cuts, n)
	}
	whole := !slices.ContainsFunc(b.cuts, func(n float64) bool { return n != math.Trunc(n) })
	b.labels = append(b.labels, "under "+number(b.cuts[0]))
	for i, from := range b.cuts {
		label := number(from)
		switch {
		case i == len(b.cuts)-1:
			label += " and more"
		case !whole:
			label += " to under " + number(b.cuts[i+1])
		case b.cuts[i+1]-1 > from:
			label += " to " + number(b.cuts[i+1]-1)
		}
		b.labels = append(b.labels, label)
	}
	return b, nil
}

func number(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// Of is the band of a cell; ok is false if it is no number.
func (b *Bins) Of(cell string) (band string, ok bool) {
	n, ok := value.Number(strings.TrimSpace(cell))
	if !ok {
		return "", false
	}
	at, found := slices.BinarySearch(b.cuts, n)
	if found { // the value begins its band
		at++
	}
	return b.labels[at], true
}
