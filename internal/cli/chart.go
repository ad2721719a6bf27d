package cli

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/internal/tally"
)

// chartOptions are the flags of verbatim chart.
type chartOptions struct {
	surveyOptions
	pictureOptions
	of, colorBy string
}

func newChartCommand(s *Streams) *cobra.Command {
	var o chartOptions
	c := &cobra.Command{
		Use:   "chart FILE... -o FILE",
		Short: "Draw ranked bars: how many people said each term",
		Long: `chart draws the terms of one question as horizontal bars, the most frequent first,
with the share of the people who said each and their number. With --by each group
has bars of its own, all on one scale. --count mentions draws how often terms were
said instead. With --themes the colours tell the themes; --of themes draws the
themes themselves. Where no --size is given, the picture is as high as it must be.

` + exitStatusHelp,
		Example: `  verbatim chart testdata/partnerships.csv -o chart.png
  verbatim chart testdata/partnerships.csv -o chart.svg --intervals --top 10 --title 'Key ingredients'
  verbatim chart testdata/partnerships.csv -o regions.png --by region --top 8
  verbatim chart testdata/partnerships.csv -o themes.png --themes testdata/partnerships-themes.csv --of themes`,
		Args: filesNeeded,
		RunE: func(c *cobra.Command, files []string) error { return runChart(c.Context(), s, &o, files) },
	}
	o.surveyOptions.bind(c.Flags())
	o.bindBy(c.Flags())
	o.pictureOptions.bind(c.Flags())
	f := c.Flags()
	o.count, f.Lookup("count").DefValue = string(tally.Respondents), string(tally.Respondents)
	f.Lookup("top").Usage = "draw at most `N` bars; a tie at the cut is left out whole, unless nothing else would remain (default 20)"
	f.Lookup("size").Usage = "`WIDTHxHEIGHT` of the picture in pixels; unless given, it is higher where the bars need that"
	f.StringVar(&o.of, "of", "terms", "what the bars are of: `terms|themes`")
	f.StringVar(&o.colorBy, "color-by", "", "what a colour means: `theme|none` (default theme where themes are given)")
	return c
}

func runChart(ctx context.Context, s *Streams, o *chartOptions, files []string) error {
	look, err := o.design(s, files)
	if err != nil {
		return err
	}
	question, err := o.run(ctx, s, files)
	if err != nil {
		return err
	}
	var shown *tally.Tally
	picture, drawing, err := drawMost(o.top, barTop, func(top int) (p *plot, err error) {
		p, shown, err = o.plot(question, look, top)
		return p, err
	})
	if err != nil {
		return err
	}
	outputs, err := o.encode(picture, drawing)
	if err != nil {
		return err
	}
	warned, drawn := o.warn(s, question.Warnings), o.warnUnshown(s, picture.Chart.Unshown)
	if err := cmp.Or(drawn, warned); err != nil {
		return err
	}
	o.tellSingles(s, shown.Terms)
	if err := s.write(outputs...); err != nil {
		return err
	}
	return o.summarizeTally(s, question)
}

// barTop is how many bars a chart has unless --top says otherwise.
const barTop = 20

// plot makes the chart of what the flags ask for, with at most so many bars; shown are its terms.
func (o *chartOptions) plot(q *counted, look style, top int) (p *plot, shown *tally.Tally, err error) {
	if o.of == "themes" {
		if len(q.Tally.Themes) == 0 { // all of them
			return nil, nil, &withheldError{where: strings.Join(q.export.Files, ", "), n: o.suppress}
		}
		p, err = q.themeChart(look, q.Tally, top)
		return p, &tally.Tally{}, err
	}
	if shown, err = q.limit(tally.Limits{MinCount: o.minCount, Top: top}); err != nil {
		return nil, nil, err
	}
	p, err = q.barChart(look, shown, o.colorBy)
	return p, shown, err
}

// design checks every flag before a byte of the survey is read.
func (o *chartOptions) design(s *Streams, files []string) (style, error) {
	if err := o.surveyOptions.check(); err != nil {
		return style{}, err
	}
	if o.colorBy == "" {
		o.colorBy = "none"
		if o.themes != "" {
			o.colorBy = "theme"
		}
	}
	switch {
	case !slices.Contains([]string{"terms", "themes"}, o.of):
		return style{}, &usageError{where: "--of", what: "unknown value " + quoted(o.of), hint: "use terms or themes"}
	case !slices.Contains([]string{"theme", "none"}, o.colorBy):
		return style{}, &usageError{where: "--color-by", what: "unknown value " + quoted(o.colorBy), hint: "use theme or none"}
	case o.themes == "" && (o.of == "themes" || o.colorBy == "theme"):
		return style{}, &usageError{where: "--of, --color-by", what: "there are no themes", hint: "give them with --themes FILE"}
	case o.of == "themes" && o.suppress > 0 && o.count == string(tally.Mentions):
		return style{}, &usageError{where: "--of themes", what: "with --suppress their mentions are withheld", hint: "leave --count mentions out"}
	case o.intervals && o.count == string(tally.Mentions):
		return style{}, &usageError{where: "--intervals", what: "intervals are of shares of people, not of mentions", hint: "leave --count mentions out"}
	}
	return o.chartStyle(s, "chart", o.reading(files))
}
