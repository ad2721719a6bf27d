package term

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Dropped is the word that stands for what is left out of the count.
func (a *Analyzer) Dropped() *Word { return a.signs[classPunctuation] }

// item is the word for an item as written, counted case-folded. One of which
// nothing but marks is left is an address.
func (a *Analyzer) item(form string) *Word {
	if nextMark(form) >= 0 {
		if strings.IndexFunc(form, func(r rune) bool { return !isMark(r) && !isEdge(r) }) < 0 {
			return a.signs[classAddress]
		}
		form = Spelled(form)
	}
	return a.known(a.words, form, func(form string) *Word {
		folded := a.fold(form)
		w := &Word{Form: form, Key: folded, folded: folded}
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

// word looks a raw word up, and works it out where it is new. Numbers and
// addresses are as many as the rows, so they share one word each; what depends
// on the answer around it is not remembered by form alone.
func (a *Analyzer) word(answer string, p piece, shouted bool) *Word {
	raw := answer[p.start:p.end]
	number := packed(answer, p.start, p.end)
	switch {
	case p.class != classWord && !(p.class == classNumber && a.special[raw].as == keepWord):
		return a.signs[p.class]
	case shouted && a.isAcronym(raw):
		raw = strings.ToLower(raw)
		number = packed(raw, 0, len(raw))
	}
	if w := a.cache.get(number, raw); w != nil {
		return w
	}
	w := a.known(a.words, raw, a.classify)
	a.cache.put(number, w)
	return w
}

// classify decides what a raw word is and what it is counted under.
func (a *Analyzer) classify(raw string) *Word {
	folded := a.folded(raw)
	s := a.special[folded]
	a.meet(s.entries)
	kept, key := s.as, a.key(folded)
	w := &Word{Form: raw, Key: key, folded: folded}
	w.negation, w.turns = a.lang.negator(folded), a.lang.isAdversative(folded)
	w.link = a.lang.isLackLink(folded)
	w.plain = a.lang.segment == nil && !a.lang.inGrammar(raw) && !a.others(func(l *Language) bool { return l.inGrammar(raw) })
	w.capital, w.small = isCapitalised(raw), strings.HasPrefix(folded, raw[:1]) && hasLetter(raw)
	switch {
	case kept == keepWord:
	case kept == dropWord, folded == "": // nothing but the stretching of an Arabic word
		w.Kind = Dropped
	case a.opt.NoStopwords || a.isAcronym(raw):
		w.Aside = a.aside(folded, key)
	default:
		own, other := kept == stopToo || a.lang.isStop(folded), a.others(func(l *Language) bool { return l.isStop(folded) })
		w.foreign, w.native = other && !own, own && !other
		if own || other {
			w.Kind = StopWord
		} else {
			w.Aside = a.aside(folded, key)
		}
	}
	a.relabel(w)
	return w
}

// relabel counts a word under what a list of synonyms says.
func (a *Analyzer) relabel(w *Word) {
	if to, ok := a.phrases.single[w.Key]; ok && w.Kind == Counted {
		w.Key, w.Label = to.key, to.label
		a.meet(to.entries)
	}
}

// aside says whether a word is set aside, and why.
func (a *Analyzer) aside(folded, key string) Aside {
	switch {
	case a.subject[key]:
		return Subject
	case a.echo[key]:
		return Echo
	case a.opt.Filler && (a.lang.isFiller(folded) || a.others(func(l *Language) bool { return l.listsFiller(folded) })):
		return Filler
	}
	return Ranked
}

// frameOf gives the keys of the frame words of a question.
func (a *Analyzer) frameOf(question string) map[string]bool {
	frame := make(map[string]bool)
	text := normalise(question)
	for _, p := range a.pieces(text) {
		if folded := a.folded(text[p.start:p.end]); p.class == classWord && a.lang.isFrame(folded) {
			frame[a.key(folded)] = true
		}
	}
	return frame
}

func (a *Analyzer) isAcronym(raw string) bool {
	return len(raw) < 4 && (a.lang.isAcronym(raw) || a.others(func(l *Language) bool { return l.isAcronym(raw) }))
}

// others tells whether something holds in one of the other languages.
func (a *Analyzer) others(holds func(*Language) bool) bool {
	return slices.ContainsFunc(a.opt.Others, holds)
}

// fold maps a word to what equal words share whatever their case.
func (a *Analyzer) fold(word string) string { return a.lang.fold(word) }

// folded is a raw word as it is compared with others: folded, and with one
// ending where it is written with two.
func (a *Analyzer) folded(raw string) string { return a.fold(a.lang.single(raw)) }

// key is what a folded word is counted under: the stem of the word without the
// hyphens and dots in which people differ (spell-check, spellcheck; D3.js).
func (a *Analyzer) key(folded string) string {
	if a.opt.NoStem || a.special[folded].as == keepWord {
		return folded
	}
	if name, ok := a.opt.Names[folded]; ok {
		return name
	}
	if name := knownNames().libraryName(folded); name != "" {
		return name
	}
	return a.lang.stem(joined(plainPicture(withoutDots(folded))))
}

// withoutDots takes the dots out of what has one after each letter: u.s, u.k.
func withoutDots(folded string) string {
	letters := strings.Split(folded, ".")
	if len(letters) < 2 || slices.ContainsFunc(letters, func(s string) bool { return utf8.RuneCountInString(s) != 1 }) {
		return folded
	}
	return strings.Join(letters, "")
}

// plainPicture makes one of the pictures that differ in the tone of a skin, or in
// whether they are to be shown in colour.
func plainPicture(folded string) string {
	if isPlain(folded) || !strings.ContainsFunc(folded, isTone) {
		return folded
	}
	return cmp.Or(strings.Map(func(r rune) rune {
		if isTone(r) {
			return -1
		}
		return r
	}, folded), folded)
}

func isTone(r rune) bool { return r == emojiStyle || '🏻' <= r && r <= '🏿' }

// joined takes out the inner hyphens of a word.
func joined(folded string) string {
	if strings.ContainsAny(folded, "-‐‑") && hasLetter(folded) {
		return strings.NewReplacer("-", "", "‐", "", "‑", "").Replace(folded)
	}
	return folded
}

// isCapitalised tells whether a word begins with a capital and goes on in small
// letters.
func isCapitalised(raw string) bool {
	first, n := utf8.DecodeRuneInString(raw)
	return unicode.IsUpper(first) && strings.IndexFunc(raw[n:], unicode.IsLower) >= 0 && strings.IndexFunc(raw[n:], unicode.IsUpper) < 0
}

// markInside marks capitals that only names have: inside a sentence, of an answer
// that has words in small letters too.
func (a *Analyzer) markInside() {
	small := slices.ContainsFunc(a.tokens, func(t Token) bool { return t.Kind == Counted && t.small })
	for i := range a.tokens {
		t := &a.tokens[i]
		t.Inside = small && t.capital && !t.clause
	}
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }
