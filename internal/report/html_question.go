package report

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"verbatim/internal/markup"
	"verbatim/internal/notice"
	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/tally"
	"verbatim/internal/wording"
)

// The section of a question on the page. Its HTML takes most figures directly from the documents of
// the section; this file has only what takes a decision: which columns a table needs, how many terms
// of a group are listed, and under which name.

// How many terms the tables on groups have: of each group, and of the comparison. The documents
// have all.
const groupTerms, comparedRows = 5, 12

// question is the view of one question's section. Lang is the language of the answers, so that browsers
// hyphenate and read them out in it.
type question struct {
	*Section
	prose.Voice
	ID, Name           string
	Box                string      // what it is called beside the options of the question that it follows; "" is none
	Under              bool        // it stands under that question
	Lang               markup.HTML // attributes of what is in the language of the answers
	Number, Of         int
	Headed             bool     // the page is headed by the question
	Lead, More         string   // the finding, and its numbers; More may be empty
	Accented           []string // names in the finding of the terms that lead
	Also               []string // further findings
	Portions           []prose.Portion
	Aside, Base, Words []prose.Line
	Columns            termColumns
	Ranked             string
	Themes             []tally.Theme // in the order of their people
	ThemeNote          []string
	By                 *byGroup
	Quoted             *pageQuotes
	Notes              []string
	Caveats            []string // cautions, without their hints
	Options            []optionRow
}

// question prepares the view of the question at a place.
func (r *Report) question(i int) question {
	s := &r.Questions[i]
	d, text := s.Tally, s.Tally.prose(r.Voice)
	q := question{
		Section: s, Voice: r.Voice, ID: fmt.Sprintf("q%d", i+1), Name: d.Question.name(), Number: i + 1, Of: len(r.Questions), Headed: r.headed(),
		Lang: languageOf(d.Language), Lead: s.Findings[0], Also: s.Findings[1:], Portions: text.Portions(),
		Columns: columnsOfTerms(r.Voice, &d.Tally), Ranked: prose.Sentences(text.Ranked()), Aside: text.AsideLists(), ThemeNote: text.OutsideThemes(), By: s.byGroup(r.Voice),
		Quoted: s.pageQuotes(r.Voice), Base: text.PeopleAccount(), Words: text.WordAccount(), Notes: text.Method(), Options: optionRows(&d.Options),
		// Hints are advice for the person who runs the program, not for a reader.
		Caveats: prose.Texts(s.Cautions, func(c notice.Warning) string { return prose.Capitalized(c.Message) + "." }),
	}
	if s.Headline != "" && slices.ContainsFunc(d.Terms, func(x tally.Term) bool { return x.Respondents > 1 }) {
		q.Lead, q.More = s.Headline+".", text.Numbers(s.Leading)
	}
	for _, x := range d.Terms[:min(s.Leading, len(d.Terms))] {
		q.Accented = append(q.Accented, r.Voice.Quote(prose.Plain(x.Label)))
	}
	if asked, box := wording.FollowUp(q.Name); box != "" {
		q.Name, q.Box, q.Under = asked, box, s.Follows != ""
	}
	if title := wording.Titles(q.Name)[0]; title != q.Name {
		q.Notes = append([]string{r.Voice.Say("The question in full: %s", q.Name)}, q.Notes...)
		q.Name = title
	}
	q.Themes = slices.Clone(d.Themes)
	slices.SortStableFunc(q.Themes, func(a, b tally.Theme) int { return cmp.Compare(b.Respondents, a.Respondents) })
	return q
}

// parts are the parts of a section that a reader can go to, each with the end of its id.
func (q question) parts() (list [][2]string) {
	for _, p := range []struct {
		has  bool
		id   string
		name string
	}{
		{true, "", q.Say("Summary")}, {len(q.Themes) > 0, "-themes", q.Say("Themes")}, {q.By != nil, "-groups", q.Say("Groups")},
		{len(q.Tally.Terms) > 0, "-terms", q.Say("All terms")}, {q.Quoted != nil, "-quotes", q.Say("Answers")}, {true, "-behind", q.Say("Method")},
	} {
		if p.has {
			list = append(list, [2]string{q.ID + p.id, p.name})
		}
	}
	return list
}

// languageOf are the attributes of a language: its code, and how it is written if that is from the right.
func languageOf(code string) markup.HTML {
	return markup.Fill(` lang="%s"`, code) + markup.When(slices.Contains([]string{"ar", "fa", "he", "ur", "yi"}, code), ` dir="rtl"`)
}

// termColumns are the optional columns of the table of terms: a column without any content is left
// out. It goes by the terms and not by the options, since an option need not have an effect: a list
// of themes may match no term.
type termColumns struct {
	Interval, Denied, Theme bool
	Weighted                string // the unit; "" without weights
}

