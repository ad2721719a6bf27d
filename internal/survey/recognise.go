package survey

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"verbatim/internal/value"
)

// detect gives the platform and its evidence; asked is the one that the user
// named, or empty.
func (k catalogue) detect(h headings, asked string) (p *platform, evidence string) {
	if p := k.byName(asked); p != nil {
		return p, "platform " + asked + " as asked for"
	}
	for _, p := range k {
		if evidence := p.recognise(h); evidence != "" {
			return p, evidence
		}
	}
	return k.byName(generic), "no platform's own columns were found"
}

// headings are what the header rows of a file say.
type headings struct {
	rows  [][]string      // the header rows, cells as they are
	first [][]string      // the first records after them
	names map[string]bool // every header cell, as value.Key writes it
}

// newHeadings takes the first count of rows for the header.
func newHeadings(rows [][]string, count int) headings {
	count = min(count, len(rows))
	h := headings{rows: rows[:count], first: rows[count:], names: map[string]bool{}}
	for _, row := range h.rows {
		for _, name := range row {
			h.names[value.Key(name)] = true
		}
	}
	return h
}

// countCells gives the number of header cells that fit.
func (h headings) countCells(fits func(string) bool) (n int) {
	for _, row := range h.rows {
		n += countCells(row, fits)
	}
	return n
}

// recognise returns one line of evidence that an export is the platform's, or "".
func (p *platform) recognise(h headings) string {
	if names := p.twoNames(h); len(names) > 1 {
		return columnsNamed(names)
	}
	for _, s := range p.signs {
		if evidence, ok := h.shows(s); ok {
			return evidence
		}
	}
	if n := h.countCells(func(cell string) bool { return p.labels.Has(value.Key(cell)) }); n > 0 && len(h.rows) > 1 {
		return fmt.Sprintf("a header row with %d cells %s", n, p.labelsSaid)
	}
	if p.isFirstColumn(h) {
		return fmt.Sprintf("the first column is called %q and holds dates with time", value.Squeeze(h.rows[0][0]))
	}
	return ""
}

// shows reports whether a sign is there, and returns its evidence, in which each %d
// is replaced by the number of cells that fit one of its patterns.
func (h headings) shows(s sign) (evidence string, ok bool) {
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
func (p *platform) twoNames(h headings) (found []string) {
	if !p.twoInRow.Some() {
		return nil
	}
	for _, row := range h.rows {
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
func (p *platform) isFirstColumn(h headings) bool {
	if len(h.rows) != 1 || len(h.first) == 0 || !p.firstColumn.Has(value.Key(h.rows[0][0])) {
		return false
	}
	return !slices.ContainsFunc(h.first, func(row []string) bool {
		return !value.IsDate(value.Trim(row[0])) || !hasTimeOfDay(row[0])
	})
}

// hasTimeOfDay reports whether a date has one: 15:00, or, as in Finland and Indonesia, 15.00.
func hasTimeOfDay(date string) bool {
	return strings.Contains(date, ":") || len(strings.FieldsFunc(date, func(r rune) bool { return !unicode.IsDigit(r) })) > 4
}
