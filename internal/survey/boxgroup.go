package survey

import (
	"strings"

	"verbatim/internal/evidence"
	"verbatim/internal/kind"
)

// Are the columns of one question the boxes of a multiple choice, the rows of a grid, or
// parts that people typed?
//
//	Which? [Apple]  Which? [Pear]     Rate [Speed]  Rate [Cost]    Name three [1]  Name three [2]
//	Apple                             Good          Bad            the sea         my cat
//	Apple           Pear              Bad           Good           quiet
//
// It is counted what each column holds, and weights decide (evidence). A column of typed
// text among boxes is what people wrote beside "Other".

// A boxGroup is the columns of one question, as a cut of their headers has them, and what
// they hold. The family in it are those that may be boxes.
type boxGroup struct {
	family
	columns   []int // of the group, by their places
	marked    int   // columns with a mark, or with their option
	repeating int   // of these, those that hold their option
	own       int   // columns with one text of their own that the header does not say
	twice     int   // columns with one text that another has too
	once      int   // columns with one text that one respondent gave
	full      int   // columns with one text that every respondent gave
	several   int   // columns with several answers, which are no words: the rows of a grid
	typed     int   // columns that people typed into
	silent    bool  // there is no text that could be the question
}

// A boxJudge decides whether a group is a multiple choice, and says why.
type boxJudge func(g *boxGroup) (boxes bool, why string)

// boxesByWeight is the judge by the weights that are fitted on labelled files.
func boxesByWeight(g *boxGroup) (bool, string) {
	odds, why := evidence.Decide("boxes", g.features(), "because ")
	return odds >= 0, strings.TrimPrefix(why, "; ")
}

// newBoxGroup looks at what the columns hold.
func newBoxGroup(columns []column, cells *sampled, group []int, cut headerCut) *boxGroup {
	g, profiles := &boxGroup{columns: group}, cells.profiles
	texts := map[string][]int{} // columns by the one text that they hold
	named := namesMarks(columns, profiles, group, cut)
	for _, i := range group {
		question, option, _ := cut(columns[i])
		g.text = question
		own := named && kind.IsOff(option)
		on, off := marks(profiles[i], own)
		switch whatIs(columns[i], profiles[i], option, own) {
		case gridRow:
			g.several++
			continue
		case typedText:
			g.typed++
			continue
		case ownBox:
			texts[on[0]] = append(texts[on[0]], i)
		case markedBox:
			g.marked++
			g.repeating += evidence.Mark(len(on) == 1 && !kind.IsOn(on[0]) && repeats(option, on[0]))
		}
		g.full += evidence.Mark(len(on) == 1 && !off && profiles[i].Answered == cells.respondents)
		g.add(i, optionName(option, on, off), own)
	}
	for _, in := range texts {
		switch {
		case len(in) > 1:
			g.twice += len(in)
		case profiles[in[0]].Answered == 1:
			g.once++
		default:
			g.own++
		}
	}
	if g.text == "" {
		g.text = g.names(columns)
	}
	g.silent = len(g.members) > 1 && !g.sayMore(columns)
	return g
}

// features returns those by which a group is judged to be boxes. Of more than eight columns the number
// tells no more.
func (g *boxGroup) features() []evidence.Feature {
	closed := len(g.columns) - g.typed
	alike := g.full > 0 && g.full == closed
	many := func(n int) int { return evidence.Quarters(min(n, 8) + 1) }
	held := evidence.Of(g.marked+g.own, closed, "columns held one option, ticked or not")
	several := evidence.Some(g.several, closed, "columns held several answers")
	return []evidence.Feature{
		evidence.New("marked", many(g.marked), held),
		evidence.New("own", many(g.own), held),
		evidence.New("repeating", many(g.repeating), evidence.Some(g.repeating, closed, "columns held the option that their header names")),
		evidence.New("twice", many(g.twice), evidence.Some(g.twice, closed, "columns held the text of another")),
		evidence.New("once", many(g.once), evidence.Some(g.once, closed, "columns held one answer")),
		evidence.New("alike", evidence.Mark(alike), says(alike, "everybody gave the same answers")),
		evidence.New("several", evidence.Twentieths(g.several, closed), several),
		evidence.New("several-many", many(g.several), several),
		evidence.New("silent", evidence.Mark(g.silent), says(g.silent, "the texts above them are different questions")),
	}
}

// says gives a sentence if it is so.
func says(so bool, sentence string) string {
	if so {
		return sentence
	}
	return ""
}

// What a column of a question that may be a multiple choice turns out to be.
const (
	gridRow   = iota // several answers: the row of a grid
	typedText        // what people typed beside "Other"
	ownBox           // a box with one text that the header does not say
	markedBox        // a box with a mark, or with the option's text
	noBox            // nobody ticked it
)

// whatIs returns what a column is. named is as in box.
func whatIs(c column, p *kind.Profile, option string, named bool) int {
	on, off := marks(p, named)
	words := c.asked || c.typed
	switch {
	case len(on) > 1:
		if words || p.Judge(c.hint()).Kind == kind.Open {
			return typedText
		}
		return gridRow
	case len(on) == 0 && off:
		return markedBox
	case len(on) == 0 && words:
		return typedText
	case len(on) == 0:
		return noBox
	case off, kind.IsOn(on[0]), repeats(option, on[0]):
		return markedBox
	case words:
		return typedText
	}
	return ownBox
}

// sayMore takes question and options from the columns' texts if the family was
// found by codes, and reports whether it could. The common beginning of the texts
// is the question. If there is none it fails: then the codes number different
// questions, "Q2_1 Do you smoke?", "Q2_2 Are you married?".
func (f *family) sayMore(columns []column) bool {
	if strings.Contains(f.text, " ") || strings.Contains(columns[f.members[0]].fullText(), f.text) {
		return true
	}
	first := columns[f.members[0]].fullText()
	n := len(first)
	for _, m := range f.members[1:] {
		n = sharedPrefix(first[:n], columns[m].fullText())
	}
	question := strings.TrimRight(first[:n], openers)
	if len(question) < shortest {
		return false
	}
	f.text = question
	for k, m := range f.members {
		if option := strings.Trim(columns[m].fullText()[n:], " -–:[]()/"); f.options[k] != "" && option != "" {
			f.options[k] = option
		}
	}
	return true
}

// namesMarks reports whether an option of the group may have the name of a mark for
// "not ticked": no column has such a mark that is not its own option.
func namesMarks(columns []column, profiles []*kind.Profile, group []int, cut headerCut) bool {
	for _, i := range group {
		_, option, _ := cut(columns[i])
		for _, v := range profiles[i].Values {
			if kind.IsOff(v.Value) && !(strings.EqualFold(v.Value, option) && len(profiles[i].Values) == 1) {
				return false
			}
		}
	}
	return true
}
