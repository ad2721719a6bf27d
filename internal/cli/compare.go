package cli

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/internal/report"
	"verbatim/internal/tally"
)

// compareOptions are the flags of verbatim compare.
type compareOptions struct {
	surveyOptions
	outputs []string
	format  string
}

func newCompareCommand(s *Streams) *cobra.Command {
	var o compareOptions
	c := &cobra.Command{
		Use:   "compare FILE... --by COLUMN",
		Short: "Say which terms set groups apart",
		Long: `compare tests for every term whether the people of one group used it more than the
others, and lists first what sets groups apart most. People count, not mentions.
With --themes it also gives the banner table: themes by groups, in per cent of each
column, with letters for what is significantly higher.

` + exitStatusHelp,
		Example: `  verbatim compare testdata/partnerships.csv --by region
  verbatim compare testdata/partnerships.csv --by sector --themes testdata/partnerships-themes.csv
  verbatim compare testdata/partnerships.csv --by region -o regions.csv`,
		Args: filesNeeded,
		RunE: func(c *cobra.Command, files []string) error { return runCompare(c.Context(), s, &o, files) },
	}
	o.bind(c.Flags())
	f := c.Flags()
	f.StringVar(&o.by, "by", "", "`COLUMN` whose values are the groups")
	f.BoolVar(&o.hash, "hash", false, "write the SHA-256 of the files into the JSON")
	f.StringArrayVarP(&o.outputs, "output", "o", nil, "write to `FILE` (.csv, .json, .md) instead of standard output; repeatable")
	f.StringVar(&o.format, "format", "", "`table|csv|json|markdown` (default table, or as the output's name says)")
	return c
}

func runCompare(ctx context.Context, s *Streams, o *compareOptions, files []string) error {
	documents, err := o.documents(s, files)
	if err != nil {
		return err
	}
	if err := o.check(); err != nil {
		return err
	}
	question, err := o.run(ctx, s, files)
	if err != nil {
		return err
	}
	found, err := question.compare(o.by)
	if err != nil {
		return err
	}
	if err := o.warn(s, question.Warnings); err != nil {
		return err
	}
	var outputs []output
	for _, d := range documents {
		var data bytes.Buffer
		if err := found.document(&o.surveyOptions, d.format).Write(&data, d.format); err != nil {
			return err
		}
		outputs = append(outputs, output{d.path, data.Bytes()})
	}
	return s.write(outputs...)
}

// documentFile is a document to be written.
type documentFile struct {
	path   string
	format report.Format
}

// documents are the files to write; standard output where there is none.
func (o *compareOptions) documents(s *Streams, files []string) (list []documentFile, err error) {
	paths := o.outputs
	if len(paths) == 0 {
		paths = []string{"-"}
	}
	for i, path := range paths {
		format, err := documentOutput{path, o.format}.resolve(s, files)
		if err != nil {
			return nil, err
		}
		if err := notTwice(path, paths[:i]); err != nil {
			return nil, err
		}
		list = append(list, documentFile{path, format})
	}
	return list, nil
}

// check refuses what no comparison can be made with.
func (o *compareOptions) check() error {
	if o.by == "" {
		return &usageError{where: "compare", what: "no groups to compare", hint: "name the column that tells them: --by COLUMN; verbatim inspect lists the columns"}
	}
	return o.surveyOptions.check()
}

// comparison is a question with what sets its groups apart.
type comparison struct {
	*counted
	column string // whose values are the groups
	*tally.Comparison
	banner *tally.Banner // nil without themes
}

// mostGroups is how many groups can be compared: each has a letter.
const mostGroups = 26

// compare finds what sets the groups apart; it is an error if there are not at least two, or nothing was tested.
func (c *counted) compare(by string) (*comparison, error) {
	column, err := c.export.Select(by)
	if err != nil {
		return nil, err
	}
	found := &comparison{c, column.Text, tally.Compare(c.Tally, c.Groups, c.opt.Rank), tally.NewBanner(c.Groups, c.opt.Rank)}
	where := strings.Join(c.export.Files, ", ")
	switch n := len(found.Comparison.Groups); {
	case n > mostGroups:
		return nil, &usageError{where: "--by", what: fmt.Sprintf("%s has %d values, and at most %d groups can be compared", quoted(column.Text), n, mostGroups),
			hint: "--where keeps some of the respondents; or choose another column"}
	case n == 0:
		return nil, &nothingError{where: where, what: "nobody who gave an answer has a value in " + quoted(column.Text), hint: "verbatim inspect lists the columns"}
	case n == 1:
		return nil, &nothingError{where: where, what: fmt.Sprintf("all %d who gave an answer are in one group, %s", found.Comparison.Groups[0].Valid, quoted(found.Comparison.Groups[0].Value)),
			hint: "choose another column: verbatim inspect lists them"}
	case found.Family == 0 && found.banner == nil:
		return nil, &nothingError{where: where, what: fmt.Sprintf("no term was used by %d people or more, so there is nothing to compare", tally.LeastTested),
			hint: "--themes compares nets of several terms"}
	}
	return found, nil
}

// document is the comparison with all that a reader needs to judge it; a table is cut to what can be looked through.
func (c *comparison) document(o *surveyOptions, format report.Format) *report.Compare {
	limits := tally.Limits{MinCount: o.minCount, Top: o.top}
	if limits.Top == 0 && format == report.Table {
		limits.Top = tableTop
	}
	return report.NewCompare(c.counted.document(c.Tally, o, limits), c.column, c.Comparison, limits, c.banner)
}
