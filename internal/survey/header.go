package survey

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/evidence"
	"verbatim/internal/survey/platforms"
	"verbatim/internal/value"
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
// What a platform declares comes first (declaredRows). Otherwise weights decide for each row whether it is a
// header row or a respondent (headerrow.go). The roles of the rows follow from their cells (headerRoles). The
// number of rows that a platform writes is not taken for granted: people delete some, and add others.

// A role is what the cells of one header row say.
type role int

const (
	roleQuestion role = iota // the question's text
	roleID                   // a short code
	roleOption               // the option, row or label under the question above
	roleNone                 // nothing for people: ImportId, tags
)

// headerSample is the number of records that header detection looks at, below and including the header rows.
const headerSample = 200

// headerOf returns the roles of the header rows at the top of rows, and lines of evidence. asked is their
// number, or 0 to detect it. A first row that looks like a respondent is still taken for the header; it is
// doubtful, as in headerRows.
func (k catalogue) headerOf(rows [][]string, asked int) (roles []role, why []string, doubtful int) {
	if asked > 0 {
		asked = min(asked, len(rows))
		return k.besideTitles(rows[:asked]), []string{fmt.Sprintf("%d header rows as asked for", asked)}, 0
	}
	count, doubtful, why := k.headerRows(rows, weighed)
	return k.headerRoles(rows[:max(count, 1)]), why, doubtful
}

// A judge decides from features whether a row is a header row, and says why.
type judge func(features []evidence.Feature) (header bool, why string)

// weighed is the judge by the weights that are fitted on labelled files.
func weighed(features []evidence.Feature) (bool, string) {
	odds, why := evidence.Decide("header", features, ": ")
	return odds >= 0, why
}

// leastBelow is the smallest number of rows that a row must be compared with before weights may overrule what
// its position suggests.
const leastBelow = 2

// headerRows counts the header rows at the top of rows, and returns a line of evidence for the first row and
// for the last one examined. The count is 0 if even the first row looks like a respondent. doubtful is the
// number of a header row that may be a respondent after all, from 1; 0: none.
func (k catalogue) headerRows(rows [][]string, is judge) (count, doubtful int, why []string) {
	if count, declared := k.declaredRows(rows); count > 0 {
		return count, 0, []string{declared}
	}
	s := k.compare(rows, 0)
	first, because := is(s.features(0))
	switch {
	case first:
		because = "row 1 is a header row" + because
	case len(rows) > leastBelow && !k.knowsHeader(rows):
		return 0, 1, []string{"row 1 looks like a respondent" + because}
	default:
		because = "row 1 is taken for a header row"
	}
	count, last := 1, ""
	for i := 1; i < min(len(rows), 3); i++ {
		// A third header row needs a second one, or a first that is blank where the third is not: a respondent
		// may write words for numbers.
		if count < i && !blanks(rows[0]) {
			break
		}
		above := s
		s = k.compare(rows, i)
		// A row with more values than labels is none of labels: somebody answered "Response".
		if labels := countCells(rows[i], k.IsResponseLabel); labels > 0 && (s.values <= labels || blanks(rows[i-1])) {
			count, last = i+1, fmt.Sprintf("row %d is another: it holds %d labels (Response, Open-Ended Response)", i+1, labels)
			continue
		}
		header, too := is(s.features(i))
		signs := headerSigns(rows[i], rows[i-1], s, above)
		switch header = header && len(rows)-i > leastBelow; {
		case header && signs > 0:
			count, last = i+1, fmt.Sprintf("row %d is another%s", i+1, too)
			if signs == 1 {
				doubtful = i + 1
			}
		case header && i == 1:
			last = "row 2 holds answers: only its length differs from those below"
		case i == 1:
			last = "row 2 holds answers" + too
		}
	}
	return count, doubtful, slices.DeleteFunc([]string{because, last}, func(line string) bool { return line == "" })
}

