// Package container opens files that hold a table in another way than as a text with
// delimiters, and gives the table as such a text: comma-separated, in UTF-8, one record
// for each row. So everything behind it sees one form.
//
//	export.zip ── member ──┬─ a text ────────────────────────────────▶ its bytes
//	                       ├─ a workbook ── sheet ──┐
//	                       ├─ an SPSS file ─────────┼─ rows of cells ─▶ CSV in UTF-8
//	                       └─ JSON ─────────────────┘
//
// What a container is shows in its first bytes; the name of a download says little.
// Nothing inside is run, and nothing is fetched.
package container

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/scale"
	"verbatim/internal/spss"
)

// Options choose one table of a container that holds several.
type Options struct {
	// Within is a path of names, with ! between them: of a member of a zip archive, of one in
	// that, of a sheet of a workbook.
	Within string
	// Encoding is that of the texts of an SPSS file; "" is the one that it states. The others state theirs for sure.
	Encoding string
	Sheet    string // of a workbook whose sheet Within does not name, by its name or its number from 1
}

// A Table is the table that a container holds.
type Table struct {
	// Text is the table as CSV in UTF-8, unless it is IsPlain.
	Text io.ReadCloser
	// IsPlain says that Text is a file out of an archive, as it was packed: its encoding and
	// its delimiter have to be found.
	IsPlain  bool
	Kind     string   // "xlsx", "sav" or "json"
	Place    string   // where in the container it stands, by the names there: "!wave1.zip!answers.xlsx!Sheet 1"
	Encoding string   // in which the texts are stored; empty: UTF-8
	Told     []Told   // of each column, by its place; nil: nothing
	Header   int      // header rows that are known; 0: they have to be found
	Evidence []string // what the container is, and what was chosen of it
	// Warnings are those about the rows that were read so far.
	Warnings func() []notice.Warning
}

// Told is what a container tells of the cells of a column besides their texts.
type Told struct {
	Lists  bool          // they are lists: the options of a multiple choice, with ;# between
	Values []scale.Value // they are labels of these values, ascending: options of a choice
}

// opener returns what opens a file that begins so; nil if it is no container.
func opener(head []byte) func(file, Options) (*Table, error) {
	begins := func(signature string) bool { return bytes.HasPrefix(head, []byte(signature)) }
	switch {
	case begins("PK\x03\x04"), begins("PK\x05\x06"): // the second of an archive of nothing
		return openArchive
	case begins("\xd0\xcf\x11\xe0"):
		return openWorkbook
	case spss.Is(head):
		return openSPSS
	case isRowsOfJSON(head):
		return openJSON
	}
	return nil
}

// HeadSize is how many bytes of a file Is has to see, if it has as many.
const HeadSize = 4 << 10

// Is reports whether a file that begins with these bytes is a container.
func Is(head []byte) bool { return opener(head) != nil }

// A file is a container that is being opened.
type file struct {
	name  string    // as the user wrote it
	path  string    // the same without what lies within this container
	depth int       // archives that it lies in
	bytes io.Reader // all of it, once
	disk  any       // the same on a disk, to be read at any place; nil: it is not there
}

// Open opens a container that begins with head. Its bytes are read from r, or from disk, if
// that can be read at any place, as a file can. The table reads on from there, so both stay
// open until its text is closed. The error is a *notice.InputError, or a *notice.UsageError
// if a choice is missing.
func Open(head []byte, r io.Reader, disk any, name string, opt Options) (*Table, error) {
	outer := file{name: name, path: strings.TrimSuffix(name, "!"+opt.Within), bytes: r, disk: disk}
	t, err := outer.open(head, opt)
	if err != nil {
		return nil, err
	}
	t.Place = strings.TrimPrefix(t.Place, outer.path)
	return t, nil
}

// open opens the container.
func (f file) open(head []byte, opt Options) (*Table, error) { return opener(head)(f, opt) }

// single refuses a choice in a container of one table.
func (f file) single(opt Options) error {
	if opt.Within == "" {
		return nil
	}
	return f.refuse("", "what stands before !%s is no zip archive or workbook", opt.Within)
}

// inMemory is the most that is kept of a container that gives its bytes only once, in bytes.
const inMemory = 512 << 20

// anywhere gives the bytes to be read at any place, and their number. Of a stream they are
// kept.
func (f file) anywhere() (io.ReaderAt, int64, error) {
	if disk, ok := f.disk.(interface {
		io.ReaderAt
		Stat() (fs.FileInfo, error)
	}); ok {
		info, err := disk.Stat()
		if err != nil {
			return nil, 0, err
		}
		return disk, info.Size(), nil
	}
	kept, err := io.ReadAll(io.LimitReader(f.bytes, inMemory+1))
	if err != nil {
		return nil, 0, err
	}
	if len(kept) > inMemory {
		return nil, 0, f.refuse("give it as a file, not as a stream", "has more than %d MiB, too much to be kept", inMemory>>20)
	}
	return bytes.NewReader(kept), int64(len(kept)), nil
}

// refuse is an error of the file, with what to do about it.
func (f file) refuse(hint, what string, args ...any) error {
	return &notice.InputError{Name: f.name, What: fmt.Sprintf(what, args...), Hint: hint}
}
