package cli

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"verbatim/internal/render"
)

// pictureOptions are the flags of every command that draws.
type pictureOptions struct {
	outputs    []string
	size       string
	dpi        int
	palette    string
	background string
	title      string
	noCaption  bool
}

// bind adds the flags of the options.
func (o *pictureOptions) bind(f *pflag.FlagSet) {
	f.StringArrayVarP(&o.outputs, "output", "o", nil, "write the picture to `FILE` (.png); - is standard output; repeatable")
	f.StringVar(&o.size, "size", "1600x1000", "`WIDTHxHEIGHT` of the picture in pixels")
	f.IntVar(&o.dpi, "dpi", 96, "resolution that the file states, in pixels per inch (`N`)")
	f.StringVar(&o.palette, "palette", "", "`NAME|#rrggbb,…`: colours from the largest words to the smallest; names: "+paletteNames())
	f.StringVar(&o.background, "background", "", "background `COLOR`, or transparent (default: the palette's own)")
	f.StringVar(&o.title, "title", "", "`TEXT` above the words")
	f.BoolVar(&o.noCaption, "no-caption", false, "leave out the lines that say what the picture shows")
}

func paletteNames() string {
	var names []string
	for _, p := range render.Palettes() {
		names = append(names, p.Name)
	}
	return strings.Join(names, ", ")
}

// style is how a picture looks, checked.
type style struct {
	width, height, dpi int
	palette            render.Palette
	title              string
	plain              bool // without a caption
}

// style checks the flags.
func (o *pictureOptions) style(s *Streams, files []string) (style, error) {
	st := style{dpi: o.dpi, title: o.title, plain: o.noCaption}
	if len(o.outputs) == 0 {
		return st, &usageError{where: "cloud", what: "no output given", hint: "name a file: -o cloud.png"}
	}
	for i, path := range o.outputs {
		if err := s.pictureName(path); err != nil {
			return st, err
		}
		if err := notTwice(path, o.outputs[:i]); err != nil {
			return st, err
		}
		if err := s.checkOutput(path, files); err != nil {
			return st, err
		}
	}
	if o.dpi < 1 || o.dpi > 10000 {
		return st, &usageError{where: "--dpi", what: fmt.Sprintf("%d is not between 1 and 10000", o.dpi)}
	}
	var err error
	if st.width, st.height, err = parseSize(o.size); err != nil {
		return st, err
	}
	if o.background != "" {
		if _, err := render.ParseColor(o.background); err != nil {
			return st, &usageError{where: "--background", what: err.Error()}
		}
	}
	if st.palette, err = render.NewPalette(o.palette, o.background); err != nil {
		return st, &usageError{where: "--palette", what: err.Error()}
	}
	return st, nil
}

// The sizes that a picture may have: each side in pixels, and both together,
// so that a typing error does not take all of a machine's memory.
const (
	leastSide  = 100
	mostSide   = 20_000
	mostPixels = 100_000_000
)

// parseSize reads "1600x1000".
func parseSize(size string) (width, height int, err error) {
	w, h, ok := strings.Cut(strings.ToLower(size), "x")
	width, errW := strconv.Atoi(w)
	height, errH := strconv.Atoi(h)
	switch {
	case !ok || errW != nil || errH != nil:
		return 0, 0, &usageError{where: "--size", what: quoted(size) + " is not WIDTHxHEIGHT", hint: "for example --size 1600x1000"}
	case min(width, height) < leastSide || max(width, height) > mostSide || width*height > mostPixels:
		return 0, 0, &usageError{where: "--size", what: size + " is out of range",
			hint: fmt.Sprintf("each side from %d to %d px, and at most %d megapixels", leastSide, mostSide, mostPixels/1_000_000)}
	}
	return width, height, nil
}
