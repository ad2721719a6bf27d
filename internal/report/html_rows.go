package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// pageRows is how many rows of a table a page shows until it is asked for more.
const pageRows = 20

// termColumns says which columns of the table of terms have anything in them.
type termColumns struct{ Interval, Denied, Theme, Weighted bool }

func (d *Tally) termColumns() (c termColumns) {
	for i := range d.Terms {
		x := &d.Terms[i]
		c.Interval = c.Interval || x.Low != nil
		c.Denied = c.Denied || x.Negated > 0
		c.Theme = c.Theme || x.Theme != ""
		c.Weighted = c.Weighted || x.WeightedMentions > 0
	}
	return c
}

// termRow is a term in the table of the page.
type termRow struct {
	Rank                       int
	Key                        string // what a word of the cloud has as its data-term
	Term, Forms, Theme         string
	Mentions, People           int
	Share, Weighted            string
	Sort                       string // the share, for sorting
	Bar                        string // the share in per cent
	Low, High, LowBar, BarWide string // of the interval
	Denied                     int
	Later                      bool // beyond the first rows
}

func newTermRow(x *tally.Term, i int) termRow {
	row := termRow{
		Rank: x.Rank, Key: x.Term, Term: prose.Plain(x.Term), Theme: prose.Plain(x.Theme), Mentions: x.Mentions, People: x.Respondents, Denied: x.Negated,
		Share: unbroken(prose.Percent(x.Share)), Bar: fmt.Sprintf("%.1f", 100*x.Share), Sort: fmt.Sprintf("%.6f", x.Share), Later: i >= pageRows,
	}
	if x.Low != nil {
		row.Low, row.High = unbroken(prose.Percent(*x.Low)), unbroken(prose.Percent(*x.High))
	}
	if x.WeightedMentions > 0 {
		row.Weighted = fmt.Sprintf("%.1f", x.WeightedMentions.Float())
	}
	if len(x.Forms) > 1 || prose.Plain(x.Forms[0].Form) != row.Term {
		row.Forms = writtenAs(x.Forms)
	}
	return row
}

// writtenAs lists the forms that people wrote, with their counts.
func writtenAs(forms []tally.Form) string {
	const most = 12
	var parts []string
	for _, f := range forms[:min(most, len(forms))] {
		parts = append(parts, fmt.Sprintf("%s\u00a0%d", prose.Plain(f.Form), f.Mentions))
	}
	if n := len(forms) - most; n > 0 {
		parts = append(parts, fmt.Sprintf("%d more", n))
	}
	return strings.Join(parts, " · ")
}

// themeRow is a theme in its table.
type themeRow struct {
	Theme            string
	Mentions, People string
	Share, Bar       string
	Low, High        string
}

func (d *Tally) themeRows() (rows []themeRow) {
	for i := range d.Themes {
		x := &d.Themes[i]
		row := themeRow{
			Theme: prose.Plain(x.Theme), Mentions: prose.Grouped(x.Mentions), People: prose.Grouped(x.Respondents),
			Share: unbroken(prose.Percent(x.Share)), Bar: fmt.Sprintf("%.1f", 100*x.Share),
		}
		if x.Low != nil {
			row.Low, row.High = unbroken(prose.Percent(*x.Low)), unbroken(prose.Percent(*x.High))
		}
		rows = append(rows, row)
	}
	return rows
}

// accountRow is one line of an account that adds up.
type accountRow struct {
	Name, Figure string
	Part         bool // of the line above that is none
}

// account says who is counted, and who is not.
func (d *Tally) account() []accountRow {
	b := d.Base
	rows := []accountRow{
		{"Rows in the file", prose.Grouped(b.Rows), false}, {"blank rows", prose.Grouped(b.BlankRows), true}, {"left out on request", prose.Grouped(b.Filtered), true},
		{"respondents", prose.Grouped(b.Respondents), true},
		{"Respondents", prose.Grouped(b.Respondents), false}, {"left the question blank", prose.Grouped(b.Unanswered), true},
		{"wrote “don’t know”, “n/a” or the like", prose.Grouped(b.NonResponse), true}, {"gave an answer: shares are of these", prose.Grouped(b.Valid), true},
		{"Gave an answer", prose.Grouped(b.Valid), false}, {"of these, said “nothing” or the like", prose.Grouped(b.NilAnswers), true},
	}
	if b.EffectiveN > 0 {
		rows = append(rows, accountRow{"effective number, after weighting (Kish)", fmt.Sprintf("%.1f", b.EffectiveN), true})
	}
	if b.Unfinished != 0 || b.Tests != 0 {
		rows = append(rows, accountRow{"Marked by the platform", "", false},
			accountRow{"responses not finished", prose.Grouped(b.Unfinished), true}, accountRow{"tests and previews", prose.Grouped(b.Tests), true})
	}
	return withoutZeros(rows)
}

