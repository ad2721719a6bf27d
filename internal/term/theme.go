package term

import (
	"slices"
	"strings"
)

// A ThemeTerm puts a word or a phrase, and all that counts as the same, into a theme. A theme says what
// people talk about, so a mention that denies a word is one of its theme, too.
// With a * at its end it also covers all words that begin so.
type ThemeTerm struct {
	Theme, Term string
	Line        int // in the list that it is from; 0 is none
}

// MaxThemes is how many themes there may be: Bits has one bit for each.
const MaxThemes = 64

// Themes finds the themes of tokens. It belongs to one analyzer and, like it, to one
// worker.
type Themes struct {
	names   []string
	entries []themeEntry             // of the list
	exact   map[string][]int         // entries by key
	phrases map[string][]themePhrase // by the first key
	known   [][]int                  // themes by Word.ID; nil: not looked up yet
	apart   []Token                  // memory of Match
}

// A themeEntry is an entry of the list.
type themeEntry struct {
	theme  int
	all    bool     // all words that begin with a prefix, too
	prefix []string // folded, in each language of the survey
	met    bool     // has matched something
}

// A themePhrase puts a row of words into a theme.
type themePhrase struct {
	keys  []string
	entry int
}

// NewThemes makes a list of themes ready, in the order in which it first names them.
// There are at most MaxThemes of them.
func (a *Analyzer) NewThemes(list []ThemeTerm) *Themes {
	t := &Themes{exact: make(map[string][]int), phrases: make(map[string][]themePhrase)}
	for at, entry := range list {
		theme := slices.Index(t.names, entry.Theme)
		if theme < 0 {
			theme = len(t.names)
			t.names = append(t.names, entry.Theme)
		}
		word, all := strings.CutSuffix(strings.TrimSpace(entry.Term), "*")
		t.entries = append(t.entries, themeEntry{theme: theme, all: all})
		a.inEach(func() { a.enterTheme(t, at, word) })
	}
	return t
}

// enterTheme enters a word or phrase of a theme in the language that is read.
func (a *Analyzer) enterTheme(t *Themes, at int, word string) {
	e, prefix := &t.entries[at], a.entry(word)
	e.prefix = append(e.prefix, prefix)
	t.add(a.countedAs(word), at)
	for _, s := range a.opt.Synonyms { // either side of it brings in all that counts under it
		if e.all && (strings.HasPrefix(a.entry(s.From), prefix) || strings.HasPrefix(a.entry(s.To), prefix)) {
			t.add(a.countedAs(s.From), at)
		}
	}
}

// KeysOf are the keys that a word is counted under, in each language of the survey.
func (a *Analyzer) KeysOf(text string) (keys []string) {
	a.inEach(func() { keys = append(keys, strings.Join(a.countedAs(text), " ")) })
	return keys
}

// countedAs returns the keys that the words of a text are counted under in an
// answer, after synonyms and phrases are applied.
func (a *Analyzer) countedAs(text string) (keys []string) {
	for _, key := range a.synonymKeys(text) {
		if to, ok := a.phrases.single[key]; ok {
			key = to.key
		}
		keys = append(keys, key)
	}
	return a.phrases.join(keys)
}

// add puts a row of keys into a theme.
func (t *Themes) add(keys []string, entry int) {
	if joined := strings.Join(keys, " "); joined != "" {
		t.exact[joined] = append(t.exact[joined], entry)
	}
	if len(keys) > 1 {
		t.phrases[keys[0]] = append(t.phrases[keys[0]], themePhrase{keys, entry})
	}
}

// Met reports whether an entry of the list, from 0, has matched anything.
func (t *Themes) Met(entry int) bool { return t.entries[entry].met }

// Names are the themes, in order.
func (t *Themes) Names() []string { return t.names }

// Match calls hit for each mention of each theme. A word or phrase that several terms
// of a theme fit is one mention. What is found to be a phrase hides no word: themes do not
// depend on the answers that decide about phrases.
func (t *Themes) Match(tokens []Token, hit func(theme int)) {
	t.apart = appendApart(t.apart[:0], tokens, nil)
	t.match(t.apart, hit)
}

