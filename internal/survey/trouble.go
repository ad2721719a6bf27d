package survey

import (
	"fmt"
	"verbatim/internal/notice"
)

// troubles are the warnings about one record as a whole: bytes that are no
// text, a quote never closed, cells past the header that hold something.
func (e *Export) troubles(src *source, rec record, cells []cell) (out []notice.Warning) {
	warn := func(code notice.Code, column int, format string, args ...any) {
		out = append(out, notice.Warning{Code: code, File: src.input.Name, Line: rec.line, Column: column, Message: fmt.Sprintf(format, args...)})
	}
	if rec.stray {
		warn(notice.StrayQuote, 0, "a quote is opened and never closed: read as a letter")
	}
	if cells == nil && damaged(rec.text) || len(cells) > 0 && cells[0].damaged {
		invalid, nul := badBytes(rec.text)
		if invalid == 1 {
			warn(notice.BadBytes, 0, "a byte is not %s: read as U+FFFD", src.encoding.name)
		} else if invalid > 1 {
			warn(notice.BadBytes, 0, "%d bytes are not %s: read as U+FFFD", invalid, src.encoding.name)
		}
		if nul == 1 {
			warn(notice.NULBytes, 0, "a NUL byte is left out")
		} else if nul > 1 {
			warn(notice.NULBytes, 0, "%d NUL bytes are left out", nul)
		}
	}
	for i := e.Columns; i < len(cells); i++ {
		if isBlank(cells[i].raw) {
			continue
		}
		what := "the surplus is not read"
		if e.surplusIsText(cells) {
			what = "the last one has the surplus too, since a space follows each delimiter"
		}
		warn(notice.SurplusCells, i+1, "%d cells where the header has %d: %s", len(cells), e.Columns, what)
		break
	}
	return out
}

// headTroubles are the warnings about the header rows.
func (e *Export) headTroubles(src *source) (out []notice.Warning) {
	if other := src.encoding.against; other != "" {
		out = append(out, notice.Warning{Code: notice.EncodingAgainst, File: src.input.Name, Message: fmt.Sprintf("read as %s as asked for, but the byte order mark is that of %s", src.encoding.name, other)})
	}
	if src.answered {
		out = append(out, notice.Warning{Code: notice.HeaderAnswers, File: src.input.Name,
			Message: "the header row looks like an answer, and is not counted as one", Hint: "--header-rows 0 counts it"})
	}
	skip := src.skip
	for rec := range src.syntax.all(src.head, src.whole) {
		if skip == 0 {
			break
		}
		skip--
		out = append(out, e.troubles(src, rec, nil)...)
	}
	return out
}