// declaredRows counts the header rows that a platform or the HXL standard declares; 0 if neither does.
func (k catalogue) declaredRows(rows [][]string) (count int, why string) {
	// Qualtrics' row of ImportIds is a proof in any position: people may have put notes above the header.
	for i := 1; i < min(len(rows), 6); i++ {
		if allFit(rows[i], k.IsForMachines) {
			return i + 1, fmt.Sprintf("%d header rows: row %d holds ImportId", i+1, i+1)
		}
	}
	if len(rows) > 1 && allFit(rows[1], isTag) {
		return 2, "2 header rows: row 2 holds tags"
	}
	if len(rows) > 1 && allFit(rows[1], isRule) {
		return 2, "2 header rows: row 2 is the line below the header of a Markdown table"
	}
	if len(rows) > 2 && k.blankUnderIDs(rows) {
		return 2, "2 header rows: the second is blank under the ids of respondent and collector"
	}
	if name := k.wordsUnderDate(rows); name != "" {
		return 2, "2 header rows: the second holds no date under " + name
	}
	return 0, ""
}

// knowsHeader reports whether the first row has a platform's own columns.
func (k catalogue) knowsHeader(rows [][]string) bool {
	p, _ := k.Detect(platforms.NewHeadings(rows, 1), "")
	return p.Name != platforms.Generic
}

// besideTitles returns the roles of header rows whose number the user gave, titles included: a lone cell in the
// first column over names has no role.
func (k catalogue) besideTitles(rows [][]string) []role {
	titles := 0
	for titles < len(rows)-1 && lone(rows[titles]) && !lone(rows[len(rows)-1]) && !slices.ContainsFunc(rows[titles+1], k.IsResponseLabel) {
		titles++
	}
	return append(slices.Repeat([]role{roleNone}, titles), k.headerRoles(rows[titles:])...)
}

// lone reports whether only the first cell of a row is filled.
func lone(row []string) bool {
	for _, c := range row[1:] {
		if !value.IsBlank(c) {
			return false
		}
	}
	return !value.IsBlank(row[0])
}

// allFit reports whether all cells that are not blank fit, and there is at least one.
func allFit(row []string, fits func(string) bool) bool {
	some := false
	for _, c := range row {
		if value.IsBlank(c) {
			continue
		}
		if !fits(c) {
			return false
		}
		some = true
	}
	return some
}

// blankUnderIDs reports whether the second row is blank, and the third is not, in all columns that a platform
// fills for everybody. Such a row is not a respondent. It holds options, or nothing if no question has any.
func (k catalogue) blankUnderIDs(rows [][]string) bool {
	return slices.ContainsFunc(k.List, func(p *platforms.Platform) bool {
		return p.IDs != nil && !slices.ContainsFunc(p.IDs, func(id string) bool { return !blankUnder(rows, id) })
	})
}

// blankUnder reports whether that is so of the column of one name.
func blankUnder(rows [][]string, name string) bool {
	for c, header := range rows[0] {
		if value.Key(header) == value.Key(name) {
			return c < len(rows[1]) && value.IsBlank(rows[1][c]) && c < len(rows[2]) && !value.IsBlank(rows[2][c])
		}
	}
	return false
}

// wordsUnderDate returns the name of a date column of Qualtrics that holds words in the second row. Since the
// platform dates every response, that row is not a response. This proves a header even over one respondent, or
// none.
func (k catalogue) wordsUnderDate(rows [][]string) string {
	if len(rows) < 2 {
		return ""
	}
	for c, name := range rows[0] {
		if name = value.Trim(name); k.AlwaysDated(name) && c < len(rows[1]) && !value.IsBlank(rows[1][c]) && !value.HasDigit(rows[1][c]) {
			return name
		}
	}
	return ""
}

// numberedCodes reports whether most cells are codes of questions.
func numberedCodes(row []string) bool {
	n := countCells(row, func(c string) bool { return isItemCode(value.Trim(c)) })
	return n >= 2 && n*10 >= len(row)*8
}

