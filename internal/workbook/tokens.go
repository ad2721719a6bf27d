package workbook

import (
	"bytes"
	"io"
)

// A token of XML.
type token int

const (
	atEnd   token = iota // of the part
	element              // the start of an element; name and attributes are known
	closing              // the end of an element
	text                 // see the field text
)

// Tokens cuts a part into tokens of XML. It is made for the parts of workbooks, where encoding/xml takes most of the
// time of a run: it has no names of namespaces (an element is known by its local name and by where it stands, so that
// the transitional and the strict namespaces are read in the same way), no entities but the five of XML and numbers,
// and does not compare the names of the ends of elements with those of their starts.
type tokens struct {
	r        io.Reader
	buf      []byte
	at, end  int // what is read and not yet passed on
	done     error
	depth    int
	selfEnds bool // the element that is open has no content: its end comes next

	name  []byte // of an element, without its prefix; good until the next token
	attrs []byte // of an element, raw
	text  []byte // raw, with references; good until the next token
	plain bool   // the text is from a CDATA section, where & stands for itself
}

// newTokens reads a part in UTF-8. One in UTF-16, which no program is known to write, has no element that is known.
func newTokens(r io.Reader) *tokens { return &tokens{r: r, buf: make([]byte, 64<<10)} }

// fill reads more behind what there is, and reports whether more has come. What has been passed on is overwritten, so
// name, attrs and text are good until then. The buffer grows to the longest token.
func (t *tokens) fill() (bool, error) {
	if t.done != nil {
		return false, nil
	}
	if t.at > 0 {
		t.end = copy(t.buf, t.buf[t.at:t.end])
		t.at = 0
	}
	if t.end == len(t.buf) {
		if len(t.buf) >= maxToken {
			return false, t.tooLong()
		}
		t.buf = append(t.buf, make([]byte, len(t.buf))...)
	}
	for range 100 { // a reader that gives nothing for ever
		n, err := t.r.Read(t.buf[t.end:])
		t.end += n
		if err != nil && err != io.EOF {
			return false, err
		}
		t.done = err
		if n > 0 || err != nil {
			return n > 0, nil
		}
	}
	return false, io.ErrNoProgress
}

// tooLong says what is longer than any token may be.
func (t *tokens) tooLong() error {
	if len(bytes.TrimSpace(t.buf)) == 0 {
		return refuse("has more than %d KiB of blanks in one place, as no table of answers has", maxToken>>10)
	}
	return refuse("has a cell of more than %d KiB", maxToken>>10)
}

// until gives the length of what is read up to a mark and with it; 0 if the part ends before.
func (t *tokens) until(mark string, from int) (int, error) {
	for {
		if i := bytes.Index(t.buf[t.at+from:t.end], []byte(mark)); i >= 0 {
			return from + i + len(mark), nil
		}
		from = max(from, t.end-t.at-len(mark)+1)
		if more, err := t.fill(); err != nil || !more {
			return 0, err
		}
	}
}

// next gives the next token.
func (t *tokens) next() (token, error) {
	if t.selfEnds {
		t.selfEnds = false
		t.depth--
		return closing, nil
	}
	for {
		if t.at == t.end {
			more, err := t.fill()
			if err != nil {
				return atEnd, err
			}
			if !more {
				return t.finish()
			}
		}
		if t.buf[t.at] != '<' {
			return t.readText()
		}
		kind, skipped, err := t.readMarkup()
		if err != nil || !skipped {
			return kind, err
		}
	}
}

// finish is the end of the part, which may not come inside of an element: the rest of the sheet would be missing.
func (t *tokens) finish() (token, error) {
	if t.depth > 0 {
		return atEnd, errCut
	}
	return atEnd, nil
}

var errCut = damaged("is a damaged workbook: it is cut off")

// readText reads up to the next tag.
func (t *tokens) readText() (token, error) {
	n, err := t.until("<", 0)
	if err != nil {
		return atEnd, err
	}
	if n == 0 { // the part ends with it
		n = t.end - t.at + 1
	}
	t.text, t.plain = t.buf[t.at:t.at+n-1], false
	t.at += n - 1
	return text, nil
}

// readMarkup reads what begins with <, and says if it is nothing that counts.
func (t *tokens) readMarkup() (kind token, skipped bool, err error) {
	for t.end-t.at < len("<![CDATA[") {
		if more, err := t.fill(); err != nil {
			return atEnd, false, err
		} else if !more {
			break
		}
	}
	begins := func(mark string) bool { return bytes.HasPrefix(t.buf[t.at:t.end], []byte(mark)) }
	switch {
	case begins("<!--"):
		return t.skipTo("-->", 4)
	case begins("<?"):
		return t.skipTo("?>", 2)
	case begins("<![CDATA["):
		n, err := t.until("]]>", 9)
		if err != nil || n == 0 {
			return atEnd, false, orCut(err)
		}
		t.text, t.plain = t.buf[t.at+9:t.at+n-3], true
		t.at += n
		return text, false, nil
	case begins("<!"):
		return atEnd, false, damaged("is not read: a part of it declares entities, as no workbook does")
	}
	kind, err = t.readTag()
	return kind, false, err
}

