package spss

import (
	"fmt"
	"io"
	"iter"

	"verbatim/internal/notice"
)

// Rows gives the cells of one case after the other, in the order of the variables. The slice is used again for the next
// case. An error is a *notice.InputError, and the last. Rows may be called several times, also before another is at
// its end.
func (f *File) Rows() iter.Seq2[[]Cell, error] {
	return func(yield func([]Cell, error) bool) {
		source := f.data.open()
		raw, cells := make([]byte, f.data.caseSize), make([]Cell, len(f.columns))
		scratch := make([]byte, 0, f.widest)
		n := int64(0)
		for ; f.Cases < 0 || n < f.Cases; n++ {
			err := source.read(raw)
			// Where the file says how many cases there are, or where its end is, it has to hold to it.
			if err == io.EOF && f.Cases < 0 && !f.data.cut {
				return
			}
			if err != nil {
				yield(nil, f.caseError(n, err))
				return
			}
			for i := range f.columns {
				var ok bool
				if cells[i], ok = f.columns[i].cell(raw, scratch); !ok {
					f.warnBytes(n, i)
				}
			}
			f.warned = max(f.warned, n+1)
			if !yield(cells, nil) {
				return
			}
		}
		if err := source.finish(); err != nil {
			yield(nil, f.caseError(n-1, err))
		}
	}
}

// warnBytes warns of a cell whose bytes are no text, unless an earlier reading did.
func (f *File) warnBytes(n int64, column int) {
	if n < f.warned {
		return
	}
	f.log.Add(notice.Warning{Code: notice.BadBytes, File: f.name,
		Message: fmt.Sprintf("case %d: bytes of %s do not fit %s", n+1, f.Variables[column].Name, f.Encoding)})
}