// isItemCode reports whether a cell is a code of a question, a few letters and a number first: Q12, v3_1,
// Q5_4_TEXT. Every start of the program asks it, and a regular expression with these classes takes longer to
// compile than a small file takes to read.
func isItemCode(c string) bool {
	isLetter := func(r rune) bool { return r == '_' || unicode.IsLetter(r) }
	isDigit := func(r rune) bool { return '0' <= r && r <= '9' }
	isOther := func(r rune) bool { return !isDigit(r) && !unicode.IsLetter(r) }
	rest := strings.TrimLeftFunc(c, isLetter)
	if n := utf8.RuneCountInString(c) - utf8.RuneCountInString(rest); n == 0 || n > 12 {
		return false
	}
	parts := strings.Split(strings.ReplaceAll(rest, ".", "_"), "_")
	return parts[0] != "" && strings.TrimLeftFunc(parts[0], isDigit) == "" &&
		!slices.ContainsFunc(parts[1:], func(p string) bool { return p == "" || strings.ContainsFunc(p, isOther) })
}

// countCells counts the cells that fit.
func countCells(row []string, fits func(string) bool) (n int) {
	for _, c := range row {
		if fits(c) {
			n++
		}
	}
	return n
}

// isTag reports whether a cell is an HXL tag. Aid agencies put a row of them under the header.
func isTag(text string) bool {
	return len(text) > 1 && text[0] == '#' && 'a' <= text[1] && text[1] <= 'z' && !strings.Contains(text, " ")
}

// isRule reports whether a cell is a piece of the line below the header of a Markdown table: "---", ":---:".
func isRule(text string) bool {
	text = value.Trim(text)
	return strings.Contains(text, "---") && strings.Trim(text, ":-") == ""
}

// headerRoles returns the role of each header row.
func (k catalogue) headerRoles(rows [][]string) []role {
	last := len(rows) - 1
	switch {
	case last > 1 && allFit(rows[last], k.IsForMachines):
		// Code and question; rows above them have no role.
		roles := slices.Repeat([]role{roleNone}, len(rows))
		roles[last-2], roles[last-1] = roleID, roleQuestion
		return roles
	case last > 0 && (allFit(rows[last], k.IsForMachines) || allFit(rows[last], isTag) || allFit(rows[last], isRule)):
		return append(k.headerRoles(rows[:last]), roleNone)
	case last == 0:
		return []role{roleQuestion}
	case last == 1 && slices.ContainsFunc(rows[1], k.IsResponseLabel):
		return []role{roleQuestion, roleOption}
	case last == 1 && k.isRowOfCodes(rows[0]) && (!k.isRowOfCodes(rows[1]) || numberedCodes(rows[0]) || k.wordsUnderDate(rows) != ""):
		return []role{roleID, roleQuestion}
	case last == 1 && k.isRowOfCodes(rows[1]) && !k.isRowOfCodes(rows[0]) && !blanks(rows[0]):
		return []role{roleQuestion, roleID}
	case last == 1:
		return []role{roleQuestion, roleOption}
	}
	// Code, question, option; rows above them have no role.
	roles := slices.Repeat([]role{roleNone}, len(rows))
	roles[last-2], roles[last-1], roles[last] = roleID, roleQuestion, roleOption
	return roles
}

// isRowOfCodes reports whether a header row holds short codes without spaces, one for every column and almost
// none twice. Columns that Text iQ made from an answer are ignored.
//
// It is asked of both rows, since the order differs: Qualtrics writes the codes first, LimeSurvey's VV files
// write the questions first.
func (k catalogue) isRowOfCodes(row []string) bool {
	seen, made := map[string]bool{}, 0
	for _, c := range row {
		c = value.Trim(c)
		if k.IsMade(c, row) {
			made++
		}
		if c == "" || utf8.RuneCountInString(c) > 60 || strings.ContainsAny(c, " \n") {
			continue
		}
		seen[c] = true
	}
	return len(seen) > 0 && len(seen)*10 >= (len(row)-made)*8
}

// blanks reports whether a header row has blank cells between others.
func blanks(row []string) bool {
	return slices.ContainsFunc(row[:max(len(row)-1, 0)], value.IsBlank)
}
