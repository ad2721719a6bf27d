package spss

import (
	"io"

	"verbatim/internal/notice"
)

// A File is a data file whose dictionary has been read. The exported fields are what a survey has to know of it; Labels
// and Rows give the rest.
type File struct {
	Variables []Variable
	Sets      []Set
	Weight    string // name of the variable that weights the cases; "": none
	Encoding  string // of the texts in the file
	Cases     int64  // as the file declares; -1: it does not say

	name    string
	text    decoder
	columns []column // of each variable
	widest  int      // string, in bytes
	data    data
	log     notice.Log
	warned  int64 // cases of which the log tells already
}

// A Kind says what the cells of a variable are.
type Kind int

// The kinds of variables.
const (
	Text     Kind = iota // strings, and names of months and weekdays
	Number               // counts, codes, amounts
	Date                 // days, and longer periods
	DateTime             // a day with the time of day
	Time                 // a time of day, or a duration
)

// A Measure is the level of measurement that the author of a file gave to a variable.
type Measure int

// The levels of measurement; a file need not say.
const (
	Unsaid Measure = iota
	Nominal
	Ordinal
	Scale
)

// A Variable is a column of the data.
type Variable struct {
	Name    string // the long name, where there is one
	Label   string // the question, mostly; may be empty
	Kind    Kind
	Measure Measure
	Missing []string // the values that stand for no answer: "99", "90 to 98", "-9 and less"
}

// A Set is a question with several answers, whose answers are in several variables. A variable may be in several sets, or
// in none: sets are what the author of the file made of it.
type Set struct {
	Name  string // with its dollar sign
	Label string // may be empty
	// Dichotomies says that each variable stands for one option. Otherwise each variable holds an answer: an option is a
	// value.
	Dichotomies bool
	Options     []Option // one for each variable
}

// An Option is a variable of a Set.
type Option struct {
	Variable int    // its place in File.Variables
	Text     string // of the option, in a set of dichotomies
	Ticked   string // what a cell shows if the option was chosen, in a set of dichotomies
}

// A Cell is what one case has in one variable.
type Cell struct {
	Text    string // as it is shown; of a missing value the label or the value, which is the reason for it
	Missing Missing
}

// Missing says whether a cell holds an answer, and whose word it is if not.
type Missing int

// The ways in which a cell may be missing. An empty text of a string variable is not missing.
const (
	Present       Missing = iota
	SystemMissing         // there is no value
	UserMissing           // there is one that the author of the file set aside: "refused", "does not apply"
)

// Open reads the dictionary of a file. Its texts are in an encoding of the names of package charset; "" is
// the one that the file states. The error is a *notice.InputError.
func Open(r io.ReaderAt, size int64, name, encoding string) (*File, error) {
	in := newInput(r, size, name)
	h := readHeader(in)
	d := readDictionary(in)
	if in.err == nil {
		d.extend(in, &h)
	}
	f := &File{Encoding: encoding, Cases: h.cases, name: name, data: findData(in, h, d)}
	if in.err == nil {
		f.settle(in, h, d)
	}
	err := in.err
	if err == nil {
		err = f.checkSize()
	}
	if err != nil {
		return nil, err
	}
	return f, nil
}

// Warnings are about the dictionary, and about the cases that were read so far.
func (f *File) Warnings() []notice.Warning { return f.log.List() }
