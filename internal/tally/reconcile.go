package tally

import (
	"cmp"
	"fmt"
	"slices"
)

// A partWhole is a figure that is the sum of others.
type partWhole struct {
	name  string
	whole Figure
	parts []Figure
}

// Reconcile checks that the figures add up, and says which do not. Sums of which a
// part is withheld are not checked: they added up before.
func (t *Tally) Reconcile() error {
	listed, aside := Figure(0), Figure(0)
	for _, x := range t.Terms {
		listed += Figure(x.Mentions)
	}
	for _, x := range t.SetAside {
		aside += Figure(x.Mentions)
	}
	k := t.Tokens
	return cmp.Or(t.Base.reconcile(), addUp(
		partWhole{"tokens", k.Total, []Figure{k.StopWords, k.Dropped, k.Numbers, k.Addresses, k.InPhrases, k.Counted}},
		partWhole{"counted tokens", k.Counted, []Figure{listed, aside, t.Cut.Mentions, t.Suppressed.Mentions}}))
}

// reconcile is Reconcile of a base.
func (b *Base) reconcile() error {
	if b.NilAnswers > Figure(b.Valid) {
		return fmt.Errorf("the figures do not add up: %d nil answers of %d valid ones", b.NilAnswers, b.Valid)
	}
	return addUp(
		partWhole{"rows", b.Rows, []Figure{Figure(b.BlankRows), Figure(b.Filtered), b.Respondents, b.FurtherRows}},
		partWhole{"respondents", b.Respondents, []Figure{b.Unanswered, b.NonResponse, Figure(b.Valid)}})
}

// addUp is an error of the first figure that is another than its parts.
func addUp(sums ...partWhole) error {
	for _, s := range sums {
		sum := Figure(0)
		for _, part := range s.parts {
			sum += part
		}
		if s.whole != sum && s.whole != Withheld && !slices.Contains(s.parts, Withheld) {
			return fmt.Errorf("the figures do not add up: %d %s, but their parts are %d", s.whole, s.name, sum)
		}
	}
	return nil
}