// Has reports whether a theme is mentioned.
func (t *Themes) Has(tokens []Token, theme int) (has bool) {
	t.Match(tokens, func(hit int) { has = has || hit == theme })
	return has
}

// match is Match for tokens that are apart.
func (t *Themes) match(tokens []Token, hit func(theme int)) {
	for i := range tokens {
		themes := t.ofWord(tokens[i].Word)
		for _, p := range t.phrases[tokens[i].Plain().Key] {
			if p.at(tokens[i:]) {
				t.entries[p.entry].met = true
				if theme := t.entries[p.entry].theme; !slices.Contains(themes, theme) {
					themes = append(slices.Clip(themes), theme)
				}
			}
		}
		for _, theme := range themes {
			hit(theme)
		}
	}
}

// Apart are the tokens with the words of phrases that were found in place of these, but for phrases with
// the given keys.
func Apart(tokens []Token, whole map[string]bool) []Token { return appendApart(nil, tokens, whole) }

// appendApart appends what is Apart.
func appendApart(to, tokens []Token, whole map[string]bool) []Token {
	for i := range tokens {
		t := &tokens[i]
		if t.taken == nil || whole[t.Key] {
			to = append(to, *t)
			continue
		}
		for j, part := range t.taken {
			part.Start, part.End = t.Start+part.Start, t.Start+part.End
			part.Opens = j == 0 && t.Opens
			to = append(to, part)
		}
	}
	return to
}

// Length is the number of tokens, from the first on, that are a word or a phrase of
// a theme; 0 if none begins there. They are to be Apart.
func (t *Themes) Length(tokens []Token, theme int) (n int) {
	if slices.Contains(t.ofWord(tokens[0].Word), theme) {
		n = 1
	}
	for _, p := range t.phrases[tokens[0].Plain().Key] {
		if t.entries[p.entry].theme == theme && p.at(tokens) {
			n = max(n, len(p.keys))
		}
	}
	return n
}

// at reports whether tokens begin with the phrase, within a clause.
func (p themePhrase) at(tokens []Token) bool {
	if len(tokens) < len(p.keys) {
		return false
	}
	for i, key := range p.keys {
		if tokens[i].Plain().Key != key || i > 0 && tokens[i].Opens {
			return false
		}
	}
	return true
}

// Of is the first theme that a word alone belongs to, "" if there is none.
func (t *Themes) Of(w *Word) string {
	if themes := t.ofWord(w); len(themes) > 0 {
		return t.names[themes[0]]
	}
	return ""
}

// All are the themes that a word alone belongs to, in order.
func (t *Themes) All(w *Word) (names []string) {
	for _, theme := range t.ofWord(w) {
		names = append(names, t.names[theme])
	}
	return names
}

// Bits are the themes that a word alone belongs to, a bit each, in order.
func (t *Themes) Bits(w *Word) (bits uint64) {
	for _, theme := range t.ofWord(w) {
		bits |= 1 << theme
	}
	return bits
}

// ofWord are the themes of a word alone, in order.
func (t *Themes) ofWord(w *Word) []int {
	if n := int(w.ID) + 1 - len(t.known); n > 0 {
		t.known = append(t.known, make([][]int, n)...)
	}
	if t.known[w.ID] != nil {
		return t.known[w.ID]
	}
	themes, exact := []int{}, t.exact[w.Plain().Key]
	if w.Kind == Number { // alone
		exact = nil
	}
	t.match(w.taken, func(theme int) { themes = append(themes, theme) })
	for i := range t.entries {
		if e := &t.entries[i]; e.all && w.taken == nil && slices.ContainsFunc(e.prefix, func(prefix string) bool { return strings.HasPrefix(w.Folded, prefix) }) || slices.Contains(exact, i) {
			e.met = true
			themes = append(themes, e.theme)
		}
	}
	slices.Sort(themes)
	t.known[w.ID] = slices.Compact(themes)
	return t.known[w.ID]
}
