package workbook

import (
	"errors"
	"fmt"
	"io"

	"verbatim/internal/notice"
)

// A zip archive of a few kilobytes can hold gigabytes, and a sheet of one cell can claim to have millions. Excel's own
// limits are the bounds where it has some. The others leave room for the largest sheets that people have. Time and memory
// are bounded by them together: what is unpacked, what is shown of it, and how deep and how long its pieces are.
const (
	maxColumns = 1 << 14 // of Excel: A to XFD
	maxRows    = 1 << 20 // of Excel
	maxCells   = 1 << 28 // of a sheet with the blank ones between others: a full sheet of 256 columns
	maxSheets  = 1000
	maxEntries = 10_000 // of the archive: each sheet, picture and comment is one
	maxStyles  = 65_536 // of Excel: 65,490 cell styles

	maxRow       = 64 << 20 // bytes of the texts of a row, which is held in memory; a full one with the longest would have 4 GiB
	maxCode      = 1024     // bytes of a number format: 255 characters in Excel
	maxParsed    = 1024     // number formats that are kept to show cells; Excel takes some 250
	maxSheetName = 1024     // bytes of the name of a sheet: 31 characters in Excel, 100 in Google Sheets
	maxText      = 1 << 18  // bytes of a cell: 32,767 characters in Excel, 50,000 in Google Sheets, up to four bytes each
	maxToken     = 1 << 20  // bytes of a tag or of a text in XML, in which a character takes up to six
	maxDepth     = 64       // of elements in each other; a sheet needs seven

	maxPart     = 4 << 30   // bytes of a part, unpacked
	maxSmall    = 32 << 20  // bytes of a part that does not grow with the answers: the list of sheets, styles, relations
	maxLook     = 16 << 20  // bytes of a sheet in which Open looks for two rows; a full row of Excel has 1 MiB or two
	maxLooks    = 256 << 20 // bytes of all sheets in which it does
	maxStrings  = 1 << 30   // bytes of the part of shared strings
	maxKept     = 400 << 20 // bytes of these texts, which are held in memory
	maxTexts    = 16 << 20  // of them, which take four bytes each besides: a full sheet of 16 columns of different texts
	maxRatio    = 250       // unpacked bytes for a packed one: sheets have 5 to 50, and the worst of flate is 1032
	freeOfRatio = 16 << 20  // bytes before the ratio counts

	maxSpread    = 500     // cells for one that is filled, up to the last of each row
	freeOfSpread = 8 << 20 // cells before this counts
)

// Hints of refusals: what to do about them.
const (
	hintCSV    = "save the sheet as CSV UTF-8"
	hintRepair = "open it in a spreadsheet program, save it again as xlsx, or save the sheet as CSV UTF-8"
)

// A refusal is made where the fault is seen, deep inside of a part. Its text goes on from the name of the file: "a.xlsx:
// has more than 16384 columns". Open and Rows add the name.

// refusal is the error of a workbook that is not read, whatever part of it is to blame.
type refusal struct{ what, hint string }

func (r *refusal) Error() string { return r.what }

// refuse makes a refusal of a workbook that is too large in some way.
func refuse(format string, args ...any) error {
	return &refusal{fmt.Sprintf(format, args...), hintCSV}
}

// damaged makes a refusal of a workbook that breaks the rules of its format.
func damaged(format string, args ...any) error {
	return &refusal{fmt.Sprintf(format, args...), hintRepair}
}

// checkShown refuses a sheet that shows far more text than it holds, as one does in which every cell names the same long
// text. packed is the size of the sheet in the archive.
func checkShown(row int, shown, packed int64) error {
	switch {
	case row > maxRow:
		return refuse("has a row of more than %d MiB", maxRow>>20)
	case shown > maxPart, shown > freeOfRatio && shown/maxRatio > packed:
		return refuse("shows more than %d times as much text as it holds, as no table of answers does", maxRatio)
	}
	return nil
}

// checkSpread refuses a sheet with far more blank cells than others, as one is that has a cell of each row in the last
// column. It would cost far more time than its size lets expect.
func checkSpread(filled, spread int) error {
	switch {
	case spread > maxCells:
		return refuse("has a sheet of more than %d million cells", maxCells>>20)
	case spread > freeOfSpread && spread/maxSpread > filled:
		return refuse("has a sheet in which only one of %d cells is filled", maxSpread)
	}
	return nil
}

// inputError is the error of a named workbook that the callers of this package see. What is no refusal is an error of
// the archive or of the file.
func inputError(name string, err error) error {
	if r, ok := errors.AsType[*refusal](err); ok {
		return &notice.InputError{Name: name, What: r.what, Hint: r.hint, Err: err}
	}
	return &notice.InputError{Name: name, What: "is a damaged workbook: " + err.Error(), Hint: hintRepair, Err: err}
}

// A meter reads a part, and is what stands against zip bombs. It refuses to go on where it is larger than it may be. What the archive declares is not
// relied on: the bytes are counted as they come.
type meter struct {
	r      io.Reader
	part   string
	packed int64 // bytes in the archive
	most   int64 // bytes that may come
	enough int64 // bytes after which the caller has seen enough; 0: it wants all
	n      int64
}

// errEnough ends a part that has been read as far as its reader wants to.
var errEnough = errors.New("the part is not read to its end")

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	m.n += int64(n)
	if m.n > m.most {
		return n, refuse("holds more than %d MiB in %s", m.most>>20, m.part)
	}
	if m.n > freeOfRatio && m.n/maxRatio > m.packed {
		return n, refuse("is packed more than %d to 1 in %s, as no table of answers is", maxRatio, m.part)
	}
	if m.enough > 0 && m.n > m.enough {
		return n, errEnough
	}
	if err != nil && err != io.EOF {
		err = damaged("is a damaged workbook: %s of it cannot be unpacked", m.part)
	}
	return n, err
}
