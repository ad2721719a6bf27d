package study

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/internal/decision"
	"verbatim/internal/lang"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// An explanation leads from a word, in any form, to everything that it is counted
// as. One form may have several senses, and one sense has several forms:
//
//	"none" ─▶ key "none" ─┬─ nil_answer   None 31, none 12      the whole answer
//	                      └─ stop_word    none 4                within others
//
// Senses are collected answer by answer. Then the tally adds what only it knows: the
// rank, the label with its reason, and the phrases that have taken mentions away.

// placesListed is how many places of a form an explanation lists.
const placesListed = 8

// Explain says what led to the count of a term, given in any of its forms, by
// going through the answers once more. It never tells what an answer says beyond
// the term, but it is of single answers, so it is not asked for where Options.Withholds.
func (c *Count) Explain(ctx context.Context, asked string) (*tally.Explanation, error) {
	w, err := c.run.reader()
	if err != nil {
		return nil, err
	}
	x := &explainer{worker: w, count: c, wanted: c.keysOf(asked), senses: make(map[[2]string]*sense)}
	x.ask(asked)
	for key := range x.wanted { // a word and what denies it are told together
		root := term.RootOf(key)
		for _, root.Denied = range []bool{false, true} {
			x.wanted[root.Key()] = true
		}
	}
	if err := c.run.each(ctx, x.respondent); err != nil {
		return nil, err
	}
	return x.explanation(asked), nil
}

// explainer collects the senses of what was asked for.
type explainer struct {
	worker
	count  *Count
	person int                  // the current respondent, from 1
	asked  term.Token           // alone; zero where it is several words
	words  []string             // their keys, where it is several
	wanted map[string]bool      // keys
	senses map[[2]string]*sense // by what they are counted as, and the key

	together *decision.Together // where it is several words that are no term
}

// sense is a sense while it is collected.
type sense struct {
	tally.Sense
	uses  tally.Uses
	forms map[string]*formUse
}

// formUse is a form while it is collected.
type formUse struct {
	tally.FormUse
	uses tally.Uses
}

// ask records what was asked for as an analyzer sees it.
func (x *explainer) ask(asked string) {
	tokens := x.analyzer.Tokens(asked)
	if len(tokens) == 2 && tokens[0].Kind == term.StopWord && tokens[0].End == tokens[1].Start {
		tokens = tokens[1:] // "l'argent" is "argent"
	}
	if len(tokens) == 1 {
		x.asked = tokens[0]
		if !x.asked.IsSign() {
			x.wanted[x.asked.Key] = true
			x.wantInEach(x.wanted, asked)
		}
		return
	}
	for _, t := range tokens {
		if len(x.wanted) > 0 {
			return // they are a term: "not transparent"
		}
		x.words = append(x.words, t.Key)
	}
	if len(x.words) > 1 && !x.run.listed() {
		x.together = decision.NewTogether(tokens)
	}
}

// respondent looks for what is wanted in the answers of one respondent.
func (x *explainer) respondent(r *survey.Response) {
	x.person++
	for row := range r.EachRow {
		for _, answer := range row.Answers {
			tokens, class := x.analyze(answer)
			if x.together != nil {
				x.together.Look(tokens, class, x.person)
			}
			for _, t := range tokens {
				if x.wanted[t.Key] {
					x.sense(reasonOf(t.Word, class), t.Key).mention(t, row, x)
				}
			}
		}
	}
}

// reasonOf says what a word of an answer is counted as. What the whole answer is
// decides first, then the kind of the word. The names are part of the documents,
// so they do not change.
func reasonOf(w *term.Word, class lang.Class) string {
	byClass := map[lang.Class]string{lang.Nil: "nil_answer", lang.NonResponse: "non_response"}
	byKind := map[term.Kind]string{term.StopWord: "stop_word", term.Dropped: "dropped", term.Number: "number", term.Address: "address"}
	reason := cmp.Or(byClass[class], byKind[w.Kind])
	if reason == "" && w.Aside != term.Ranked {
		reason = tally.Reason(w.Aside)
	}
	return cmp.Or(reason, "term")
}

// sense returns the sense of a key, and makes it at the first mention. One key has
// several where its words are counted differently: "none" is a nil answer alone and
// a stop word elsewhere.
func (x *explainer) sense(as, key string) *sense {
	name := [2]string{as, key}
	s := x.senses[name]
	if s == nil {
		s = &sense{Sense: tally.Sense{As: as, Root: term.RootOf(key)}, forms: make(map[string]*formUse)}
		x.senses[name] = s
	}
	return s
}

// mention counts one mention.
func (s *sense) mention(t term.Token, r *survey.Response, x *explainer) {
	f := s.forms[t.Form]
	if f == nil {
		f = &formUse{FormUse: tally.FormUse{Form: strings.Clone(t.Form), By: countedBy(t), Places: []tally.Place{}}}
		s.forms[f.Form] = f
		if x.themes != nil {
			s.addThemes(x.themes.All(t.Word))
		}
	}
	s.uses.Add(x.person)
	if t.Negated {
		f.Negated++
		s.Negated++
	}
	// A respondent has one place for each form, denied if any mention there is.
	// Places beyond the limit are counted and not listed.
	switch first := f.uses.Add(x.person); {
	case !first:
		if at := len(f.Places) - 1; f.NotListed == 0 {
			f.Places[at].Negated = f.Places[at].Negated || t.Negated
		}
	case len(f.Places) < placesListed:
		f.Places = append(f.Places, tally.Place{File: r.File, Line: r.Line, Negated: t.Negated})
	default:
		f.NotListed++
	}
}

