package spss

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strconv"
)

// The extensions that are read. The others say how a program shows the data, or what it thinks of them.
const (
	machineNumbers = 3 // 8 whole numbers: the last is a code page
	machineFloats  = 4
	oldSets        = 7
	display        = 11
	longNames      = 13
	longStrings    = 14
	manyCases      = 16
	newSets        = 19
	encodingName   = 20
	longLabels     = 21
	longMissing    = 22
)

// readExtension keeps the bytes of an extension that is read, and skips others.
func (d *dictionary) readExtension(in *input) {
	subtype, size, count := in.int32(), int64(in.int32()), int64(in.int32())
	switch subtype {
	case machineNumbers, machineFloats, oldSets, display, longNames, longStrings, manyCases, newSets, encodingName,
		longLabels, longMissing:
		d.extensions[subtype] = append(d.extensions[subtype], in.bytes(size*count))
	default:
		in.skip(size * count)
	}
}

// all is what the extensions of a subtype hold. There is one of each, but for files that were put together by others.
func (d *dictionary) all(subtype int32) []byte { return bytes.Join(d.extensions[subtype], nil) }

// extend applies the extensions that need no encoding.
func (d *dictionary) extend(in *input, h *header) {
	if p := d.all(machineFloats); len(p) >= 8 {
		d.sysmis = number(in.order, p)
	}
	if p := d.all(manyCases); len(p) >= 16 {
		h.cases = max(-1, int64(in.order.Uint64(p[8:])))
	}
	d.measure(in.order)
	if d.checkWidths(in) {
		d.joinStrings(in)
	}
}

// checkWidths reports whether each variable has as many elements of the case as its width asks for. Where that holds, a
// cell never reaches beyond its case.
func (d *dictionary) checkWidths(in *input) bool {
	end := d.elements
	for _, v := range slices.Backward(d.variables) {
		if end-v.element != max(1, (v.width+7)/8) {
			in.damaged("the variable %q is %d bytes wide, and has %d elements of 8", v.name, v.width, end-v.element)
			return false
		}
		end = v.element
	}
	return true
}

// measure takes the levels of measurement, of each variable with two or three numbers.
func (d *dictionary) measure(order binary.ByteOrder) {
	p := d.all(display)
	n := len(p) / 4 / len(d.variables) // the width of the column on a screen may be left out
	if n != 2 && n != 3 {
		return
	}
	for i := range d.variables {
		if m := Measure(order.Uint32(p[i*n*4:])); m <= Scale {
			d.variables[i].measure = m
		}
	}
}

// A string of more than 255 bytes is kept as several variables. The extension names the first and says how long the
// string is: each of the variables stands for 252 bytes of it. But the bytes themselves are packed without gaps, 255 in
// each, so that some of the last stay unused.
const (
	segmentShare = 252
	segmentWidth = 255
)

// joinStrings makes one variable of those that hold parts of a long string. Names of the parts are made up by whoever
// wrote the file, and may be those of other variables; the extension names the first part, which has 255 bytes.
func (d *dictionary) joinStrings(in *input) {
	byName := map[string][]int{}
	for i, v := range d.variables {
		if v.width == segmentWidth {
			name := string(bytes.ToUpper(v.name))
			byName[name] = append(byName[name], i)
		}
	}
	part := make([]bool, len(d.variables)) // of another variable; a name may be that of a part, too
	for entry := range bytes.SplitSeq(d.all(longStrings), []byte{'\t'}) {
		name, length, _ := bytes.Cut(bytes.TrimRight(entry, "\x00"), []byte{'='})
		width, err := strconv.Atoi(string(length))
		if err != nil || width <= segmentWidth {
			continue
		}
		places := byName[string(bytes.ToUpper(trimmed(name)))]
		for len(places) > 0 && part[places[0]] {
			places = places[1:]
		}
		if len(places) == 0 || !d.join(places[0], width, part) {
			in.damaged("the long text %q is not whole", name)
			return
		}
	}
	d.dropParts(part)
}

// join makes a variable a long string and marks those that hold its other parts. It fails if they are too few or too
// narrow, as a cell would then reach beyond them.
func (d *dictionary) join(first, width int, part []bool) bool {
	parts := (width + segmentShare - 1) / segmentShare
	if first+parts > len(d.variables) {
		return false
	}
	for i, v := range d.variables[first : first+parts] {
		needed := segmentWidth
		if i == parts-1 { // of which some writers make it a little wider
			needed = width - i*segmentShare
		}
		if (v.width+7)/8 < (needed+7)/8 || part[first+i] {
			return false
		}
		part[first+i] = i > 0
	}
	d.variables[first].width = width
	return true
}

// dropParts takes out the variables that hold a part of another.
func (d *dictionary) dropParts(part []bool) {
	places, kept := map[int]int{}, d.variables[:0] // new places by the old
	for i, v := range d.variables {
		if !part[i] {
			places[i] = len(kept)
			kept = append(kept, v)
		}
	}
	for index, i := range d.first {
		if place, ok := places[i]; ok {
			d.first[index] = place
		} else {
			delete(d.first, index)
		}
	}
	d.variables = kept
}

// A cursor takes apart the bytes of an extension. After a failure it gives nothing, and there is nothing left to take, so
// that loops over the rest end.
type cursor struct {
	p     []byte
	order binary.ByteOrder
	bad   bool
}

// take gives the next n bytes.
func (c *cursor) take(n int) []byte {
	if c.bad || n < 0 || n > len(c.p) {
		c.bad, c.p = true, nil
		return nil
	}
	p := c.p[:n]
	c.p = c.p[n:]
	return p
}

// int32 gives the next whole number.
func (c *cursor) int32() int {
	p := c.take(4)
	if p == nil {
		return 0
	}
	return int(int32(c.order.Uint32(p)))
}

// sized gives a text behind its length.
func (c *cursor) sized() []byte { return c.take(c.int32()) }

// until gives what stands before a mark, and passes over the mark.
func (c *cursor) until(mark byte) []byte {
	i := bytes.IndexByte(c.p, mark)
	p := c.take(i)
	c.take(1)
	return p
}

// counted gives a text behind its length in digits and a blank.
func (c *cursor) counted() []byte {
	n, err := strconv.Atoi(string(c.until(' ')))
	if err != nil {
		n = -1
	}
	return c.take(n)
}
