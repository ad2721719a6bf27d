package cli

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spf13/pflag"

	"verbatim/internal/survey"
)

// readingOptions override how an export is read: what every command that reads
// one has in common.
type readingOptions struct {
	platform   string
	encoding   string
	delimiter  string
	headerRows string
}

// bind adds the flags of the options.
func (o *readingOptions) bind(f *pflag.FlagSet) {
	f.StringVar(&o.platform, "platform", "", "read as an export of this platform (`NAME`): "+strings.Join(survey.Platforms(), ", "))
	f.StringVar(&o.encoding, "encoding", "", "read in this encoding (`NAME`): "+strings.Join(survey.Encodings(), ", "))
	f.StringVar(&o.delimiter, "delimiter", "", "`CHARACTER` between cells, or tab")
	f.StringVar(&o.headerRows, "header-rows", "", "`N` rows stand before the first respondent; 0: none, and columns are called column 1, column 2")
}

// open opens the inputs, each override checked before a byte is read.
func (o *readingOptions) open(ctx context.Context, in []survey.Input) (*survey.Export, error) {
	opt, err := o.options()
	if err != nil {
		return nil, err
	}
	return survey.Open(ctx, in, opt)
}

func (o *readingOptions) options() (opt survey.Options, err error) {
	if opt.Platform, err = oneOf("--platform", o.platform, survey.Platforms()); err != nil {
		return opt, err
	}
	if opt.Encoding, err = oneOf("--encoding", o.encoding, survey.Encodings()); err != nil {
		return opt, err
	}
	switch o.delimiter {
	case "":
	case "tab", `\t`:
		opt.Delimiter = '\t'
	default:
		r, n := utf8.DecodeRuneInString(o.delimiter)
		if n != len(o.delimiter) || r == '"' || r == '\n' || r == '\r' || r >= utf8.RuneSelf {
			return opt, &usageError{where: "--delimiter", what: quoted(o.delimiter) + " is not one character", hint: "for example --delimiter ';' or --delimiter tab"}
		}
		opt.Delimiter = r
	}
	if o.headerRows != "" {
		opt.HeaderRows, err = strconv.Atoi(o.headerRows)
		if err != nil || opt.HeaderRows < 0 || opt.HeaderRows > 9 {
			return opt, &usageError{where: "--header-rows", what: quoted(o.headerRows) + " is not a number from 0 to 9"}
		}
		opt.NoHeader = opt.HeaderRows == 0
	}
	return opt, nil
}

// oneOf checks a name against those there are; "" is none.
func oneOf(flag, name string, names []string) (string, error) {
	name = strings.ToLower(name)
	if name != "" && !slices.Contains(names, name) {
		return "", &usageError{where: flag, what: fmt.Sprintf("unknown name %q", name), hint: "use one of " + strings.Join(names, ", ")}
	}
	return name, nil
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

func (p *pipe) Read(b []byte) (n int, err error) {
	if p.file == nil {
		if p.file, err = os.Open(p.name); err != nil {
			return 0, err
		}
	}
	return p.file.Read(b)
}
