package jsonrows

import "io"

// rows visits the rows of a text, until one visit says no. A line that is broken goes to leftOut. The error is of a text
// that cannot be read on. A visit is told the line on which the row begins; the cells are in p.
func (p *parser) rows(o outline, leftOut func(error), visit func(line int) bool) error {
	switch o.shape {
	case lines:
		return p.lineRows(leftOut, visit)
	case stream:
		for p.space(); p.more(); p.space() {
			line := p.line
			if err := p.object(); err != nil || !visit(line) {
				return p.cause(err)
			}
		}
		return p.cause(nil)
	}
	if err := p.enter(o.path); err != nil {
		return p.cause(err)
	}
	done, err := p.arrayRows(visit)
	if done && err == nil {
		err = p.leave(len(o.path))
	}
	return p.cause(err)
}

// cause is the error of reading, if there was one: to the parser, the text ends there, and it takes the text to be cut
// off.
func (p *parser) cause(err error) error {
	if p.err != nil && p.err != io.EOF {
		return p.err
	}
	return err
}

// lineRows visits objects that have a line each.
func (p *parser) lineRows(leftOut func(error), visit func(int) bool) error {
	p.lines = true
	for {
		switch c := p.space(); {
		case c == '\n':
			p.newLine()
			continue
		case !p.more():
			return p.cause(nil)
		}
		line := p.line
		err := p.object()
		// A second object in the line, or a comma, makes it as doubtful as an object that is not closed.
		if err == nil && p.space() != '\n' && p.more() {
			err = p.unexpected("the end of the line")
		}
		if err != nil {
			leftOut(err)
			p.nextLine()
		} else if !visit(line) {
			return nil
		}
	}
}

// arrayRows visits the objects of an array. done says that the visits went on to its end: then what follows it is
// looked at, too, so that a text that is cut off there is told.
func (p *parser) arrayRows(visit func(int) bool) (done bool, err error) {
	if err := p.expect('[', "an array"); err != nil {
		return false, err
	}
	if p.space() == ']' {
		p.pos++
		return true, nil
	}
	for {
		p.space()
		line := p.line
		if err := p.object(); err != nil || !visit(line) {
			return false, err
		}
		// What follows a comma has to be an object.
		if more, err := p.another(']', "a comma or the end of the array"); !more {
			return err == nil, err
		}
	}
}

// enter passes over all before the array to which the keys lead. An object may have one of the keys twice: the one whose
// value can be entered is meant, as when the outline was found.
func (p *parser) enter(path []string) error {
	for i, key := range path {
		opens := byte('{')
		if i == len(path)-1 {
			opens = '['
		}
		if err := p.expect('{', "an object"); err != nil {
			return err
		}
		for {
			p.path = p.path[:0]
			if err := p.key(); err != nil {
				return err
			}
			if string(p.path) == key && p.space() == opens {
				break // with the bracket as the next byte
			}
			if err := p.skip(1); err != nil {
				return err
			}
			if err := p.expect(',', "a comma"); err != nil {
				return err
			}
		}
	}
	return nil
}

// leave passes over all behind the array, within so many objects. Nothing may follow: a second array would be rows that
// nobody counts.
func (p *parser) leave(depth int) error {
	for range depth { // from the innermost object on
		for p.space() == ',' {
			p.pos++
			p.path = p.path[:0]
			if err := p.key(); err != nil {
				return err
			}
			if err := p.skip(1); err != nil {
				return err
			}
		}
		if err := p.expect('}', "a comma or the end of an object"); err != nil {
			return err
		}
	}
	if p.space(); p.more() {
		return p.unexpected("the end of the text")
	}
	return nil
}

// fillCells gives the cells of the row, by column. They share one string, which is all that a row allocates.
func (p *parser) fillCells(cells []string) {
	values := string(p.values)
	for i := range cells {
		cells[i] = ""
		if i < len(p.cells) && p.cells[i].row == p.row {
			cells[i] = values[p.cells[i].begin:p.cells[i].end]
		}
	}
}
