package container

import (
	"archive/zip"
	"errors"
	"io"
	"slices"

	"verbatim/internal/notice"
	"verbatim/internal/workbook"
)

// Archives. Platforms hand their exports out as a zip with one table in it, often beside a
// folder of attachments; a workbook is a zip, too. What an archive really is shows in the
// names of its members.

// Limits of what is unpacked: a text deflates to a hundredth at the very most, nothing to a
// thousandth.
const (
	manyBytes = 64 << 20 // from here on the ratio counts
	mostRatio = 300
	mostFiles = 100_000
	mostDepth = 3 // archives within each other
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
	if f.depth++; f.depth > mostDepth {
		return nil, f.refuse("unpack it", "holds archives within each other, more than %d", mostDepth)
	}
	var found member // its path leaves the rest of what was asked for
	if found, opt.Within, err = f.choose(membersOf(archive), opt.Within); err != nil {
		return nil, err
	}
	t, err := f.unpack(found, opt)
	if err != nil {
		return nil, err
	}
	t.Evidence = slices.Insert(t.Evidence, 0, found.evidence()...)
	return t, nil
}

// unpack opens a member.
func (f file) unpack(m member, opt Options) (*Table, error) {
	if m.isEncrypted() {
		return nil, f.refuse(withPassword, isEncrypted)
	}
	// The size is what the archive declares; read holds the member to it.
	if m.UncompressedSize64 > manyBytes && m.UncompressedSize64 > mostRatio*m.CompressedSize64 {
		return nil, f.refuse("unpack it yourself if you trust it", "unpacks to %d MiB, over %d times its size: that is no export", m.UncompressedSize64>>20, mostRatio)
	}
	packed, err := f.read(m)
	if err != nil {
		return nil, err
	}
	t, err := f.openMember(m, packed, opt)
	// The table closes the member, once there is one.
	if err != nil {
		packed.Close()
		return nil, err
	}
	return t, nil
}

const (
	isEncrypted  = "is an encrypted archive" // the names of its members can be read all the same
	withPassword = "unpack it with its password"
)

// openMember opens what a member holds, which may be packed once more. One that is a container itself
// is kept in memory, since it has to be read at any place.
func (f file) openMember(m member, packed io.ReadCloser, opt Options) (*Table, error) {
	text, _, err := Gunzipped(packed, f.name)
	if err != nil {
		return nil, err
	}
	// A member may be shorter than that.
	head, err := text.Peek(HeadSize)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	f.path, f.bytes, f.disk = f.path+"!"+m.path, text, nil
	if Is(head) {
		return f.open(head, opt)
	}
	if err := f.single(opt); err != nil {
		return nil, err
	}
	return &Table{Text: unpacked{text, packed}, IsPlain: true, Place: f.path}, nil
}

// unpacked is the text of a member, which is closed with the member.
type unpacked struct {
	io.Reader
	io.Closer
}

// read gives the bytes of a member. It ends with an error if they are more than the archive
// says, or not those that were packed.
func (f file) read(m member) (io.ReadCloser, error) {
	r, err := m.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return nil, f.refuse("pack it anew, or unpack it", "is packed in a way that is not read")
	}
	if err != nil {
		return nil, &notice.InputError{Name: f.name, What: "is a damaged zip archive", Hint: "download it again", Err: err}
	}
	return &memberReader{f, r, int64(m.UncompressedSize64)}, nil
}

// A memberReader reads the bytes of a file in an archive.
type memberReader struct {
	file
	r    io.ReadCloser
	left int64 // bytes that the archive says are still to come
}

// Read implements io.Reader.
func (m *memberReader) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	if m.left -= int64(n); m.left < 0 || err != nil && !errors.Is(err, io.EOF) {
		return 0, &notice.InputError{Name: m.name, What: "is a damaged zip archive: a file in it is not as long as it says, or was changed", Hint: "download it again"}
	}
	return n, err
}

// Close implements io.Closer.
func (m *memberReader) Close() error { return m.r.Close() }
