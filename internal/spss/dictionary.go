package spss

import (
	"bytes"
	"math"
	"slices"
)

// A dictionary is what stands between the header and the data, with texts as they are in the file: their encoding is
// known only when all of it has been read.
type dictionary struct {
	variables  []variable
	elements   int                // of 8 bytes in a case
	first      map[int32]int      // places of variables, by their dictionary index, from 1
	extensions map[int32][][]byte // by their subtype
	sysmis     float64            // what stands for "no value"
	stray      bool               // some labels belong to no variable
	labelled   int                // labels of all variables, where several have the same, too
	merged     int                // labels that were copied
}

// A variable is a record of the dictionary, without those that only continue a string: there is one for each 8 bytes of
// a string, so that records and elements of a case correspond. A string of more than 255 bytes has several variables,
// until joinStrings makes one of them.
type variable struct {
	name, label []byte
	width       int // of a string in bytes; 0: a number
	element     int // of the case, where it begins
	format      format
	missing     missing
	labels      *labels // may be nil; shared by the variables that have the same
	measure     Measure
}

// missing are the values of a variable that stand for no answer.
type missing struct {
	values    [][]byte // of 8 bytes, or blank-trimmed strings
	low, high []byte   // a range of numbers; nil: none
}

// labels are the labels of values: of 8 bytes each, or longer strings.
type labels struct {
	values, texts [][]byte
	// The same in UTF-8, once they are asked for; strings are without the blanks at their ends.
	numbers map[float64]string
	strings map[string]string
}

// The types of records. They come in this order; extensions come in any.
const (
	variableRecord  = 2
	labelsRecord    = 3
	appliesRecord   = 4 // which variables the labels before it belong to
	documentsRecord = 6
	extensionRecord = 7
	endRecord       = 999
)

// readDictionary reads up to the data.
func readDictionary(in *input) *dictionary {
	d := &dictionary{first: map[int32]int{}, extensions: map[int32][][]byte{}, sysmis: -math.MaxFloat64}
	var pending *labels // until the record behind says whose they are
	for in.err == nil {
		switch kind := in.int32(); kind {
		case variableRecord:
			d.readVariable(in)
		case labelsRecord:
			pending = readLabels(in)
		case appliesRecord:
			d.applyLabels(in, pending)
		case documentsRecord:
			in.skip(80 * int64(in.int32()))
		case extensionRecord:
			d.readExtension(in)
		case endRecord:
			in.int32()
			if len(d.variables) == 0 {
				in.fail("is an SPSS file without variables", "")
			}
			return d
		default:
			in.damaged("a record of the type %d ends at byte %d of its dictionary", kind, in.at)
		}
	}
	return d
}

// readVariable reads a variable, or a record that continues a string. Some writers give the latter a label or missing
// values, which have to be passed over.
func (d *dictionary) readVariable(in *input) {
	kept := in.kept
	width, labelled, missing := in.int32(), in.int32(), in.int32()
	v := variable{width: int(width), element: d.elements, format: formatOf(in.int32())}
	in.int32() // the format for writing
	v.name = trimmed(in.bytes(8))
	if labelled != 0 {
		n := int64(in.int32())
		v.label = trimmed(in.padded(n, 0, 4))
	}
	v.readMissing(in, missing)
	d.elements++
	switch {
	case in.err != nil:
	case d.elements > maxElements || len(d.variables) == maxVariables:
		in.fail("is an SPSS file with more variables than are read here", "export the answers as CSV")
	case width > 255 || width < -1:
		in.damaged("the variable %q is %d bytes wide", v.name, width)
	case width == -1:
		in.kept = kept // nothing of it is
	default:
		d.first[int32(d.elements)] = len(d.variables) // the index counts from 1
		d.variables = append(d.variables, v)
	}
}

// readMissing reads the missing values of a variable. Their number is below 0 if the first two are a range.
func (v *variable) readMissing(in *input, n int32) {
	if n < -3 || n > 3 || n == -1 {
		in.damaged("the variable %q has %d missing values", v.name, n)
		return
	}
	for range max(n, -n) {
		v.missing.values = append(v.missing.values, in.bytes(8))
	}
	if n < 0 && in.err == nil && v.width == 0 {
		v.missing.low, v.missing.high, v.missing.values = v.missing.values[0], v.missing.values[1], v.missing.values[2:]
	}
}

// readLabels reads labels of values. Whether the values are numbers or strings depends on the variables.
func readLabels(in *input) *labels {
	l := &labels{}
	for range in.int32() {
		value, size := in.bytes(8), in.bytes(1)
		if in.err != nil {
			break
		}
		l.values = append(l.values, value)
		l.texts = append(l.texts, trimmed(in.padded(int64(size[0]), 1, 8)))
	}
	return l
}

// applyLabels reads which variables some labels belong to. A variable that has labels already gets more.
func (d *dictionary) applyLabels(in *input, l *labels) {
	for range in.int32() {
		index := in.int32()
		if in.err != nil {
			return
		}
		if i, ok := d.first[index]; ok && l != nil {
			d.label(in, &d.variables[i], l)
		} else {
			d.stray = true
		}
	}
}

// label gives labels to a variable. Lists that come first count first. Thousands of variables may share a list, so it is
// only copied where a variable has several.
func (d *dictionary) label(in *input, v *variable, l *labels) {
	if d.labelled += len(l.values); d.labelled > maxLabelled {
		in.damaged("too many labels of values")
	}
	if v.labels == nil {
		v.labels = l
		return
	}
	v.labels = &labels{values: slices.Concat(v.labels.values, l.values), texts: slices.Concat(v.labels.texts, l.texts)}
	if d.merged += len(v.labels.values); d.merged > maxMerged {
		in.damaged("the variable %q has too many lists of labels", v.name)
	}
}

// trimmed cuts blanks and NUL bytes off the end of a text.
func trimmed(p []byte) []byte { return bytes.TrimRight(p, " \x00") }
