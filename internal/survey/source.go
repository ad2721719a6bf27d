package survey

import (
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"strings"
	"verbatim/internal/notice"
)

// How a file is read. Detection reads its head; then the file is opened again,
// or, if it is a stream, read on from there:
//
//	├── head, ≤ 8 MiB ──┼──────────────── rest ────────────────┤
//	├─ block ─┼─ block ─┼─ block ─┼ …        each ends at the end of a record
//
// So memory holds one head while detecting (a stream's: until it is read), and
// then the blocks under way. A file that fits into its head is kept: it need
// not be read twice.

// headSize is the most that detection reads of a file, in bytes.
const headSize = 8 << 20

// A source is one file of the export, and how it is written.
type source struct {
	input    Input
	encoding textEncoding
	syntax   syntax
	skip     int  // records before the first respondent: header rows, empty lines, "sep=;"
	answered bool // the header row looks like an answer

	head  string    // the text that detection read; dropped where it can be read again
	whole bool      // head is all of it
	rest  io.Reader // what follows head in a stream; nil once it has been read
	// seen is what has been read of a stream.
	seen *fingerprint
}

// openSource reads the head of an input and detects encoding and syntax.
func openSource(in Input, opt Options) (*source, error) {
	src := &source{input: in}
	if in.Stream {
		src.seen = &fingerprint{hash: sha256.New()}
		in = in.watched(src.seen)
	}
	f, err := in.open()
	if err != nil {
		return nil, err
	}
	if !in.Stream {
		defer f.Close()
	}
	// The bytes are read first, since their encoding is not known yet; the text is
	// decoded from them and from what follows.
	raw, err := readUpTo(f, headSize)
	if err != nil {
		return nil, in.explain(err)
	}
	whole := len(raw) < headSize
	src.encoding = detectEncoding(raw, whole, opt.Encoding)
	if err := checkText(in.Name, raw, src.encoding); err != nil {
		return nil, err
	}
	if err := src.readHead(raw, f); err != nil {
		return nil, in.explain(err)
	}
	if isBlank(src.head) && src.whole {
		return nil, &notice.InputError{Name: in.Name, What: "is empty", Hint: "an export has at least a header row"}
	}
	return src, nil
}

// readUpTo reads all of r, but no more than limit bytes, of which it sets aside
// room at once where r is not small: growing a buffer step by step would take
// several times the memory.
func readUpTo(r io.Reader, limit int64) (string, error) {
	var text strings.Builder
	n, err := io.CopyN(&text, r, 64<<10)
	if err == nil {
		text.Grow(int(limit - n))
		_, err = io.CopyN(&text, r, limit-n)
	}
	if errors.Is(err, io.EOF) { // a damaged gzip file ends in another error
		err = nil
	}
	return text.String(), err
}

// readHead keeps the first headSize bytes of the text that begins with the bytes
// raw and goes on in f; of UTF-16, half as many, which are as many bytes of the
// file. A stream's rest is kept too, to go on from. Of UTF-8 without a mark the
// bytes are the text.
func (src *source) readHead(raw string, f io.Reader) error {
	rest := f
	if src.encoding.name == utf8Name && src.encoding.bom == 0 {
		src.head, src.whole = raw, len(raw) < headSize
	} else {
		text, err := decode(io.MultiReader(strings.NewReader(raw), f), src.encoding)
		if err != nil {
			return err
		}
		size := int64(headSize)
		if src.encoding.wide() {
			size /= 2
		}
		var head strings.Builder
		head.Grow(len(raw))
		n, err := io.CopyN(&head, text, size)
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		src.head, src.whole, rest = head.String(), n < size, text
	}
	if src.input.Stream && !src.whole {
		src.rest = rest
	}
	return nil
}

// forget drops the head where the file can be read again. A small file's is
// kept: it need not be read twice.
func (src *source) forget() {
	if !src.whole && !src.input.Stream {
		src.head = ""
	}
}

// text opens the source from its beginning, as UTF-8.
func (src *source) text() (io.ReadCloser, error) {
	switch {
	case src.whole:
		return io.NopCloser(strings.NewReader(src.head)), nil
	case src.input.Stream && src.rest == nil:
		return nil, &notice.InputError{Name: src.input.Name, What: "can be read only once", Hint: "give the export as a file"}
	case src.input.Stream:
		r := io.MultiReader(strings.NewReader(src.head), src.rest)
		src.head, src.rest = "", nil
		return io.NopCloser(r), nil
	}
	f, err := src.input.open()
	if err != nil {
		return nil, err
	}
	r, err := decode(f, src.encoding)
	if err != nil {
		f.Close()
		return nil, src.input.explain(err)
	}
	return unpacked{r, f}, nil
}

// blockSize is the length of a block in bytes, unless a record is longer.
const blockSize = 256 << 10

// maxLine is the length in bytes past which a record is no record: what has no
// line end for so long is not a survey.
const maxLine = 64 << 20