// wordAccount says what became of each word read.
func (d *Tally) wordAccount() []accountRow {
	k := d.Tokens
	ranked, aside := 0, 0
	for i := range d.Terms {
		ranked += d.Terms[i].Mentions
	}
	for i := range d.SetAside {
		aside += d.SetAside[i].Mentions
	}
	rows := []accountRow{
		{prose.Capitalized(cmp.Or(d.TermsAre, "words")) + " read", prose.Grouped(k.Total), false}, {"stop words", prose.Grouped(k.StopWords), true}, {"numbers", prose.Grouped(k.Numbers), true},
		{"addresses", prose.Grouped(k.Addresses), true}, {"in phrases, beyond the first word", prose.Grouped(k.InPhrases), true},
		{"punctuation, or beside the point", prose.Grouped(k.Dropped), true}, {"counted", prose.Grouped(k.Counted), true},
		{"Counted", prose.Grouped(k.Counted), false}, {"mentions of the terms listed", prose.Grouped(ranked), true}, {"set aside", prose.Grouped(aside), true},
	}
	if d.Cut.Terms > 0 {
		rows = append(rows, accountRow{fmt.Sprintf("of %s not listed", prose.Count(d.Cut.Terms, "term")), prose.Grouped(d.Cut.Mentions), true})
	}
	if d.Suppressed.Terms > 0 {
		rows = append(rows, accountRow{fmt.Sprintf("of %s withheld", prose.Count(d.Suppressed.Terms, "term")), prose.Grouped(d.Suppressed.Mentions), true})
	}
	return withoutZeros(rows)
}

// withoutZeros leaves out parts that are nothing.
func withoutZeros(rows []accountRow) []accountRow {
	return slices.DeleteFunc(rows, func(r accountRow) bool { return r.Part && r.Figure == "0" })
}

// optionRow is a choice that shaped the result.
type optionRow struct{ Flag, Value string }

// optionRows lists the options that are not as they come.
func optionRows(o *study.Options) (rows []optionRow) {
	add := func(flag, value string) {
		if value != "" {
			rows = append(rows, optionRow{"--" + flag, prose.Plain(value)})
		}
	}
	on := func(flag string, set bool) {
		if set {
			rows = append(rows, optionRow{"--" + flag, ""})
		}
	}
	number := func(flag string, n, usual int) {
		if n != usual {
			add(flag, fmt.Sprint(n))
		}
	}
	add("count", string(o.Count))
	add("set-aside", o.SetAside)
	number("min-count", o.MinCount, 1)
	number("top", o.Top, 0)
	on("no-stem", o.NoStem)
	on("no-stopwords", o.NoStopwords)
	add("stopwords", o.Stopwords)
	add("keep", strings.Join(o.Keep, ", "))
	add("drop", strings.Join(o.Drop, ", "))
	on("whole", o.Whole)
	add("split", o.Split)
	add("phrase", strings.Join(o.Phrase, ", "))
	on("phrases", o.Phrases)
	add("synonyms", o.Synonyms)
	add("themes", o.Themes)
	on("keep-nonanswers", o.KeepNonanswers)
	on("finished", o.Finished)
	add("where", strings.Join(o.Where, "; "))
	add("by", o.By)
	add("weight", o.Weight)
	on("intervals", o.Intervals)
	number("suppress", o.Suppress, 0)
	on("redact", o.Redact)
	number("population", o.Population, 0)
	return rows
}

// asideList are the terms that are set aside for one reason.
type asideList struct{ Why, Terms string }

// asideLists names all that is counted but not ranked, most frequent first.
func (d *Tally) asideLists() (lists []asideList) {
	for _, reason := range []struct{ name, text string }{
		{"subject", "what the survey is about"}, {"echo", "words of the question"}, {"filler", "words that carry no answer"},
	} {
		var names []string
		for i := range d.SetAside {
			if x := &d.SetAside[i]; x.Reason == reason.name {
				names = append(names, fmt.Sprintf("%s (%d)", prose.Plain(x.Term), x.Mentions))
			}
		}
		if len(names) > 0 {
			lists = append(lists, asideList{reason.text, strings.Join(names, ", ")})
		}
	}
	return lists
}
