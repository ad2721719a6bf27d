package survey

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"verbatim/internal/value"
)

// How a platform is recognised. Its file has one sign a line, the parts of which
// must all be there:
//
//	Respondent ID, Collector ID                   columns of these names
//	1 *_complete|Complete?, record_id             and so many cells like one of these
//	2 *[SQ*|*_SQ0* = columns named …[SQ001]       and what to say of it
//
// Other sections are signs too: [labels] in one of several header rows, two names
// of [two in a row], and the name of the [first column] over dates with times.

// A sign is one line of them.
type sign struct {
	columns  []string
	cells    []cellSign
	evidence string
}

// A cellSign asks for at least so many header cells.
type cellSign struct {
	least int
	like  patterns
}

// newSigns reads the section of signs.
func newSigns(lines [][]string) (out []sign) {
	for _, line := range lines {
		var s sign
		for _, part := range line {
			if s.evidence != "" { // it has commas inside
				s.evidence += ", " + part
				continue
			}
			part, evidence, _ := strings.Cut(part, " = ")
			s.evidence = evidence
			count, like, _ := strings.Cut(part, " ")
			if n, err := strconv.Atoi(count); err == nil && like != "" {
				s.cells = append(s.cells, cellSign{n, strings.Split(like, "|")})
			} else {
				s.columns = append(s.columns, part)
			}
		}
		if s.evidence == "" {
			s.evidence = columnsNamed(s.columns)
		}
		out = append(out, s)
	}
	return out
}

// columnsNamed is the evidence of most signs.
func columnsNamed(names []string) string { return "columns named " + strings.Join(names, ", ") }

// detect gives the platform and its evidence; asked is the one that the user
// named, or empty.
func (k catalogue) detect(h headings, asked string) (p *platform, evidence string) {
	if p := k.named(asked); p != nil {
		return p, "platform " + asked + " as asked for"
	}
	for _, p := range k {
		if evidence := p.recognise(h); evidence != "" {
			return p, evidence
		}
	}
	return k.named(generic), "no platform's own columns were found"
}

// headings are what the header rows of a file say.
type headings struct {
	rows  [][]string      // the header rows, cells as they are
	first [][]string      // the first records after them
	names map[string]bool // every header cell, as key gives it
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

// count gives the number of header cells that fit.
func (h headings) count(fits func(string) bool) (n int) {
	for _, row := range h.rows {
		for _, name := range row {
			if fits(name) {
				n++
			}
		}
	}
	return n
}

// recognise gives one line of evidence that an export is the platform's, or "".
func (p *platform) recognise(h headings) string {
	if names := p.twoNames(h); len(names) > 1 {
		return columnsNamed(names)
	}
	for _, s := range p.signs {
		if evidence, ok := h.shows(s); ok {
			return evidence
		}
	}
	if n := h.count(func(cell string) bool { return p.labels.has(value.Key(cell)) }); n > 0 && len(h.rows) > 1 {
		return fmt.Sprintf("a header row with %d cells %q or %q", n, "Response", "Open-Ended Response")
	}
	if p.isFirstColumn(h) {
		return fmt.Sprintf("the first column is called %q and holds dates with time", value.Squeeze(h.rows[0][0]))
	}
	return ""
}

// shows reports whether a sign is there, and what is said of it: each %d is the
// number of cells like one of its patterns.
func (h headings) shows(s sign) (evidence string, ok bool) {
	for _, name := range s.columns {
		if !h.names[value.Key(name)] {
			return "", false
		}
	}
	evidence = s.evidence
	for _, c := range s.cells {
		n := h.count(func(cell string) bool { return c.like.fit(strings.TrimSpace(cell)) })
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
	if !p.twoInRow.some() {
		return nil
	}
	for _, row := range h.rows {
		found = nil
		for _, name := range row {
			code, _, _ := strings.Cut(name, ". ")
			if k := value.Key(code); p.twoInRow.has(k) || p.submitted.has(k) {
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
	if len(h.rows) != 1 || len(h.first) == 0 || !p.firstColumn.has(value.Key(h.rows[0][0])) {
		return false
	}
	return !slices.ContainsFunc(h.first, func(row []string) bool {
		return !value.IsDate(value.Trim(row[0])) || !strings.Contains(row[0], ":")
	})
}
