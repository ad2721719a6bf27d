package study

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

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
	Term     string       // the label; as asked for where it is no ranked term
	Forms    []tally.Form // written forms of what is marked, as in a tally
	Answers  int          // that have it, quoted or not
	People   int          // who gave them
	Mentions tally.Figure
	Quotes   []Quote // in the order of the export
}

// A Quote is one answer, cut where what was asked for begins and ends. What was
// taken out of it is spelled out ("[e-mail]"), and words that may not be shown
// are "…".
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

// Quotes finds the answers behind a term or a theme by going through them once
// more. Which answers make up the sample depends on the seed and on where they
// stand, and on nothing else. An error is a *privacy.WithheldError where too few
// people said what was asked for, and a *notice.NothingError where nobody did.
func (c *Count) Quotes(ctx context.Context, ask Quoting) (*Quotes, error) {
	r := c.run
	if err := r.knowsTheme(ask.Theme); err != nil {
		return nil, err
	}
	if r.opt.Suppress == 0 { // else only what the tally shows is quoted
		r.terms.Phrases = append(slices.Clip(r.terms.Phrases), ask.Term) // several words are one thing to look for
	}
	x, err := newQuoter(&r, c, ask)
	if err != nil {
		return nil, err
	}
	if err := x.learnMask(ctx); err != nil {
		return nil, err
	}
	if err := r.each(ctx, x.respondent); err != nil {
		return nil, err
	}
	q, err := x.quotes()
	if err == nil && q.Answers == 0 {
		err = x.nothing()
	}
	return q, err
}

// knowsTheme refuses a theme that is not in the list; "" is none.
func (r *run) knowsTheme(theme string) error {
	var names []string
	for _, t := range r.themes {
		if t.Theme == theme {
			return nil
		}
		if len(names) == 0 || names[len(names)-1] != quoted(t.Theme) {
			names = append(names, quoted(t.Theme))
		}
	}
	if theme == "" {
		return nil
	}
	return &notice.UsageError{Where: "--theme", What: "there is no theme " + quoted(theme), Hint: "the list has " + strings.Join(names, ", ")}
}

// quoter gathers quotes.
type quoter struct {
	worker
	count    *Count
	ask      Quoting
	wanted   map[string]bool // keys; nil is any
	number   string          // a number or an address that is looked for as it is written
	theme    int             // -1 is any
	mask     *mask           // nil: everything may be shown
	forms    map[string]int
	found    Quotes
	mentions int
	person   int    // the respondent at hand, from 1
	last     int    // the one who was counted last
	worst    uint64 // no quote of a greater hash is in the sample
	files    map[string]uint64
}

// newQuoter prepares the search. The numbers of the files stand for their names in
// the place of a quote, which puts quotes in the order of the export.
func newQuoter(r *run, c *Count, ask Quoting) (*quoter, error) {
	analyzer, err := term.New(r.terms)
	if err != nil {
		return nil, err
	}
	x := &quoter{worker: worker{run: r, analyzer: analyzer}, count: c, ask: ask, theme: -1, worst: math.MaxUint64,
		forms: make(map[string]int), files: make(map[string]uint64)}
	for i, name := range r.export.Files {
		x.files[name] = uint64(i)
	}
	if ask.Theme != "" {
		x.themes = analyzer.NewThemes(r.themes)
		x.theme = slices.Index(x.themes.Names(), ask.Theme)
	}
	x.found.Asked, x.found.Term = ask, cmp.Or(ask.Term, ask.Theme)
	if ask.Term != "" {
		x.want(ask.Term)
	}
	return x, nil
}

// want takes in what a term is counted under.
func (x *quoter) want(asked string) {
	x.wanted = x.count.keysOf(asked)
	if tokens := x.analyzer.Tokens(asked); len(tokens) == 1 && tokens[0].IsSign() {
		x.number = strings.TrimSpace(term.Normalised(asked))
	} else if len(tokens) == 1 {
		x.wanted[tokens[0].Key] = true
	}
	for _, t := range x.count.Shown.Tally().Terms {
		if x.wanted[t.Stem] {
			x.found.Term = t.Term
			return
		}
	}
}

// keep adds a quote to the sample, which is those of the smallest hashes. Only
// of those that may belong to it the text is put together.
func (x *quoter) keep(q Quote, parts func() []Part) {
	if q.hash > x.worst {
		return
	}
	q.Parts = parts()
	x.found.Quotes = append(x.found.Quotes, q)
	// The list is cut when it has twice the size of the sample: memory stays bounded,
	// and a sort is needed only after so many quotes again.
	if most := x.ask.Sample; most > 0 && len(x.found.Quotes) >= 2*most {
		slices.SortFunc(x.found.Quotes, byHash)
		x.found.Quotes = x.found.Quotes[:most]
		x.worst = x.found.Quotes[most-1].hash
	}
}

// byHash orders quotes as they are drawn. The place decides between equal hashes,
// so that the sample does not depend on the order of reading.
func byHash(a, b Quote) int {
	return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.place, b.place))
}

// parts cuts an answer, or the excerpt of it that is quoted, at its marks.
func (x *quoter) parts(text string, tokens []term.Token, spans []span) (parts []Part) {
	at, last := x.excerpt(text, tokens, spans[0].start)
	if at > 0 {
		parts = append(parts, Part{Text: "…"})
	}
	// add closes the piece that is open, and leaves out empty ones.
	add := func(end int, match bool) {
		if end > at {
			parts = append(parts, Part{x.shown(text, tokens, at, end), match})
		}
		at = end
	}
	for _, s := range spans {
		if s.start >= last {
			break
		}
		add(s.start, false)
		add(min(s.end, last), true)
	}
	add(last, false)
	if last < len(text) {
		parts = append(parts, Part{Text: "…"})
	}
	return parts
}

// shown is a piece of an answer as it may be shown.
func (x *quoter) shown(text string, tokens []term.Token, start, end int) string {
	if x.mask != nil {
		return x.mask.masked(text, tokens, start, end)
	}
	return strings.Clone(term.Spelled(text[start:end]))
}

// nothing says that no answer has what was asked for, and what might be meant.
func (x *quoter) nothing() error {
	e := &notice.NothingError{Where: x.count.where(), What: "no answer has " + quoted(x.found.Term), Hint: "verbatim tally lists the terms"}
	var near []string
	if x.ask.Term != "" {
		for _, n := range x.count.Shown.Tally().NearTo(x.ask.Term) {
			near = append(near, fmt.Sprintf("%s (%d)", n.Term, n.Mentions))
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
func (x *quoter) quotes() (*Quotes, error) {
	q := &x.found
	q.Mentions = tally.Figure(x.mentions)
	for _, form := range slices.Sorted(maps.Keys(x.forms)) {
		q.Forms = append(q.Forms, tally.Form{Form: term.Spelled(form), Mentions: x.forms[form]})
	}
	tally.SortForms(q.Forms)
	if x.mask != nil {
		if err := x.withhold(); err != nil {
			return nil, err
		}
	}
	q.Quotes = x.sampled()
	return q, nil
}

// sampled is the sample, in the order of the export.
func (x *quoter) sampled() []Quote {
	list := x.found.Quotes
	slices.SortFunc(list, byHash)
	if x.ask.Sample > 0 {
		list = list[:min(len(list), x.ask.Sample)]
	}
	slices.SortFunc(list, func(a, b Quote) int { return cmp.Compare(a.place, b.place) })
	return list
}