// orCut is an error, or that the part ends too early.
func orCut(err error) error {
	if err == nil {
		return errCut
	}
	return err
}

// skipTo passes over a comment or an instruction.
func (t *tokens) skipTo(mark string, from int) (token, bool, error) {
	n, err := t.until(mark, from)
	if err != nil || n == 0 {
		return atEnd, false, orCut(err)
	}
	t.at += n
	return atEnd, true, nil
}

// readTag reads the start or the end of an element.
func (t *tokens) readTag() (token, error) {
	n, err := t.tagLength()
	if err != nil {
		return atEnd, err
	}
	tag := t.buf[t.at+1 : t.at+n-1]
	t.at += n
	if len(tag) > 0 && tag[0] == '/' {
		if t.depth--; t.depth < 0 {
			return atEnd, damaged("is a damaged workbook: an element of XML ends that has not begun")
		}
		return closing, nil
	}
	if t.depth++; t.depth > maxDepth {
		return atEnd, refuse("has more than %d elements of XML in each other", maxDepth)
	}
	if len(tag) > 0 && tag[len(tag)-1] == '/' {
		tag, t.selfEnds = tag[:len(tag)-1], true
	}
	name, end := tag, bytes.IndexAny(tag, " \t\r\n")
	t.attrs = nil
	if end >= 0 {
		name, t.attrs = tag[:end], tag[end:]
	}
	t.name = local(name)
	return element, nil
}

// tagLength finds the > that ends a tag: it is none inside of quotes, as in <c r="A1" note="a > b">.
func (t *tokens) tagLength() (int, error) {
	quote := byte(0)
	for i := 1; ; i++ {
		if t.at+i == t.end {
			if more, err := t.fill(); err != nil || !more {
				return 0, orCut(err)
			}
		}
		switch c := t.buf[t.at+i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1, nil
		}
	}
}

// local is a name without the prefix of its namespace.
func local(name []byte) []byte {
	return name[bytes.IndexByte(name, ':')+1:]
}

// attr gives the raw value of an attribute by its local name; nil if there is none. The attributes of a cell are three at
// most and short, so they are looked through anew for each, which is cheaper than taking them apart.
func (t *tokens) attr(name string) []byte {
	for rest := t.attrs; ; {
		eq := bytes.IndexByte(rest, '=')
		if eq < 0 {
			return nil
		}
		key := bytes.Trim(rest[:eq], " \t\r\n")
		rest = bytes.TrimLeft(rest[eq+1:], " \t\r\n")
		if len(rest) == 0 {
			return nil
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return nil
		}
		if string(local(key)) == name && !bytes.HasPrefix(key, []byte("xmlns")) {
			return rest[1 : end+1]
		}
		rest = rest[end+2:]
	}
}

// attrText is the text of an attribute, "" if there is none.
func (t *tokens) attrText(name string) string { return string(appendText(nil, t.attr(name))) }

// skip passes over the rest of the element that has just begun.
func (t *tokens) skip() error {
	for inside := t.depth - 1; t.depth > inside; {
		if _, err := t.next(); err != nil {
			return err
		}
	}
	return nil
}

// children calls visit for each element right inside of the one that has just begun, and for none deeper: what an
// extension holds is never taken for a row or a cell. visit may read on up to the end
// of its element; what it leaves is passed over.
func (t *tokens) children(visit func(name string) error) error {
	for inside := t.depth; t.depth >= inside; {
		kind, err := t.next()
		if err != nil {
			return err
		}
		if kind == atEnd {
			return nil
		}
		if kind != element {
			continue
		}
		if err := visit(string(t.name)); err != nil {
			return err
		}
		for t.depth > inside {
			if _, err := t.next(); err != nil {
				return err
			}
		}
	}
	return nil
}

// root finds the outermost element of a part.
func (t *tokens) root(name string) error {
	for {
		kind, err := t.next()
		switch {
		case err != nil:
			return err
		case kind == atEnd:
			return damaged("is a damaged workbook: a part of it is empty")
		case kind == element && string(t.name) != name:
			return damaged("is a damaged workbook: <%.40s> stands where <%s> is expected", t.name, name)
		case kind == element:
			return nil
		}
	}
}