// A blockReader cuts the text of a source into blocks of whole records.
type blockReader struct {
	src   *source
	r     io.Reader
	buf   []byte // read and not yet given out
	final bool   // nothing follows buf
	line  int    // where buf begins, from 1
	// Empty lines at the end of a file are no rows: they are only counted when
	// another record follows.
	empty int // empty lines since the last record: blank rows if one more follows
	skip  int // records still to be left out
	// expected is how many records the last block had, to set aside room for as
	// many.
	expected int
}

// blocks reads the source from its beginning and gives its records, header
// rows left out, in blocks of about blockSize.
func (src *source) blocks(ctx context.Context, yield func(*Block) bool) error {
	text, err := src.text()
	if err != nil {
		return err
	}
	defer text.Close()
	br := &blockReader{src: src, r: text, line: 1, skip: src.skip}
	for !br.final || len(br.buf) > 0 {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := br.fill(blockSize); err != nil {
			return src.input.explain(err)
		}
		block, err := br.cut()
		if err != nil {
			return err
		}
		if !yield(block) {
			return nil
		}
	}
	return nil
}

// fill reads until buf holds size bytes, or nothing follows.
func (br *blockReader) fill(size int) error {
	for len(br.buf) < size && !br.final {
		if cap(br.buf) < size {
			br.buf = append(make([]byte, 0, size), br.buf...)
		}
		n, err := br.r.Read(br.buf[len(br.buf):size])
		br.buf = br.buf[:len(br.buf)+n]
		if errors.Is(err, io.EOF) {
			br.final = true
		} else if err != nil {
			return err
		}
	}
	return nil
}

// A record may be longer than a block; then the block grows until it holds one.

// cut takes the whole records out of buf, reading on where not even one fits.
func (br *blockReader) cut() (*Block, error) {
	for {
		text := string(br.buf)
		block := &Block{src: br.src, records: make([]record, 0, br.expected+br.expected/8)}
		taken := br.records(block, text)
		if taken > 0 || br.final {
			br.buf = append(br.buf[:0], br.buf[taken:]...)
			br.expected = len(block.records)
			return block, nil
		}
		if len(br.buf) >= maxLine {
			return nil, &notice.InputError{Name: br.src.input.Name, What: "has no line ends: it is not a table"}
		}
		if err := br.fill(2 * len(br.buf)); err != nil {
			return nil, br.src.input.explain(err)
		}
	}
}

// records appends the whole records of text to block and gives their length.
func (br *blockReader) records(block *Block, text string) (taken int) {
	s := br.src.syntax
	for taken < len(text) {
		rec, size, lines := s.next(text[taken:], br.final)
		if size == 0 {
			break
		}
		taken += size
		rec.line = br.line
		br.line += lines
		switch {
		case br.skip > 0:
			br.skip--
		case s.emptyLine(rec.text):
			br.empty++
		default:
			block.blank += br.empty
			br.empty = 0
			block.records = append(block.records, rec)
		}
	}
	return taken
}

// People give the wrong file more often than a damaged one. What it is says what
// to do; a spreadsheet is the likeliest.

// signatures are the first bytes of files that people give by mistake.
var signatures = [...]struct{ bytes, what, hint string }{
	{"\x89PNG", "is a PNG picture, not text", "give the survey export as CSV"},
	{"\xff\xd8\xff", "is a JPEG picture, not text", "give the survey export as CSV"},
	{"GIF8", "is a GIF picture, not text", "give the survey export as CSV"},
	{"%PDF", "is a PDF document, not text", "export the answers as CSV"},
	{"PK\x03\x04", "is a zip archive or a spreadsheet (xlsx, ods), not text", "unpack it, or save the sheet as CSV UTF-8"},
	{"\xd0\xcf\x11\xe0", "is an old Excel workbook, not text", "save the sheet as CSV UTF-8"},
	{"$FL2", "is an SPSS file, not text", "export the answers as CSV"},
	{"SQLite format 3", "is a database, not text", "export the answers as CSV"},
}

// checkText refuses what is not text: files of known other kinds, and files in
// which more than one byte in ten is NUL or one in a hundred another control
// character.
func checkText(name, raw string, e textEncoding) error {
	for _, s := range signatures {
		if strings.HasPrefix(raw, s.bytes) {
			return &notice.InputError{Name: name, What: s.what, Hint: s.hint}
		}
	}
	if e.wide() {
		return nil
	}
	nul, control := 0, 0
	for i := 0; i < len(raw); i++ {
		if i+8 <= len(raw) && visible(eight(raw[i:])) {
			i += 7
			continue
		}
		switch b := raw[i]; {
		case b == 0:
			nul++
		case b < ' ' && b != '\t' && b != '\n' && b != '\r', b == 0x7f:
			control++
		}
	}
	// Damaged cells may hold NUL bytes and the odd control character; a picture
	// is full of them.
	if nul*10 > len(raw) || control*100 > len(raw) && (control > 8 || control*4 > len(raw)) {
		return &notice.InputError{Name: name, What: "is not text", Hint: "give the survey export as CSV"}
	}
	if _, bad := countRunes(raw); bad*3 > len(raw) {
		return &notice.InputError{Name: name, What: "is not text in an encoding that is known here", Hint: "save it as UTF-8"}
	}
	return nil
}
