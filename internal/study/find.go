package study

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/internal/lang"
	"verbatim/internal/privacy"
	"verbatim/internal/segment"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// A quoter searches each answer for what was asked for, and collects the quotes:
//
//	answer ─ read ─▶ text, tokens ─ spans ─▶ marks ─ parts ─▶ Quote ─ keep ─▶ sample
//
// An answer without a mark gives no quote. Marks are found in the tokens, as they
// were counted, so that "trusted" is found for "trust" and "trustee" is not.
type quoter struct {
	worker
	sampler
	count   *Count
	ask     Quoting
	wanted  map[string]bool // keys; nil is any
	inside  bool            // words are wanted where a phrase that was found has taken them, too
	literal string          // a number or an address that is looked for as it is written
	theme   int             // -1 is any
	words   *privacy.Masker // of --mask; nil: there is no list
	forms   map[string]int  // mentions of what is marked
	said    tally.Uses      // what is marked
	found   Quotes
	person  int // the current respondent, from 1
	files   map[string]uint64
}

// newQuoter prepares the search. The numbers of the files stand for their names in
// the place of a quote, which puts quotes in the order of the export.
func newQuoter(r *run, c *Count, ask Quoting) (*quoter, error) {
	w, err := r.reader()
	if err != nil {
		return nil, err
	}
	x := &quoter{worker: w, count: c, files: make(map[string]uint64)}
	if x.words, err = r.masker(); err != nil {
		return nil, err
	}
	for i, name := range r.export.Files {
		x.files[name] = uint64(i)
	}
	x.begin(ask)
	if ask.Theme != "" {
		x.theme = slices.Index(x.themes.Names(), ask.Theme)
	}
	if ask.Term != "" {
		x.want(ask.Term)
	}
	return x, nil
}

// begin starts with nothing found of what was asked for.
func (x *quoter) begin(ask Quoting) {
	x.ask, x.theme, x.forms = ask, -1, make(map[string]int)
	x.sampler = sampler{size: ask.Sample, seed: ask.Seed}
	x.found = Quotes{Asked: ask, Term: cmp.Or(ask.Term, ask.Theme)}
}

// want adds what a term is counted under: the keys of terms that are written or
// labelled so, and the key that the analyzer gives the word, since the word may not
// be a term.
func (x *quoter) want(asked string) {
	x.wanted = x.count.keysOf(asked)
	if tokens := x.analyzer.Tokens(asked); len(tokens) == 1 && tokens[0].IsSign() {
		x.literal = strings.TrimSpace(segment.Normalised(asked))
	} else if len(tokens) == 1 {
		x.wanted[tokens[0].Key] = true
		x.wantInEach(x.wanted, asked)
	}
	for _, t := range x.count.Shown.Tally().Terms {
		if x.wanted[t.Key()] {
			x.found.Term = t.Label
			return
		}
	}
	for _, t := range x.count.Shown.Tally().Terms {
		if x.wanted[t.Plain().Key()] { // everybody denies it
			x.found.Term, x.wanted[t.Key()] = t.Label, true
			return
		}
	}
}

// A span of an answer, in bytes of its normalised text.
type span struct {
	start, end int
	text       string
}

// readAll reads all answers once, and calls visit for each: who gave it, which of
// their answers it is, its text and its tokens.
func (x *quoter) readAll(ctx context.Context, visit func(r *survey.Response, i int, text string, tokens []term.Token)) error {
	x.person = 0
	return x.run.each(ctx, func(r *survey.Response) {
		x.person++
		for row := range r.EachRow {
			for i, answer := range row.Answers {
				text, tokens := x.read(answer)
				visit(row, i, text, tokens)
			}
		}
	})
}

// answer searches one answer, which has been read, for what is wanted. Every answer
// that has it counts, drawn or not: the figures are about all of them.
func (x *quoter) answer(r *survey.Response, i int, text string, tokens []term.Token) {
	spans := x.spans(text, tokens)
	if len(spans) == 0 {
		return
	}
	x.found.Answers++
	for _, s := range spans {
		x.forms[s.text]++
		x.said.Add(x.person)
	}
	// The place packs file, line and answer, in the order of the export:
	//
	// 	file (16 bits) │ line (40) │ answer (8)
	//
	// The shifts leave the line 40 bits, far more than a file has.
	place := x.files[r.File]<<40 | uint64(r.Line)
	q := Quote{File: r.File, Line: r.Line, ID: strings.Clone(x.run.shownID(r)), place: place<<8 | uint64(i&0xFF), hash: scattered(x.seed, place, uint64(i))}
	x.keep(q, func() []Part { return x.parts(text, tokens, spans) })
}

// read returns the text of an answer and its tokens: none if it is a non-answer.
func (x *quoter) read(answer string) (string, []term.Token) {
	tokens, class := x.analyze(answer)
	if class != lang.Substantive {
		return "", nil
	}
	return x.text(answer), tokens
}

