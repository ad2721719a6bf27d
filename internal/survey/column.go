package survey

import (
	"cmp"
	"strconv"
	"strings"

	"verbatim/internal/kind"
	"verbatim/internal/rows"
	"verbatim/internal/survey/platforms"
	"verbatim/internal/value"
	"verbatim/internal/wording"
)

// A column is one column of the export, and what its header says.
type column struct {
	number int // from 1
	// id is the platform's code, or the text if there is none; coded says which.
	id    string
	coded bool
	// header is the cell of the first header row that says something, as it is.
	header string
	// question and label are plain texts: the question the column belongs to, and
	// the option, row or part of it, which may be empty.
	question, label string
	// optioned says that the label has a header row of its own, or would have:
	// it is an option or a part of the question, and not a piece of its text.
	optioned bool
	meta     bool      // the platform's own, not an answer
	idName   bool      // the name is one of ids
	person   bool      // the header asks for the respondent's name or address
	unsure   bool      // only a word of the header says that it is metadata: the cells have to bear it out
	dated    bool      // the name is one of a date
	asked    bool      // the header asks for an answer in words
	typed    bool      // the platform has the column for what people type
	told     rows.Told // what the kind of file tells of the cells
	codes    bool      // the platform may write codes of ticked options with spaces between
}

// detach copies the column's pieces of the header. Otherwise they would keep the
// whole text that they were cut from in memory.
func (c *column) detach() {
	for _, s := range []*string{&c.id, &c.header, &c.question, &c.label} {
		*s = strings.Clone(*s)
	}
}

// fullText is the full plain text of the column.
func (c column) fullText() string {
	if c.label == "" {
		return c.question
	}
	return c.question + " - " + c.label
}

// hint returns what the kind of a question is judged from in addition to its
// answers.
func (c column) hint() kind.Hint {
	return kind.Hint{Typed: c.typed, Asked: c.asked, Question: wording.EndsAsQuestion(c.question), ID: c.idName, Codes: c.codes, Listed: c.told.Lists, Labelled: !c.told.Lists && c.told.Values != nil}
}

// nameColumns reads the header rows, cell by cell. A blank question continues the
// one on its left, and so do placeholders like Column13.
func nameColumns(rows [][]string, roles []role, width int, k catalogue) []column {
	columns := make([]column, width)
	options := false
	for _, r := range roles {
		options = options || r == roleOption
	}
	question := ""
	for i := range columns {
		c := &columns[i]
		c.number = i + 1
		own := ""
		for j, r := range roles {
			raw := ""
			if i < len(rows[j]) {
				raw = value.Trim(rows[j][i])
			}
			if c.header == "" && r != roleNone {
				c.header = raw
			}
			switch r {
			case roleNone:
				c.typed = c.typed || k.IsForMachines(raw) && k.IsTypedLabel(raw)
			case roleID:
				c.id = raw
			case roleQuestion:
				own = value.PlainText(raw)
			case roleOption:
				c.label = value.PlainText(raw)
			}
		}
		if own == "" && c.id == "" && !options && question != "" {
			// As spreadsheets name it: the question is the one on its left.
			own = "Column" + strconv.Itoa(c.number)
		}
		c.finish(own, &question, options, k)
		if i > 0 && wording.IsPlaceholder(own) {
			columns[i-1].optioned = true
		}
	}
	return columns
}

// finish settles question, label and id. own is the text in the column itself,
// question the last one named on its left, which it may replace.
func (c *column) finish(own string, question *string, options bool, k catalogue) {
	switch {
	case own != "" && !wording.IsPlaceholder(own):
		own = k.PlainQuestion(own)
		*question = own
	case *question == "" && c.label != "":
		// A column before the first question: its label is all it has.
		own, c.label = c.label, ""
	}
	continues := own == "" && options || wording.IsPlaceholder(own)
	if c.question = own; continues && *question != "" {
		c.question = *question
		if wording.IsPlaceholder(own) {
			c.label = own
		}
	}
	c.optioned = options || wording.IsPlaceholder(own)
	c.asked = wording.AsksForWords(c.label) || wording.WantsWords(c.question) || wording.AsksForWords(c.question) || k.ByName(platforms.Generic).Typed.Fit(c.id)
	c.typed = c.typed || k.IsTypedLabel(c.label) || k.IsTypedLabel(own)
	if k.IsResponseLabel(c.label) {
		c.label = ""
	}
	c.coded = c.id != ""
	if c.id == "" && !options {
		c.id = own
	}
	c.id = cmp.Or(c.id, c.fullText())
}

// codedText is how LimeSurvey writes code and text into one header.
var codedText = value.Pattern(`^([A-Za-z]\w*(?:\[[^\[\]]+\])*)\.\s+(.+)$`)

// splitCodes takes the code off the text of LimeSurvey's columns: "Q3[SQ001].
// Which fruit? [Apple]".
func splitCodes(columns []column) {
	for i := range columns {
		c := &columns[i]
		if m := codedText().FindStringSubmatch(c.question); m != nil && !c.coded {
			c.id, c.question, c.coded = m[1], m[2], true
		}
	}
}

// followOn gives a question in the row of options its own text. Where a cell of the
// row of questions is blank, the one on its left goes on, and so "What is your job?"
// would be an option of "Which days?". If most options are questions, they are the
// rows of a grid, and belong to it.
func followOn(columns []column) {
	for from := 0; from < len(columns); {
		to := from + 1
		for to < len(columns) && columns[to].question == columns[from].question {
			to++
		}
		var asking []int
		for i := from + 1; i < to; i++ {
			if columns[i].optioned && wording.EndsAsQuestion(columns[i].label) {
				asking = append(asking, i)
			}
		}
		if len(asking)*2 < to-from {
			for _, i := range asking {
				c := &columns[i]
				if !c.coded {
					c.id = c.label
				}
				c.question, c.label, c.optioned = c.label, "", false
				c.asked = c.asked || wording.WantsWords(c.question)
			}
		}
		from = to
	}
}
