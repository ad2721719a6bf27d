package spss

import (
	"bytes"
	"cmp"
	"strconv"
	"strings"
)

// Multiple response sets are lines of text:
//
//	$fruit=C 10 Your fruit a b c          each variable holds an answer
//	$drink=D1 1 11 Your drinks d e f      each stands for an option, which 1 in it says was chosen
//	$place=E 1 3 Yes 6 Places g h i       the same; the label of the value Yes names the option
//	$place=E 11 3 Yes 0  g h i            the label of the first variable names the question
//
// Before each text stands its length in bytes. The names are short ones.

// labelOfVariable says that a set has the label of its first variable.
const labelOfVariable = "11"

// findSets reads the sets. What cannot be read of them is told.
func (f *File) findSets(d *dictionary, short, all names) {
	for _, subtype := range [...]int32{oldSets, newSets} {
		c := cursor{p: bytes.Trim(d.all(subtype), "\n\x00 ")}
		if len(c.p) > maxSets {
			c.p = c.p[:1] // which nothing can be made of
		}
		for len(c.p) > 0 {
			set, ok := f.readSet(&c, d, short, all)
			if ok {
				f.Sets = append(f.Sets, set)
			}
			if c.bad {
				f.unread("a description of a multiple response set cannot be read: its variables are questions by themselves")
				break
			}
			c.p = bytes.TrimLeft(c.p, "\n\x00 ")
		}
	}
}

// readSet reads a set; ok is false if none of its variables is in the file.
func (f *File) readSet(c *cursor, d *dictionary, short, all names) (s Set, ok bool) {
	s.Name = f.text.text(c.until('='))
	kind, counted, source := c.take(1), []byte(nil), ""
	switch string(kind) {
	case "D":
		counted = c.counted()
	case "E":
		c.take(1)
		source = string(c.until(' '))
		counted = c.counted()
	case "C":
	default:
		c.bad = true
	}
	s.Dichotomies = counted != nil
	c.take(1) // the blank before the label
	s.Label = strings.TrimSpace(f.text.text(c.counted()))
	line, rest, _ := bytes.Cut(c.p, []byte{'\n'})
	if c.bad {
		return s, false
	}
	c.p = rest
	for name := range strings.FieldsSeq(f.text.text(line)) {
		i, known := short.find(name)
		if !known {
			i, known = all.find(name)
		}
		if known {
			s.Options = append(s.Options, f.option(i, string(kind), counted))
		}
	}
	if s.Label == "" && source == labelOfVariable && len(s.Options) > 0 {
		s.Label = f.Variables[s.Options[0].Variable].Label
	}
	return s, len(s.Options) > 0
}

// option says what a variable of a set stands for. The counted value of a number is written in digits.
func (f *File) option(i int, kind string, counted []byte) Option {
	o := Option{Variable: i}
	if kind == "C" {
		return o
	}
	c, v := &f.columns[i], &f.Variables[i]
	label := ""
	if value := trimmed(counted); c.width > 0 {
		cell, _ := c.string(value)
		o.Ticked, label = cell.Text, c.strings[string(value)]
	} else if x, err := strconv.ParseFloat(strings.TrimSpace(string(value)), 64); err == nil {
		o.Ticked, label = c.number(x).Text, c.numbers[x]
	}
	o.Text = cmp.Or(v.Label, v.Name)
	if kind == "E" {
		o.Text = cmp.Or(label, o.Text)
	}
	return o
}
