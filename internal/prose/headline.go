package prose

import (
	"slices"

	"verbatim/internal/tally"
)

// Headline is the finding of a question as the title of its picture. The first so many terms lead all
// others; with none of them ahead, that is said. A question of varied answers has no leader. If more
// people said a word that is set aside, the title names it:
//
//	“packages” was named most, by 56 of 132 people
//	“code” was named most, by 114 of 400 people; set aside: “easy” (132 people)
//	“easy” and “code” were named most
//	No clear leader: “data”, “community” and “packages” come first
//	Answers vary: no term comes from more than 5 of 97 people
func (v Voice) Headline(t *tally.Tally, options bool, leading int) string {
	title := v.BriefHeadline(t, options, leading)
	if aside := v.moreOften(t); len(aside) > 0 {
		return v.Say("%s; set aside: %s", title, v.named(aside, 2))
	}
	return title
}

// MoreOften says which words are left out although more people said them than the largest drawn: what a
// brief headline has no room for.
func (v Voice) MoreOften(t *tally.Tally) []string {
	list := v.moreOften(t)
	return v.When(len(list) > 0, "Left out: %s.", v.named(list, 2))
}

// moreOften are the terms that are set aside, for whatever reason, and are more frequent than the largest
// drawn, the most frequent first.
func (v Voice) moreOften(t *tally.Tally) []string {
	least := largest(t) + 1
	list := slices.DeleteFunc(slices.Clone(t.SetAside), func(a tally.AsideTerm) bool { return a.By(t.RankBy) < least })
	slices.SortStableFunc(list, func(a, b tally.AsideTerm) int { return b.By(t.RankBy) - a.By(t.RankBy) })
	return withCounts(v, list, t.RankBy, func(a tally.AsideTerm) string { return v.brief(a.Term) }, func(a tally.AsideTerm) int { return a.By(t.RankBy) })
}

// BriefHeadline is the headline without what is set aside.
func (v Voice) BriefHeadline(t *tally.Tally, options bool, leading int) string {
	named := func(n int) string {
		return v.enumerate(Texts(t.Terms[:n], func(x tally.Term) string { return v.Quote(Shorten(x.Label, termLength)) }))
	}
	n, most := min(3, len(t.Terms)), mostNamed(t.Terms).Respondents
	for n > 0 && tally.Tied(t.Terms, n) {
		n--
	}
	switch {
	case !options && vary(t.Terms):
		return v.Say("Answers vary: no term comes from more than %d of %d people", most, t.Base.Valid)
	case leading == 1 && t.RankBy != tally.Mentions:
		return v.Say(either(options, "%s was chosen most, by %d of %d people", "%s was named most, by %d of %d people"), named(1), t.Terms[0].Respondents, t.Base.Valid)
	case leading > 0:
		return v.Say(either(options, "%[1]s were chosen most", "%[1]s were named most"), named(leading), leading)
	case n > 1 && most > 1:
		return v.Say("No clear leader: %s come first", named(n))
	}
	return v.Say(either(options, "No option stands out among the answers of %d people", "No term stands out among the answers of %d people"), t.Base.Valid)
}