func columnsOfTerms(v prose.Voice, t *tally.Tally) termColumns {
	terms := t.Terms
	anyTerm := func(has func(tally.Term) bool) bool { return slices.ContainsFunc(terms, has) }
	weighted := ""
	if anyTerm(func(x tally.Term) bool { return x.WeightedMentions > 0 }) {
		weighted = v.WeightedUnit(t.RankBy)
	}
	return termColumns{
		Interval: anyTerm(func(x tally.Term) bool { return x.Low != nil }),
		Denied:   anyTerm(func(x tally.Term) bool { return x.Negated > 0 && !x.Denied }),
		Theme:    anyTerm(func(x tally.Term) bool { return x.Theme != "" }),
		Weighted: weighted,
	}
}

// writtenAs lists the forms that people wrote, with their counts; "" if the only form is the name
// of the term.
func (q question) writtenAs(x tally.Term) string {
	const most = 12
	if len(x.Forms) == 1 && prose.Plain(x.Forms[0].Form) == prose.Plain(x.Label) {
		return ""
	}
	names := prose.Texts(x.Forms[:min(most, len(x.Forms))], func(f tally.Form) string { return fmt.Sprintf("%s\u00a0%d", prose.Plain(f.Form), f.Mentions) })
	if n := len(x.Forms) - most; n > 0 {
		names = append(names, q.Say("%d more", n))
	}
	return strings.Join(names, " · ")
}

// byGroup is the part of a section about groups: the first terms of each, then what sets the groups
// apart, if there are two or more of a size that can be tested.
type byGroup struct {
	Column   string // whose values are the groups
	Groups   []Group
	Compared *Compare        // nil if there is nothing to compare
	Terms    []tally.KeyTerm // of it, the first
	Notes    []string
}

// byGroup prepares the part about groups; nil if there are none.
func (s *Section) byGroup(v prose.Voice) *byGroup {
	if len(s.Tally.Groups) == 0 {
		return nil
	}
	g := &byGroup{Column: v.ColumnName(cmp.Or(s.Tally.ByColumn, s.Tally.Options.By)), Groups: s.Tally.firstOfGroups(v), Compared: s.Compare}
	if c := s.Compare; c != nil {
		g.Column, g.Terms, g.Notes = v.ColumnName(c.Column), c.Terms[:min(comparedRows, len(c.Terms))], c.prose(v).Notes()
	}
	return g
}

// firstOfGroups are the groups with an answer, each with its first terms. A term has the same name
// in all groups, the one that it has in the list of all people, so that readers can find it there.
// A term that only one person of the group said is not listed, unless it is the first.
func (d *Tally) firstOfGroups(v prose.Voice) (groups []Group) {
	label := make(map[string]string, len(d.Terms))
	for i := range d.Terms {
		label[d.Terms[i].Key()] = d.Terms[i].Label
	}
	for _, g := range d.listedGroups() {
		if g.Base.Valid == 0 {
			continue
		}
		n := 0
		for n < min(groupTerms, len(g.Terms)) && (n == 0 || g.Terms[n].Respondents > 1) {
			n++
		}
		g.Value, g.Terms = cmp.Or(prose.Plain(g.Value), v.Say("(blank)")), slices.Clone(tally.ListedTerms(g.Terms[:n]))
		for i := range g.Terms {
			g.Terms[i].Label = cmp.Or(label[g.Terms[i].Key()], g.Terms[i].Label)
		}
		groups = append(groups, g)
	}
	return groups
}

// optionRow is an option that shaped the result; a flag without a value is on.
type optionRow struct {
	Flag, Value string
	on          bool
}

// optionRows lists, by their flags, the options that have another value than the default, and the
// two that decide the ranking. With them anybody can repeat the count.
func optionRows(o *study.Options) (rows []optionRow) {
	number := func(n, usual int) string {
		if n == usual {
			return ""
		}
		return strconv.Itoa(n)
	}
	rows = []optionRow{ // a value of "" is not given
		{"count", string(o.Count), false}, {"set-aside", o.SetAside, false}, {"min-count", number(o.MinCount, 1), false}, {"top", number(o.Top, 0), false},
		{"no-stem", "", o.NoStem}, {"no-stopwords", "", o.NoStopwords}, {"stopwords", o.Stopwords, false},
		{"keep", strings.Join(o.Keep, ", "), false}, {"drop", strings.Join(o.Drop, ", "), false},
		{"whole", "", o.Whole}, {"split", o.Split, false}, {"phrase", strings.Join(o.Phrase, ", "), false}, {"phrases", string(o.Phrases), false},
		{"synonyms", o.Synonyms, false}, {"themes", o.Themes, false}, {"mask", o.Mask, false}, {"keep-nonanswers", "", o.KeepNonanswers},
		{"finished", "", o.Finished}, {"where", strings.Join(o.Where, "; "), false}, {"by", o.By, false}, {"bins", o.Bins, false}, {"id", o.ID, false}, {"weight", o.Weight, false},
		{"intervals", "", o.Intervals}, {"suppress", number(o.Suppress, 0), false}, {"redact", "", o.Redact}, {"population", number(o.Population, 0), false},
	}
	rows = slices.DeleteFunc(rows, func(x optionRow) bool { return !x.on && x.Value == "" })
	for i, x := range rows {
		rows[i].Flag, rows[i].Value = "--"+x.Flag, prose.Plain(x.Value)
	}
	return rows
}

