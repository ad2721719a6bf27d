package tallyfile

import (
	"bufio"
	"bytes"
	"io"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/report"
)

// Names reads a list of names of files: one a line or, as find -print0 writes them, each with a NUL behind it. Blank
// lines are none. name is that of the list, in errors (*notice.InputError).
func Names(in io.Reader, name string) (files []string, err error) {
	text, err := plain(in)
	if err != nil {
		return nil, &notice.InputError{Name: name, What: notice.Cause(err), Err: err}
	}
	lines := bufio.NewReader(text)
	if head, _ := lines.Peek(looked); schemaOf(head) == report.TallySchema {
		return nil, &notice.InputError{Name: name, What: "is a tally, and no list of names", Hint: "leave out --from-list"}
	}
	list, err := io.ReadAll(lines)
	if err != nil {
		return nil, &notice.InputError{Name: name, What: notice.Cause(err), Err: err}
	}
	end := "\n"
	if bytes.IndexByte(list, 0) >= 0 {
		end = "\x00"
	}
	for file := range strings.SplitSeq(string(list), end) {
		if file = strings.TrimSuffix(file, "\r"); strings.TrimSpace(file) != "" {
			files = append(files, file)
		}
	}
	if len(files) == 0 {
		return nil, &notice.InputError{Name: name, What: "names no tally", Hint: "write the name of a file on each line"}
	}
	return files, nil
}
