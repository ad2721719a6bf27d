package platforms

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"verbatim/internal/value"
)

// Detect gives the platform and its evidence; asked is the one that the user
// named, or empty.
func (k List) Detect(h Headings, asked string) (p *Platform, evidence string) {
	if p := k.ByName(asked); p != nil {
		return p, "platform " + asked + " as asked for"
	}
	for _, p := range k {
		if evidence := p.recognise(h); evidence != "" {
			return p, evidence
		}
	}
	return k.ByName(Generic), "no platform's own columns were found"
}

// Headings are what the header rows of a file say.
type Headings struct {
	Rows  [][]string      // the header rows, cells as they are
	First [][]string      // the first records after them
	names map[string]bool // every header cell, as value.Key writes it
}

// NewHeadings takes the first count of rows for the header.
func NewHeadings(rows [][]string, count int) Headings {
	count = min(count, len(rows))
	h := Headings{Rows: rows[:count], First: rows[count:], names: map[string]bool{}}
	for _, row := range h.Rows {
		for _, name := range row {
			h.names[value.Key(name)] = true
		}
	}
	return h
}

// countCells gives the number of header cells that fit.
func (h Headings) countCells(fits func(string) bool) (n int) {
	for _, cell := range slices.Concat(h.Rows...) {
		if fits(cell) {
			n++
		}
	}
	return n
}

// recognise returns one line of evidence that an export is the platform's, or "".
func (p *Platform) recognise(h Headings) string {
	if names := p.twoNames(h); len(names) > 1 {
		return columnsNamed(names)
	}
	for _, s := range p.signs {
		if evidence, ok := h.shows(s); ok {
			return evidence
		}
	}
	if n := h.countCells(func(cell string) bool { return p.labels.Has(value.Key(cell)) }); n > 0 && len(h.Rows) > 1 {
		return fmt.Sprintf("a header row with %d cells %s", n, p.labelsSaid)
	}
	if p.isFirstColumn(h) {
		return fmt.Sprintf("the first column is called %q and holds dates with time", value.Squeeze(h.Rows[0][0]))
	}
	return ""
}

// shows reports whether a sign is there, and returns its evidence, in which each %d
// is replaced by the number of cells that fit one of its patterns.
func (h Headings) shows(s sign) (evidence string, ok bool) {
	for _, name := range s.columns {
		if !h.names[value.Key(name)] {
			return "", false
		}
	}
	evidence = s.evidence
	for _, c := range s.cells {
		n := h.countCells(func(cell string) bool { return c.like.Fit(strings.TrimSpace(cell)) })
		if n < c.least {
			return "", false
		}
		evidence = strings.Replace(evidence, "%d", strconv.Itoa(n), 1)
	}
	return evidence, true
}

// twoNames gives the names of the platform in the first header row that has
// several, with or without codes before them.
func (p *Platform) twoNames(h Headings) (found []string) {
	if !p.twoInRow.Some() {
		return nil
	}
	for _, row := range h.Rows {
		found = nil
		for _, name := range row {
			code, _, _ := strings.Cut(name, ". ")
			if k := value.Key(code); p.twoInRow.Has(k) || p.submitted.Has(k) {
				found = append(found, value.Squeeze(name))
			}
		}
		if len(found) > 1 {
			return found
		}
	}
	return nil
}

// isFirstColumn reports whether the only header row begins with the name of the
// platform's first column, and every row below with a date and a time of day.
func (p *Platform) isFirstColumn(h Headings) bool {
	if len(h.Rows) != 1 || len(h.First) == 0 || !p.firstColumn.Has(value.Key(h.Rows[0][0])) {
		return false
	}
	return !slices.ContainsFunc(h.First, func(row []string) bool {
		return !value.IsDate(value.Trim(row[0])) || !hasTimeOfDay(row[0])
	})
}

// hasTimeOfDay reports whether a date has one: 15:00, or, as in Finland and Indonesia, 15.00.
func hasTimeOfDay(date string) bool {
	return strings.Contains(date, ":") || len(strings.FieldsFunc(date, func(r rune) bool { return !unicode.IsDigit(r) })) > 4
}
