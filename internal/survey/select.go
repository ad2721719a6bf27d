package survey

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"verbatim/internal/kind"
	"verbatim/internal/notice"
	"verbatim/internal/value"
)

// Selectors are what people type after -q: the text of a question, an id, a number. If a selector fits several
// questions, the error names them; it never picks the first.

// Select resolves -q selectors. Several are united into one question, with columns in ascending order and
// without repeats. Without a selector it returns the only open question. The error is a *SelectError if a
// selector does not pick one question, and a *notice.NothingError if there is no selector and no respondent or
// no answer at all.
func (e *Export) Select(selectors ...string) (Question, error) {
	if len(selectors) == 0 {
		return e.onlyOpen()
	}
	var columns []int
	for _, s := range selectors {
		picked, err := e.pick(s)
		if err != nil {
			return Question{}, err
		}
		columns = append(columns, picked...)
	}
	slices.Sort(columns)
	return e.questionOf(slices.Compact(columns)), nil
}

// onlyOpen returns the open question if there is exactly one.
func (e *Export) onlyOpen() (Question, error) {
	open, nothing := e.OpenQuestions(), notice.NothingError{Where: e.Files[0], Hint: "is this the whole export?"}
	switch {
	case len(open) == 1:
		return open[0], nil
	case e.Complete && e.found.respondents == 0:
		nothing.What = "no rows after the header"
	case e.Complete && e.unanswered():
		nothing.What = "holds no answers"
	default:
		return Question{}, &SelectError{Several: true, Candidates: open}
	}
	return Question{}, &nothing
}

// unanswered reports whether no question has an answer, metadata aside.
func (e *Export) unanswered() bool {
	return !slices.ContainsFunc(e.Questions, func(q Question) bool { k := e.judged(q).Kind; return k != kind.Empty && k != kind.Meta })
}

// pick gives the columns of one selector, in the order of the interface: exact id, header or text; number or
// range; glob over ids; part of one text.
func (e *Export) pick(selector string) ([]int, error) {
	if columns, err := e.pickExact(selector); columns != nil || err != nil {
		return columns, err
	}
	if columns, numeric := e.pickNumbers(selector); columns != nil {
		return columns, nil
	} else if numeric {
		return nil, &SelectError{Selector: selector, Candidates: e.nearest(selector)}
	}
	if columns := e.globbed(selector); columns != nil {
		return columns, nil
	}
	found := e.containing(selector)
	switch len(found) {
	case 0:
		return nil, &SelectError{Selector: selector, Candidates: e.nearest(selector)}
	case 1:
		return found[0].Columns, nil
	}
	slices.SortStableFunc(found, func(a, b Question) int { return cmp.Compare(a.meant(), b.meant()) })
	return nil, &SelectError{Selector: selector, Several: true, Candidates: found}
}

// meant is where a question stands among others that a part of a text fits: those first that are most likely
// meant, as they can be counted.
func (q Question) meant() int {
	kinds := []Kind{kind.Open, kind.Multiple, kind.Single, q.Kind}
	return slices.Index(kinds, q.Kind)
}

// pickExact finds a column by its code, else a question by its text, else columns by their header.
func (e *Export) pickExact(selector string) ([]int, error) {
	columns, several := e.exactly(selector)
	if several == nil {
		return columns, nil
	}
	clash := &SelectError{Selector: selector, Several: true}
	for _, i := range several {
		clash.Candidates = append(clash.Candidates, e.judged(e.Questions[i]))
	}
	return nil, clash
}

// exactly compares byte for byte first, then without regard to blanks and case. several are the questions, by
// place, where more than one fits. The columns are ascending, and belong to the export.
func (e *Export) exactly(selector string) (columns, several []int) {
	if value.Trim(selector) == "" {
		return nil, nil
	}
	// Codes go first: "Q5" is column Q5 even where a question's text is "Q5". A question goes before the
	// columns of its header, which may be only the first of several.
	for _, index := range e.indices {
		want := index.norm(selector)
		if columns := index.coded[want]; columns != nil {
			return e.allColumnsOf(columns), nil
		}
		switch found := index.questions[want]; len(found) {
		case 0:
		case 1:
			return e.Questions[found[0]].Columns, nil
		default:
			return nil, found
		}
		if columns := index.headed[want]; columns != nil {
			return columns, nil
		}
	}
	return nil, nil
}

// allColumnsOf returns all columns of the question that has the id of one column: the code may stand over the
// first of its columns only.
func (e *Export) allColumnsOf(columns []int) []int {
	id := e.columns[columns[0]-1].id
	if q := e.Questions[e.questionAt[columns[0]-1]]; len(columns) == 1 && q.ID == id {
		return q.Columns
	}
	return columns
}

// OpenQuestions lists the open-ended ones.
func (e *Export) OpenQuestions() []Question {
	return e.questionsThat(func(q Question) bool { return e.judged(q).Kind == kind.Open })
}

// questionsThat lists the questions that fit.
func (e *Export) questionsThat(fit func(Question) bool) (found []Question) {
	for _, q := range e.Questions {
		if fit(q) {
			found = append(found, e.judged(q))
		}
	}
	return found
}

