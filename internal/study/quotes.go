package study

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/segment"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// Quotes finds the answers behind a term or a theme by going through them once
// more. The sample depends only on the seed and on the positions of the answers.
// The error is a *privacy.WithheldError under disclosure control, and a
// *notice.NothingError if nobody said what was asked for.
func (c *Count) Quotes(ctx context.Context, ask Quoting) (*Quotes, error) {
	r := c.run
	if err := cmp.Or(r.opt.CheckQuotes(), r.knowsTheme(ask.Theme)); err != nil {
		return nil, err
	}
	denied := func(t tally.Term) bool { return t.Denied && c.keysOf(ask.Term)[t.Key()] }
	if !slices.ContainsFunc(c.Shown.Tally().Terms, denied) {
		r.terms.Found = append(slices.Clip(r.terms.Found), ask.Term) // several words are one thing to look for
	}
	x, err := newQuoter(&r, c, ask)
	if err != nil {
		return nil, err
	}
	x.inside = true
	if err := x.readAll(ctx, x.answer); err != nil {
		return nil, err
	}
	q := x.quotes()
	if q.Answers == 0 {
		return nil, x.nothing()
	}
	return q, nil
}

// knowsTheme refuses a theme that is not in the list; "" is none.
func (r *run) knowsTheme(theme string) error {
	var names []string
	for _, t := range r.themes {
		if t.Theme == theme {
			return nil
		}
		names = append(names, quoted(t.Theme))
	}
	if theme == "" {
		return nil
	}
	names = slices.Compact(names)
	return &notice.UsageError{Where: "--theme", What: "there is no theme " + quoted(theme), Hint: "the list has " + strings.Join(names, ", ")}
}

// QuotesOf finds the answers behind several terms of the tally in one reading. The result is the
// same as that of Quotes for each term, but only of what is counted as it. ask says how many are drawn
// for each. Like Quotes, it is not asked under disclosure control (Options.CheckQuotes).
func (c *Count) QuotesOf(ctx context.Context, terms []tally.Term, ask Quoting) (all []*Quotes, err error) {
	r := &c.run
	if !r.rereadable {
		return nil, &notice.InputError{Name: "-", What: "is too long to be read twice, for quotes", Hint: "write it to a file first, or leave --quotes out"}
	}
	reader, err := newQuoter(r, c, Quoting{})
	if err != nil {
		return nil, err
	}
	list := make([]*quoter, len(terms))
	byKey := make(map[string][]*quoter, len(terms))
	for i, t := range terms {
		one := *reader // which shares the analyzer
		one.begin(Quoting{Term: t.Label, Sample: ask.Sample, Seed: ask.Seed, Most: ask.Most})
		one.wanted = map[string]bool{t.Key(): true}
		list[i] = &one
		byKey[t.Key()] = append(byKey[t.Key()], list[i])
	}
	err = reader.readAll(ctx, func(r *survey.Response, i int, text string, tokens []term.Token) {
		shown := make(map[*quoter]bool)
		for j := range tokens {
			for _, one := range byKey[tokens[j].Key] {
				if !shown[one] {
					shown[one], one.person = true, reader.person
					one.answer(r, i, text, tokens)
				}
			}
		}
	})
	if err != nil {
		return nil, err
	}
	for _, one := range list {
		all = append(all, one.quotes())
	}
	return all, nil
}

// nothing says that no answer has what was asked for, and what might be meant.
func (x *quoter) nothing() error {
	e := &notice.NothingError{Where: x.count.Where(), What: "no answer has " + quoted(x.found.Term), Hint: "verbatim tally lists the terms"}
	var near []string
	if x.ask.Term != "" {
		for _, n := range x.count.Shown.Tally().NearTo(x.ask.Term) {
			near = append(near, n.Term)
		}
	}
	switch {
	case x.ask.Theme != "" && x.ask.Term != "":
		e.What = "no answer of the theme " + quoted(x.ask.Theme) + " has " + quoted(x.found.Term)
		e.Hint = "without --theme it is looked for in all answers"
	case len(near) > 0:
		e.Hint = "terms like it: " + strings.Join(near, ", ")
	}
	return e
}

