// Package tally counts the terms of the people who gave an answer.
//
// Mentions say how often a term appears, respondents how many people said it;
// both are kept, and every figure can be reconciled:
//
//	rows = blank rows + filtered + respondents
//	respondents = unanswered + non-response + valid
//	tokens = stop words + dropped + numbers + addresses + counted
//	counted = mentions of the terms shown + mentions cut
package tally

import (
	"cmp"
	"fmt"
	"slices"
)

// Count names what ranks and sizes a term.
type Count string

// The two things that can be counted.
const (
	Mentions    Count = "mentions"    // how often a term appears
	Respondents Count = "respondents" // how many people said it
)

// Base says how many people stand behind the shares.
type Base struct {
	Rows        int `json:"rows"`         // records after the header
	BlankRows   int `json:"blank_rows"`   // records without any cell filled
	Filtered    int `json:"filtered"`     // responses left out on request
	Respondents int `json:"respondents"`  // the other records
	Unanswered  int `json:"unanswered"`   // respondents who left the question blank
	NonResponse int `json:"non_response"` // "don't know", "n/a"
	Valid       int `json:"valid"`        // gave an answer; shares are of these
	NilAnswers  int `json:"nil_answers"`  // of the valid: answered "none", "nothing"

	// As far as the platform says so, whether they are left out or not.
	Unfinished int `json:"unfinished,omitempty"` // responses not finished
	Tests      int `json:"tests,omitempty"`      // tests, previews and rejected responses
}

// Tokens says what became of every token of the answers that have words.
type Tokens struct {
	Total     int `json:"total"`
	StopWords int `json:"stop_words"`
	Dropped   int `json:"dropped"` // nothing but punctuation
	Numbers   int `json:"numbers"`
	Addresses int `json:"addresses"` // e-mail addresses, URLs, handles
	Counted   int `json:"counted"`   // mentions of terms
}

// A Form is one way in which people wrote a term.
type Form struct {
	Form     string `json:"form"`
	Mentions int    `json:"mentions"`
}

// A Term is a word as it is counted: all forms with one stem.
type Term struct {
	Rank        int     `json:"rank"` // from 1; equal counts share the lowest
	Term        string  `json:"term"` // the label: the first of Forms
	Stem        string  `json:"stem"` // what the forms have in common
	Mentions    int     `json:"mentions"`
	Respondents int     `json:"respondents"`
	Share       float64 `json:"share"` // respondents / valid, in [0,1]
	Forms       []Form  `json:"forms"` // mentions falling, then the shorter, then bytes
}

// By is the term's figure in the given unit.
func (t Term) By(c Count) int {
	if c == Respondents {
		return t.Respondents
	}
	return t.Mentions
}

// Cut says what a limit left out of the terms.
type Cut struct {
	Terms    int `json:"terms"`
	Mentions int `json:"mentions"`
}

// A Tally is the counted question. Terms are in order of what ranks, falling;
// then the other count, falling; then the bytes of the label, and last those
// of the stem, so that no two terms are equal.
type Tally struct {
	Base   Base
	Tokens Tokens
	Terms  []Term
	Cut    Cut
	RankBy Count
}

// Complete tells whether no term has been cut.
func (t *Tally) Complete() bool { return t.Cut.Terms == 0 }

// Limits cut a tally's list of terms; a zero limit does not cut.
type Limits struct {
	MinCount int // terms with a lower count are cut
	Top      int // at most so many terms stay
}

// Limit returns the tally with its list cut, and counts what it cuts. Terms of
// equal count stay or go together: a tie across the limit is left out whole,
// unless nothing else would remain; then it stays whole.
func (t *Tally) Limit(l Limits) *Tally {
	keep := len(t.Terms)
	if l.MinCount > 0 {
		keep = count(t.Terms, func(x Term) bool { return x.By(t.RankBy) >= l.MinCount })
	}
	if l.Top > 0 && l.Top < keep {
		keep = t.cutBefore(l.Top, keep)
	}
	limited := *t
	limited.Terms = t.Terms[:keep:keep]
	for _, cut := range t.Terms[keep:] {
		limited.Cut.Terms++
		limited.Cut.Mentions += cut.Mentions
	}
	return &limited
}

// cutBefore is the number of terms, at most end, that stay when top are asked
// for and ties are not split.
func (t *Tally) cutBefore(top, end int) int {
	first := t.Terms[top].By(t.RankBy)
	keep := count(t.Terms[:end], func(x Term) bool { return x.By(t.RankBy) > first })
	if keep == 0 {
		return count(t.Terms[:end], func(x Term) bool { return x.By(t.RankBy) == first })
	}
	return keep
}

func count(terms []Term, is func(Term) bool) int {
	n := 0
	for _, t := range terms {
		if is(t) {
			n++
		}
	}
	return n
}

// Reconcile checks that the figures add up, and says which do not.
func (t *Tally) Reconcile() error {
	shown := 0
	for _, x := range t.Terms {
		shown += x.Mentions
	}
	b, k := t.Base, t.Tokens
	sums := []struct {
		name        string
		whole, part int
	}{
		{"rows", b.Rows, b.BlankRows + b.Filtered + b.Respondents},
		{"respondents", b.Respondents, b.Unanswered + b.NonResponse + b.Valid},
		{"tokens", k.Total, k.StopWords + k.Dropped + k.Numbers + k.Addresses + k.Counted},
		{"counted tokens", k.Counted, shown + t.Cut.Mentions},
	}
	for _, s := range sums {
		if s.whole != s.part {
			return fmt.Errorf("the figures do not add up: %d %s, but their parts are %d", s.whole, s.name, s.part)
		}
	}
	if b.NilAnswers > b.Valid {
		return fmt.Errorf("the figures do not add up: %d nil answers of %d valid ones", b.NilAnswers, b.Valid)
	}
	return nil
}

// rank sorts the terms by the given count and numbers them.
func rank(terms []Term, by Count) {
	slices.SortFunc(terms, func(a, b Term) int {
		return cmp.Or(
			cmp.Compare(b.By(by), a.By(by)),
			cmp.Compare(b.Mentions, a.Mentions),
			cmp.Compare(b.Respondents, a.Respondents),
			cmp.Compare(a.Term, b.Term),
			cmp.Compare(a.Stem, b.Stem),
		)
	})
	for i := range terms {
		terms[i].Rank = i + 1
		if i > 0 && terms[i].By(by) == terms[i-1].By(by) {
			terms[i].Rank = terms[i-1].Rank
		}
	}
}
