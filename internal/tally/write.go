package tally

import (
	"cmp"
	"slices"
	"strings"

	"verbatim/internal/lang"
	"verbatim/internal/segment"
	"verbatim/internal/term"
)

// Writing says how terms are written: in small letters, but for names.
//
//	Community 8, community 7    community
//	Python 5                    Python     one of the capitals
//	GitHub 3, github 4          github     as most people write it
//	GitHub 4, github 3          GitHub
type Writing struct {
	AsWritten bool     `json:"as_written,omitempty"` // as most people write them, in any case: options, and languages whose nouns have capitals
	Capitals  []string `json:"capitals,omitempty"`   // names, in small letters, by bytes
}

// word is how a term is written that has these forms, the most frequent first: in the spelling that
// most people use, in whatever case.
func (w *Writing) word(forms []Form) string {
	if w.AsWritten {
		return forms[0].Form
	}
	small := mostSpelled(forms)
	title, titled, odd, lower := "", 0, Form{}, 0
	for _, f := range forms {
		switch {
		case strings.ToLower(f.Form) != small:
		case f.Form == small:
			lower = f.Mentions
		case segment.IsCapitalised(f.Form):
			title, titled = cmp.Or(title, f.Form), titled+f.Mentions
		case odd.Form == "":
			odd = f
		}
	}
	if _, name := slices.BinarySearch(w.Capitals, small); name && title != "" && titled >= odd.Mentions {
		return title
	}
	if odd.Mentions > max(lower, titled) || odd.Form != "" && lower+titled == 0 {
		return odd.Form
	}
	return small
}

// mostSpelled is the spelling with most mentions in all cases, in small letters; of several the first.
func mostSpelled(forms []Form) (most string) {
	if len(forms) == 1 {
		return strings.ToLower(forms[0].Form)
	}
	spelled := make(map[string]int, len(forms))
	for _, f := range forms {
		spelled[strings.ToLower(f.Form)] += f.Mentions
	}
	for _, f := range forms {
		if word := strings.ToLower(f.Form); spelled[word] > spelled[most] {
			most = word
		}
	}
	return most
}

// Of is the writing of some terms alone: a name that is none of their forms may be somebody's.
func (w Writing) Of(lists ...[]Term) Writing {
	said := make(map[string]bool)
	for _, terms := range lists {
		for _, t := range terms {
			for _, f := range t.Forms {
				said[strings.ToLower(cmp.Or(f.Word, f.Form))] = true
			}
		}
	}
	w.Capitals = slices.DeleteFunc(slices.Clone(w.Capitals), func(name string) bool { return !said[name] })
	if len(w.Capitals) == 0 {
		w.Capitals = nil // as one that is read again
	}
	return w
}

// Add adds the names of another part.
func (w *Writing) Add(o Writing) {
	w.AsWritten = w.AsWritten || o.AsWritten
	w.Capitals = slices.Compact(slices.Sorted(slices.Values(slices.Concat(w.Capitals, o.Capitals))))
}

// label is how a term is written: in a part as in the whole. A name that has left its stem is its own key.
func (r *Ranking) label(key string, part *TermSum) string {
	if label, ok := r.labels[key]; ok {
		return label
	}
	forms := words(part.Forms)
	switch {
	case strings.ToLower(key) != key:
		return key
	case part.isRareName(), nounsHaveCapitals(key):
		return forms[0].Form
	}
	return r.Writing.word(forms)
}

// nounsHaveCapitals reports whether the term is of another language than the main one, whose nouns have
// capitals: its terms are written as most people write them.
func nounsHaveCapitals(key string) bool {
	code := term.RootOf(key).Language
	if code == "" {
		return false
	}
	l, err := lang.LanguageOf(code)
	return err == nil && l.CapitalNouns
}

// isRareName reports whether a term that too few people said for a decision is a name: nobody writes it
// small, and half of its mentions have a capital inside sentences, where the beginning is no reason for it.
func (t *TermSum) isRareName() bool {
	if len(t.Spellings) != 1 || 2*t.Spellings[0].Inside < max(1, t.Mentions) {
		return false
	}
	return !slices.ContainsFunc(t.Forms, func(f Form) bool { return !segment.IsCapitalised(f.Form) })
}

// Within is the ranking of parts of a whole. They write each term as the whole does.
func (r Ranking) Within(whole *Tally) Ranking {
	r.labels = make(map[string]string, len(whole.Terms)+len(whole.SetAside))
	for _, x := range whole.Terms {
		r.labels[x.Key()] = x.Term
	}
	for _, x := range whole.SetAside {
		r.labels[x.Key()] = x.Term
	}
	return r
}
