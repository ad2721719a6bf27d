package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"verbatim/internal/figure"
	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/privacy"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// chartOptions are the flags of verbatim chart.
type chartOptions struct {
	surveyOptions
	pictureOptions
	// of is terms or themes: what the bars are of.
	of string
	// colorBy is what colours mean; "" is themes if there are any.
	colorBy figure.Colours
}

// newChartCommand binds the flags of chart.
func newChartCommand(s *Streams) *cobra.Command {
	o := chartOptions{surveyOptions: surveyOptions{Options: study.Default()}, pictureOptions: pictureOptions{labelled: true}, of: "terms"}
	c := command("chart", filesNeeded, func(c *cobra.Command, files []string) error { return runChart(c.Context(), s, &o, files) })
	f := c.Flags()
	o.surveyOptions.bind(f, bindCount, bindLimits, bindIntervals, bindBy, bindMask)
	o.pictureOptions.bind(f)
	f.Lookup("strict").Usage = strictPictures
	f.Lookup("top").Usage = "draw at most `N` bars, 0 for all; terms that tie at the cut are all left out, unless none would remain (default 15, or as many as have room)"
	f.Lookup("size").Usage = "width and height of the picture in pixels (default: 1600 wide, and as high as the bars need)"
	choose(f, &o.of, "of", "what the bars show", "terms", "themes")
	choose(f, (*string)(&o.colorBy), "color-by", "what colours mean (default theme if there are themes)", "theme", "none")
	return c
}

// runChart counts the question, draws its bars and writes every format
// asked for.
func runChart(ctx context.Context, s *Streams, o *chartOptions, files []string) error {
	look, err := o.design(s, files)
	if err != nil {
		return err
	}
	return o.publish(ctx, s, files, func(c *counted) (p *figure.Picture, shown []tally.Term, outputs []outfile.File, err error) {
		if p, shown, err = o.draw(ctx, c, look); err == nil {
			outputs, err = o.encode(p)
		}
		return p, shown, outputs, err
	})
}

// draw makes the chart that the flags ask for; shown are its terms.
func (o *chartOptions) draw(ctx context.Context, c *counted, l figure.Look) (p *figure.Picture, shown []tally.Term, err error) {
	q, limits := c.pictured(c.Shown, o.voice(c)), tally.Limits{MinCount: o.MinCount, Top: o.top()}
	if o.of == "themes" {
		if len(c.Shown.Tally().Themes) == 0 { // all of them
			return nil, nil, &privacy.WithheldError{Where: c.Where(), Least: c.Shown.Least()}
		}
	} else if _, err := c.Limit(limits); err != nil {
		return nil, nil, err
	}
	switch panels := len(q.Panels()); {
	case panels > tally.MostGroups:
		return nil, nil, study.TooManyGroups(panels)
	case panels == 0 && c.Found.Overlap:
		return nil, nil, &notice.NothingError{Where: c.Where(), What: fmt.Sprintf("no option of --by was picked by %d people or more, and not picked by as many", tally.LeastTested)}
	case panels == 0 && c.Shown.Groups() != nil:
		return nil, nil, &notice.NothingError{Where: c.Where(), What: "nobody who gave an answer has a value in the column of --by", Hint: "verbatim inspect lists the columns of a survey"}
	case o.of == "themes" && panels > 1:
		p, err = q.DrawThemeDots(ctx, l, limits)
		return p, nil, err
	case o.of == "themes":
		p, err = q.DrawThemes(ctx, l, limits)
		return p, nil, err
	case panels > 1:
		return q.DrawDots(ctx, l, limits)
	}
	return q.DrawBars(ctx, l, o.colours(o.colorBy, figure.ByNone), limits)
}

// design checks every flag before a byte of the survey is read.
func (o *chartOptions) design(s *Streams, files []string) (l figure.Look, err error) {
	if err := o.surveyOptions.check(); err != nil {
		return l, err
	}
	return o.look(s, "chart", o.inputFiles(files))
}