// pickNumbers reads "7", "7-11", "2,7-11", and the same after a colon. numeric says that the selector has this
// form, whether or not there are such columns.
func (e *Export) pickNumbers(selector string) (columns []int, numeric bool) {
	for part := range strings.SplitSeq(strings.TrimPrefix(value.Trim(selector), ":"), ",") {
		first, last, ok := span(part)
		if !ok {
			return nil, false
		}
		if first < 1 || last > e.Columns || last < first {
			return nil, true
		}
		for c := first; c <= last; c++ {
			columns = append(columns, c)
		}
	}
	return columns, true
}

// span reads "7" and "7-11".
func span(s string) (first, last int, ok bool) {
	from, to, ranged := strings.Cut(s, "-")
	first, err := strconv.Atoi(from)
	if err != nil || !ranged {
		return first, first, err == nil
	}
	last, err = strconv.Atoi(to)
	return first, last, err == nil
}

// globbed finds columns by a pattern over their ids: * is any text, ? any one character.
func (e *Export) globbed(selector string) (columns []int) {
	if !strings.ContainsAny(selector, "*?") {
		return nil
	}
	for _, c := range e.columns {
		if c.id != "" && value.Glob([]rune(selector), []rune(c.id)) {
			columns = append(columns, c.number)
		}
	}
	return columns
}

// containing finds the questions whose text contains the selector, or else those with a column whose header
// contains it. Blanks and case do not matter. "tool" is in the header "Tool #1:What do you use?", but not in
// the text of that question.
func (e *Export) containing(selector string) []Question {
	want := strings.ToLower(value.Squeeze(selector))
	if want == "" {
		return nil
	}
	has := func(text string) bool { return strings.Contains(strings.ToLower(text), want) }
	if found := e.questionsThat(func(q Question) bool { return has(q.Text) }); found != nil {
		return found
	}
	inHeader := func(c int) bool { return has(e.columns[c-1].fullText()) || has(e.columns[c-1].id) }
	return e.questionsThat(func(q Question) bool { return slices.ContainsFunc(q.Columns, inHeader) })
}

// questionOf returns the question that has exactly these columns, or makes one of them.
func (e *Export) questionOf(columns []int) Question {
	for _, q := range e.Questions {
		if slices.Equal(q.Columns, columns) {
			return e.judged(q)
		}
	}
	c := e.columns[columns[0]-1]
	q := Question{Columns: columns, ID: c.id, Text: e.unitedText(columns), Select: byNumber(columns)}
	if e.found == nil {
		return q
	}
	p := kind.NewProfile()
	for _, number := range columns {
		p.Merge(e.found.profiles[number-1])
	}
	q.describe(p, c)
	q.Personal = q.Personal || e.anyPersonal(columns)
	q.Answered = e.found.answeredBy(columns)
	return q
}

// judged is a question with its kind, which it may not have yet.
func (e *Export) judged(q Question) Question {
	if q.unjudged && e.found != nil {
		e.judging.Lock()
		defer e.judging.Unlock()
		answered := q.Answered
		q.describe(e.found.profiles[q.Columns[0]-1], e.columns[q.Columns[0]-1])
		q.Answered, q.unjudged = answered, false
	}
	return q
}

// Nth tells which of the columns with the same code and header the first column of a question is, from 1.
func (e *Export) Nth(q Question) (n int) {
	first := e.columns[q.Columns[0]-1]
	for _, c := range e.columns[:first.number] {
		if c.id == first.id && c.fullText() == first.fullText() {
			n++
		}
	}
	return n
}

// anyPersonal reports whether one of several columns holds names or addresses of respondents: among the answers
// of others they may not stand out.
func (e *Export) anyPersonal(columns []int) bool {
	return len(columns) > 1 && slices.ContainsFunc(columns, func(c int) bool {
		return e.judged(e.Questions[e.questionAt[c-1]]).Personal || e.questionOf([]int{c}).Personal
	})
}

// nearestCount is the number of questions that nearest names.
const nearestCount = 5

// nearest returns the questions whose id or text is most like the selector, by the share of letter pairs they
// have in common; ties in column order.
func (e *Export) nearest(selector string) []Question {
	type scored struct {
		score float64
		index int
	}
	var all []scored
	for i, q := range e.Questions {
		score := max(value.Likeness(selector, q.ID), value.Likeness(selector, q.Text))
		if score > 0.2 {
			all = append(all, scored{score, i})
		}
	}
	slices.SortStableFunc(all, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	var out []Question
	for _, s := range all[:min(len(all), nearestCount)] {
		out = append(out, e.judged(e.Questions[s.index]))
	}
	return out
}

// A SelectError says that a selector does not pick one question.
type SelectError struct {
	Selector   string     // as given; empty where none was given
	Several    bool       // it fits several: exit status 2; else it fits nothing: 3
	Candidates []Question // those it fits, or the nearest; where none was given, the open questions
}

// Error names the selector and the number of questions it fits.
func (e *SelectError) Error() string {
	switch {
	case e.Selector == "" && len(e.Candidates) == 0:
		return "no question of this survey is open-ended"
	case e.Selector == "":
		return fmt.Sprintf("%d questions of this survey are open-ended", len(e.Candidates))
	case e.Several:
		return fmt.Sprintf("%q fits %d questions", e.Selector, len(e.Candidates))
	}
	return fmt.Sprintf("no column or question fits %q", strings.TrimSpace(e.Selector))
}
