package survey

import (
	"strconv"
	"strings"

	"verbatim/internal/kind"
	"verbatim/internal/personal"
	"verbatim/internal/scale"
)

// A Kind says what sort of question it is, judged from the answers.
type Kind = kind.Kind

// A Splitting says how the options of a closed question are written in one cell.
type Splitting = kind.Splitting

// The kinds that a question is counted by; package kind has all of them.
const (
	KindOpen     = kind.Open
	KindSingle   = kind.Single
	KindMultiple = kind.Multiple
	KindNumber   = kind.Number
	KindEmpty    = kind.Empty
)

// A Question is what respondents were asked, and the columns that hold their
// answers.
type Question struct {
	Columns  []int    `json:"columns"`  // from 1, ascending
	ID       string   `json:"id"`       // the platform's code, or the header of the first column
	Text     string   `json:"text"`     // plain text: one line, no HTML, no Markdown
	Select   string   `json:"select"`   // a selector that picks exactly this question
	Kind     Kind     `json:"kind"`     // judged from the answers that detection read
	Evidence []string `json:"evidence"` // in words: the kind, and why it is that
	Why      string   `json:"-"`        // the same without the kind
	// Answered is the number of respondents with an answer: not blank and not
	// the platform's mark for missing.
	Answered int `json:"answered"`
	// NotShown is the number of respondents who were never shown the question, as
	// far as the platform tells; Inspect counts it.
	NotShown int `json:"not_shown,omitempty"`
	// Distinct is the number of distinct answers; with DistinctCapped counting
	// stopped there.
	Distinct       int     `json:"distinct"`
	DistinctCapped bool    `json:"distinct_capped,omitempty"`
	MeanWords      float64 `json:"mean_words"` // words of an answer, mean over all cells that hold one
	// Separator stands between the options of a multiple choice in one cell. It is
	// empty where each option has a column: then every answer is one option.
	Separator string `json:"separator,omitempty"`
	// Samples are the first answers, as many as InspectOptions asked for.
	Samples []string `json:"samples,omitempty"`

	// Values are those of the options, where the file tells them: the order of the questionnaire.
	Values []scale.Value `json:"-"`
	// Personal says that the answers are names, addresses or numbers of respondents.
	Personal bool `json:"-"`

	verdict  kind.Verdict
	unjudged bool // it has no kind yet (Options.Selected)
}

// Options says how the options of a closed question are written in a cell; nil is a question that is not
// closed. Whether a single choice is one may be in doubt; then it is not sure.
func (q Question) Options() (options *kind.Splitting, sure bool) {
	if q.Kind != kind.Multiple && q.Kind != kind.Single {
		return nil, false
	}
	return &q.verdict.Options, q.Kind == kind.Multiple || q.verdict.Sure
}

// describe fills in what the answers say.
func (q *Question) describe(p *kind.Profile, c column) {
	q.fillCounts(p)
	q.Values = c.told.Values
	header, cells := c.fullText(), p.Texts()
	people := personal.Tells(header, cells, p.Seen())
	if q.Kind != "" && p.Answered > 0 && !(people && q.Kind == kind.Open) { // boxes, numbered parts
		return
	}
	v := p.Judge(c.hint())
	q.Personal = people || p.Addresses() || personal.Identifies(header, cells)
	switch {
	case v.Kind == kind.Empty:
	case c.meta && !c.unsure, c.unsure && (people || v.Kind == kind.Open || p.Varied()):
		q.Personal = q.Personal || c.person
		v = kind.Verdict{Kind: kind.Meta, Why: "because the header is that of a column about the response or the respondent"}
	case people, q.Personal && v.Kind == kind.Open:
		v = kind.Verdict{Kind: kind.Meta, Why: "because the answers look like names or addresses of respondents"}
	}
	q.Separator, q.verdict = v.Options.Separator, v
	q.judge(v.Kind, v.Why)
}

// conceal takes a text that may be somebody's name or address, of a header row that is an answer.
func (q *Question) conceal(doubted bool) {
	if doubted && (q.Kind == kind.Meta || q.Personal || personal.MayTell(q.Text)) {
		number := strconv.Itoa(q.Columns[0])
		q.ID, q.Text, q.Select = "column "+number, "column "+number, number
	}
}

// judge sets the kind, and why it is that.
func (q *Question) judge(k Kind, why string) {
	q.Kind, q.Why, q.Evidence = k, why, []string{strings.TrimSuffix(string(k)+", "+why, ", ")}
}

// fillCounts sets the counts.
func (q *Question) fillCounts(p *kind.Profile) {
	q.Answered, q.Distinct, q.DistinctCapped = p.Answered, p.Distinct(), p.Capped
	q.MeanWords = p.MeanWords()
}

// selectors gives the ways to pick the question, the most telling first.
func (q Question) selectors() []string {
	out := []string{q.ID, q.Text}
	if len(q.Columns) == 1 {
		out = append(out, strconv.Itoa(q.Columns[0]))
	}
	return append(out, byNumber(q.Columns))
}

// Numbers are the columns as people write them: "27-38".
func (q Question) Numbers() string { return byNumber(q.Columns)[1:] }

// byNumber returns the selector that means exactly these columns, ascending.
func byNumber(columns []int) string {
	var b strings.Builder
	b.WriteByte(':')
	for i := 0; i < len(columns); {
		j := i
		for j+1 < len(columns) && columns[j+1] == columns[j]+1 {
			j++
		}
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Itoa(columns[i]))
		if j > i {
			b.WriteString("-" + strconv.Itoa(columns[j]))
		}
		i = j + 1
	}
	return b.String()
}
