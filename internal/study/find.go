package study

import (
	"slices"
	"strconv"
	"strings"

	"verbatim/internal/privacy"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// A span of an answer, in bytes of its normalised text.
type span struct {
	start, end int
	text       string
}

// respondent looks for what is wanted in the answers of one respondent.
func (x *quoter) respondent(r *survey.Response) {
	x.person++
	for i, answer := range r.Answers {
		text, tokens := x.read(answer)
		x.answer(r, i, text, tokens)
	}
}

// answer looks for what is wanted in one answer, which has been read.
func (x *quoter) answer(r *survey.Response, i int, text string, tokens []term.Token) {
	spans := x.spans(text, tokens)
	if len(spans) == 0 {
		return
	}
	x.found.Answers++
	x.mentions += len(spans)
	if x.last != x.person {
		x.last = x.person
		x.found.People++
	}
	for _, s := range spans {
		x.forms[s.text]++
	}
	// The place packs file, line and answer, in the order of the export:
	//
	// 	file (16 bits) │ line (40) │ answer (8)
	//
	// The shifts leave the line 40 bits, far more than a file has.
	place := x.files[r.File]<<40 | uint64(r.Line)
	q := Quote{File: r.File, Line: r.Line, place: place<<8 | uint64(i&0xFF), hash: scattered(x.ask.Seed, place, uint64(i))}
	if x.run.id > 0 {
		q.ID = strings.Clone(r.Extra[len(r.Extra)-1])
	}
	x.keep(q, func() []Part { return x.parts(text, tokens, spans) })
}

// read gives the text of an answer and its tokens: none where it is a
// non-answer. An answer to a multiple choice is its options, one a line.
func (x *quoter) read(answer string) (string, []term.Token) {
	if !x.run.options {
		tokens, class := x.analyzer.Answer(answer)
		if class != term.Substantive {
			return "", nil
		}
		return term.Normalised(answer), tokens
	}
	var tokens []term.Token
	var text strings.Builder
	for _, option := range x.run.question.Options(answer) {
		if text.Len() > 0 {
			text.WriteString("; ")
		}
		for _, t := range x.analyzer.Tokens(option) {
			t.Start, t.End = t.Start+text.Len(), t.End+text.Len()
			tokens = append(tokens, t)
		}
		text.WriteString(term.Normalised(option))
	}
	return text.String(), tokens
}

// spans are the places in an answer that are marked.
func (x *quoter) spans(text string, tokens []term.Token) (spans []span) {
	inTheme := false
	for i := range tokens {
		n := 1
		if x.theme >= 0 {
			n = x.themes.Length(tokens[i:], x.theme)
			inTheme = inTheme || n > 0
		}
		t := &tokens[i]
		if x.wanted != nil {
			n = 1
			if !x.wanted[t.Key] && (x.number == "" || text[t.Start:t.End] != x.number) {
				continue
			}
		}
		if n == 0 || len(spans) > 0 && t.Start < spans[len(spans)-1].end {
			continue
		}
		end := tokens[i+n-1].End
		spans = append(spans, span{t.Start, end, text[t.Start:end]})
	}
	if x.theme >= 0 && !inTheme {
		return nil
	}
	return spans
}

// withhold leaves out rare forms, or everything where few people said what was
// asked for, or where that follows: with a term in a theme, the difference to
// the term or to the theme alone tells of few.
func (x *quoter) withhold() error {
	q, t, n := &x.found, x.count.Shown.Tally(), x.run.opt.Suppress
	// few reports whether a difference between two shown numbers is of so few people
	// that it may not be told.
	few := func(people int) bool { return 0 < people && people < n }
	term := slices.IndexFunc(t.Terms, func(y tally.Term) bool { return x.wanted[y.Stem] })
	theme := slices.IndexFunc(t.Themes, func(y tally.Theme) bool { return y.Theme == x.ask.Theme })
	stem, tells := q.Term, q.People < n || x.theme >= 0 && theme < 0
	if term >= 0 {
		stem = t.Terms[term].Stem
		tells = tells || few(t.Terms[term].Respondents-q.People)
	} else if x.wanted != nil {
		tells = tells || x.concealed()
	}
	if theme >= 0 {
		tells = tells || few(t.Themes[theme].Respondents-q.People)
	}
	if tells {
		return &privacy.WithheldError{What: x.askedFor(), Least: n, Hint: "only what verbatim tally shows with the same flags is quoted"}
	}
	q.Forms = privacy.FoldForms(q.Forms, stem, x.mentions-q.People, n)
	if x.wanted == nil { // of a theme: words that few may have said
		q.Forms, q.Mentions = nil, tally.Withheld
	}
	return nil
}

// askedFor names what was asked for.
func (x *quoter) askedFor() string {
	switch {
	case x.ask.Theme == "":
		return strconv.Quote(x.ask.Term)
	case x.ask.Term == "":
		return "the theme " + strconv.Quote(x.ask.Theme)
	}
	return strconv.Quote(x.ask.Term) + " with the theme " + strconv.Quote(x.ask.Theme)
}

// concealed tells whether what is looked for, and is no ranked term that is
// shown, is anything but a word that is set aside or not counted.
func (x *quoter) concealed() bool {
	tokens := x.analyzer.Tokens(x.ask.Term)
	if len(tokens) != 1 || tokens[0].IsSign() {
		return true
	}
	isAside := func(a tally.AsideTerm) bool { return x.wanted[a.Stem] }
	return tokens[0].Kind == term.Counted && !slices.ContainsFunc(x.count.Shown.Tally().SetAside, isAside)
}

// scattered is a number that depends on the seed and the place alone, as evenly
// as if it were drawn: the finisher of SplitMix64, once for each of them.
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
