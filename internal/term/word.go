package term

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"verbatim/internal/lang"
	"verbatim/internal/segment"
)

// lookUp is the pass that makes a token of each piece. In an answer that is all in
// capitals, a word in capitals is not an acronym.
func (a *Analyzer) lookUp() {
	a.shouted = len(a.pieces) > 0 && segment.AllCapitals(a.text)
	pieces, met := a.pieces, a.met
	tokens := slices.Grow(a.tokens, len(pieces))[:len(pieces)]
	for i := range pieces {
		p := &pieces[i]
		var w *Word
		if p.Kind == segment.Word && !a.shouted {
			w = a.cache.find(a.text, p.Start, p.End)
		}
		if w == nil {
			w = a.word(p)
		}
		met |= w.hints
		if w.capital && !p.Clause {
			met |= capitals
		}
		tokens[i] = Token{Word: w, Start: p.Start, End: p.End, Parts: 1, Opens: p.Clause}
	}
	a.tokens, a.met = tokens, met
}

// word finds the word of a piece: in the cache, else in the dictionary, else by
// classifying it. There may be as many numbers and addresses as rows, so all of a
// kind share one word.
func (a *Analyzer) word(p *segment.Piece) *Word {
	raw := a.text[p.Start:p.End]
	switch {
	case p.Kind != segment.Word && !(p.Kind == segment.Number && a.special[raw].as == keepWord):
		return a.signs[p.Kind]
	case a.shouted && a.isAcronym(raw):
		raw = strings.ToLower(raw)
	}
	if w := a.cache.find(raw, 0, len(raw)); w != nil {
		return w
	}
	w := a.known(raw+a.tongue, func(name string) *Word { return a.classify(strings.TrimSuffix(name, a.tongue)) })
	a.cache.put(w)
	return w
}

// classify finds out everything that a written word shows by itself:
//
//	"Partners" ─ fold ─▶ "partners" ─ stem ─▶ "partner" ─ sort out ─▶ counted ─ synonyms ─▶ "Partner"
func (a *Analyzer) classify(raw string) *Word {
	folded := a.folded(raw)
	w := &Word{Form: raw, Key: a.key(folded), Folded: folded}
	w.traits = a.lang.Traits(folded)
	if a.others(func(l *lang.Language) bool { return l.Has(folded, lang.Dotted) }) {
		w.traits |= lang.Dotted
	}
	if a.lang.IsSpaced() && !a.opt.Lang.InGrammar(raw) && !a.others(func(l *lang.Language) bool { return l.InGrammar(raw) }) {
		w.hints |= proves
	}
	w.capital, w.small = segment.IsCapitalised(raw), strings.HasPrefix(folded, raw[:1]) && segment.HasLetter(raw)
	a.sortOut(w)
	a.relabel(w)
	a.tell(w)
	return w
}

// tell finds what a word of the main language says about the language of an answer.
func (a *Analyzer) tell(w *Word) {
	if len(a.opt.Others) == 0 || a.tongue != "" {
		return
	}
	if a.detector == nil {
		a.detector = lang.NewDetector()
	}
	leads := a.detector.Leads(w.Form, a.opt.Lang, a.opt.Others)
	if leads == nil {
		return // it tells none
	}
	if lang.IsShort(w.Form) && segment.AllCapitals(w.Form) {
		w.hints |= shout
	}
	w.leads = &leads
}

// sortOut decides whether a word is counted, and whether it is set aside. The
// user's options go before the lists of the language.
func (a *Analyzer) sortOut(w *Word) {
	s := a.treatmentOf(w)
	a.meet(s.entries)
	switch {
	case s.as == keepWord:
		return
	case s.as == dropWord, w.Folded == "": // only the stretching of an Arabic word
		w.Kind = Dropped
		return
	case a.isAcronym(w.Form):
	case s.as == stopToo, !a.opt.NoStopwords && a.lang.IsStop(w.Folded):
		w.Kind = StopWord
		return
	}
	if w.Aside = a.aside(w.Folded, w.Key); w.Aside == Filler {
		w.vague = a.lang.IsVague(w.Folded, a.stemOf(w.Folded))
		w.broad = a.lang.IsBroad(w.Folded, a.stemOf(w.Folded))
	}
}

// treatmentOf is what the options say of a word. What they drop goes in every form that
// counts together with it: pipe, pipes, pipe's.
func (a *Analyzer) treatmentOf(w *Word) special {
	s := a.special[w.Folded]
	if owner := a.lang.Owner(w.Folded); s.as == usual && a.special[owner].as != keepWord {
		s = a.special[owner]
	}
	if s.as == usual {
		return a.dropped[w.Key]
	}
	return s
}

