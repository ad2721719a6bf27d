package prose

import (
	"strings"
	"testing"

	"verbatim/internal/privacy"
	"verbatim/internal/tally"
)

// Options are chosen, whatever speaks of them, and words of answers are said or named.
func TestOptionsAreChosen(t *testing.T) {
	x := &tally.Tally{Base: tally.Base{Respondents: 120, Valid: 100}, RankBy: tally.Respondents, Suppressed: tally.Cut{Terms: 2},
		Terms: []tally.Term{{Label: "North", Term: "North", Rank: 1, Mentions: 9, Respondents: 9, Share: 0.09}}}
	x.Cut.Terms, x.Cut.Lone = 3, 1
	mentions := *x
	mentions.RankBy = tally.Mentions
	of := func(options bool) []string {
		c := &Comparison{Tally: x, Chosen: options, Comparison: &privacy.Comparison{Column: "sex", Comparison: &tally.Comparison{Family: 5, Tests: 5,
			Groups: []tally.ComparedGroup{{Value: "a"}, {Value: "b"}}}}}
		nothing := *c
		nothing.Comparison = &privacy.Comparison{Column: "sex", Comparison: &tally.Comparison{}}
		r := &Result{Tally: x}
		if r.TermsAre = "words"; options {
			r.TermsAre = "options"
		}
		r.Options.Suppress = 2
		lists := [][]string{Voice{}.Cloud(x, options, "sqrt", nil), Voice{}.PageCloud(x, options, "area", nil), Voice{}.Bars(x, nil, false, options), Voice{}.Bars(&mentions, nil, false, options), Voice{}.PageBars(x, options, false),
			c.Differences(nil), c.Clouds(nil, nil), Voice{}.CloudBase(x, options), Voice{}.CloudBase(&mentions, options), Voice{}.BarBase(x, false, options), Voice{}.BarBase(&mentions, false, options), {Voice{}.Headline(x, options, 0), Voice{}.Headline(x, options, 1),
				c.Finding(), nothing.Finding(), Sentences(r.Ranked())}, r.withheld(), {messages(Voice{}.VariedAnswers(x, options))}}
		var all []string
		for _, list := range lists {
			all = append(all, list...)
		}
		return all
	}
	for _, s := range of(true) {
		if strings.Contains(s, "said") || strings.Contains(s, "named") || strings.Contains(s, "term") {
			t.Errorf("of options: %s", s)
		}
	}
	for _, s := range of(false) {
		if strings.Contains(s, "chose") || strings.Contains(s, "option") {
			t.Errorf("of words: %s", s)
		}
	}
}