// An answer may be quoted for several terms, but is on the page only once: as data, from which the
// script makes the quotes for the term that a reader chooses.
//
//	answers  ["line 5", "Trust, and open books"]  …
//	terms    trust: [0, 0, 5]    books: [0, 16, 21]  …     answer, and where the term begins and ends in it
//
// At first, with or without a script, a reader sees one answer for each of the first terms.

// pageQuotes are the quotes of a question.
type pageQuotes struct {
	First []pageQuote
	Data  quoteData
	Note  string
	shown map[int]bool // answers that are on the page as text
}

// pageQuote is a quote that stands on the page as text. Key is its term as the data has it, and
// Term is the same, harmless.
type pageQuote struct {
	Key, Term, Source string
	Pieces            []study.Part
}

// quoteData is the data for the script. Positions are in UTF-16 units, as scripts count them.
type quoteData struct {
	Answers [][2]string        `json:"answers"` // source, text
	Terms   map[string][][]int `json:"terms"`   // by term: answer, then start and end of each match
	Counts  map[string]int     `json:"counts"`  // by term: answers that have it, quoted or not
	seen    map[[2]string]int  // index of an answer
}

// script is the data as JSON that can stand in an element of the page: json.Marshal escapes <, > and
// &, so no answer ends the element.
func (d *quoteData) script() markup.HTML {
	text, _ := json.Marshal(d) // texts and numbers, which always have a JSON
	return markup.HTML(text)
}

// firstQuotes is how many quotes stand on the page as text. The script has all others.
const firstQuotes = 8

// pageQuotes prepares the quotes of a section; nil if there are none.
func (s *Section) pageQuotes(v prose.Voice) *pageQuotes {
	if len(s.Quotes) == 0 {
		return nil
	}
	p := &pageQuotes{shown: map[int]bool{}, Data: quoteData{Terms: map[string][][]int{}, Counts: map[string]int{}, seen: map[[2]string]int{}}}
	for _, d := range s.Quotes {
		p.take(v, d)
	}
	p.Note = v.PageQuotes(&s.Tally.Options)
	return p
}

// take adds the quotes of a term. As text it shows the longest of them that is at most three lines
// long and not on the page yet: long answers say more about a term than short ones.
func (p *pageQuotes) take(v prose.Voice, d *Quotes) {
	const wall = 280 // letters, about three lines
	p.Data.Counts[d.Term] = d.Matches
	best, length := -1, 0
	for i := range d.Quotes {
		q := &d.Quotes[i]
		at, letters := p.Data.add(d.Term, d.source(v, *q), q.pieces), len([]rune(q.Answer))
		if letters > length && letters <= wall && !p.shown[at] {
			best, length = i, letters
		}
	}
	if best < 0 || len(p.First) == firstQuotes {
		return
	}
	q := &d.Quotes[best]
	p.shown[p.Data.Terms[d.Term][best][0]] = true
	p.First = append(p.First, pageQuote{d.Term, prose.Plain(d.Term), d.source(v, *q), q.pieces})
}

// add adds a quote and returns the index of its answer. Two answers with the same text and source
// are one: an answer is found again for each of its terms.
func (d *quoteData) add(term, source string, pieces []study.Part) int {
	var text strings.Builder
	var marks []int
	n := 0
	for _, p := range pieces {
		text.WriteString(p.Text)
		end := n + len(utf16.Encode([]rune(p.Text)))
		if p.Match && end > n {
			marks = append(marks, n, end)
		}
		n = end
	}
	answer := [2]string{source, text.String()}
	at, known := d.seen[answer]
	if !known {
		at = len(d.Answers)
		d.seen[answer] = at
		d.Answers = append(d.Answers, answer)
	}
	d.Terms[term] = append(d.Terms[term], append([]int{at}, marks...))
	return at
}
