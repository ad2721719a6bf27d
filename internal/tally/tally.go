// Package tally counts the terms of the people who gave an answer.
//
// Mentions say how often a term appears, respondents how many people said it; both
// are kept, also weighted if there are weights, and every figure can be reconciled:
//
//	rows = blank rows + filtered + respondents + further rows of respondents
//	respondents = unanswered + non-response + valid
//	tokens = stop words + dropped + numbers + addresses + in phrases + counted
//	counted = mentions of the terms shown + set aside + cut + suppressed
//
// Counting goes in two steps. A Counter adds up respondents, one after the other,
// by the dense IDs of one analyzer; there may be several, each with a part of the
// respondents. Their Sums are keyed by the words themselves, add up in any order to
// the same result, and are ranked in the end:
//
//	tokens ─ Counter ─▶ Sum ─┐
//	tokens ─ Counter ─▶ Sum ─┴─ Add ─▶ Sum ─ Tally ─▶ Tally ─ Limit ─▶ Tally
package tally

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"

	"verbatim/internal/term"
)

// Count names what ranks and sizes a term.
type Count string

// The two things that can be counted. People rank unless mentions are asked for: then nobody's
// repetition makes a term large.
const (
	Respondents Count = "respondents" // how many people said a term
	Mentions    Count = "mentions"    // how often it appears
)

// Base says how many people the shares are based on.
type Base struct {
	Rows        Figure `json:"rows"`                   // records after the header
	BlankRows   int    `json:"blank_rows"`             // records without any cell filled
	Filtered    int    `json:"filtered"`               // responses left out on request
	Respondents Figure `json:"respondents"`            // the other records, or their ids
	FurtherRows Figure `json:"further_rows,omitempty"` // of respondents beyond the first of each, united by their id
	Unanswered  Figure `json:"unanswered"`             // respondents who left the question blank
	NonResponse Figure `json:"non_response"`           // "don't know", "n/a"
	Valid       int    `json:"valid"`                  // gave an answer; shares are of these
	NilAnswers  Figure `json:"nil_answers"`            // of the valid: answered "none", "nothing"

	// Unfinished responses and tests, as far as the platform marks them, left out
	// or not.
	Unfinished int `json:"unfinished,omitempty"` // responses not finished
	Tests      int `json:"tests,omitempty"`      // tests, previews and rejected responses

	// Of the valid, where answers are weighted.
	WeightSum        Weight  `json:"weight_sum,omitempty"`
	WeightSquaresSum Squares `json:"weight_squares_sum,omitzero"`
	EffectiveN       float64 `json:"effective_n,omitempty"` // after Kish
}

// add adds the people of another base; the effective number is worked out anew.
func (b *Base) add(o Base) {
	b.Rows += o.Rows
	b.BlankRows += o.BlankRows
	b.Filtered += o.Filtered
	b.Respondents += o.Respondents
	b.FurtherRows += o.FurtherRows
	b.Unanswered += o.Unanswered
	b.NonResponse += o.NonResponse
	b.Valid += o.Valid
	b.NilAnswers += o.NilAnswers
	b.Unfinished += o.Unfinished
	b.Tests += o.Tests
	b.WeightSum += o.WeightSum
	b.WeightSquaresSum.merge(o.WeightSquaresSum)
}

// Tokens says what became of every token of the answers that have words.
type Tokens struct {
	Total     Figure `json:"total"`
	StopWords Figure `json:"stop_words"`
	Dropped   Figure `json:"dropped"` // damaged, left over, non-answers beside an answer, or on request
	Numbers   Figure `json:"numbers"`
	Addresses Figure `json:"addresses"`  // e-mail addresses, URLs, handles
	InPhrases Figure `json:"in_phrases"` // words of phrases beyond the first
	Counted   Figure `json:"counted"`    // mentions of terms
}

// add adds the tokens of another part; each token is in one part only.
func (t *Tokens) add(o Tokens) {
	t.Total += o.Total
	t.StopWords += o.StopWords
	t.Dropped += o.Dropped
	t.Numbers += o.Numbers
	t.Addresses += o.Addresses
	t.InPhrases += o.InPhrases
	t.Counted += o.Counted
}

// A Form is one way in which people wrote a term.
type Form struct {
	Form     string `json:"form"`
	Mentions int    `json:"mentions"`
	Word     string `json:"word,omitempty"` // of a denied term, whose forms have what denies it: "transparent" of "not transparent"
}

