package spss

import (
	"cmp"
	"math"
	"strings"

	"verbatim/internal/notice"
)

// names finds variables by their names, in any case. A file uses short names in some places and long ones in others.
type names map[string]int

// find gives the place of a variable.
func (n names) find(name string) (int, bool) {
	i, ok := n[strings.ToLower(strings.TrimSpace(name))]
	return i, ok
}

// add gives a place a name, unless another has it.
func (n names) add(name string, place int) {
	if _, ok := n.find(name); !ok {
		n[strings.ToLower(strings.TrimSpace(name))] = place
	}
}

// settle makes the variables and columns of the dictionary, in UTF-8. Extensions name variables by their long names, sets
// by their short ones; both are taken in both places, since writers differ.
func (f *File) settle(in *input, h header, d *dictionary) {
	if f.Encoding != "" { // asked for
		f.text = newDecoder(f.Encoding)
	} else {
		f.text = f.chooseEncoding(in, d)
	}
	f.Encoding = f.text.name
	short, all := d.shortNames(f.text), names{}
	long := f.longNames(d, short)
	for i := range d.variables {
		name := cmp.Or(long[i], f.text.text(d.variables[i].name))
		f.Variables = append(f.Variables, Variable{Name: name})
		all.add(name, i)
	}
	for name, i := range short {
		if _, ok := all[name]; !ok {
			all[name] = i
		}
	}
	if i, ok := d.first[h.weight]; ok && h.weight > 0 {
		f.Weight = f.Variables[i].Name
	}
	if d.stray {
		f.unread("labels of values belong to no variable, and are left out")
	}
	f.longLabels(in, d, all)
	f.longMissing(in, d, all)
	for i := range d.variables {
		f.columns = append(f.columns, newColumn(&d.variables[i], &f.data, f.text))
		if f.Weight == f.Variables[i].Name { // a number to count with: "1,234.6" or a label would not be what it is
			f.columns[i].format, f.columns[i].numbers = format{}, nil
		}
		f.widest = max(f.widest, d.variables[i].width)
		f.Variables[i].describe(&d.variables[i], &f.columns[i])
	}
	f.findSets(d, short, all)
}

// unread warns of a part of the dictionary.
func (f *File) unread(message string) {
	f.log.Add(notice.Warning{Code: notice.UnreadRecord, File: f.name, Message: message})
}

// shortNames are the names of at most eight bytes.
func (d *dictionary) shortNames(text decoder) names {
	short := names{}
	for i, v := range d.variables {
		short.add(text.text(v.name), i)
	}
	return short
}

// longNames are the names of up to 64 bytes, by the places of the variables.
func (f *File) longNames(d *dictionary, short names) map[int]string {
	long := map[int]string{}
	for pair := range strings.SplitSeq(f.text.text(trimmed(d.all(longNames))), "\t") {
		name, full, _ := strings.Cut(pair, "=")
		if i, ok := short.find(name); ok && strings.TrimSpace(full) != "" {
			long[i] = strings.TrimSpace(full)
		}
	}
	return long
}

// longLabels reads the labels of strings of more than eight bytes. haven writes a width there that is not that of the
// variable; it is of no use anyway.
func (f *File) longLabels(in *input, d *dictionary, all names) {
	c := cursor{p: d.all(longLabels), order: in.order}
	for len(c.p) > 0 {
		i, known := all.find(f.text.text(c.sized()))
		c.int32() // the width of the variable
		l := &labels{}
		for range c.int32() {
			value, label := c.sized(), c.sized()
			if c.bad {
				break
			}
			l.values, l.texts = append(l.values, value), append(l.texts, label)
		}
		if known && !c.bad && d.variables[i].width > 0 {
			d.label(in, &d.variables[i], l)
		}
	}
	if c.bad {
		in.damaged("the labels of long texts are not whole")
	}
}

// longMissing reads the missing values of strings of more than eight bytes: only their first eight count. Old versions
// of PSPP wrote the length before each value instead of once.
func (f *File) longMissing(in *input, d *dictionary, all names) {
	c := cursor{p: d.all(longMissing), order: in.order}
	for len(c.p) > 0 {
		i, known := all.find(f.text.text(c.sized()))
		n := c.take(1)
		if c.bad {
			break
		}
		size := c.int32()
		for k := range n[0] {
			if k > 0 && len(c.p) >= 4 && int(int32(c.order.Uint32(c.p))) == size {
				c.int32()
			}
			value := c.take(size)
			if known && !c.bad && d.variables[i].width > 0 {
				c.bad = len(d.variables[i].missing.values) == maxMissing
				d.variables[i].missing.values = append(d.variables[i].missing.values, value)
			}
		}
	}
	if c.bad {
		in.damaged("the missing values of long texts are not whole")
	}
}

// describe says of a variable what its column does. A number with labels stays a number: whether it is a choice among
// them, or a scale whose ends alone are named, is for the survey to say.
func (v *Variable) describe(from *variable, c *column) {
	v.Label = strings.TrimSpace(c.text.text(from.label))
	v.Measure = from.measure
	if from.width == 0 {
		v.Kind = c.format.valueKind()
	}
	v.Missing = c.missing()
}

// missing lists the values that stand for no answer.
func (c *column) missing() (out []string) {
	for _, s := range c.missingStrings {
		out = append(out, c.text.text([]byte(s)))
	}
	// The ends of an open range are the largest numbers there are, or nearly so.
	switch lowest, highest := c.low <= -math.MaxFloat64*0.99, c.high >= math.MaxFloat64*0.99; {
	case c.low > c.high:
	case lowest:
		out = append(out, c.format.show(c.high)+" and less")
	case highest:
		out = append(out, c.format.show(c.low)+" and more")
	default:
		out = append(out, c.format.show(c.low)+" to "+c.format.show(c.high))
	}
	for _, x := range c.missingNumbers {
		out = append(out, c.format.show(x))
	}
	return out
}
