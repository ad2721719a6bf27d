package survey

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Header rows. Platforms write one, two or three of them:
//
//	one             Which fruit?        Why?
//
//	two             Which fruit?                            Why?
//	                Apple               Pear                Open-Ended Response
//	                └ options under a question that goes on to the right
//
//	two             Q1                  Q2
//	                Which fruit?        Why?
//
//	three           Q1                  Q2
//	                Which fruit?        Why?
//	                {"ImportId":"QID1"} {"ImportId":"QID2_TEXT"}
//
//	three           q1                                      q2
//	                Which fruit?                            Why?
//	                Apple               Pear                Open-Ended Response
//
// A second or third row has to be proven (headerRow); the roles of the rows
// follow from what stands in them (headerRoles). How many rows a platform
// writes is not taken for granted: people delete some, and add others.

// A role is what the cells of one header row say.
type role int

const (
	roleQuestion role = iota // the question's text
	roleID                   // a short code
	roleOption               // the option, row or label under the question above
	roleNone                 // nothing for people: ImportId, tags
)

// headerSample is the number of records that header detection looks at, below
// and including the header rows.
const headerSample = 200

// detectHeader gives the roles of the header rows at the top of rows, and one
// line of evidence. named is the number asked for, 0 to detect it.
func detectHeader(rows [][]string, named int) ([]role, string) {
	if named > 0 {
		named = min(named, len(rows))
		return headerRoles(rows[:named]), fmt.Sprintf("%d header rows as asked for", named)
	}
	// Qualtrics' row of ImportIds is a proof wherever it stands: notes may have
	// been put above the header.
	for i := 1; i < min(len(rows), 6); i++ {
		if allFit(rows[i], isImportID) {
			return headerRoles(rows[:i+1]), fmt.Sprintf("%d header rows: row %d holds ImportId", i+1, i+1)
		}
	}
	count, evidence := 1, "1 header row: the second row holds answers"
	for i := 1; i < min(len(rows), 3); i++ {
		// A third row needs a second that is one too, or a first that is blank
		// where the third is not: a respondent may write words for numbers.
		if why := headerRow(rows, i); why != "" && (count == i || blanks(rows[0])) {
			count, evidence = i+1, fmt.Sprintf("%d header rows: %s", i+1, why)
		}
	}
	return headerRoles(rows[:count]), evidence
}

// allFit says that every cell that is not blank fits, and there is one.
func allFit(row []string, fits func(string) bool) bool {
	some := false
	for _, c := range row {
		if isBlank(c) {
			continue
		}
		if !fits(c) {
			return false
		}
		some = true
	}
	return some
}

// headerRow says why rows[i] is a header row and not the first respondent, or
// "". It asks the columns below: where they hold numbers or dates, a header row
// holds words; where they hold nothing but one text in all rows (a ticked box),
// a header row holds that text in every such column, a respondent in some.
func headerRow(rows [][]string, i int) string {
	if allFit(rows[i], isTag) {
		return fmt.Sprintf("row %d holds tags", i+1)
	}
	labels, boxes, ticked, words, values := 0, 0, 0, 0, 0
	for c, text := range rows[i] {
		text = trim(text)
		below := newProfile()
		for _, row := range rows[min(i+1, len(rows)):] {
			if c < len(row) {
				below.add(trim(row[c]))
			}
		}
		switch {
		case isResponseLabel(text):
			labels++
		case below.distinct() == 1 && below.answered > 1 && !below.mostly(below.numbers):
			boxes++
			if repeats(text, below.common()[0].value) {
				ticked++
			}
		case below.answered > 1 && (below.mostly(below.numbers) || below.mostly(below.dates)):
			switch {
			case isNumber(text) || isDate(text):
				values++
			case text != "" && !isNotAvailable(text):
				words++
			}
		}
	}
	// The labels of SurveyMonkey are proof enough, unless the row holds values
	// too: then somebody may have answered "Response".
	switch {
	case labels > 0 && (blanks(rows[i-1]) || values <= labels):
		return fmt.Sprintf("row %d holds %d labels (Response, Open-Ended Response)", i+1, labels)
	case boxes >= 4 && ticked*10 >= boxes*9 && values <= words:
		return fmt.Sprintf("row %d names the option of each of %d columns", i+1, boxes)
	case i == 1 && values == 0 && numberedCodes(rows[0]) && asking(rows[1]):
		return "row 1 holds codes and row 2 questions"
	case words >= 2 && words >= 4*values:
		return fmt.Sprintf("row %d holds words where the %d columns below hold numbers or dates", i+1, words)
	}
	return ""
}

// itemCode is a code of a question, with a number inside: Q12, v3_1, Q5_4_TEXT.
var itemCode = regexp.MustCompile(`^[\pL_]{1,12}\d+(?:[_.][\pL\d]+)*$`)

// numberedCodes says that most cells are codes of questions.
func numberedCodes(row []string) bool {
	n := 0
	for _, c := range row {
		if itemCode.MatchString(trim(c)) {
			n++
		}
	}
	return n >= 2 && n*10 >= len(row)*8
}

// asking says that half of the cells or more end as questions do.
func asking(row []string) bool {
	n := 0
	for _, c := range row {
		if c = trim(c); strings.HasSuffix(c, "?") || strings.HasSuffix(c, ":") || strings.Contains(c, "? ") {
			n++
		}
	}
	return n*2 >= len(row)
}

