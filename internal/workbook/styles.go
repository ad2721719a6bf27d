package workbook

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"verbatim/internal/value"
)

// formatsText has the number formats that workbooks name by number and do not spell out.
//
//go:embed formats.txt
var formatsText string

// builtIn are the codes of these formats by what names them.
var builtIn = sync.OnceValue(func() map[string]string {
	codes := map[string]string{}
	for line := range strings.Lines(formatsText) {
		name, code, _ := strings.Cut(strings.TrimSpace(line), " ")
		codes[name] = strings.TrimSpace(code)
	}
	return codes
})

// Styles are the number formats of cells by the number of the cell's style. A format is parsed when the first cell asks
// for it: workbooks bring hundreds that no cell has.
type styles struct {
	numbers []int          // of formats
	codes   map[int]string // of formats that the workbook spells out
	parsed  map[int]*format
}

// The style of a cell is a number; it stands for an entry of <cellXfs>, which names a format by number; numbers from 164 on
// are spelt out in <numFmts>:
//
//	<c s="1"> ─▶ cellXfs: xf 0, xf 1 numFmtId="165" ─▶ numFmts: 165 "dd.mm.yyyy"

// readStyles reads the number formats. A workbook without styles has none.
func (a archive) readStyles(name string) (*styles, error) {
	s := &styles{codes: map[int]string{}, parsed: map[int]*format{}}
	p, err := a.open(name, maxSmall)
	if err != nil || p == nil {
		return s, err
	}
	defer p.Close()
	if err := p.root("styleSheet"); err != nil {
		return nil, err
	}
	err = p.children(func(name string) error {
		switch name {
		case "numFmts":
			return p.children(func(string) error { return s.addCode(p.tokens) })
		case "cellXfs":
			return p.children(func(string) error { return s.addStyle(p.tokens) })
		}
		return nil
	})
	return s, err
}

// addCode takes a number format that the workbook spells out. One that Excel would not take is General: a code of a
// million placeholders would cost a million steps for each cell.
func (s *styles) addCode(t *tokens) error {
	if n, ok := number(t.attr("numFmtId")); ok {
		s.codes[n] = ""
		if code := t.attrText("formatCode"); len(code) <= maxCode {
			s.codes[n] = value.Clean(code)
		}
	}
	if len(s.codes) > maxStyles {
		return refuse("has more than %d number formats", maxStyles)
	}
	return nil
}

// addStyle takes the style of cells, of which only the number format counts.
func (s *styles) addStyle(t *tokens) error {
	n, _ := number(t.attr("numFmtId"))
	s.numbers = append(s.numbers, n)
	if len(s.numbers) > maxStyles {
		return refuse("has more than %d styles", maxStyles)
	}
	return nil
}

// format is the number format of a style. It is nil if numbers are shown as the program thinks best. That is so for
// styles that the workbook does not have.
func (s *styles) format(style int) *format {
	if style < 0 || style >= len(s.numbers) {
		return nil
	}
	n := s.numbers[style]
	f, ok := s.parsed[n]
	if !ok {
		if len(s.parsed) == maxParsed { // a sheet with more of them takes time, and no memory
			clear(s.parsed)
		}
		f = s.parse(n)
		s.parsed[n] = f
	}
	return f
}

// parse reads the format of a number, nil for General.
func (s *styles) parse(n int) *format {
	code, ok := s.codes[n]
	if !ok {
		code = builtIn()[strconv.Itoa(n)]
	}
	if system, _, ok := strings.Cut(code, "]"); ok && builtIn()[system] != "" {
		code = builtIn()[system]
	}
	if code == "" || strings.EqualFold(code, "General") {
		return nil
	}
	f := parseFormat(code)
	return &f
}

// Numbers in attributes are read without an error: one that is none is left out, as if the attribute were not there.

// number reads a whole number that is not negative, as attributes have it.
func number(raw []byte) (n int, ok bool) {
	if len(raw) == 0 || len(raw) > 9 {
		return 0, false
	}
	for _, c := range raw {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}