// relabel counts a word under its synonym, if the user lists one.
func (a *Analyzer) relabel(w *Word) {
	if to, ok := a.phrases.single[w.Key]; ok && w.Kind == Counted {
		w.Key, w.Label = to.key, to.label
		a.meet(to.entries)
	}
}

// aside says whether a counted word is set aside, and why.
func (a *Analyzer) aside(folded, key string) Aside {
	switch {
	case a.subject[key]:
		return Subject
	case a.echo[key]:
		return Echo
	case a.opt.Filler && segment.IsKeys(folded):
		return Keys
	case a.opt.Filler && !a.answers[key] && a.lang.IsFiller(folded, a.stemOf):
		return Filler
	}
	return Ranked
}

// isAcronym reports whether a word as written is a name, although it is a stop word in
// small letters.
func (a *Analyzer) isAcronym(raw string) bool { return len(raw) < 4 && a.lang.IsAcronym(raw) }

// folded is a written word as it is compared with others: folded, and with one
// ending if it is written with two.
func (a *Analyzer) folded(raw string) string { return a.lang.Fold(a.lang.Single(raw)) }

// key is what a folded word is counted under: a name, or the stem of the word
// without the hyphens and dots in which people differ (spell-check, spellcheck).
func (a *Analyzer) key(folded string) string {
	switch {
	case a.special[folded].as == keepWord:
		return folded
	case a.opt.NoStem:
		return cmp.Or(a.opt.Twins[folded], segment.Undivided(folded))
	}
	if name, ok := a.opt.Names[folded]; ok && a.tongue == "" {
		return name
	}
	if name := segment.LibraryName(folded); name != "" {
		return name
	}
	if as, ok := a.opt.Twins[folded]; ok {
		folded = as
	}
	if as, ok := a.opt.Spellings[folded]; ok {
		folded = as
	}
	undivided := segment.Undivided(folded)
	if a.opt.Filler {
		if key := a.lang.FillerKey(folded, a.stemOf(undivided)); key != "" {
			return key + a.tongue
		}
	}
	return a.stem(undivided)
}

// stem is the stem of a folded word in the language of the answer. Words of two languages do not count
// under one stem, as "attentes" and "attention" would: the stems of another language than the main
// one are marked with its code.
func (a *Analyzer) stem(folded string) string {
	key := a.stemOf(folded) + a.tongue
	return cmp.Or(a.opt.Alike[key], key)
}

// stemOf is the stem of a folded word. The last one is kept, since it is asked for twice: for the key,
// and for whether the word is a filler.
func (a *Analyzer) stemOf(folded string) string {
	if last := &a.stemmed; last.lang != a.lang || last.word != folded {
		*last = stemmed{a.lang, folded, a.keptStem(folded)}
	}
	return a.stemmed.stem
}

// keptStem is the stem of a folded word, which is kept if stems are.
func (a *Analyzer) keptStem(folded string) string {
	if a.stems == nil || a.tongue != "" {
		return a.lang.Stem(folded)
	}
	stem, ok := a.stems[folded]
	if !ok {
		if stem = a.lang.Stem(folded); len(a.stems) < mostStems {
			a.stems[folded] = stem
		}
	}
	return stem
}

// items is the pass that makes one token of the answer, or of each item of a list
// with the separator of the options. An item is counted as it is written except for its
// case and white space.
func (a *Analyzer) items() {
	for at := 0; at <= len(a.text); {
		item := a.text[at:]
		if a.opt.Split != "" {
			item, _, _ = strings.Cut(item, a.opt.Split)
		}
		end := at + len(item)
		if form := strings.Join(strings.Fields(item), " "); form != "" {
			a.tokens = append(a.tokens, Token{Word: a.item(visible(form)), Start: at, End: end, Parts: 1})
		}
		at = end + max(1, len(a.opt.Split))
	}
}

// visible replaces control characters, which could change what a terminal shows.
func visible(item string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return unicode.ReplacementChar
		}
		return r
	}, item)
}

// item is the word of an item. An item with nothing left but marks is an address.
func (a *Analyzer) item(form string) *Word {
	if segment.OnlyMarks(form) {
		return a.signs[segment.Address]
	}
	return a.known(segment.Spelled(form), func(form string) *Word {
		folded := a.lang.Fold(form)
		w := &Word{Form: form, Key: folded, Folded: folded}
		s := a.special[folded]
		if a.meet(s.entries); s.as == dropWord {
			w.Kind = Dropped
		}
		if to, ok := a.phrases.single[folded]; ok {
			w.Key, w.Label = to.key, to.label
			a.meet(to.entries)
		}
		return w
	})
}
