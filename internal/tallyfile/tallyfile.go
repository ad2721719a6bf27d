// Package tallyfile reads tallies that were written as JSON, and adds them up to the count that a survey would give:
//
//	tally.json ─ Among ─▶ a tally, by its first bytes
//	           ─ Read ──▶ Part ─┐
//	           ─ Read ──▶ Part ─┴─ Merger (merger.go) ─▶ study.Count (count.go)
//
// Everything behind a study.Count is the same for a survey and for tallies: disclosure control, tables, pictures and
// pages. What needs the answers themselves cannot be had of a tally: quotes, coded rows, explanations.
package tallyfile

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"verbatim/internal/notice"
	"verbatim/internal/report"
	"verbatim/internal/survey"
)

// looked is how many bytes of an input show what it is. The key stands first in what this program writes, and among
// the first where another one has sorted the keys.
const looked = 32 << 10

// schema finds the schema of a document of this program. A text in JSON has its quotes escaped, so that no answer is
// taken for it.
var schema = regexp.MustCompile(`"schema"\s*:\s*"(verbatim/[a-z]+/v[0-9]+)"`)

// Among reports whether the inputs are tallies. A mix of tallies and surveys is refused with a *notice.UsageError,
// another document of this program with a *notice.InputError. What was read of a stream is given once more when it is
// opened. An input that cannot be opened is none; who reads it says why.
func Among(in []survey.Input) (tallies bool, err error) {
	var kinds [2]string // of a survey and of a tally, the name of the first
	for i := range in {
		found := schemaOf(look(&in[i]))
		if found != "" && found != report.TallySchema {
			return false, &notice.InputError{Name: in[i].Name, What: fmt.Sprintf("is a result of verbatim (%s), and neither a survey nor a tally", found), Hint: "give the survey itself, or a tally of it"}
		}
		kind := &kinds[0]
		if found != "" {
			kind = &kinds[1]
		}
		*kind = cmp.Or(*kind, in[i].Name)
	}
	if kinds[0] != "" && kinds[1] != "" {
		return false, &notice.UsageError{Where: kinds[1], What: "is a tally, but " + kinds[0] + " is none", Hint: "count that first: verbatim tally " + notice.ShellQuoted(kinds[0]) + " -o FILE.json"}
	}
	return kinds[1] != "", nil
}

// schemaOf is the schema of a document, or of the first of a list, that begins like this; "" where it is none.
func schemaOf(head []byte) string {
	if !bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n["), []byte("{")) {
		return ""
	}
	if found := schema.FindSubmatch(head); found != nil {
		return string(found[1])
	}
	return ""
}

// look is the beginning of the text of an input.
func look(in *survey.Input) []byte {
	file, err := in.Open()
	if err != nil {
		return nil
	}
	raw := bufio.NewReaderSize(file, looked)
	head, _ := raw.Peek(looked) // an error comes again when all is read
	if in.Stream {
		*in = survey.Stream(in.Name, raw)
	} else {
		file.Close()
	}
	text, err := plain(bytes.NewReader(head))
	if err != nil {
		return nil
	}
	text = io.LimitReader(text, looked)
	begin, _ := io.ReadAll(text) // cut off where the head ends
	return begin
}

// plain is a text without its compression, in UTF-8 without a mark: what a shell has redirected may be UTF-16.
func plain(r io.Reader) (io.Reader, error) {
	b := bufio.NewReaderSize(r, 1<<16)
	if magic, _ := b.Peek(2); bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, err
		}
		b = bufio.NewReaderSize(z, 1<<16)
	}
	if magic, _ := b.Peek(4); string(magic) == "PK\x03\x04" {
		return nil, errors.New("a zip archive: unpack it first")
	}
	mark, _ := b.Peek(3)
	if slices.ContainsFunc([]string{"\xff\xfe", "\xfe\xff", "\xef\xbb\xbf"}, func(m string) bool { return bytes.HasPrefix(mark, []byte(m)) }) {
		return transform.NewReader(b, unicode.BOMOverride(transform.Nop)), nil
	}
	return b, nil
}
