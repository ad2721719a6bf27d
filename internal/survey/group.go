package survey

// How columns become questions, the first rule that fits:
//
//	boxes           one column an option, found before (boxes.go, by weights: boxgroup.go)
//	same header     asked twice of different people, or five times in a row
//	numbered parts  "Tool #1", "Tool #2" (numbered.go)
//	else            a question of its own
//
// The rows of a grid, and what people typed beside "Other", are questions of
// their own: their answers say something else.

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"verbatim/internal/kind"
	"verbatim/internal/value"
	"verbatim/internal/wording"
)

// questionsFrom makes questions of columns. Boxes are one question. So are the
// columns of one header, and numbered parts that people answered in their own
// words. With later, questions of one column are judged when they are selected.
func (e *Export) questionsFrom(families []family, later bool) []Question {
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
		take(f.asQuestion(columns, e.found.answeredIn), f.members)
	}
	parts, alike := numberedParts(columns), byText(columns)
	for i, c := range columns {
		if taken[i] {
			continue
		}
		members := pooled(columns, profiles, e.sameHeader(i, alike[[2]string{c.question, c.label}]), parts[i])
		members = slices.DeleteFunc(slices.Clone(members), func(j int) bool { return taken[j] })
		q := Question{ID: c.id, Text: c.fullText()}
		for _, j := range members {
			q.Columns = append(q.Columns, columns[j].number)
		}
		// What distinguishes the parts does not belong to the question.
		if len(members) > 1 && slices.Equal(members, parts[i]) {
			q.judge(kind.Open, fmt.Sprintf("because %d numbered parts of one question are answered in words", len(members)))
			if q.Text = c.question; !c.optioned {
				q.Text = wording.WithoutNumber(c.fullText())
			}
			if q.ID = (family{members: members}).commonID(columns); q.ID == "" {
				q.ID = q.Text
			}
		}
		take(q, members)
	}
	inParallel(len(out), func(i int) {
		if out[i].unjudged = later && len(out[i].Columns) == 1; !out[i].unjudged {
			out[i].describe(merged[i], columns[out[i].Columns[0]-1])
		}
	})
	slices.SortFunc(out, func(a, b Question) int { return cmp.Compare(a.Columns[0], b.Columns[0]) })
	return out
}

// pooled chooses the columns of a question: all of same, the columns of one header,
// if there are several; else its numbered parts, if they are answered in words,
// each by itself or all together. Parts that repeat each other's answers ("trust"
// first, "trust" second) may look like a choice together.
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
		case kind.Open, kind.Empty:
		case kind.Single:
			apart = false
		default:
			return same
		}
	}
	if k := p.Judge(columns[parts[0]].hint()).Kind; k == kind.Open || k == kind.Single && (apart || p.Distinct() > scaleLimit && !p.Titled()) {
		return parts
	}
	return same
}

// scaleLimit is the largest number of answers that a grid or a ranking offers.
// Numbered columns with more distinct answers, not all of them written like names,
// were typed.
const scaleLimit = 12

// sameHeader lists the columns from i on that ask the same as column i: the next
// ones, and those further on that other people answered. If the same people
// answered both, or the header belongs to the column on its left ("Comments"), they
// are two questions. alike are all columns with its text.
func (e *Export) sameHeader(i int, alike []int) []int {
	same := []int{i}
	a := e.columns[i]
	if a.meta || e.readings[i].box != nil || a.header == "" || len(alike) < 2 {
		return same
	}
	some, left, apart := slices.Clone(e.found.answeredIn[i]), belongsToLeft(a), 0
	at, _ := slices.BinarySearch(alike, i)
	for _, j := range alike[at+1:] {
		if e.columns[j].meta || e.readings[j].box != nil {
			continue
		}
		if same[len(same)-1] != j-1 && (left || some.Shared(e.found.answeredIn[j])*20 > min(some.Size(), e.found.answeredIn[j].Size())) {
			if apart++; apart == mostApart {
				break
			}
			continue
		}
		same = append(same, j)
		some.Unite(e.found.answeredIn[j])
	}
	return same
}

// mostApart is the number of other questions with a header after which no further column is
// looked for. It bounds the work in an export with one header over thousands of columns.
const mostApart = 100

// byText gives the columns, by index, of each question and label.
func byText(columns []column) map[[2]string][]int {
	alike := map[[2]string][]int{}
	for i, c := range columns {
		text := [2]string{c.question, c.label}
		alike[text] = append(alike[text], i)
	}
	return alike
}

// belongsToLeft reports whether a header belongs to the question on its left:
// "Other (please specify)", "Comments".
func belongsToLeft(c column) bool {
	return wording.AsksForWords(c.fullText()) && value.CountWords(c.fullText()) <= 4
}

// unitedText names a question that the user made of columns: by what their texts
// have in common, or by the first and the number of the others.
func (e *Export) unitedText(columns []int) string {
	var texts []string
	for _, number := range columns {
		if text := e.columns[number-1].fullText(); !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	if len(texts) == 1 {
		return texts[0]
	}
	if common := commonText(texts); common != "" {
		return common
	}
	return fmt.Sprintf("%s … (and %d more)", texts[0], len(texts)-1)
}

// commonText returns the question that texts begin with or, without their numbers,
// have in common; "" if there is none.
func commonText(texts []string) string {
	bare, n := wording.WithoutNumber(texts[0]), len(texts[0])
	for _, text := range texts[1:] {
		n = sharedPrefix(texts[0][:n], text)
		if wording.WithoutNumber(text) != bare {
			bare = ""
		}
	}
	if bare != "" {
		return bare
	}
	// The parts may begin alike: "… - At work", "… - At home".
	common := texts[0][:n]
	for _, mark := range [...]string{" - ", " – ", " [", ": "} {
		if at := strings.LastIndex(common, mark); at >= shortest {
			common = common[:at]
		}
	}
	if common = strings.TrimRight(common, openers); len(common) >= shortest {
		return common
	}
	return ""
}
