package rows

import (
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"iter"
	"path"
	"slices"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/value"
)

// How a file is read: detection reads its head. Then the file is opened again or,
// if it is a stream, read on from there:
//
//	├── head, ≤ 8 MiB ──┼──────────────── rest ────────────────┤
//	├─ block ─┼─ block ─┼─ block ─┼ …        each ends at the end of a record
//
// So memory holds one head during detection (for a stream, until it is read), and
// then the blocks in progress. A file that fits into its head is kept, so it is not
// read twice.

// headSize is the most that Detect reads of a file, in bytes.
const headSize = 8 << 20

// Options override what is detected; the zero value detects everything.
type Options struct {
	Encoding  string // one of Encodings
	Delimiter rune   // an ASCII character
	Repair    bool   // undo an encoding that was applied twice
	Sheet     string // of a workbook: its name, or its number from 1

	HeaderGiven bool // the user says how many header rows there are
}

// A Table is one file as records of cells: its encoding and its syntax are
// known. A stream's records can be read once; those of other files again and
// again, in several goroutines.
type Table struct {
	Name      string
	Encoding  string           // one of Encodings
	Next      string           // the most likely encoding that gives another text, if there is one
	BOM       bool             // the file begins with a byte order mark
	Container string           // what it came out of, if it is no text: "xlsx", "sav", "json"
	Delimiter rune             // 0 for what is no text
	Width     int              // cells that most records have
	Announced bool             // the first line only names the delimiter: sep=;
	Whole     bool             // the sample is the whole file
	List      bool             // a text with an answer on each line, and no heading
	Told      []Told           // of each column, what its container tells; nil: nothing
	Header    int              // header rows that are known from the kind of file; 0: they have to be found
	Evidence  []string         // one line for each guess
	Warnings  []notice.Warning // about the file as a whole

	input    Input
	place    string // in its container
	encoding textEncoding
	syntax   syntax
	kept     string                  // the text read so far, where it is not to be read again
	tail     []byte                  // what follows kept, packed, if all of it is kept
	late     func() []notice.Warning // of a stream out of a container, what that says of its rows once they have been read; nil: nothing
	rest     io.Reader               // what follows kept in a stream; nil once it has been read
	header   []string                // header rows, as written, that are left out where they come again
	above    int                     // records that the header ends with
	order    []int                   // of the cells, where they stand otherwise than the columns; else nil
	repaired []bool                  // by column, from 0: whether an encoding that was applied twice is undone
	// seen is what has been read of a stream.
	seen *fingerprint
}

// A Sample is the beginning of a table, as far as Detect read it. It keeps its text
// in memory.
type Sample struct {
	Table *Table
	text  string
}

// Size gives the length of the sample's text in bytes.
func (s Sample) Size() int { return len(s.text) }

// Records yields the records of the sample, except the last if it is cut off, and a header
// that comes again.
func (s Sample) Records() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		at := 0
		for rec := range s.Table.syntax.all(s.text, s.Table.Whole) {
			if at++; at > s.Table.above && s.Table.isHeader(rec) {
				continue
			}
			if !yield(rec) {
				return
			}
		}
	}
}

// Detect reads the head of an input and detects encoding and syntax. The error is a
// *notice.InputError if it cannot be read as a table.
func Detect(in Input, opt Options) (Sample, error) {
	in.Within.Sheet, in.Within.Encoding = opt.Sheet, opt.Encoding
	t := &Table{Name: in.Name, input: in}
	if in.Stream {
		t.seen = &fingerprint{hash: sha256.New()}
		in = in.watched(t.seen)
	}
	f, err := in.open()
	if err != nil {
		return Sample{}, err
	}
	if !in.Stream {
		defer f.Close()
	}
	if f.held != nil {
		t.place = f.held.Place
	}
	if f.held != nil && !f.held.IsPlain {
		return t.readHeld(f, opt)
	}
	// The bytes are read first, since their encoding is not known yet; the text is
	// decoded from them and from what follows.
	raw, err := readUpTo(f, headSize, f.size)
	if err != nil {
		return Sample{}, in.explain(err)
	}
	t.encoding = detectEncoding(raw, len(raw) < headSize, opt.Encoding)
	if err := checkText(in.Name, raw, t.encoding); err != nil {
		return Sample{}, err
	}
	head, err := t.readHead(raw, f)
	if err != nil {
		return Sample{}, in.explain(err)
	}
	if err := checkTable(in.Name, head, t.Whole); err != nil {
		return Sample{}, err
	}
	if value.IsBlank(head) && t.Whole {
		return Sample{}, &notice.InputError{Name: in.Name, What: "is empty", Hint: "an export has at least a header row", Err: io.EOF}
	}
	t.settle(f, head, opt)
	return Sample{t, head}, nil
}

// onlyHead is the evidence for what a long file may have at its end.
const onlyHead = "only the first 8 MiB were looked at: rows of totals at the end, if any, count as respondents"

// settle detects the syntax and records what was found.
func (t *Table) settle(f *opened, head string, opt Options) {
	var why string
	t.syntax, t.Width, why = detectSyntax(head, t.Whole, opt.Delimiter, isList(t.Name))
	if t.Delimiter = rune(t.syntax.delimiter); t.Delimiter == noDelimiter {
		t.Delimiter = ',' // the most likely one if the file had two columns
		t.Warnings = t.syntax.unknownDelimiter(t.Name, head, t.Whole)
	}
	t.Announced = announced(head) != 0
	t.List = t.syntax.delimiter == noDelimiter && isList(t.Name) && !headed(head)
	t.Encoding, t.BOM = t.encoding.name, t.encoding.bom > 0
	t.Evidence = []string{t.encoding.evidence, why}
	if f.held != nil { // a file out of an archive
		t.Evidence = slices.Insert(t.Evidence, 0, f.held.Evidence...)
	}
	if !t.Whole { // Footer needs the end
		t.Evidence = append(t.Evidence, onlyHead)
	}
	t.Next = t.encoding.next
	t.warn(t.encoding.warning)
	t.warn(lost(head, t.Whole))
	t.findTwice(head, opt.Repair)
}

// warn adds a warning about the file, if it is one.
func (t *Table) warn(w notice.Warning) {
	if w.Code != "" {
		w.File = t.Name
		t.Warnings = append(t.Warnings, w)
	}
}

// isList reports whether the name of a file is one of a text, which may be a list with
// an answer on each line.
func isList(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".txt" || ext == ".md"
}

// headed reports whether a text begins with a heading: a line marked as one, or one with
// an empty line below it, as no other has.
func headed(text string) bool {
	first, rest, _ := strings.Cut(strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n")), "\n")
	below := strings.TrimLeft(rest, "\n")
	return strings.HasPrefix(first, "#") || below != rest && !strings.Contains(below, "\n\n")
}

// readUpTo reads all of r, but no more than limit bytes. If r is not small it
// reserves room for all of them at once, or for its size where that is known: growing
// a buffer step by step would take several times the memory.
func readUpTo(r io.Reader, limit, size int64) (string, error) {
	var text strings.Builder
	n, err := io.CopyN(&text, r, 64<<10)
	if err == nil {
		room := limit
		if n < size && size < limit {
			room = size
		}
		text.Grow(int(room - n))
		_, err = io.CopyN(&text, r, limit-n)
	}
	if errors.Is(err, io.EOF) { // a damaged gzip file ends in another error
		err = nil
	}
	return text.String(), err
}

// readHead returns the first headSize bytes of the text that begins with the bytes
// raw and goes on in f; half as many for UTF-16, which are as many bytes of the
// file. The head of a small file is kept, and so is that of a stream, with the rest
// to go on from. In UTF-8 without a mark the bytes are the text.
func (t *Table) readHead(raw string, f io.Reader) (head string, err error) {
	rest := f
	if t.encoding.name == utf8Name && t.encoding.bom == 0 && t.encoding.other == "" {
		head, t.Whole = raw, len(raw) < headSize
	} else {
		text, err := decode(io.MultiReader(strings.NewReader(raw), f), t.encoding)
		if err != nil {
			return "", err
		}
		size := int64(headSize)
		if t.encoding.wide() {
			size /= 2
		}
		var b strings.Builder
		b.Grow(len(raw))
		n, err := io.CopyN(&b, text, size)
		if err != nil && !errors.Is(err, io.EOF) {
			return "", err
		}
		head, t.Whole, rest = b.String(), n < size, text
	}
	if t.Whole || t.input.Stream {
		t.kept = head
	}
	if t.input.Stream && !t.Whole {
		t.rest = rest
	}
	return head, nil
}

// open opens the table from its beginning, as UTF-8.
func (t *Table) open() (io.ReadCloser, error) {
	switch {
	case t.isKept():
		return io.NopCloser(t.again()), nil
	case t.input.Stream && t.rest == nil:
		return nil, &notice.InputError{Name: t.Name, What: "can be read only once", Hint: "give the export as a file"}
	case t.input.Stream:
		r := io.MultiReader(strings.NewReader(t.kept), t.rest)
		t.kept, t.rest = "", nil
		return io.NopCloser(r), nil
	}
	f, err := t.input.open()
	if err != nil {
		return nil, err
	}
	if f.held != nil && !f.held.IsPlain {
		return f, nil
	}
	r, err := decode(f, t.encoding)
	if err != nil {
		f.Close()
		return nil, t.input.explain(err)
	}
	return &opened{Reader: r, closers: []io.Closer{f}}, nil
}

// Blocks reads the table from its beginning and yields its records, without the
// first skip, in file order and in blocks of about a quarter of a megabyte. It ends
// after the first error.
func (t *Table) Blocks(ctx context.Context, skip int) iter.Seq2[*Block, error] {
	return func(yield func(*Block, error) bool) {
		text, err := t.open()
		if err != nil {
			yield(nil, err)
			return
		}
		defer text.Close()
		br := &blockReader{table: t, r: text, line: 1, skip: skip, late: t.late}
		if o, ok := text.(*opened); ok && o.held != nil {
			br.late = o.held.Warnings // each reading has its own
		}
		for !br.final || len(br.left) > 0 {
			block, err := br.next(ctx)
			if !yield(block, err) || err != nil {
				return
			}
		}
	}
}

// Facts gives size and hash of the file. A stream must have been read to its end.
func (t *Table) Facts() (Facts, error) {
	f := t.seen
	if f == nil {
		f = &fingerprint{hash: sha256.New()}
		r, err := t.input.Open()
		if err != nil {
			return Facts{}, t.input.explain(err)
		}
		defer r.Close()
		if _, err := io.Copy(f, r); err != nil {
			return Facts{}, t.input.explain(err)
		}
	}
	return f.facts(t.Name), nil
}

// isHeader reports whether a record below the header repeats a row of it, as where exports were joined. What has a header
// of its own was not joined.
func (t *Table) isHeader(rec Record) bool {
	return t.header != nil && t.Header == 0 && slices.Contains(t.header, unmarked(rec))
}

// unmarked is the text of a record without the byte order mark of the file that it comes from.
func unmarked(rec Record) string { return strings.TrimPrefix(rec.Text, "\ufeff") }
