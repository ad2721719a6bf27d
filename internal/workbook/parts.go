package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"path"
	"strings"

	"verbatim/internal/value"
)

// An archive is the zip archive of a workbook: its parts by name. Names are compared in lower case and with slashes,
// as some programs write the names of parts and the references to them differently.
type archive map[string]*zip.File

// partName is the name under which a part is kept.
func partName(name string) string {
	return strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(strings.ToLower(name), `\`, "/")), "/")
}

// openArchive reads the directory of a zip archive. Nothing is unpacked, but a few bytes that say what it is. Of two
// parts of one name the first counts.
func openArchive(r io.ReaderAt, size int64) (archive, error) {
	if err := checkContainer(r, size); err != nil {
		return nil, err
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, damaged("is a damaged workbook: it is cut off, or no zip archive")
	}
	if err := refuseKinds(z); err != nil {
		return nil, err
	}
	parts := archive{}
	for _, f := range z.File {
		if name := partName(f.Name); parts[name] == nil {
			parts[name] = f
		}
	}
	return parts, nil
}

// endRecord begins the record at the end of a zip archive. Two bytes of it, behind ten, are the number of entries.
const endRecord = "PK\x05\x06"

// checkContainer refuses what is no zip archive, and one with too many entries before they are read.
func checkContainer(r io.ReaderAt, size int64) error {
	head := readSome(r, 0, 8)
	switch {
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return refuseCompound(r)
	case !bytes.HasPrefix(head, []byte("PK")):
		return &refusal{"is no workbook (xlsx)", hintCSV}
	}
	tail := readSome(r, max(0, size-(64<<10)-22), 64<<10+22)
	end := bytes.LastIndex(tail, []byte(endRecord))
	if end < 0 || len(tail)-end < 12 {
		return damaged("is a damaged workbook: it is cut off")
	}
	if n := binary.LittleEndian.Uint16(tail[end+10:]); n > maxEntries {
		return refuse("has more than %d parts", maxEntries)
	}
	return nil
}

// readSome reads up to n bytes from a place; fewer where the file ends. What it misses is found missing later.
func readSome(r io.ReaderAt, at int64, n int) []byte {
	b := make([]byte, n)
	got, _ := r.ReadAt(b, at) // what cannot be read is missed by the callers
	return b[:got]
}

// refuseCompound tells the two sorts of files that begin as old Office documents do: those of Excel 97, and new ones
// with a password. The directory of the file has the names of its streams, in UTF-16. The header has the size of a
// sector as a power of two (at 30) and the first sector of the directory (at 48), counted behind the header ([MS-CFB] 2.2).
func refuseCompound(r io.ReaderAt) error {
	head := readSome(r, 0, 512)
	if len(head) == 512 {
		sector := int64(1) << min(binary.LittleEndian.Uint16(head[30:]), 16)
		directory := readSome(r, (int64(binary.LittleEndian.Uint32(head[48:]))+1)*sector, 4096)
		if bytes.Contains(bytes.ReplaceAll(directory, []byte{0}, nil), []byte("EncryptedPackage")) {
			return &refusal{"is protected by a password", "open it in a spreadsheet program, and save it without a password or the sheet as CSV UTF-8"}
		}
	}
	return &refusal{"is an old Excel workbook (xls)", "save it as xlsx, or the sheet as CSV UTF-8"}
}

// A person who is told that a file is no workbook wants to know what it is, so the usual ones are known by name.

// kinds are the documents of office programs that are zip archives and are not read, by the part that only they have.
var kinds = [...]struct{ part, what, hint string }{
	{"xl/workbook.bin", "is a binary workbook (xlsb)", "save it as xlsx, or the sheet as CSV UTF-8"},
	{"word/document.xml", "is a document of a word processor", "give the survey export"},
	{"ppt/presentation.xml", "is a presentation", "give the survey export"},
	{"index/document.iwa", "is a document of Numbers or Pages", "export it as xlsx or CSV"},
}

const (
	openDocument = "application/vnd.oasis.opendocument." // the entry mimetype of LibreOffice's documents begins so
	hintODS      = "save it as xlsx, or the sheet as CSV UTF-8"
)

// refuseKinds refuses documents of other kinds by what they are.
func refuseKinds(z *zip.Reader) error {
	if len(z.File) > maxEntries {
		return refuse("has more than %d parts", maxEntries)
	}
	isWorkbook := false
	for _, f := range z.File {
		name := partName(f.Name)
		for _, k := range kinds {
			if name == k.part {
				return &refusal{k.what, k.hint}
			}
		}
		if name == "mimetype" && strings.HasPrefix(readMimetype(f), openDocument) {
			return &refusal{"is an OpenDocument file (ods)", hintODS}
		}
		isWorkbook = isWorkbook || name == rootPart || name == "xl/workbook.xml"
	}
	if !isWorkbook {
		return &refusal{"is a zip archive without a workbook in it", hintCSV}
	}
	return nil
}

// readMimetype reads the beginning of an entry that says what an archive is.
func readMimetype(f *zip.File) string {
	r, err := f.Open()
	if err != nil {
		return ""
	}
	defer r.Close()
	head, _ := io.ReadAll(io.LimitReader(r, 128))
	return string(head)
}

// IsDocument reports whether a zip archive is a document of an office program, which Open reads or refuses, and not an
// archive of files.
func IsDocument(z *zip.Reader) bool {
	for _, f := range z.File {
		if name := partName(f.Name); name == "[content_types].xml" || name == "mimetype" || name == "index/document.iwa" {
			return true
		}
	}
	return false
}

// open opens a part of at most so many bytes, by what it declares now and by what comes later. Where there is none of that
// name, the part is nil: styles and shared strings may be missing.
func (a archive) open(name string, most int64) (*part, error) {
	f := a[partName(name)]
	if f == nil {
		return nil, nil
	}
	if f.UncompressedSize64 > uint64(most) {
		return nil, refuse("holds more than %d MiB in %s", most>>20, value.Clean(f.Name))
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged("is a damaged workbook: %.80q of it cannot be unpacked", f.Name)
	}
	m := &meter{r: r, part: strings.ToValidUTF8(f.Name, "?"), packed: int64(f.CompressedSize64), most: most}
	return &part{tokens: newTokens(m), Closer: r, meter: m}, nil
}

// A part is an open part of a workbook.
type part struct {
	*tokens
	io.Closer
	meter *meter
}

// drain reads what is left, so that the checksum of the part is compared: the archive says only at its end that a part
// is damaged.
func (p *part) drain() error {
	_, err := io.Copy(io.Discard, p.meter)
	return err
}

// A relation leads from a part to another: to the workbook, a sheet, the styles. The name of its kind is long and differs
// between the two editions of the standard, all but the last word:
//
//	_rels/.rels                 officeDocument ─▶ xl/workbook.xml
//	xl/_rels/workbook.xml.rels  worksheet ─▶ worksheets/sheet1.xml, styles ─▶ styles.xml, sharedStrings ─▶ …
//
// A target is a path from the folder of the part, or from the top if it begins with a slash.
type relation struct{ kind, target string }

// rootPart has the relations of the archive itself.
const rootPart = "_rels/.rels"

// relations reads the relations of a part by their ids. Those that lead out of the archive are left out: nothing is
// fetched.
func (a archive) relations(from string) (map[string]relation, error) {
	name := path.Join(path.Dir(from), "_rels", path.Base(from)+".rels")
	if from == "" {
		name = rootPart
	}
	found := map[string]relation{}
	p, err := a.open(name, maxSmall)
	if err != nil || p == nil {
		return found, err
	}
	defer p.Close()
	if err := p.root("Relationships"); err != nil {
		return nil, err
	}
	err = p.children(func(name string) error {
		if name != "Relationship" || strings.EqualFold(p.attrText("TargetMode"), "External") {
			return nil
		}
		if len(found) > maxEntries {
			return refuse("has more than %d parts", maxEntries)
		}
		target := strings.ReplaceAll(p.attrText("Target"), `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(path.Dir(from), target)
		}
		found[p.attrText("Id")] = relation{path.Base(p.attrText("Type")), partName(target)}
		return nil
	})
	return found, err
}
