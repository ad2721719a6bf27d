package report

import (
	"cmp"
	"fmt"
	"strings"

	"verbatim/internal/prose"
	"verbatim/internal/tally"
)

// byGroup is what a section says of groups.
type byGroup struct {
	Column  string // whose values are the groups
	Groups  []groupColumn
	Heads   []groupHead  // the columns of both tables
	Terms   []compareRow // what sets groups apart most
	Tested  string       // in a sentence
	Themes  []bannerRow
	Notes   []string
	Figure  *picture
	Letters bool // the groups go by letters
}

// groupHead is a column of a table of groups.
type groupHead struct{ Letter, Value, Valid string }

// compareRow is a term in the table of a comparison.
type compareRow struct {
	Key, Term string
	Cells     []compareCell
	P         string
	Apart     bool
}

// compareCell is what one group said of a term.
type compareCell struct {
	Share  string
	Higher bool
	Note   string // letters
}

// bannerRow is a theme in the banner table.
type bannerRow struct {
	Theme, All string
	Cells      []compareCell
}

// comparedRows is how many terms the table of a comparison has.
const comparedRows = 12

// byGroup prepares what is said of groups; nil where there are none.
func (s *Section) byGroup() *byGroup {
	d := s.Tally
	if len(d.Groups) == 0 {
		return nil
	}
	g := &byGroup{Column: prose.Plain(d.Options.By), Groups: d.groupColumns()}
	c := s.Compare
	if c == nil {
		return g
	}
	g.Column, g.Letters, g.Figure = prose.Column(c.Column), true, pictureOf(s.Apart)
	for i, base := range c.Base {
		g.Heads = append(g.Heads, groupHead{tally.Letter(i), prose.Plain(base.Value), prose.Grouped(base.Valid)})
	}
	for i := range c.Terms[:min(comparedRows, len(c.Terms))] {
		g.Terms = append(g.Terms, newCompareRow(&c.Terms[i]))
	}
	if c.Banner != nil {
		for i := range c.Banner.Themes {
			g.Themes = append(g.Themes, newBannerRow(&c.Banner.Themes[i]))
		}
	}
	for _, n := range c.prose().Notes() {
		g.Notes = append(g.Notes, unbroken(n))
	}
	return g
}

func newCompareRow(x *tally.KeyTerm) compareRow {
	row := compareRow{Key: x.Term, Term: prose.Plain(x.Term), P: prose.Probability(x.Adjusted), Apart: x.Apart()}
	for i := range x.Groups {
		row.Cells = append(row.Cells, compareCell{Share: unbroken(prose.Percent(x.Groups[i].Share)), Higher: x.Apart() && i == x.Higher})
	}
	return row
}

func newBannerRow(x *tally.BannerTheme) bannerRow {
	row := bannerRow{Theme: prose.Plain(x.Theme), All: unbroken(prose.Percent(x.Share))}
	for i := range x.Groups {
		cell := &x.Groups[i]
		share := "–" // withheld
		if cell.Share != nil {
			share = unbroken(prose.Percent(*cell.Share))
		}
		row.Cells = append(row.Cells, compareCell{share, len(cell.HigherThan) > 0, strings.Join(cell.HigherThan, " ")})
	}
	return row
}

// groupColumn is one group with its first terms.
type groupColumn struct {
	Value string
	Valid string
	Small bool
	Terms []groupTerm
	More  int // terms of the same count as the last, or a lower one
}

// groupTerm is a term of a group.
type groupTerm struct{ Key, Term, People, Share string }

// smallGroup is the number of answers below which a group tells little.
const smallGroup = 10

// groupColumns are the groups with their first terms, which go by the same names in all of them.
func (d *Tally) groupColumns() (columns []groupColumn) {
	label := make(map[string]string, len(d.Terms))
	for i := range d.Terms {
		label[d.Terms[i].Stem] = d.Terms[i].Term
	}
	for _, g := range d.Groups {
		c := groupColumn{Value: prose.Plain(g.Value), Valid: prose.People(g.Base.Valid), Small: g.Base.Valid < smallGroup}
		if g.Value == "" {
			c.Value = "(blank)"
		}
		if g.Base.Valid == 0 {
			continue
		}
		for i := range g.Terms {
			x := &g.Terms[i]
			if i == 5 || x.Respondents == 1 && i > 0 {
				c.More = len(g.Terms) - i + g.Cut.Terms
				break
			}
			name := cmp.Or(label[x.Stem], x.Term)
			c.Terms = append(c.Terms, groupTerm{name, prose.Plain(name), fmt.Sprint(x.Respondents), unbroken(prose.Percent(x.Share))})
		}
		columns = append(columns, c)
	}
	return columns
}
