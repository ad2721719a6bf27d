package survey

import (
	"cmp"
	"slices"
	"strings"

	"verbatim/internal/kind"
	"verbatim/internal/survey/platforms"
	"verbatim/internal/value"
	"verbatim/internal/wording"
)

// Boxes: a multiple choice with one column for each option.
//
//	Which fruit? [Apple]   Which fruit? [Pear]   Which fruit? [Other]
//	Apple                                        quince
//	                       Pear
//
// The cell of a ticked box repeats the option, or says 1, Yes or Checked; that of an unticked one is blank, or
// says 0, No or Not selected: no answer. What people typed beside "Other" is a question of its own.
//
// The option itself may be called No, or 0. If the boxes repeat their options and no other column has a mark
// for "not ticked", such a cell is a tick.

// A box is what a column of boxes holds.
type box struct {
	option string // what to count for a ticked box; empty: the cell as it is
	// named says that the option itself is called like a mark for "not ticked".
	named bool
}

// read returns what a cell of the column says: the option, or nothing. A cell that is not a mark was typed by
// somebody, and is returned as it is.
func (b *box) read(cell string) string {
	switch {
	case cell == "" || kind.IsOff(cell) && !b.named:
		return ""
	case b.option != "" && cell != b.option && (kind.IsOn(cell) || repeats(b.option, cell)):
		return b.option
	}
	return cell
}

// A family is the columns of one multiple choice.
type family struct {
	members []int    // places in the columns, ascending
	text    string   // of the question
	options []string // by member: what to count, as box.option says
	named   []bool   // by member: as box.named says
	why     string   // it is one
}

// add adds a box.
func (f *family) add(member int, option string, named bool) {
	f.members = append(f.members, member)
	f.options = append(f.options, option)
	f.named = append(f.named, named)
}

// findBoxes finds the multiple choices with one column for each option. What only the platform's boxes are
// called needs no judge.
func findBoxes(columns []column, cells *sampled, p *platforms.Platform, is boxJudge) (out []family) {
	taken := make([]bool, len(columns))
	try := func(group []int, cut headerCut, is boxJudge) {
		g := newBoxGroup(columns, cells, group, cut)
		yes, why := is(g)
		if !yes || len(g.members) < 2 {
			return
		}
		g.why = why
		out = append(out, g.family)
		for _, m := range g.members {
			taken[m], columns[m].meta = true, false // an option called Phone is not a telephone number
		}
	}
	for _, form := range p.Boxes {
		cut := cutForm(form, strings.Index)
		for _, group := range groupsOf(columns, taken, cut) {
			try(group, cut, func(*boxGroup) (bool, string) { return true, "because " + p.Name + " names boxes " + form })
		}
	}
	for _, run := range namedBoxes(columns, cells.profiles, taken) {
		try(run, cutName, is)
	}
	// The first cut that shows the columns to be boxes takes them.
	for _, cut := range cuts(p) {
		for _, group := range groupsOf(columns, taken, cut) {
			try(group, cut, is)
		}
	}
	return out
}

// groupsOf gives the columns that a cut takes for those of one question, in the order of the columns.
func groupsOf(columns []column, taken []bool, cut headerCut) (groups [][]int) {
	at := map[string]int{}
	for i, c := range columns {
		question, option, ok := cut(c)
		if !ok || taken[i] || c.meta || question == "" && option == "" {
			continue
		}
		place, known := at[question]
		if !known {
			place = len(groups)
			at[question], groups = place, append(groups, nil)
		}
		groups[place] = append(groups[place], i)
	}
	return slices.DeleteFunc(groups, func(group []int) bool { return len(group) < 2 })
}

// namedBoxes finds runs of columns each of which holds only its own name: Typeform writes the option over a
// box, not the question.
func namedBoxes(columns []column, profiles []*kind.Profile, taken []bool) (runs [][]int) {
	last := -2
	for i, c := range columns {
		switch {
		case taken[i] || !isNamedBox(c, profiles[i]):
			continue
		case last != i-1:
			runs = append(runs, nil)
		}
		last = i
		runs[len(runs)-1] = append(runs[len(runs)-1], i)
	}
	return slices.DeleteFunc(runs, func(run []int) bool { return len(run) < 2 })
}

// names names a question by its options.
func (f *family) names(columns []column) string {
	var names []string
	for _, m := range f.members {
		names = append(names, columns[m].fullText())
	}
	return strings.Join(names, " / ")
}

// isNamedBox reports whether the column holds only its own name.
func isNamedBox(c column, p *kind.Profile) bool {
	name := value.Key(c.header)
	return !c.optioned && len(p.Values) == 1 && p.Distinct() == 1 && name != "" && value.Key(p.Values[0].Value) == name
}

// A common beginning of several texts is a question from this number of bytes on. Marks that open an option do
// not count.
const (
	shortest = 8
	openers  = " -–:[(/"
)

// sharedPrefix returns the length of the common beginning of two texts, cut back to the end of a word: "Which?
// - Pear" and "Which? - Peach" share "Which? - ".
func sharedPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	whole := n == len(a) && n == len(b)
	for n > 0 && !whole && !strings.ContainsRune(" -:[(/?_.#", rune(a[n-1])) {
		n--
	}
	return n
}

// optionName chooses what to count for a ticked box: the text of the cell, unless that is only a mark, or only
// the end of the option ("Never" of "Tests - Never").
func optionName(option string, on []string, off bool) string {
	switch {
	case wording.IsPlaceholder(option), option == "", len(on) == 0 && !off:
		return ""
	case len(on) == 0, kind.IsOn(on[0]), repeats(option, on[0]) && value.Key(option) != value.Key(on[0]):
		return option
	}
	return ""
}

// asQuestion makes a question of a family. If nobody ticked two boxes it is a single choice.
func (f family) asQuestion(columns []column, answered []kind.Respondents) Question {
	q := Question{Kind: kind.Multiple, Text: f.text}
	var some kind.Respondents
	ticks := 0
	for _, i := range f.members {
		q.Columns = append(q.Columns, columns[i].number)
		some.Unite(answered[i])
		ticks += answered[i].Size()
	}
	why := f.why
	// Surveys with a column for each radio button come out the same way.
	if ticks == some.Size() && ticks >= surely {
		q.Kind, q.verdict.Sure, why = kind.Single, true, "because nobody ticked two boxes; boxes, "+why
	}
	q.judge(q.Kind, why)
	q.ID = cmp.Or(f.commonID(columns), q.Text)
	return q
}

// surely is the number of respondents from which it cannot be chance that nobody ticked two boxes.
const surely = 10

// commonID returns the common beginning of the members' codes, or the first code; "" if they have none.
func (f family) commonID(columns []column) string {
	first := columns[f.members[0]]
	if !first.coded {
		return ""
	}
	n := len(first.id)
	for _, i := range f.members[1:] {
		if !columns[i].coded {
			return first.id
		}
		n = sharedPrefix(first.id[:n], columns[i].id)
	}
	return cmp.Or(strings.TrimRight(first.id[:n], "_.-[(#"), first.id)
}

// repeats reports whether a cell repeats the option of its column, or the end of it.
func repeats(option, cell string) bool {
	k := value.Key(cell)
	return k != "" && strings.HasSuffix(value.Key(option), k)
}
