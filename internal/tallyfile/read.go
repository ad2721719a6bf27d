package tallyfile

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/prose"
	"verbatim/internal/report"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
)

// A Part is one tally as it was read.
type Part struct {
	*report.Tally
	Name  string // of its file, in messages
	Label string // what it is called as a group: its file without folder and ending
	same  [sha256.Size]byte
}

// Read reads the tallies of inputs, one after the other. An input may hold several, such as NDJSON with one on each
// line; then a tally is labelled by the file that was counted. Memory is that of one tally. An error is of the input
// (*notice.InputError), of visit, or of ctx.
func Read(ctx context.Context, in []survey.Input, visit func(Part) error) error {
	paths := prose.Texts(in, func(x survey.Input) string { return x.Name })
	names := report.NamesOf(paths)
	documents := streamOf(nil, maxDocument)
	for _, x := range in {
		file, err := x.Open()
		if err != nil {
			return &notice.InputError{Name: x.Name, What: notice.Cause(err), Err: err}
		}
		r := reading{name: x.Name, label: withoutEnding(names.Of(x.Name)), documents: &documents, visit: visit}
		if err := cmp.Or(r.all(ctx, file), file.Close()); err != nil {
			return err
		}
	}
	return nil
}

// withoutEnding is the name of a file without the endings of a tally.
func withoutEnding(name string) string {
	name = strings.TrimSuffix(name, ".gz")
	return strings.TrimSuffix(name, path.Ext(name))
}

// A reading is that of one input.
type reading struct {
	name, label string
	documents   *stream
	visit       func(Part) error
}

// write is the hint for what is no tally.
const write = "write one with verbatim tally FILE -o x.json"

// byHand is the hint for figures that this program never writes.
const byHand = "has it been changed by hand?"

// all reads the tallies of the input.
func (r *reading) all(ctx context.Context, in io.Reader) error {
	text, err := plain(in)
	if err != nil {
		return r.refuse("", "cannot be read: %v", err)
	}
	documents, file := r.documents, r.name
	documents.open(text)
	for n := 0; ; n++ {
		d, same, err := documents.next()
		if n > 0 || err == nil && documents.more() {
			r.name = fmt.Sprintf("%s, document %d", file, n+1)
		}
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err == io.EOF && n > 0:
			return nil
		case errors.Is(err, io.ErrUnexpectedEOF):
			return r.refuse(write, "is no tally in JSON, or is cut off")
		case err == io.EOF, errors.As(err, new(*json.SyntaxError)):
			return r.refuse(write, "is no tally in JSON")
		case d == nil:
			return r.refuse("", "cannot be read: %v", notice.Cause(err))
		case isList(err):
			return r.refuse("write one tally on each line, as jq -c '.[]' does", "is a list in JSON, and no tally")
		case d.Schema != report.TallySchema:
			return r.refuse(write, "the schema is %q, not %q", d.Schema, report.TallySchema)
		case err != nil:
			return r.refuse(byHand, "is damaged: %v", err)
		}
		if err := r.check(d); err != nil {
			return err
		}
		part := Part{d, r.name, r.label, same}
		if r.name != file || file == "-" {
			part.Label = strings.Join(prose.Texts(part.Source.Files, withoutEnding), ", ")
		}
		if err := r.visit(part); err != nil {
			return err
		}
	}
}

// isList reports whether a document is a list.
func isList(err error) bool {
	kind, ok := errors.AsType[*json.UnmarshalTypeError](err)
	return ok && kind.Field == "" && kind.Value == "array"
}

func (r *reading) refuse(hint, what string, args ...any) error {
	return &notice.InputError{Name: r.name, What: fmt.Sprintf(what, args...), Hint: hint}
}

// check fills in what old documents lack, and checks the figures as those of a fresh tally are: a file may have been
// changed by hand.
func (r *reading) check(d *report.Tally) error {
	if d.Options.Count == "" {
		d.Options.Count = tally.Respondents
	}
	d.RankBy = d.Options.Count
	if d.Complete && d.Uncoded.IsWithheld() {
		d.Uncoded = 0
	}
	if d.AnyOfTop == nil {
		d.AnyOfTop = []tally.AnyOf{}
	}
	o := d.Options
	switch err := d.Reconcile(); {
	case err != nil:
		return r.refuse(byHand, "%v", err)
	case len(d.Question.Columns) == 0 || slices.Min(d.Question.Columns) < 1:
		return r.refuse(byHand, "the question has no column, or one below 1")
	case o.Count != tally.Respondents && o.Count != tally.Mentions:
		return r.refuse(byHand, "terms are ranked by %q, which is unknown here", o.Count)
	case min(o.MinCount, o.Top, o.Suppress, o.Population, d.Source.HeaderRows) < 0:
		return r.refuse(byHand, "an option, or the number of header rows, is less than 0")
	case len(d.Source.SHA256) != 0 && len(d.Source.SHA256) != len(d.Source.Files):
		return r.refuse(byHand, "%d files have %d hashes", len(d.Source.Files), len(d.Source.SHA256))
	}
	return nil
}

// Missing is an error that says why a tally is not complete; nil where it is.
func (p Part) Missing() error {
	why := p.missing()
	if why == "" {
		return nil
	}
	return &notice.InputError{Name: p.Name, What: "is not complete: " + why, Hint: "leave --top, --min-count, --id, --mask and --suppress to the whole"}
}

// missing says why the tally is not complete: only a whole list of terms can be added up.
func (p Part) missing() string {
	switch {
	case p.Options.Withholds():
		return "--suppress withholds a part of it"
	case p.Options.ID != "":
		return "with --id, a respondent may have rows in several parts; count all files in one run"
	case p.Masked != nil:
		return "--mask covers words of it"
	case !p.Complete || p.Cut.Terms > 0:
		return fmt.Sprintf("%s not in it", prose.Count(p.Cut.Terms, "term"))
	}
	return ""
}

// neutral reports whether nobody said a word in the part: it decides nothing, and adds to any sum of its question.
func (p Part) neutral() bool { return p.Tokens.Counted == 0 && p.Base.Valid == 0 }