// quotes are what has been found.
func (x *quoter) quotes() *Quotes {
	q := &x.found
	q.People, q.Mentions = x.said.People, tally.Figure(x.said.Mentions)
	for _, form := range slices.Sorted(maps.Keys(x.forms)) {
		q.Forms = append(q.Forms, tally.Form{Form: x.words.Mask(segment.Spelled(form)), Mentions: x.forms[form]})
	}
	q.Term = x.words.Mask(q.Term)
	tally.SortForms(q.Forms)
	q.Quotes = x.drawn()
	return q
}

// Quoting says which answers to quote: those with a term, of a theme, or both.
type Quoting struct {
	Term   string // in any written form; "" is any
	Theme  string // of the list of themes; "" is any
	Sample int    // how many at most; 0 is all
	Seed   uint64
	Most   int // characters of an answer, about, around what was asked for; 0 is all of it
}

// Quotes are the answers behind a term or a theme.
type Quotes struct {
	Asked    Quoting
	Term     string       // the label; as asked for if it is not a ranked term
	Forms    []tally.Form // written forms of what is marked, as in a tally
	Answers  int          // that have it, quoted or not
	People   int          // who gave them
	Mentions tally.Figure
	Quotes   []Quote // in the order of the export
}

// A Quote is one answer, cut where what was asked for begins and ends. What was
// taken out of it is spelled out ("[e-mail]").
type Quote struct {
	File  string
	Line  int
	ID    string // where there is a column for it
	Parts []Part

	hash, place uint64
}

// A Part is a piece of an answer.
type Part struct {
	Text  string
	Match bool
}

// A sampler draws quotes. Each has a hash that depends only on the seed and on its
// position, and the sample is the quotes with the smallest hashes. So it does not
// depend on the order of reading, and the number of quotes need not be known in
// advance:
//
//	hash    17  88  03  54  61  29     a sample of two
//	kept    ──      ──                 03 and 17, in the order of the export
//
// The zero value keeps all quotes.
type sampler struct {
	size   int // 0 is all
	seed   uint64
	worst  uint64 // no quote of a greater hash is in the sample; 0: not known yet
	quotes []Quote
}

// keep adds a quote to the sample. parts puts its text together, and is called only
// if the quote may belong to the sample.
func (s *sampler) keep(q Quote, parts func() []Part) {
	if s.worst > 0 && q.hash > s.worst {
		return
	}
	q.Parts = parts()
	s.quotes = append(s.quotes, q)
	// The list is cut when it has twice the size of the sample. So memory stays
	// bounded, and sorts are rare.
	if s.size > 0 && len(s.quotes) >= 2*s.size {
		slices.SortFunc(s.quotes, byHash)
		s.quotes = s.quotes[:s.size]
		s.worst = s.quotes[s.size-1].hash
	}
}

// drawn is the sample, in the order of the export.
func (s *sampler) drawn() []Quote {
	slices.SortFunc(s.quotes, byHash)
	if s.size > 0 {
		s.quotes = s.quotes[:min(len(s.quotes), s.size)]
	}
	slices.SortFunc(s.quotes, func(a, b Quote) int { return cmp.Compare(a.place, b.place) })
	return s.quotes
}

// byHash orders quotes as they are drawn. The place decides between equal hashes,
// so that the sample does not depend on the order of reading.
func byHash(a, b Quote) int {
	return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.place, b.place))
}

// scattered is a number that depends only on the seed and the position, and is as
// evenly spread as a random one: the finisher of SplitMix64, once for each of them.
func scattered(seed uint64, places ...uint64) uint64 {
	h := seed
	for _, p := range places {
		h = (h ^ p) + 0x9E3779B97F4A7C15
		h = (h ^ h>>30) * 0xBF58476D1CE4E5B9
		h = (h ^ h>>27) * 0x94D049BB133111EB
		h ^= h >> 31
	}
	return h
}
