package survey

import (
	"cmp"
	"fmt"
	"strings"

	"verbatim/internal/kind"
	"verbatim/internal/value"
	"verbatim/internal/wording"
)

// Boxes: a multiple choice with one column for each option.
//
//	Which fruit? [Apple]   Which fruit? [Pear]   Which fruit? [Other]
//	Apple                                        quince
//	                       Pear
//
// The cell of a ticked box repeats the option, or says 1, Yes or Checked; that
// of an unticked one is blank, or says 0, No or Not selected: no answer. What
// people typed beside "Other" is a question of its own.
//
// The option itself may be called No, or 0. If the boxes repeat their options and
// no other column has a mark for "not ticked", such a cell is a tick.

// A box is what a column of boxes holds.
type box struct {
	option string // what to count for a ticked box; empty: the cell as it is
	// named says that the option itself is called like a mark for "not ticked".
	named bool
}

// read returns what a cell of the column says: the option, or nothing. A cell that
// is not a mark was typed by somebody, and is returned as it is.
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
}

// add adds a box.
func (f *family) add(member int, option string, named bool) {
	f.members = append(f.members, member)
	f.options = append(f.options, option)
	f.named = append(f.named, named)
}

// findBoxes finds the multiple choices with one column for each option.
func findBoxes(columns []column, profiles []*kind.Profile, p *platform) []family {
	taken := make([]bool, len(columns))
	out := namedBoxes(columns, profiles, taken)
	// The first cut that shows the columns to be boxes takes them. Groups are
	// visited in the order of their columns, not of the map.
	for _, cut := range cuts(p) {
		var order []string
		groups := map[string][]int{}
		for i, c := range columns {
			question, option, ok := cut(c)
			if !ok || taken[i] || c.meta || question == "" && option == "" {
				continue
			}
			if groups[question] == nil {
				order = append(order, question)
			}
			groups[question] = append(groups[question], i)
		}
		for _, question := range order {
			if len(groups[question]) < 2 {
				continue
			}
			if f, ok := newFamily(columns, profiles, groups[question], cut); ok && f.sayMore(columns) {
				out = append(out, f)
				for _, i := range f.members {
					taken[i] = true
				}
			}
		}
	}
	return out
}

// newFamily makes a family of those columns of one question that are boxes. It
// fails if fewer than two are, or if one of the others is neither a box nor an
// answer in words. Then the columns are the rows of a grid, unless more of them
// repeat their own options. If the header does not name the options ("Column7"), at
// least three boxes are needed, all with different texts.
func newFamily(columns []column, profiles []*kind.Profile, group []int, cut headerCut) (f family, ok bool) {
	marked, most, repeating, others := 0, 0, 0, 0
	own := map[string]int{} // texts of boxes that have nothing to do with the header
	named := namesMarks(columns, profiles, group, cut)
	for _, i := range group {
		question, option, _ := cut(columns[i])
		f.text = question
		on, off := marks(profiles[i], named && kind.IsOff(option))
		switch whatIs(columns[i], profiles[i], option, named) {
		case gridRow:
			others++
			continue
		case typedText:
			continue
		case ownBox:
			own[on[0]]++
		case markedBox:
			marked++
			if len(on) == 1 && !kind.IsOn(on[0]) && repeats(option, on[0]) {
				repeating++
			}
		case noBox: // nobody ticked it, but it is among the others
		}
		most = max(most, profiles[i].Answered)
		f.add(i, optionName(option, on, off), named && kind.IsOff(option))
	}
	// If a header row names the options, one box that repeats its own is enough:
	// nobody ticked the others.
	if others > 0 && (repeating < 2 || repeating <= others) {
		return family{}, false
	}
	proven := marked > 0 && columns[group[0]].optioned && len(f.members) > 1
	if !proven && (marked == 0 && (len(own) < 3 || most < 2) || marked+len(own) < 2) {
		return family{}, false
	}
	for _, n := range own {
		if n > 1 { // two boxes of different options do not hold the same text
			return family{}, false
		}
	}
	return f, true
}

// namedBoxes finds runs of columns each of which holds only its own name: Typeform
// writes the option over a box, not the question.
func namedBoxes(columns []column, profiles []*kind.Profile, taken []bool) (out []family) {
	for i := 0; i < len(columns); i++ {
		var f family
		for ; i < len(columns) && isNamedBox(columns[i], profiles[i]); i++ {
			f.add(i, "", kind.IsOff(columns[i].header))
		}
		if len(f.members) < 2 {
			continue
		}
		var names []string
		for _, m := range f.members {
			taken[m], columns[m].meta = true, false // an option called Phone is not a telephone number
			names = append(names, columns[m].fullText())
		}
		f.text = strings.Join(names, " / ")
		out = append(out, f)
	}
	return out
}

// isNamedBox reports whether the column holds only its own name.
func isNamedBox(c column, p *kind.Profile) bool {
	name := value.Key(c.header)
	return !c.optioned && len(p.Values) == 1 && p.Distinct() == 1 && name != "" && value.Key(p.Values[0].Value) == name
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

// A common beginning of several texts is a question from this number of bytes on.
// Marks that open an option do not count.
const (
	shortest = 8
	openers  = " -–:[(/"
)

// sharedPrefix returns the length of the common beginning of two texts, cut back to
// the end of a word: "Which? - Pear" and "Which? - Peach" share "Which? - ".
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

// What a column of a question that may be a multiple choice turns out to be.
const (
	gridRow   = iota // several answers: the row of a grid
	typedText        // what people typed beside "Other"
	ownBox           // a box with one text that the header does not say
	markedBox        // a box with a mark, or with the option's text
	noBox            // nobody ticked it
)

// whatIs returns what a column is.
func whatIs(c column, p *kind.Profile, option string, named bool) int {
	on, off := marks(p, named && kind.IsOff(option))
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

// optionName chooses what to count for a ticked box: the text of the cell, unless
// that is only a mark, or only the end of the option ("Never" of "Tests - Never").
func optionName(option string, on []string, off bool) string {
	switch {
	case wording.IsPlaceholder(option), option == "", len(on) == 0 && !off:
		return ""
	case len(on) == 0, kind.IsOn(on[0]), repeats(option, on[0]) && value.Key(option) != value.Key(on[0]):
		return option
	}
	return ""
}

// asQuestion makes a question of a family. If nobody ticked two boxes it is a
// single choice.
func (f family) asQuestion(columns []column, answered []kind.Respondents) Question {
	q := Question{Kind: kind.Multiple, Text: f.text}
	var some kind.Respondents
	ticks := 0
	for _, i := range f.members {
		q.Columns = append(q.Columns, columns[i].number)
		some.Unite(answered[i])
		ticks += answered[i].Size()
	}
	// Surveys with a column for each radio button come out the same way.
	why := fmt.Sprintf("each of %d columns holds one option, ticked or not", len(f.members))
	if ticks == some.Size() && ticks >= surely {
		q.Kind, q.verdict.Sure, why = kind.Single, true, why+", and nobody ticked two"
	}
	q.judge(q.Kind, "because "+why)
	q.ID = cmp.Or(f.commonID(columns), q.Text)
	return q
}

// surely is the number of respondents from which it cannot be chance that nobody
// ticked two boxes.
const surely = 10

// commonID returns the common beginning of the members' codes, or the first code;
// "" if they have none.
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

// repeats reports whether a cell repeats the option of its column, or the end of it.
func repeats(option, cell string) bool {
	k := value.Key(cell)
	return k != "" && strings.HasSuffix(value.Key(option), k)
}