// spans are the places in an answer that are marked. A term of a theme may be
// several words, and marks never overlap: the one that begins first is kept.
//
//	we trust the open process       tokens  ─ trust ─ open process
//	   ─────     ────────────       spans   of the theme "openness"
//
// Where a term and a theme are asked for, the term is marked, and the answer has to
// be of the theme as well.
func (x *quoter) spans(text string, tokens []term.Token) (spans []span) {
	if x.theme >= 0 && !x.themes.Has(tokens, x.theme) {
		return nil
	}
	if x.wanted == nil || x.inside {
		tokens = term.Apart(tokens, x.wanted)
	}
	for i := range tokens {
		n := x.length(text, tokens[i:])
		if n == 0 {
			continue
		}
		start, end := tokens[i].Start, tokens[i+n-1].End
		if tokens[i].Denies != nil && n == 1 {
			start, end = wordingOf(tokens, i, text)
		}
		if len(spans) == 0 || start >= spans[len(spans)-1].end {
			spans = append(spans, span{start, end, text[start:end]})
		}
	}
	return spans
}

// length is the number of tokens, from the first on, that are marked together.
func (x *quoter) length(text string, tokens []term.Token) int {
	switch t := &tokens[0]; {
	case x.wanted == nil:
		return x.themes.Length(tokens, x.theme)
	case x.wanted[t.Key], x.literal != "" && text[t.Start:t.End] == x.literal:
		return 1
	}
	return 0
}

// wordingOf is the place of a denied word together with what denies it: "not really transparent".
func wordingOf(tokens []term.Token, i int, text string) (start, end int) {
	denies := func(first, last int) bool {
		return strings.EqualFold(term.Written(tokens[first:last+1], text), tokens[i].Form)
	}
	for first := i - 1; first >= 0 && !tokens[first+1].Opens; first-- {
		if denies(first, i) {
			return tokens[first].Start, tokens[i].End
		}
	}
	if i+1 < len(tokens) && denies(i, i+1) {
		return tokens[i].Start, tokens[i+1].End
	}
	return tokens[i].Start, tokens[i].End
}

// parts cuts an answer, or the excerpt of it that is quoted, at its marks. The
// text is copied, since it is kept after the block that it is a part of.
func (x *quoter) parts(text string, tokens []term.Token, spans []span) (parts []Part) {
	at, last := excerpt(text, tokens, spans[0].start, x.ask.Most)
	if at > 0 {
		parts = append(parts, Part{Text: "…"})
	}
	// add closes the piece that is open, and leaves out empty ones.
	add := func(end int, match bool) {
		if end > at {
			parts = append(parts, Part{x.shown(text, at, end), match})
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

// shown returns a piece of an answer as it may be shown.
func (x *quoter) shown(text string, start, end int) string {
	if x.words != nil {
		return segment.Spelled(privacy.Covered(text, start, end, x.words.Places(text)))
	}
	return strings.Clone(segment.Spelled(text[start:end]))
}

// excerpt is where the part of an answer that is quoted begins and ends: at words, a quarter of it
// before the first mark. An answer of no more characters than most is quoted whole; where most is
// 0, so is every answer.
//
//	… could be opened, and │trust│ is what keeps us here, since we know that …
//	 ◀────── most / 4 ─────  ▲  ─────────────── the rest of most ──────────▶
func excerpt(text string, tokens []term.Token, mark, most int) (start, end int) {
	if most == 0 || len(text) <= most || forward(text, 0, most) == len(text) {
		return 0, len(text)
	}
	// More text follows a mark than precedes it, since what people say about a word
	// mostly comes after it.
	start = backward(text, mark, most/4)
	end = forward(text, start, most)
	if start > 0 { // at the first word from there on; the mark is at one
		i, _ := slices.BinarySearchFunc(tokens, start, func(t term.Token, at int) int { return cmp.Compare(t.Start, at) })
		start = min(tokens[min(i, len(tokens)-1)].Start, mark)
	}
	if end < len(text) { // after the last word up to there, if the mark is not longer
		i, _ := slices.BinarySearchFunc(tokens, end+1, func(t term.Token, at int) int { return cmp.Compare(t.End, at) })
		if i > 0 && tokens[i-1].End > mark {
			end = tokens[i-1].End
		}
	}
	return start, end
}

// forward is the position a number of characters after another, or the end.
func forward(text string, at, characters int) int {
	for ; characters > 0 && at < len(text); characters-- {
		_, n := utf8.DecodeRuneInString(text[at:])
		at += n
	}
	return at
}

// backward is the position a number of characters before another, or the beginning.
func backward(text string, at, characters int) int {
	for ; characters > 0 && at > 0; characters-- {
		_, n := utf8.DecodeLastRuneInString(text[:at])
		at -= n
	}
	return at
}

// wantInEach adds the keys that a word has in each language of the survey.
func (w *worker) wantInEach(wanted map[string]bool, word string) {
	for _, key := range w.analyzer.KeysOf(word) {
		wanted[key] = true
	}
}
