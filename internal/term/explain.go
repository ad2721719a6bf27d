package term

import "strings"

// What follows is for those who ask why a term was counted as it was.

// SynonymsOf are the synonyms that count under a key, in the order of the list.
func (a *Analyzer) SynonymsOf(key string) (list []Synonym) {
	for _, s := range a.opt.Synonyms {
		to := strings.Join(a.keysOf(s.To), " ")
		if a.opt.Whole || a.opt.Split != "" {
			to = a.fold(normalise(s.To))
		}
		if to == key {
			list = append(list, s)
		}
	}
	return list
}

// Folded is a word as it is compared with others.
func (w *Word) Folded() string { return w.folded }

// IsSign tells whether the word stands for all numbers, addresses or
// punctuation, whatever was written.
func (w *Word) IsSign() bool { return strings.HasPrefix(w.Form, "\x00") }

// All are the themes that a word alone belongs to, in order.
func (t *Themes) All(w *Word) (names []string) {
	for _, theme := range t.ofWord(w) {
		names = append(names, t.names[theme])
	}
	return names
}