// addThemes adds the themes of a form that are not there yet.
func (s *sense) addThemes(themes []string) {
	for _, theme := range themes {
		if !slices.Contains(s.Themes, theme) {
			s.Themes = append(s.Themes, theme)
		}
	}
}

// countedBy says why a form counts under its key, if it is not the key itself.
func countedBy(t term.Token) string {
	switch {
	case t.Label != "":
		return "synonym"
	case t.Parts > 1 && !strings.Contains(t.Key, " "):
		return "spacing"
	case t.Parts > 1:
		return "phrase"
	case !strings.EqualFold(t.Folded, term.RootOf(t.Key).Stem) && t.Folded != "":
		return "stem"
	}
	return ""
}

// explanation puts the senses in order and adds what the tally knows.
func (x *explainer) explanation(asked string) *tally.Explanation {
	e := &tally.Explanation{Asked: asked, Senses: []tally.Sense{}, Near: []tally.Near{}}
	if len(x.senses) == 0 && x.asked.Word != nil && x.asked.Kind != term.Counted {
		s := x.sense(reasonOf(x.asked.Word, lang.Substantive), x.asked.Key) // that nobody said
		if x.asked.IsSign() {
			s.Root = term.Root{}
		}
	}
	for _, s := range x.senses {
		x.finish(s, asked)
		e.Senses = append(e.Senses, s.Sense)
	}
	slices.SortFunc(e.Senses, func(a, b tally.Sense) int {
		return cmp.Or(cmp.Compare(rankOf(a), rankOf(b)), cmp.Compare(b.Respondents, a.Respondents), cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Key(), b.Key()), cmp.Compare(a.As, b.As))
	})
	if len(e.Senses) == 0 && x.asked.Word != nil {
		e.InPhrases = x.inPhrases(x.asked.Key)
	}
	if len(x.words) == 0 && (len(e.Senses) == 0 || rankOf(e.Senses[0]) > 0) {
		e.Near = x.count.Shown.Tally().NearTo(asked)
	}
	if e.Found = x.foundPhrases(); len(e.Found) == 0 {
		e.Together = x.together.Found(x.run.opt.Phrases == FoundPhrases)
	}
	for _, t := range x.count.Shown.Tally().Terms {
		if slices.Contains(x.words, t.Key()) {
			e.Words = append(e.Words, tally.Near{Term: t.Label, Mentions: t.Mentions, Respondents: t.Respondents})
		}
	}
	return e
}

// foundPhrases are those that were found and are, or hold, what was asked for.
func (x *explainer) foundPhrases() (found []tally.Phrase) {
	wanted := func(key string) bool { return x.wanted[key] }
	for _, p := range x.run.decisions.Phrases {
		var keys []string
		for _, t := range x.analyzer.Tokens(p.Phrase) {
			keys = append(keys, t.Key)
		}
		whole := strings.Join(keys, " ")
		if wanted(whole) || slices.ContainsFunc(strings.Split(whole, " "), wanted) || whole == strings.Join(x.words, " ") {
			found = append(found, p)
		}
	}
	return found
}

// rankOf puts ranked terms before everything else.
func rankOf(s tally.Sense) int {
	if s.As == "term" {
		return 0
	}
	return 1
}

// finish fills in the figures of a sense that the tally has. Its label is the most
// frequent form or wording, or a synonym.
func (x *explainer) finish(s *sense, asked string) {
	s.Mentions, s.Respondents, s.Forms = s.uses.Mentions, s.uses.People, []tally.FormUse{}
	for _, f := range slices.SortedFunc(maps.Values(s.forms), func(a, b *formUse) int {
		return cmp.Or(cmp.Compare(b.uses.Mentions, a.uses.Mentions), cmp.Compare(utf8.RuneCountInString(a.Form), utf8.RuneCountInString(b.Form)), cmp.Compare(a.Form, b.Form))
	}) {
		f.Mentions = f.uses.Mentions
		s.Forms = append(s.Forms, f.FormUse)
	}
	s.Term = asked
	if len(s.Forms) > 0 {
		s.Term = s.Forms[0].Form
	}
	for _, t := range x.count.Shown.Tally().Terms {
		if s.As == "term" && t.Root == s.Root {
			s.Rank, s.Term, s.Either, s.LabelBy = t.Rank, t.Label, t.Either, "form"
			switch {
			case t.Denied:
				s.LabelBy, s.Word = "denied", t.Term
			case t.Term == t.Synonym:
				s.LabelBy = "synonym"
			}
		}
	}
	for _, synonym := range x.analyzer.SynonymsOf(s.Key()) {
		s.Synonyms = append(s.Synonyms, synonym)
		s.From = append(s.From, synonym.From)
	}
	s.InPhrases = x.inPhrases(s.Key())
}

// inPhrases are the phrases that have taken mentions from a key.
func (x *explainer) inPhrases(key string) []tally.Near {
	if x.run.listed() {
		return nil
	}
	var pieces []string // words that are written with spaces, and the asked one is a part of
	for spaced := range x.run.decisions.Twins {
		if x.asked.Word == nil || key != x.asked.Key || !slices.Contains(strings.Fields(spaced), x.asked.Folded) {
			continue
		}
		for _, t := range x.analyzer.Tokens(spaced) {
			pieces = append(pieces, t.Key)
		}
	}
	return x.count.sum.Phrases(key, pieces)
}

// Variants are terms that may be misspellings of a more frequent one. They are suggestions for a
// list of synonyms, which a person reviews, and of single answers, so they are not asked for where
// Options.Withholds.
func (c *Count) Variants() []tally.Variant {
	if c.run.listed() {
		return nil // what people chose or typed as one is not a word to respell
	}
	return c.Shown.Tally().Variants(c.run.terms.Lang.Reviewed)
}
