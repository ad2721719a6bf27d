package cli

import (
	"context"
	"os"
	"strings"

	"github.com/spf13/pflag"

	"verbatim/internal/study"
	"verbatim/internal/survey"
)

// Inputs: files, pipes and standard input, and the flags that override how they
// are read. A pipe gives its bytes once, so it is kept if it has to be read
// again.

// bindReading adds the flags that override how the files are read.
func bindReading(f *pflag.FlagSet, o *study.Reading) {
	f.StringVar(&o.Platform, "platform", "", "read as an export of the platform `NAME`: "+strings.Join(survey.Platforms(), ", "))
	f.StringVar(&o.Encoding, "encoding", "", "read in the encoding `NAME`: "+strings.Join(survey.Encodings(), ", "))
	f.StringVar(&o.Delimiter, "delimiter", "", "the `CHARACTER` between cells, or tab")
	f.StringVar(&o.HeaderRows, "header-rows", "", "number `N` of rows above the first respondent; 0: columns are called column 1, column 2")
}

// openExport opens the inputs, each override checked before a byte is read.
func openExport(ctx context.Context, in []survey.Input, o *study.Reading) (*survey.Export, error) {
	opt, err := o.Survey()
	if err != nil {
		return nil, err
	}
	return survey.Open(ctx, in, opt)
}

// inputs names the files of a run; - is standard input.
func inputs(ctx context.Context, s *Streams, files []string) []survey.Input {
	out := make([]survey.Input, len(files))
	for i, name := range files {
		switch {
		case name == "-":
			out[i] = survey.Stream(name, interruptible{ctx, s.In})
		case isPipe(name):
			out[i] = survey.Stream(name, interruptible{ctx, &pipe{name: name}})
		default:
			out[i] = survey.File(name)
		}
	}
	return out
}

// isPipe reports whether a file is one that gives its bytes once, such as <(zcat
// survey.csv.gz): opened again, it would go on where it was left.
func isPipe(name string) bool {
	info, err := os.Stat(name)
	return err == nil && !info.Mode().IsRegular() && !info.IsDir()
}

// pipe opens a file when it is read first, since that may have to wait for
// somebody who writes into it.
type pipe struct {
	name string
	file *os.File
}

// Read opens the pipe at the first call.
func (p *pipe) Read(b []byte) (n int, err error) {
	if p.file == nil {
		if p.file, err = os.Open(p.name); err != nil {
			return 0, err
		}
	}
	return p.file.Read(b)
}