// isTag knows a row of HXL tags, which aid agencies put under the header.
func isTag(text string) bool {
	return len(text) > 1 && text[0] == '#' && 'a' <= text[1] && text[1] <= 'z' && !strings.Contains(text, " ")
}

// headerRoles tells what each header row says.
func headerRoles(rows [][]string) []role {
	last := len(rows) - 1
	switch {
	case last > 0 && (allFit(rows[last], isImportID) || allFit(rows[last], isTag)):
		return append(headerRoles(rows[:last]), roleNone)
	case last == 0:
		return []role{roleQuestion}
	case last == 1 && slices.ContainsFunc(rows[1], isResponseLabel):
		return []role{roleQuestion, roleOption}
	case last == 1 && codes(rows[0]) && !codes(rows[1]):
		return []role{roleID, roleQuestion}
	case last == 1 && codes(rows[1]) && !codes(rows[0]) && !blanks(rows[0]):
		return []role{roleQuestion, roleID}
	case last == 1:
		return []role{roleQuestion, roleOption}
	}
	// Code, question, option; what stands above them says nothing.
	roles := make([]role, len(rows))
	for i := range roles {
		roles[i] = roleNone
	}
	roles[last-2], roles[last-1], roles[last] = roleID, roleQuestion, roleOption
	return roles
}

// codes says that a header row holds short codes without spaces, one for every
// column and hardly one twice.
func codes(row []string) bool {
	seen := map[string]bool{}
	for _, c := range row {
		c = trim(c)
		if c == "" || utf8.RuneCountInString(c) > 60 || strings.ContainsAny(c, " \n") {
			continue
		}
		seen[c] = true
	}
	return len(seen)*10 >= len(row)*8
}

// blanks says that a header row has blank cells between others.
func blanks(row []string) bool {
	for _, c := range row[:max(len(row)-1, 0)] {
		if isBlank(c) {
			return true
		}
	}
	return false
}

// A column is one column of the export, and what its header says.
type column struct {
	number   int      // from 1
	id       string   // the platform's code, or the header where there is none
	header   string   // the cell of the first header row that says something, as it is
	question string   // plain text of the question the column belongs to
	label    string   // plain text of the option, row or part; may be empty
	meta     bool     // the platform's own, not an answer
	optioned bool     // the label is an option or part of the question
	coded    bool     // the id is a code of the platform, not the text
	codes    bool     // the platform may write codes of ticked options with spaces between
	asked    bool     // the header asks for an answer in words
	box      *box     // set where the column is one option of a multiple choice
	missing  []string // what stands for no answer, beside blanks
}

// text is the full plain text of the column.
func (c column) text() string {
	if c.label == "" {
		return c.question
	}
	return c.question + " - " + c.label
}

// nameColumns reads the header rows, cell by cell. A blank question continues
// the one on its left where there are options under it, and so do place-holders
// like Column13.
func nameColumns(rows [][]string, roles []role, width int) []column {
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
				raw = trim(rows[j][i])
			}
			if c.header == "" && r != roleNone {
				c.header = raw
			}
			switch r {
			case roleID:
				c.id = raw
			case roleQuestion:
				own = plainText(raw)
			case roleOption:
				c.label = plainText(raw)
			}
		}
		c.finish(own, &question, options)
		if i > 0 && isPlaceholder(own) {
			columns[i-1].optioned = true
		}
	}
	return columns
}

// finish settles question, label and id; question is the one on the left.
func (c *column) finish(own string, question *string, options bool) {
	switch {
	case own != "" && !isPlaceholder(own):
		// Qualtrics marks the choice so where something can be typed beside it.
		own = strings.Replace(own, " - Selected Choice", "", 1)
		*question = own
	case *question == "" && c.label != "":
		// A column before the first question: its label is all it has.
		own, c.label = c.label, ""
	}
	switch {
	case own == "" && options, isPlaceholder(own):
		c.question = *question
		if isPlaceholder(own) {
			c.label = own
		}
	default:
		c.question = own
	}
	c.optioned = options || isPlaceholder(own)
	c.asked = asksForWords(c.label) || asksForWords(c.question) || strings.HasSuffix(c.id, "_TEXT")
	if isResponseLabel(c.label) {
		c.label = ""
	}
	c.coded = c.id != ""
	if c.id == "" && !options {
		c.id = own
	}
	if c.id == "" {
		c.id = c.text()
	}
}

// asksForWords knows the labels of columns that people type into.
func asksForWords(label string) bool {
	switch k := key(label); {
	case k == "openendedresponse", k == "comment", k == "comments":
		return true
	default:
		label = strings.ToLower(label)
		for _, end := range [...]string{"other", "other (please specify)", "other - text", "[other]", "[other text]", "other - write in", "(please specify)", "please specify", "_other", "_text", "specify:", "[comment]"} {
			if strings.HasSuffix(strings.TrimRight(label, ":. "), strings.TrimRight(end, ":")) && strings.Contains(label, end[:len(end)-1]) {
				return true
			}
		}
		return strings.HasPrefix(label, "other - write in:") || strings.HasPrefix(label, "other (please specify):")
	}
}

// isPlaceholder knows the names that spreadsheets give to nameless columns.
func isPlaceholder(name string) bool {
	for _, prefix := range [...]string{"Column", "Spalte", "Colonne", "Columna", "Coluna", "Unnamed: "} {
		if rest, ok := strings.CutPrefix(name, prefix); ok && rest != "" && strings.Trim(rest, "0123456789") == "" {
			return true
		}
	}
	return false
}
