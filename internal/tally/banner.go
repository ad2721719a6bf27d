package tally

import "math"

// A Banner is the table that market research reads: themes by groups, in per cent of each column,
// with a letter for each column. A letter beside a share says that it is higher, at 95 %, than that
// of the column with the letter:
//
//	              A North    B South
//	base               50         60
//	trust          60 % B       40 %      60 % of North is higher than 40 % of South
//
// Two columns are compared by a z test of two proportions with a common variance, with the
// effective number of people if they are weighted. It makes no correction for the many pairs (no
// Bonferroni), as is usual for such tables.
type Banner struct {
	Valid  int           `json:"valid"` // all who gave an answer, in a group or not
	Groups []BannerGroup `json:"groups"`
	Themes []BannerTheme `json:"themes"` // in the order of their list
}

// A BannerGroup is a column with its bases.
type BannerGroup struct {
	Letter string `json:"letter"` // A, B, C
	ComparedGroup
}

// SmallColumn is the base below which a column is marked. A column below SmallGroup is not
// tested.
const SmallColumn = 30

// A BannerTheme is a row.
type BannerTheme struct {
	Theme       string       `json:"theme"`
	Respondents int          `json:"respondents"` // of all who gave an answer, in a group or not
	Share       float64      `json:"share"`
	Groups      []BannerCell `json:"groups"`
}

// A BannerCell is the share of a group that named a theme; nil where it is withheld.
type BannerCell struct {
	Value       string   `json:"value"`
	Respondents *int     `json:"respondents"`
	Share       *float64 `json:"share"`
	Interval
	HigherThan []string `json:"higher_than"` // letters of the columns with a share that is significantly lower
}

// NewBanner makes the table of the groups of a tally; nil without themes, or without groups to
// compare.
func NewBanner(t *Tally, groups []Group, r Ranking) *Banner {
	if r.Overlap {
		groups = LeadingOptions(t, groups)
	}
	f := newField(t, groups, r)
	sides, columns := f.sides, f.columns
	if len(sides) < f.least() || len(t.Themes) == 0 {
		return nil
	}
	b := &Banner{Valid: t.Base.Valid}
	for i, column := range columns {
		b.Groups = append(b.Groups, BannerGroup{Letter: Letter(i), ComparedGroup: column})
	}
	for _, theme := range t.Themes {
		row := BannerTheme{Theme: theme.Theme, Respondents: theme.Respondents, Share: theme.Share}
		for i, s := range sides {
			cell := BannerCell{Value: columns[i].Value, HigherThan: []string{}}
			if x := s.themes[theme.Theme]; x != nil {
				cell.Respondents, cell.Share, cell.Interval = &x.Respondents, &x.Share, x.Interval
			}
			row.Groups = append(row.Groups, cell)
		}
		if !f.overlap { // columns with people in common are not independent
			b.test(&row, sides)
		}
		b.Themes = append(b.Themes, row)
	}
	return b
}

// Letter names a column: A to Z, then AA.
func Letter(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return Letter(i/26-1) + Letter(i%26)
}

// test gives each cell of a row the letters of those that it is significantly above.
func (b *Banner) test(row *BannerTheme, sides []side) {
	for i := range row.Groups {
		cell := &row.Groups[i]
		for j, other := range row.Groups {
			if b.Groups[i].Small || b.Groups[j].Small || cell.Share == nil || other.Share == nil {
				continue
			}
			if proportions(*cell.Share, sides[i].Base.people(), *other.Share, sides[j].Base.people()) >= z95 {
				cell.HigherThan = append(cell.HigherThan, b.Groups[j].Letter)
			}
		}
	}
}

// proportions is z of two shares among n1 and n2 people, above 0 where the first is larger.
func proportions(p1, n1, p2, n2 float64) float64 {
	p := (p1*n1 + p2*n2) / (n1 + n2)
	if p <= 0 || p >= 1 {
		return 0
	}
	return rounded((p1 - p2) / math.Sqrt(p*(1-p)*(1/n1+1/n2)))
}
