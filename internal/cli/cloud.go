package cli

import (
	"bytes"
	"cmp"
	"context"
	"os"

	"github.com/spf13/cobra"

	"verbatim/internal/figure"
	"verbatim/internal/layout"
	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// cloudOptions are the flags of verbatim cloud.
type cloudOptions struct {
	surveyOptions
	pictureOptions
	// scale is how letter height follows from the count.
	scale layout.Scale
	// maxWords is how many words are drawn at most; 0 is all.
	maxWords int
	// colorBy is what colours mean; "" is themes if there are any, else size.
	colorBy figure.Colours
	// shape is rectangle, ellipse, or the path of a picture that words fill.
	shape string
	// rotate lets words stand upright.
	rotate bool
	// key shows three words with their counts.
	key bool
	// layoutFile takes the layout as JSON; "" is none.
	layoutFile string
	// engine is exact or wordclouds.
	engine string
}

// newCloudCommand binds the flags of cloud. A wrong value costs no reading: choose
// refuses an unknown word when the flag is given, and design checks the rest.
func newCloudCommand(s *Streams) *cobra.Command {
	o := cloudOptions{surveyOptions: surveyOptions{Options: study.Default()}, scale: layout.Sqrt, shape: "rectangle", engine: "exact"}
	c := command("cloud", filesNeeded, func(c *cobra.Command, files []string) error { return runCloud(c.Context(), s, &o, files) })
	o.Unordered = true // words are placed by size
	f := c.Flags()
	o.surveyOptions.bind(f, bindCount, bindLimits, bindMask)
	o.pictureOptions.bind(f)
	f.Lookup("strict").Usage = strictPictures
	f.Lookup("top").Usage = "draw at most `N` words, as --max-words does"
	choose(f, (*string)(&o.scale), "scale", "how letter height grows with the count", prose.Texts(layout.Scales(), func(s layout.Scale) string { return string(s) })...)
	f.IntVar(&o.maxWords, "max-words", 0, "draw at most `N` words, 0 for all; terms that tie at the cut are all left out, unless none would remain (default 60, 40 in a picture under 900 px wide, 50 in an upright one, and fewer if some were smaller than the note)")
	choose(f, (*string)(&o.colorBy), "color-by", "what colours mean (default size; theme if there are themes)", "size", "theme", "none")
	choose(f, &o.shape, "shape", "what the words fill; of a picture, what is neither white nor transparent", "rectangle", "ellipse", "FILE")
	f.BoolVar(&o.rotate, "rotate", false, "let words stand upright if that brings them nearer to the middle")
	f.BoolVar(&o.key, "key", false, "show three words with their counts, as a key to the sizes")
	f.StringVar(&o.layoutFile, "layout", "", "write the place and size of every word to `FILE`, as JSON")
	choose(f, &o.engine, "engine", "what places the words", "exact", "wordclouds")
	return c
}

// runCloud counts the question, lays out and draws its terms, and writes the
// picture in every format asked for, with the layout and the alternative text
// if they are asked for.
func runCloud(ctx context.Context, s *Streams, o *cloudOptions, files []string) error {
	cloud, look, err := o.design(s, files)
	if err != nil {
		return err
	}
	return o.publish(ctx, s, files, func(c *counted) (p *figure.Picture, shown []tally.Term, outputs []outfile.File, err error) {
		limits := tally.Limits{MinCount: o.MinCount, Top: o.most(), Lone: !o.flags.Changed("min-count")}
		if _, err := c.Limit(limits); err != nil {
			return nil, nil, nil, err
		}
		cloud.Colours = o.colours(o.colorBy, figure.BySize)
		p, drawn, err := cloud.Draw(ctx, c.pictured(c.Shown, o.voice(c)), look, limits)
		if err != nil {
			return nil, nil, nil, err
		}
		if n := drawn.Cut.Lone; n > 0 {
			o.Note(s, "note: %s that one person alone said %s not drawn; --min-count 1 draws them", prose.Count(n, "term"), prose.Agree(n, "is", "are"))
		}
		outputs, err = o.files(p)
		return p, drawn.Terms, outputs, err
	})
}

// most is how many words may be drawn: the smaller of --max-words and --top, for
// which 0 is all. Without them it is 0, as many as suit the picture.
func (o *cloudOptions) most() int {
	words, top := cmp.Or(o.maxWords, everything), cmp.Or(o.top(), everything)
	switch {
	case o.flags.Changed("max-words"):
		return min(top, words)
	case o.flags.Changed("top"):
		return top
	}
	return 0
}

// design checks every flag before a byte of the survey is read.
func (o *cloudOptions) design(s *Streams, files []string) (c *figure.Cloud, l figure.Look, err error) {
	if err := o.surveyOptions.check(); err != nil {
		return nil, l, err
	}
	if l, err = o.look(s, "cloud", append(o.inputFiles(files), o.shape), o.layoutFile); err != nil {
		return nil, l, err
	}
	if err := notNegative("--max-words", o.maxWords); err != nil {
		return nil, l, err
	}
	c = &figure.Cloud{Scale: o.scale, Rotate: o.rotate, Key: o.key, Engine: layout.Exact{}}
	if o.engine == "wordclouds" {
		c.Engine = layout.Wordclouds{}
	}
	c.Shape, err = o.readShape()
	return c, l, err
}

// readShape reads the shape that the words fill; nil is the whole rectangle. In a
// picture it is whatever is neither white nor transparent.
func (o *cloudOptions) readShape() (*layout.Shape, error) {
	switch o.shape {
	case "rectangle":
		return nil, nil
	case "ellipse":
		return layout.Ellipse(), nil
	}
	f, err := os.Open(o.shape)
	if err != nil {
		return nil, &notice.InputError{Name: o.shape, What: notice.Cause(err), Hint: "--shape takes rectangle, ellipse, or a picture", Err: err}
	}
	defer f.Close()
	shape, err := layout.ReadShape(f)
	if err != nil {
		return nil, &notice.InputError{Name: o.shape, What: err.Error(), Hint: "--shape takes a PNG, JPEG or GIF: words fill what is neither white nor transparent", Err: err}
	}
	return shape, nil
}

// files makes the bytes of every file asked for.
func (o *cloudOptions) files(p *figure.Picture) ([]outfile.File, error) {
	outputs, err := o.encode(p)
	if err != nil || o.layoutFile == "" {
		return outputs, err
	}
	var places bytes.Buffer
	if err := p.Layout.WriteJSON(&places); err != nil {
		return nil, err
	}
	return append(outputs, outfile.File{Path: o.layoutFile, Data: places.Bytes()}), nil
}
