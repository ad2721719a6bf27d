package report

import (
	"cmp"
	"fmt"
	"slices"

	"verbatim/internal/prose"
	"verbatim/internal/tally"
)

// A finding says no more than the answers bear. How many people named any of the first terms is a count of people,
// never a sum of shares; of few people there are no per cents; and where no term stands out, that is the finding
// (method.md R2, R15).

// fewPeople is the number of answers below which people are counted instead of given in per cent.
const fewPeople = 30

// findings are the sentences that a question's section begins with.
func (s *Section) findings() []string {
	d := s.Tally
	out := []string{d.popular()}
	if b := d.Base; b.NilAnswers*10 >= b.Valid && b.NilAnswers > 0 {
		out = append(out, fmt.Sprintf("%d of the %s said “nothing” or the like.", b.NilAnswers, prose.People(b.Valid)))
	}
	if themes := d.leadingThemes(); themes != "" {
		out = append(out, themes)
	}
	if s.Compare != nil {
		out = append(out, s.Compare.finding())
	}
	return out
}

// finding says which terms set groups apart most, if any do.
func (d *Compare) finding() string {
	var apart []string
	for i := range d.Terms {
		if x := &d.Terms[i]; x.Apart() && len(apart) < 3 {
			apart = append(apart, fmt.Sprintf("%s in %s (%s against %s elsewhere)", prose.Plain(x.Term), prose.Plain(x.HigherIn), prose.Percent(x.Groups[x.Higher].Share), prose.Percent(x.Elsewhere)))
		}
	}
	by := "By " + d.by() + ", "
	switch {
	case d.Family == 0 && d.Withheld > 0:
		return by + "nothing is compared." + d.untested()
	case d.Family == 0 && d.Options.Suppress > 0:
		return by + fmt.Sprintf("there is nothing to compare: no term that is shown was used by %s or more.", prose.People(tally.LeastTested))
	case d.Family == 0:
		return by + fmt.Sprintf("there is nothing to compare: no term was used by %s or more.", prose.People(tally.LeastTested))
	case len(apart) == 0:
		return by + fmt.Sprintf("nothing sets the groups apart beyond what chance would bring, among %s tested.", prose.Count(d.Family, "term")) + d.untested()
	case d.apart > len(apart):
		return by + fmt.Sprintf("%s were named more by one group than by the others, most of all %s.", prose.Count(d.apart, "term"), prose.Enumerate(apart)) + d.untested()
	}
	return by + "one group named more than the others: " + prose.Enumerate(apart) + "." + d.untested()
}

// untested says how many terms could not be tested, as a further sentence.
func (d *Compare) untested() string {
	if d.Withheld == 0 {
		return ""
	}
	return fmt.Sprintf(" %s not tested, since the number of a group is withheld.", prose.Were(d.Withheld, "term"))
}

// by names the column of the groups: as it is, or quoted where it is a question.
func (d *Compare) by() string { return prose.Column(d.Column) }

// popular says which terms were the most popular, as far as they were.
func (d *Tally) popular() string {
	if len(d.Terms) == 0 {
		return fmt.Sprintf("Of the answers of %s, no single term can be shown.", prose.People(d.Base.Valid))
	}
	most, valid := slices.MaxFunc(d.Terms, func(a, b tally.Term) int { return cmp.Compare(a.Respondents, b.Respondents) }), d.Base.Valid
	switch {
	case d.TermsAre == "options":
		return d.chosen()
	case valid == 1:
		return "One person gave an answer."
	case most.Respondents == 1:
		return fmt.Sprintf("No two of the %s named the same: these answers have to be read one by one.", prose.People(valid))
	case most.Share < 0.15:
		return fmt.Sprintf("Answers were varied: no term was named by more than %d of the %s (%s). The most frequent were %s. Themes and quotes tell more.",
			most.Respondents, prose.People(valid), prose.Percent(most.Share), d.firstTerms(min(3, len(d.Terms))))
	case most.Respondents < 10 && valid < fewPeople:
		return d.thin(most.Respondents) + " So few answers tell little more."
	case most.Respondents < 10:
		return d.thin(most.Respondents) + " Themes and quotes tell more than single words."
	case most.Stem == d.Terms[0].Stem:
		return d.popularTerms() + fmt.Sprintf(" %s came first, named by %s%s.", prose.Capitalized(most.Term), prose.People(most.Respondents), d.inPercent(most.Share))
	}
	return d.popularTerms() + fmt.Sprintf(" More people named %s than any other: %d%s.", prose.Plain(most.Term), most.Respondents, d.inPercent(most.Share))
}

// chosen is the finding of a multiple choice: how many people any of the first options has says little, their order does.
func (d *Tally) chosen() string {
	var names []string
	for _, x := range d.Terms[:d.beforeTie(min(3, len(d.Terms)))] {
		names = append(names, fmt.Sprintf("%s (%s)", prose.Plain(x.Term), d.asShare(x.Respondents, x.Share)))
	}
	return fmt.Sprintf("Chosen most often, among %s: %s.", prose.People(d.Base.Valid), prose.Enumerate(names))
}

