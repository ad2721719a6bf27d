package term

import (
	"slices"
	"strings"
)

// A ThemeTerm sorts a word or a phrase into a theme, with all that counts as the
// same; with a * at its end, all words that begin so as well.
type ThemeTerm struct {
	Theme, Term string
	Line        int // in the list that it is from; 0 is none
}

// maxThemes is how many themes there may be.
const maxThemes = 64

// Themes finds the themes of what was said. It belongs to one analyzer and,
// like it, to one worker.
type Themes struct {
	names    []string
	exact    map[string][]int // themes by key
	prefixes []themePrefix
	phrases  map[string][]themePhrase // by the first key
	known    [][]int                  // themes by Word.ID, nil where not looked up yet
	met      []bool                   // by entry of the list: it has matched something
	entries  map[string][]int         // of the list, by key
}

type themePrefix struct {
	prefix string // folded
	theme  int
	entry  int
}

type themePhrase struct {
	keys  []string
	theme int
	entry int
}

// NewThemes makes the themes ready, in the order in which they are first named.
// There are at most maxThemes; it is for the caller to check.
func (a *Analyzer) NewThemes(list []ThemeTerm) *Themes {
	t := &Themes{exact: make(map[string][]int), phrases: make(map[string][]themePhrase),
		met: make([]bool, len(list)), entries: make(map[string][]int)}
	for at, entry := range list {
		theme := slices.Index(t.names, entry.Theme)
		if theme < 0 {
			theme = len(t.names)
			t.names = append(t.names, entry.Theme)
		}
		word, all := strings.CutSuffix(strings.TrimSpace(entry.Term), "*")
		t.add(a.countedAs(word), theme, at)
		if all {
			prefix := a.entry(word)
			t.prefixes = append(t.prefixes, themePrefix{prefix, theme, at})
			for _, s := range a.opt.Synonyms { // either end of it brings all that counts under it
				if strings.HasPrefix(a.entry(s.From), prefix) || strings.HasPrefix(a.entry(s.To), prefix) {
					t.add(a.countedAs(s.From), theme, at)
				}
			}
		}
	}
	return t
}

// countedAs are the keys that the words of a text count under in an answer, by
// way of the synonyms and phrases that are in it.
func (a *Analyzer) countedAs(text string) (keys []string) {
	var tokens []Token
	for _, key := range a.synonymKeys(text) {
		if to, ok := a.phrases.single[key]; ok {
			key = to.key
		}
		tokens = append(tokens, Token{Word: &Word{Key: key}})
	}
	for len(tokens) > 0 {
		n, as := a.phrases.longest(tokens, "")
		if n == 0 {
			n, as.key = 1, tokens[0].Key
		}
		keys, tokens = append(keys, as.key), tokens[n:]
	}
	return keys
}

// add enters what has these keys.
func (t *Themes) add(keys []string, theme, entry int) {
	if joined := strings.Join(keys, " "); joined != "" {
		t.exact[joined] = append(t.exact[joined], theme)
		t.entries[joined] = append(t.entries[joined], entry)
	}
	if len(keys) > 1 {
		t.phrases[keys[0]] = append(t.phrases[keys[0]], themePhrase{keys, theme, entry})
	}
}

// Met tells of each entry of the list whether it has matched anything.
func (t *Themes) Met() []bool { return t.met }

// Names are the themes, in order.
func (t *Themes) Names() []string { return t.names }

// Match calls hit for each mention of each theme: once for a word or phrase
// that several of its terms fit.
func (t *Themes) Match(tokens []Token, hit func(theme int)) {
	for i := range tokens {
		themes := t.ofWord(tokens[i].Word)
		for _, p := range t.phrases[tokens[i].Key] {
			if p.at(tokens[i:]) {
				t.met[p.entry] = true
				if !slices.Contains(themes, p.theme) {
					themes = append(slices.Clip(themes), p.theme)
				}
			}
		}
		for _, theme := range themes {
			hit(theme)
		}
	}
}

// Length is how many tokens, from the first on, are a word or a phrase of a
// theme; 0 where none begins there.
func (t *Themes) Length(tokens []Token, theme int) (n int) {
	if slices.Contains(t.ofWord(tokens[0].Word), theme) {
		n = 1
	}
	for _, p := range t.phrases[tokens[0].Key] {
		if p.theme == theme && p.at(tokens) {
			n = max(n, len(p.keys))
		}
	}
	return n
}

// at reports whether a phrase stands at the beginning of tokens, within a clause.
func (p themePhrase) at(tokens []Token) bool {
	if len(tokens) < len(p.keys) {
		return false
	}
	for i, key := range p.keys {
		if tokens[i].Key != key || i > 0 && tokens[i].clause {
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
	if w.ID >= len(t.known) {
		t.known = append(t.known, make([][]int, w.ID+1-len(t.known))...)
	}
	if t.known[w.ID] != nil {
		return t.known[w.ID]
	}
	themes := slices.Clone(t.exact[w.Key])
	for _, entry := range t.entries[w.Key] {
		t.met[entry] = true
	}
	for _, p := range t.prefixes {
		if strings.HasPrefix(w.folded, p.prefix) {
			t.met[p.entry] = true
			themes = append(themes, p.theme)
		}
	}
	slices.Sort(themes)
	themes = slices.Compact(themes)
	if themes == nil {
		themes = []int{}
	}
	t.known[w.ID] = themes
	return themes
}
