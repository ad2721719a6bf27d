package cli

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/internal/layout"
	"verbatim/internal/render"
	"verbatim/internal/tally"
	"verbatim/internal/typeface"
)

// cloudOptions are the flags of verbatim cloud.
type cloudOptions struct {
	surveyOptions
	pictureOptions
	scale      string
	maxWords   int
	layoutFile string
}

func newCloudCommand(s *Streams) *cobra.Command {
	var o cloudOptions
	c := &cobra.Command{
		Use:   "cloud FILE... -o FILE",
		Short: "Draw a word cloud, each word sized by how often it appears",
		Long: `cloud draws the terms of one question, each with a letter height that tells how
often it appears. The caption says how. A word that finds no place, or has a
character that no font has, is named; no word is dropped or resized silently.

` + exitStatusHelp,
		Example: `  verbatim cloud testdata/partnerships.csv -o cloud.png
  verbatim cloud testdata/partnerships.csv -o cloud.png --scale linear --title 'Key ingredients'`,
		Args: filesNeeded,
		RunE: func(c *cobra.Command, files []string) error { return runCloud(c.Context(), s, &o, files) },
	}
	o.surveyOptions.bind(c.Flags())
	o.pictureOptions.bind(c.Flags())
	f := c.Flags()
	f.StringVar(&o.scale, "scale", string(layout.Sqrt), "how letter height grows with the count: `sqrt|linear|log|area`")
	f.IntVar(&o.maxWords, "max-words", 100, "draw at most `N` words; a tie at the cut is left out whole, unless nothing else would remain")
	f.StringVar(&o.layoutFile, "layout", "", "write the place and size of every word to `FILE`, as JSON")
	return c
}

func runCloud(ctx context.Context, s *Streams, o *cloudOptions, files []string) error {
	d, err := o.design(s, files)
	if err != nil {
		return err
	}
	question, err := o.run(ctx, s, files)
	if err != nil {
		return err
	}
	terms, err := question.limit(tally.Limits{MinCount: o.minCount, Top: o.most()})
	if err != nil {
		return err
	}
	d.describe(question, terms)
	drawing, err := d.draw(ctx)
	if err != nil {
		return err
	}
	outputs, err := o.encode(drawing)
	if err != nil {
		return err
	}
	warned, drawn := o.warn(s, question.Warnings), o.warnCloud(s, drawing.Layout)
	if err := cmp.Or(drawn, warned); err != nil {
		return err
	}
	return s.write(outputs...)
}

// most is how many words may be drawn: the smaller of --max-words and --top.
func (o *cloudOptions) most() int {
	if o.top > 0 {
		return min(o.top, o.maxWords)
	}
	return o.maxWords
}

// design checks every flag before a byte is read, and gives the cloud without
// its words.
func (o *cloudOptions) design(s *Streams, files []string) (*cloud, error) {
	if err := o.surveyOptions.check(); err != nil {
		return nil, err
	}
	style, err := o.style(s, files)
	if err != nil {
		return nil, err
	}
	scale, err := layout.ParseScale(o.scale)
	if err != nil {
		return nil, &usageError{where: "--scale", what: err.Error()}
	}
	if o.maxWords < 1 {
		return nil, &usageError{where: "--max-words", what: fmt.Sprintf("%d is less than 1", o.maxWords)}
	}
	if o.layoutFile != "" {
		err := notTwice(o.layoutFile, o.outputs)
		if err == nil {
			err = s.checkOutput(o.layoutFile, files)
		}
		if err != nil {
			return nil, err
		}
	}
	return &cloud{style: style, scale: scale}, nil
}

// encode makes the bytes of every file asked for.
func (o *cloudOptions) encode(p render.Picture) ([]output, error) {
	var picture bytes.Buffer
	if err := render.PNG(&picture, p); err != nil {
		return nil, err
	}
	var outputs []output
	for _, path := range o.outputs {
		outputs = append(outputs, output{path, picture.Bytes()})
	}
	if o.layoutFile != "" {
		var places bytes.Buffer
		if err := p.Layout.WriteJSON(&places); err != nil {
			return nil, err
		}
		outputs = append(outputs, output{o.layoutFile, places.Bytes()})
	}
	return outputs, nil
}

