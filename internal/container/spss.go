package container

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/internal/jsonrows"
	"verbatim/internal/scale"
	"verbatim/internal/spss"
)

// A data file of SPSS says much that an export as CSV does not: variable labels are questions, value
// labels are answers, and values may stand for no answer. A set of variables is a multiple choice:
//
//	name      fruit_1          fruit_2          $pets
//	question  Fruit? [Apple]   Fruit? [Pear]    Pets?
//	          Apple                             cat;#dog
//	          └── a set of dichotomies ──┘      └ a set of categories: its variables in one column
//
// That is how the forms of platforms write it, so that package survey needs to know nothing of SPSS.

// openSPSS opens a data file of SPSS.
func openSPSS(f file, opt Options) (*Table, error) {
	if err := f.single(opt); err != nil {
		return nil, err
	}
	at, size, err := f.anywhere()
	if err != nil {
		return nil, err
	}
	data, err := spss.Open(at, size, f.name, opt.Encoding)
	if err != nil {
		return nil, err
	}
	columns := columnsOf(data)
	told := make([]Told, len(columns))
	for i, c := range columns {
		told[i] = c.told(data)
	}
	header := headerOf(columns)
	rows := func(yield func(row, error) bool) {
		for _, cells := range header {
			if !yield(row{cells: cells}, nil) {
				return
			}
		}
		number := 0
		cells := make([]string, len(columns))
		for variables, err := range data.Rows() {
			if number++; err != nil {
				yield(row{}, err)
				return
			}
			for i, c := range columns {
				cells[i] = c.cell(variables)
			}
			if !yield(row{number, cells}, nil) {
				return
			}
		}
	}
	return &Table{Kind: "sav", Place: f.path, Text: newText(rows), Encoding: encodingOf(data), Told: told, Header: len(header), Evidence: evidence(data), Warnings: data.Warnings}, nil
}

// headerOf gives the names of the columns, and below them the questions, unless these say no more.
func headerOf(columns []column) [][]string {
	var names, questions []string
	for _, c := range columns {
		names, questions = append(names, c.name), append(questions, c.question)
	}
	if slices.Equal(names, questions) {
		return [][]string{names}
	}
	return [][]string{names, questions}
}

// encodingOf is the encoding of a file's texts as it is named elsewhere.
func encodingOf(data *spss.File) string { return strings.ToLower(data.Encoding) }

// evidence is what has to be known of a file.
func evidence(data *spss.File) []string {
	lines := []string{"variable labels are questions, value labels are answers"}
	missing := 0
	for _, v := range data.Variables {
		if len(v.Missing) > 0 {
			missing++
		}
	}
	if missing > 0 {
		lines = append(lines, fmt.Sprintf("variables with values that stand for no answer: %d", missing))
	}
	if data.Weight != "" {
		lines = append(lines, fmt.Sprintf("the file weights its cases by %s: --weight %s does it here", data.Weight, data.Weight))
	}
	return lines
}

// A column is what is made of a variable, or of all variables of a set of categories.
type column struct {
	name, question string
	variables      []int
	ticked         string // what a ticked box shows in the file; of a set of dichotomies
	option         string // what it shows here
	listed         bool   // a set of categories
}

// columnsOf makes the columns of a file. A variable of several sets belongs to the first.
func columnsOf(data *spss.File) []column {
	columns := make([]column, len(data.Variables))
	for i, v := range data.Variables {
		columns[i] = column{name: v.Name, question: v.Label, variables: []int{i}}
		if v.Label == "" {
			columns[i].question = v.Name
		}
	}
	taken := make([]bool, len(columns))
	for _, set := range data.Sets {
		if slices.ContainsFunc(set.Options, func(o spss.Option) bool { return taken[o.Variable] }) {
			continue
		}
		for _, o := range set.Options {
			taken[o.Variable] = true
		}
		join(columns, set)
	}
	return slices.DeleteFunc(columns, func(c column) bool { return c.variables == nil })
}

// join makes boxes of the variables of a set of dichotomies, or one column of those of a set of
// categories.
func join(columns []column, set spss.Set) {
	stem := stemOf(columns, set)
	question := cmp.Or(set.Label, strings.TrimRight(stem, " :-–—["), strings.TrimPrefix(set.Name, "$"))
	for k, o := range set.Options {
		c := &columns[o.Variable]
		switch {
		case set.Dichotomies:
			option := cmp.Or(o.Text, c.name)
			// Where the label names the question, too, the rest of it is the option.
			if short, ok := strings.CutPrefix(option, stem); ok && short != "" && set.Label == "" {
				option = strings.TrimSpace(closed(short, stem))
			}
			c.question, c.ticked, c.option = fmt.Sprintf("%s [%s]", question, option), o.Ticked, option
		case k == 0:
			c.name, c.question, c.listed = set.Name, question, true
		default:
			first := &columns[set.Options[0].Variable]
			first.variables = append(first.variables, o.Variable)
			c.variables = nil
		}
	}
}

// signs stand between a question and an option in the label of a variable.
var signs = [...]string{"? ", ": ", "؟ ", "？", "：", " - ", " – ", " — ", "["}

// stemOf is the question that all labels of a set's variables begin with, up to the sign behind it: "Why? " of
// "Why? Price" and "Why? Speed"; empty if there is none. Sets often have no label of their own.
func stemOf(columns []column, set spss.Set) string {
	label := func(o spss.Option) string { return columns[o.Variable].question }
	stem := label(set.Options[0])
	same := true // all labels are one: the options have names of their own
	for _, o := range set.Options[1:] {
		same = same && label(o) == stem
		for !strings.HasPrefix(label(o), stem) {
			_, last := utf8.DecodeLastRuneInString(stem)
			stem = stem[:len(stem)-last]
		}
	}
	if same && len(set.Options) > 1 {
		return stem
	}
	// The stem ends behind a sign, so that no word is cut and "I like" is no question.
	end := 0 // in bytes
	for _, sign := range signs {
		if at := strings.LastIndex(stem, sign); at >= 0 {
			end = max(end, at+len(sign))
		}
	}
	return stem[:end]
}

// closed takes the bracket off that closes one at the end of a stem.
func closed(option, stem string) string {
	if strings.HasSuffix(stem, "[") {
		return strings.TrimSuffix(option, "]")
	}
	return option
}

// told is what the file tells of the column's cells. The variables of a set have the same labels.
func (c column) told(data *spss.File) Told {
	t := Told{Lists: c.listed}
	if c.option != "" {
		return t
	}
	for _, l := range data.Labels(c.variables[0]) {
		if !l.Missing {
			t.Values = append(t.Values, scale.Value{Value: l.Value, Label: l.Label})
		}
	}
	if len(t.Values) < 2 { // "99 and older"
		t.Values = nil
	}
	return t
}

// cell is the text of the column in a case. What stands for no answer is blank.
func (c column) cell(of []spss.Cell) string {
	if !c.listed {
		text := answer(of[c.variables[0]])
		if c.option == "" {
			return text
		}
		if text == c.ticked {
			return c.option
		}
		return ""
	}
	var list []string
	for _, v := range c.variables {
		if text := answer(of[v]); text != "" {
			list = append(list, jsonrows.ListItem(text))
		}
	}
	return strings.Join(list, jsonrows.ListSeparator)
}

// answer is what a cell shows; blank if it stands for no answer.
func answer(c spss.Cell) string {
	if c.Missing != spss.Present {
		return ""
	}
	return c.Text
}