// popularTerms is the finding where terms stand out: with the people who named any of them, each counted once.
func (d *Tally) popularTerms() string {
	valid := d.Base.Valid
	any := d.anyOf()
	if any == nil {
		n := d.beforeTie(min(5, len(d.Terms)))
		if n == 1 {
			return fmt.Sprintf("%s was the most popular answer of %s.", prose.Capitalized(d.Terms[0].Term), prose.People(valid))
		}
		return fmt.Sprintf("%s were the most popular answers of %s.", prose.Capitalized(d.firstTerms(n)), prose.People(valid))
	}
	among := ""
	if d.splitsTie(any.Top) {
		among = "among "
	}
	who := fmt.Sprintf("%d of %s", any.Respondents, prose.People(valid))
	if valid >= fewPeople {
		who = fmt.Sprintf("%s of %s", prose.Percent(any.Share), prose.People(valid))
		if d.Options.Weight != "" {
			who = fmt.Sprintf("%s (weighted) of %s", prose.Percent(any.Share), prose.People(valid))
		}
	}
	return fmt.Sprintf("%s were %sthe most popular answers, named by %s.", prose.Capitalized(d.firstTerms(any.Top)), among, who)
}

// anyOf is the count of people for the first five terms, or three where these five would split a tie; nil where there is none.
func (d *Tally) anyOf() *tally.AnyOf {
	var found *tally.AnyOf
	for i, a := range d.AnyOfTop {
		if a.Top <= 5 && a.Top <= len(d.Terms) && (found == nil || !d.splitsTie(a.Top)) {
			found = &d.AnyOfTop[i]
		}
	}
	return found
}

// beforeTie is the largest number of first terms up to n that splits no tie, or n where there is none.
func (d *Tally) beforeTie(n int) int {
	for k := n; k > 0; k-- {
		if !d.splitsTie(k) {
			return k
		}
	}
	return n
}

// splitsTie tells whether the first n terms leave out one of the same rank as the last of them.
func (d *Tally) splitsTie(n int) bool {
	return n < len(d.Terms) && d.Terms[n].Rank == d.Terms[n-1].Rank
}

// thin is the finding of few answers: which terms most people named, unless those are many.
func (d *Tally) thin(most int) string {
	var names []string
	for _, x := range d.Terms {
		if x.Respondents == most {
			names = append(names, prose.Plain(x.Term))
		}
	}
	of := fmt.Sprintf("%d of %s", most, prose.People(d.Base.Valid))
	switch {
	case most == d.Base.Valid:
		return fmt.Sprintf("All %s named %s.", prose.People(most), prose.Enumerate(names[:min(5, len(names))]))
	case len(names) == 1:
		return fmt.Sprintf("%s was named most, by %s.", prose.Capitalized(names[0]), of)
	case len(names) <= 3:
		return fmt.Sprintf("%s were named most, each by %s.", prose.Capitalized(prose.Enumerate(names)), of)
	}
	return fmt.Sprintf("Nothing stands out: no term was named by more than %s.", of)
}

// firstTerms names the first n terms: "trust, openness and respect".
func (d *Tally) firstTerms(n int) string {
	var names []string
	for _, x := range d.Terms[:n] {
		names = append(names, prose.Plain(x.Term))
	}
	return prose.Enumerate(names)
}

// leadingThemes names the themes that most people touched: what is said of the first holds, whether it was touched by more
// than half of the people, by more than any other was, or by as many as another.
func (d *Tally) leadingThemes() string {
	themes := slices.DeleteFunc(slices.Clone(d.Themes), func(x tally.Theme) bool { return x.Respondents == 0 })
	slices.SortStableFunc(themes, func(a, b tally.Theme) int { return cmp.Compare(b.Share, a.Share) })
	if len(themes) == 0 {
		return ""
	}
	first := 1 // how many share the first place
	for first < len(themes) && themes[first].Share == themes[0].Share {
		first++
	}
	leading, next, than := d.themeShares(themes[:min(first, 3)]), d.nextThemes(themes[first:], 3-first), ""
	if first < len(themes) {
		than = ", more than of any other"
	}
	switch {
	case len(themes) == 1:
		return "By theme, people spoke of " + leading + "."
	case first > 3:
		return fmt.Sprintf("By theme, equally many people (%s) spoke of each of %d%s.", d.asShare(themes[0].Respondents, themes[0].Share), first, than)
	case first > 1:
		return "By theme, equally many people spoke of " + leading + than + next + "."
	case themes[0].Share > 0.5:
		return "By theme, most people spoke of " + leading + next + "."
	}
	return "By theme, more people spoke of " + leading + " than of any other" + next + "."
}

// nextThemes goes on with at most so many of the themes that come after the first, where that splits no tie.
func (d *Tally) nextThemes(themes []tally.Theme, most int) string {
	n := max(0, min(most, len(themes)))
	for 0 < n && n < len(themes) && themes[n].Share == themes[n-1].Share {
		n--
	}
	if n == 0 {
		return ""
	}
	return ", then of " + d.themeShares(themes[:n])
}

// themeShares names themes with their people.
func (d *Tally) themeShares(themes []tally.Theme) string {
	var names []string
	for _, x := range themes {
		names = append(names, fmt.Sprintf("%s (%s)", prose.Plain(x.Theme), d.asShare(x.Respondents, x.Share)))
	}
	return prose.Enumerate(names)
}

// asShare is a number of people, in per cent where there are enough of them.
func (d *Tally) asShare(n int, share float64) string {
	if d.Base.Valid < fewPeople {
		return prose.People(n)
	}
	return prose.Percent(share) + d.weighted()
}

// inPercent adds a share in brackets, where there are enough people.
func (d *Tally) inPercent(share float64) string {
	if d.Base.Valid < fewPeople {
		return ""
	}
	return " (" + prose.Percent(share) + d.weighted() + ")"
}

// weighted marks a share in brackets that is not of people as they were counted.
func (d *Tally) weighted() string {
	if d.Options.Weight == "" {
		return ""
	}
	return ", weighted"
}