// cloud is a word cloud on its way to a picture.
type cloud struct {
	style
	scale   layout.Scale
	words   []layout.Word
	unit    string
	lang    string
	caption func(unplaced []layout.Unplaced) []string
	alt     string
}

// describe fills in the words, each with the colour of its size, and the texts
// that stand around them.
func (c *cloud) describe(q *counted, t *tally.Tally) {
	c.unit, c.lang = string(t.RankBy), q.Lang.Code
	top := t.Terms[0].Weighted(t.RankBy)
	heights := make([]float64, len(t.Terms))
	for i, x := range t.Terms {
		heights[i] = c.scale.Height(x.Weighted(t.RankBy), top)
	}
	for i, ink := range c.palette.Colors(heights) {
		x := t.Terms[i]
		c.words = append(c.words, layout.Word{Text: x.Term, Count: x.Weighted(t.RankBy), Color: render.Hex(ink)})
	}
	c.caption = func(unplaced []layout.Unplaced) []string {
		if c.plain {
			return nil
		}
		return captionOf(q, t, c.scale, unplaced)
	}
	c.alt = altText(q, t)
}

// draw lays the words out within title and caption, and checks the finished
// picture. The caption names words without a place, which are known only
// afterwards: where it grows, the words are laid out again in what is left.
func (c *cloud) draw(ctx context.Context) (render.Picture, error) {
	frame, err := c.frame(nil)
	area := frame.Area
	for err == nil {
		var placed *layout.Layout
		if placed, err = c.place(ctx, frame); err != nil {
			break
		}
		if frame, err = c.frame(placed.Unplaced); err != nil {
			break
		}
		if area.In(frame.Area) {
			return c.verified(render.Picture{Layout: placed, Frame: frame, Background: c.palette.Background, Alt: c.alt, DPI: c.dpi})
		}
		area = area.Intersect(frame.Area) // it only ever shrinks, so this ends
		frame.Area = area
	}
	return render.Picture{}, err
}

func (c *cloud) frame(unplaced []layout.Unplaced) (render.Frame, error) {
	frame, err := render.NewFrame(render.FrameSpec{
		Width: c.width, Height: c.height, Title: c.title, Caption: c.caption(unplaced), Background: c.palette.Background,
	})
	if err == nil && frame.Area.Empty() {
		err = &usageError{where: "--size", what: fmt.Sprintf("%dx%d leaves no room for words beside title and caption", c.width, c.height),
			hint: "use a larger --size, or --no-caption"}
	}
	return frame, err
}

func (c *cloud) place(ctx context.Context, frame render.Frame) (*layout.Layout, error) {
	fonts, err := typeface.Embedded(typeface.Bold)
	if err != nil {
		return nil, err
	}
	var engine layout.Engine = layout.Wordclouds{}
	return engine.Layout(ctx, layout.Spec{
		Width: c.width, Height: c.height, Area: frame.Area, Words: c.words, Scale: c.scale,
		Unit: c.unit, Language: c.lang, Chain: fonts,
	})
}

// verified measures the finished picture: each word has ink, no pixel belongs
// to two, and nothing is beyond the edge; else there is no picture.
func (c *cloud) verified(p render.Picture) (render.Picture, error) {
	m, err := render.Measure(p)
	if err != nil {
		return p, err
	}
	p.Layout.OverlapPx, p.Layout.InkShare = m.OverlapPx, m.InkShare
	if len(p.Layout.Words) == 0 {
		u := p.Layout.Unplaced[0]
		return p, &nothingError{what: "no word could be drawn: " + quoted(u.Text) + ": " + u.Reason}
	}
	if err := m.Check(); err != nil {
		return p, &checkError{err}
	}
	return p, nil
}

// pictureName checks the name of an output for a picture.
func (s *Streams) pictureName(path string) error {
	ext := strings.ToLower(filepath.Ext(path))
	switch {
	case path == "-" && s.OutIsTerminal:
		return &usageError{where: "-o", what: "a picture is not written to a terminal", hint: "name a file: -o cloud.png"}
	case path == "-", ext == ".png":
		return nil
	case ext == "":
		return &usageError{where: path, what: "the name says no format", hint: "use .png"}
	}
	return &usageError{where: path, what: "cannot draw a " + ext + " picture", hint: "use .png"}
}
