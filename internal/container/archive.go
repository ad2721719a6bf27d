package container

import (
	"archive/zip"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/workbook"
)

// Archives. Platforms hand their exports out as a zip with one table in it, often beside a
// folder of attachments; a workbook is a zip, too. What an archive really is shows in the
// names of its members.

// tables are the endings of the names of members that are tables of answers.
var tables = []string{".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".sav", ".zsav", ".json", ".ndjson", ".jsonl", ".gz"}

// Limits of what is unpacked: a text deflates to a hundredth at the very most, nothing to a
// thousandth.
const (
	manyBytes = 64 << 20 // from here on the ratio counts
	mostRatio = 300
	mostFiles = 100_000
)

// openArchive opens a zip archive.
func openArchive(f file, opt Options) (*Table, error) {
	at, size, err := f.anywhere()
	if err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(at, size)
	if err != nil {
		return nil, &notice.InputError{Name: f.name, What: "is a damaged zip archive or workbook", Hint: "download it again", Err: err}
	}
	if len(archive.File) > mostFiles {
		return nil, f.refuse("", "holds %d files: that is no export", len(archive.File))
	}
	if workbook.IsDocument(archive) {
		return f.openSheet(at, size, opt)
	}
	member, err := f.choose(archive, opt.Member)
	if err != nil {
		return nil, err
	}
	return f.unpack(member, opt)
}

// choose finds the member that holds the table: the one that is asked for, the only file, or
// the only file that may be a table.
func (f file) choose(archive *zip.Reader, asked string) (*zip.File, error) {
	var files, likely []*zip.File
	for _, m := range archive.File {
		switch {
		case asked != "" && m.Name == asked:
			return m, nil
		case isHousekeeping(m):
		default:
			files = append(files, m)
			if slices.Contains(tables, strings.ToLower(path.Ext(m.Name))) {
				likely = append(likely, m)
			}
		}
	}
	candidates := likely
	if len(likely) == 0 {
		candidates = files
	}
	switch {
	case len(files) == 0:
		return nil, f.refuse("", "is an archive with nothing in it")
	case asked == "" && len(candidates) == 1:
		return candidates[0], nil
	}
	choice := &notice.ChoiceError{Where: f.name, What: "is an archive of several tables"}
	if asked != "" {
		choice.What = "the archive has no such file"
	}
	for _, m := range candidates {
		choice.Choices = append(choice.Choices, notice.ShellQuoted(strings.TrimSuffix(f.name, "!"+asked)+"!"+m.Name))
	}
	return nil, choice
}

// isHousekeeping reports whether a member is a folder, or what a system or a packer wrote for
// itself.
func isHousekeeping(m *zip.File) bool {
	return strings.HasSuffix(m.Name, "/") || strings.HasPrefix(m.Name, "__MACOSX/") || strings.HasPrefix(path.Base(m.Name), ".")
}

// unpack opens a member. One that is a container itself is kept in memory, since it has to be
// read at any place.
func (f file) unpack(m *zip.File, opt Options) (*Table, error) {
	if m.Flags&1 != 0 {
		return nil, f.refuse("unpack it with its password", "is an encrypted archive")
	}
	if m.UncompressedSize64 > manyBytes && m.UncompressedSize64 > mostRatio*m.CompressedSize64 {
		return nil, f.refuse("unpack it yourself if you trust it", "unpacks to %d MiB, over %d times its size: that is no export", m.UncompressedSize64>>20, mostRatio)
	}
	head, err := f.peek(m)
	if err != nil {
		return nil, err
	}
	text, err := f.read(m)
	if err != nil {
		return nil, err
	}
	inside := "read from the archive: " + m.Name
	if !Is(head) {
		return &Table{Text: text, IsPlain: true, Evidence: []string{inside}}, nil
	}
	opt.Member = ""
	t, err := Open(head, text, nil, f.name, opt)
	if err != nil {
		text.Close()
		return nil, err
	}
	t.Evidence = slices.Insert(t.Evidence, 0, inside)
	return t, nil
}

// peek reads the beginning of a member.
func (f file) peek(m *zip.File) ([]byte, error) {
	r, err := f.read(m)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(io.LimitReader(r, HeadSize))
}

// read gives the bytes of a member. It ends with an error if they are more than the archive
// says, or not those that were packed.
func (f file) read(m *zip.File) (io.ReadCloser, error) {
	r, err := m.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return nil, f.refuse("pack it anew, or unpack it", "is packed in a way that is not read")
	}
	if err != nil {
		return nil, &notice.InputError{Name: f.name, What: "is a damaged zip archive", Hint: "download it again", Err: err}
	}
	return &member{f, r, int64(m.UncompressedSize64)}, nil
}

// A member is the bytes of a file in an archive.
type member struct {
	file
	r    io.ReadCloser
	left int64 // bytes that the archive says are still to come
}

// Read implements io.Reader.
func (m *member) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	if m.left -= int64(n); m.left < 0 || err != nil && !errors.Is(err, io.EOF) {
		return 0, &notice.InputError{Name: m.name, What: "is a damaged zip archive: a file in it is not as long as it says, or was changed", Hint: "download it again"}
	}
	return n, err
}

// Close implements io.Closer.
func (m *member) Close() error { return m.r.Close() }