// A Term is a word as it is counted: all forms with one stem.
type Term struct {
	Rank int    `json:"rank"` // from 1; equal counts share the lowest
	Term string `json:"term"` // the word: the first of Forms, also of a denied term
	// Label is what is shown: "not transparent" of a denied term, else the word.
	Label string `json:"label"`
	term.Root
	Mentions    int     `json:"mentions"`
	Respondents int     `json:"respondents"`
	Share       float64 `json:"share"` // respondents / valid, weighted where there are weights, in [0,1]
	Interval
	WeightedMentions    Weight `json:"weighted_mentions,omitempty"`
	WeightedRespondents Weight `json:"weighted_respondents,omitempty"`
	Negated             int    `json:"negated"`          // of the mentions: denied; all of a denied term
	Either              int    `json:"either,omitempty"` // people who say the word, denied or not, where both are terms
	Forms               []Form `json:"forms"`            // mentions falling, then the shorter, then bytes
	Theme               string `json:"theme,omitempty"`
	// FurtherThemes are those that also have some of its forms, in the order of their list.
	FurtherThemes []string `json:"further_themes,omitempty"`
	// Spellings are those of the whole stem, if they do not follow from the rest.
	Spellings []Spelling `json:"spellings,omitempty"`
	Masked    bool       `json:"masked,omitempty"`     // words of the label are covered
	SplitFrom string     `json:"split_from,omitempty"` // the stem that the term, a name, would have
	Synonym   string     `json:"synonym,omitempty"`    // the label, where a list of synonyms says it

	In     uint64    `json:"-"` // the themes of its forms, a bit each
	Place  int       `json:"-"` // in the order of the options, from 1; 0: that is not known
	weight [2]Weight // weighted mentions and respondents, exact; unweighted ones where there are no weights
}

// An Interval is the 95 % interval of a share, where it was asked for.
type Interval struct {
	Low  *float64 `json:"ci_low,omitempty"`
	High *float64 `json:"ci_high,omitempty"`
}

// By is the term's figure in the given unit, unweighted.
func (t Term) By(c Count) int { return c.of(t.Mentions, t.Respondents) }

// of is the one of two figures that the unit names.
func (c Count) of(mentions, respondents int) int {
	if c == Mentions {
		return mentions
	}
	return respondents
}

// Weighted is the figure that ranks and sizes the term: weighted where answers
// are, else the plain count.
func (t Term) Weighted(c Count) float64 { return t.ranking(c).Float() }

// ranking is Weighted, exact.
func (t Term) ranking(c Count) Weight {
	if c == Mentions {
		return t.weight[0]
	}
	return t.weight[1]
}

// An AsideTerm was counted and is named beside the result, not ranked in it.
type AsideTerm struct {
	Term string `json:"term"`
	term.Root
	Reason      string `json:"reason"` // filler, echo, subject
	Mentions    int    `json:"mentions"`
	Respondents int    `json:"respondents"`
	Forms       []Form `json:"forms"`
	// Themes have some of its forms; in the order of their list.
	Themes []string `json:"themes,omitempty"`
	Masked bool     `json:"masked,omitempty"`
	In     uint64   `json:"-"` // as of a Term
}

// By is the figure in the given unit, unweighted.
func (a AsideTerm) By(c Count) int { return c.of(a.Mentions, a.Respondents) }

// A Theme joins several terms; it counts a person once.
type Theme struct {
	Theme       string  `json:"theme"`
	Mentions    Figure  `json:"mentions"`
	Respondents int     `json:"respondents"`
	Share       float64 `json:"share"`
	Interval
	WeightedMentions    Weight `json:"weighted_mentions,omitempty"`
	WeightedRespondents Weight `json:"weighted_respondents,omitempty"`
}

// ThemeNames are the names of themes, in the order of their list. The order is part of a count: of two themes with the
// same word, the first has it.
func ThemeNames(themes []Theme) (names []string) {
	for _, t := range themes {
		names = append(names, t.Theme)
	}
	return names
}

// AnyOf counts the people who named any of the first terms.
type AnyOf struct {
	Top         int     `json:"top"` // so many terms, in their order
	Respondents int     `json:"respondents"`
	Share       float64 `json:"share"`
	Tied        bool    `json:"tied,omitempty"` // a term beyond has the rank of the last of these
}

