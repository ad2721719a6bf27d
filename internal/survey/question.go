package survey

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"verbatim/internal/kind"
	"verbatim/internal/value"
)

// A Kind says what sort of question it is, judged from the answers.
type Kind = kind.Kind

// The kinds, as the interface spells them; package kind says what they mean.
const (
	KindOpen     = kind.Open
	KindSingle   = kind.Single
	KindMultiple = kind.Multiple
	KindNumber   = kind.Number
	KindDate     = kind.Date
	KindMeta     = kind.Meta
	KindEmpty    = kind.Empty
)

// A Question is what respondents were asked, and the columns that hold their
// answers.
type Question struct {
	Columns  []int    // from 1, ascending
	ID       string   // the platform's code, or the header of the first column
	Text     string   // plain text: one line, no HTML, no Markdown
	Select   string   // a selector that picks exactly this question
	Kind     Kind     // judged from the answers that detection read
	Evidence []string // in words: why it has its kind
	// Answered is the number of respondents with an answer: not blank and not
	// the platform's mark for missing.
	Answered int
	// NotShown is the number of respondents who were never shown the question, as
	// far as the platform tells; Inspect counts it.
	NotShown int
	// Distinct is the number of distinct answers; with DistinctCapped counting
	// stopped there.
	Distinct       int
	DistinctCapped bool
	MeanWords      float64 // words of an answer, mean over all cells that hold one
	// Separator stands between the options of a multiple choice in one cell. It is
	// empty where each option has a column: then every answer is one option.
	Separator string
	// Samples are the first answers, as many as InspectOptions asked for.
	Samples []string

	verdict kind.Verdict
}

// Options cuts an answer to a multiple choice into its options, as written; any
// other answer is one.
func (q Question) Options(answer string) []string {
	if q.Separator == "" {
		return []string{answer}
	}
	return q.verdict.Options.Split(answer)
}

// How columns become questions, the first rule that fits:
//
//	boxes           one column an option, found before (boxes.go)
//	same header     asked twice of different people, or five times in a row
//	numbered parts  "Tool #1", "Tool #2" (numbered.go)
//	else            a question of its own
//
// The rows of a grid, and what people typed beside "Other", are questions of
// their own: their answers say something else.

// group makes questions of columns. Boxes are one question, and so are the
// columns of one header, and the numbered parts of one question, if people
// answered them in their own words.
func (e *Export) group(families []family) []Question {
	columns, profiles := e.columns, e.found.profiles
	var out []Question
	var merged []*kind.Profile // of each question
	taken := make([]bool, len(columns))
	take := func(q Question, members []int) {
		p := profiles[members[0]]
		if len(members) > 1 {
			p = kind.NewProfile()
		}
		for _, i := range members {
			taken[i] = true
			if len(members) > 1 {
				p.Merge(profiles[i])
			}
		}
		out, merged = append(out, q), append(merged, p)
	}
	for _, f := range families {
		take(f.question(columns, e.found.answeredIn), f.members)
	}
	parts := numberedParts(columns)
	for i, c := range columns {
		if taken[i] {
			continue
		}
		members := pooled(columns, profiles, e.sameHeader(i), parts[i])
		members = slices.DeleteFunc(slices.Clone(members), func(j int) bool { return taken[j] })
		q := Question{ID: c.id, Text: c.text()}
		for _, j := range members {
			q.Columns = append(q.Columns, columns[j].number)
		}
		// What distinguishes the parts is no part of the question.
		if len(members) > 1 && slices.Equal(members, parts[i]) {
			q.Kind, q.Evidence = KindOpen, []string{fmt.Sprintf("open, because %d numbered parts of one question are answered in words", len(members))}
			if q.Text = c.question; !c.optioned {
				q.Text = withoutNumber(c.text())
			}
			if q.ID = (family{members: members}).id(columns); q.ID == "" {
				q.ID = q.Text
			}
		}
		take(q, members)
	}
	inParallel(len(out), func(i int) { out[i].describe(merged[i], columns[out[i].Columns[0]-1]) })
	slices.SortFunc(out, func(a, b Question) int { return cmp.Compare(a.Columns[0], b.Columns[0]) })
	return out
}

// pooled chooses the columns of a question: all of same, the columns of one
// header, if there are several; else its numbered parts, if they are answered
// in words, each for itself or all together. Parts that repeat each other's
// answers ("trust" first, "trust" second) may look like a choice together.
func pooled(columns []column, profiles []*kind.Profile, same, parts []int) []int {
	if len(same) > 1 {
		return same
	}
	if len(parts) < 2 || parts[0] != same[0] {
		return same
	}
	p := kind.NewProfile()
	apart := true // each part is open, or empty, by itself
	for _, j := range parts {
		p.Merge(profiles[j])
		switch profiles[j].Judge(columns[j].hint()).Kind {
		case KindOpen, KindEmpty:
		case KindSingle:
			apart = false
		default:
			return same
		}
	}
	if k := p.Judge(columns[parts[0]].hint()).Kind; k == KindOpen || k == KindSingle && (apart || p.Distinct() > scaleLimit && !p.Titled()) {
		return parts
	}
	return same
}

// scaleLimit is the most answers that a grid or a ranking offers to choose from:
// numbered columns with more different words than that, not all of them written
// like names, were typed.
const scaleLimit = 12

// sameHeader lists the columns from i on that are asked the same as column i:
// the next ones, and those further on that other people answered. Where the
// same people answered both, or the header belongs to the column on its left
// ("Comments"), they are two questions.
func (e *Export) sameHeader(i int) []int {
	same := []int{i}
	a := e.columns[i]
	some := slices.Clone(e.found.answeredIn[i])
	for j := i + 1; j < len(e.columns); j++ {
		b := e.columns[j]
		if a.meta || b.meta || e.readings[i].box != nil || e.readings[j].box != nil || a.header == "" || a.question != b.question || a.label != b.label {
			continue
		}
		both := some.common(e.found.answeredIn[j])
		if same[len(same)-1] == j-1 || !belongsToLeft(a) && both*20 <= min(some.count(), e.found.answeredIn[j].count()) {
			same = append(same, j)
			some.or(e.found.answeredIn[j])
		}
	}
	return same
}

// belongsToLeft says that a header is no question of its own but what stands
// beside one: "Other (please specify)", "Comments".
func belongsToLeft(c column) bool {
	return asksForWords(c.text()) && value.CountWords(c.text()) <= 4
}

// describe fills in what the answers say.
func (q *Question) describe(p *kind.Profile, c column) {
	q.count(p)
	if q.Kind != "" && p.Answered > 0 { // boxes, numbered parts
		return
	}
	v := p.Judge(c.hint())
	told := c.contact && (v.Kind == KindOpen || p.Distinct()*10 >= p.Answered*9)
	if (c.meta || told) && v.Kind != KindEmpty {
		v = kind.Verdict{Kind: KindMeta, Evidence: "meta, because the header is that of a column about the response or the respondent"}
	}
	q.Kind, q.Evidence, q.Separator, q.verdict = v.Kind, []string{v.Evidence}, v.Options.Separator, v
}

// count fills in the counts.
func (q *Question) count(p *kind.Profile) {
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