// A Phrase is two to four words that come together more often than by chance. Its figures are those
// of the answers that decided.
type Phrase struct {
	Phrase   string `json:"phrase"` // as most people write it, in small letters
	Mentions int    `json:"mentions"`
	People   int    `json:"people"`
	Counted  bool   `json:"counted"` // as one term; else it is a hint, since it would gut one of its words

	// What speaks for it: how many people say its rarest and its commonest word, and how far its words
	// are from meeting by chance, by the two that do so least.
	Rarest    int     `json:"rarest"`
	Commonest int     `json:"commonest"`
	Chance    float64 `json:"g2"` // one decimal
}

// Cut says what a limit left out of the terms.
type Cut struct {
	Terms    int    `json:"terms"`
	Mentions Figure `json:"mentions"`
	// Tied counts those that a limit left out although there was room for others of
	// the same rank.
	Tied   int `json:"-"`
	TiedAt int `json:"-"` // their count, unweighted, of what ranks
	Lone   int `json:"-"` // those that one person said, left out for that alone
}

// A Tally is the counted question. Terms are in order of what ranks, falling;
// then the other count, falling; then the bytes of the label, and last those
// of the stem, so that no two terms are equal.
type Tally struct {
	Base   Base   `json:"base"`
	Tokens Tokens `json:"tokens"`
	Terms  []Term `json:"terms"`
	// OptionOrder are the terms of a closed question in the order of the questionnaire, where that is
	// known (order.go), and OrderFrom what knows it.
	OptionOrder []string    `json:"option_order,omitempty"`
	OrderFrom   OrderSource `json:"option_order_from,omitempty"`
	SetAside    []AsideTerm `json:"set_aside"`        // in the order of Terms, but by unweighted counts
	Themes      []Theme     `json:"themes"`           // in the order in which they were given
	Uncoded     Figure      `json:"uncoded,omitzero"` // valid respondents with words of no theme; where there are themes
	AnyOfTop    []AnyOf     `json:"any_of_top"`
	// AnyOfTopReason says why AnyOfTop is left out.
	AnyOfTopReason string `json:"any_of_top_reason,omitempty"`
	Cut            Cut    `json:"cut"`
	// Suppressed says what disclosure control left out; figures that would tell
	// of it are Withheld.
	Suppressed Cut     `json:"suppressed"`
	Masked     *Masked `json:"masked,omitempty"` // where words are covered
	// Concealed are the stems of terms that the whole shows and this group does
	// not, though people of the group may have said them; sorted.
	Concealed []string `json:"-"`
	RankBy    Count    `json:"-"` // a document has it among its options
}

// Masked says what a list of words covers in what is shown.
type Masked struct {
	Terms       int    `json:"terms"`       // whose label has such a word, listed or not
	Respondents Figure `json:"respondents"` // who said any; withheld where it is not known
}

// Complete reports whether no term has been cut or suppressed.
func (t *Tally) Complete() bool { return t.Cut.Terms == 0 && t.Suppressed.Terms == 0 }

// Themeless are the terms that no theme has, in order. Without themes it is the list itself,
// which may be long.
func (t *Tally) Themeless() []Term {
	themed := func(x Term) bool { return x.Theme != "" }
	if !slices.ContainsFunc(t.Terms, themed) {
		return t.Terms
	}
	return slices.DeleteFunc(slices.Clone(t.Terms), themed)
}

// A Figure is a count that disclosure control may withhold. In JSON it is a number,
// or null if it is withheld: a figure that is not shown differs from 0.
type Figure int

// Withheld is the Figure that is not shown. It is far below any count, so a sum
// that includes it by mistake fails every check.
const Withheld Figure = math.MinInt

// IsWithheld reports whether the figure is not shown.
func (f Figure) IsWithheld() bool { return f == Withheld }

// IsZero is IsWithheld: a document leaves out a field with omitzero that is not shown.
func (f Figure) IsZero() bool { return f.IsWithheld() }

// UnmarshalJSON reads null as a figure that is withheld.
func (f *Figure) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		*f = Withheld
		return nil
	}
	return json.Unmarshal(text, (*int)(f))
}

// MarshalJSON writes null for a figure that is withheld.
func (f Figure) MarshalJSON() ([]byte, error) {
	if f.IsWithheld() {
		return []byte("null"), nil
	}
	return strconv.AppendInt(nil, int64(f), 10), nil
}
