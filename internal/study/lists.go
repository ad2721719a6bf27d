package study

import (
	"cmp"
	"fmt"
	"slices"

	"verbatim/internal/lists"
	"verbatim/internal/notice"
	"verbatim/internal/term"
)

// Files of words come with a count (package lists). Each is read whole, before the answers. An entry that no
// answer has is probably a mistake, so it is reported with its line.

// lists reads the files of words, synonyms and themes, and notes what is in them.
func (r *run) lists() error {
	var phrases []string
	err := cmp.Or(
		readList(r, "stopwords", r.opt.Stopwords, lists.Stopwords, &r.terms.Stop),
		readList(r, "phrases", r.opt.Phrases.File(), lists.Phrases, &phrases),
		readList(r, "synonyms", r.opt.Synonyms, lists.Synonyms, &r.terms.Synonyms),
		readList(r, "mask", r.opt.Mask, lists.Masked, &r.masked),
		readList(r, "themes", r.opt.Themes, lists.Themes, &r.themes))
	r.terms.Phrases = append(r.terms.Phrases, phrases...)
	return err
}

// readList reads the list of a flag; "" is none. Its hash lets a report name the contents that were counted
// with, even if the file changes later.
func readList[T any](r *run, flag, path string, form lists.Form[T], into *[]T) error {
	if path == "" {
		return nil
	}
	list, sum, err := lists.Read(flag, path, form)
	if err == nil {
		*into, r.opt.Lists = list, append(r.opt.Lists, List{Flag: flag, SHA256: sum})
	}
	return err
}

// unmatched warns of entries of the lists that no answer has. With disclosure
// control it is silent: the absence of a warning would reveal that somebody used
// the word.
func (r *run) unmatched() (warnings []notice.Warning) {
	if r.opt.Withholds() {
		return nil
	}
	warn := func(file string, line int, format string, args ...any) {
		warnings = append(warnings, notice.Warning{Code: notice.UnmatchedEntry, File: file, Line: line, Message: fmt.Sprintf(format, args...)})
	}
	for _, i := range r.unmet(term.ListSynonyms, len(r.terms.Synonyms)) {
		warn(r.opt.Synonyms, r.terms.Synonyms[i].Line, "no answer has %q", r.terms.Synonyms[i].From)
	}
	for _, i := range r.unmetBy(len(r.themes), func(w *worker, i int) bool { return w.themes.Met(i) }) {
		warn(r.opt.Themes, r.themes[i].Line, "no answer has %q", r.themes[i].Term)
	}
	words := func(flag string, list term.List, entries []string) {
		for _, i := range r.unmet(list, len(entries)) {
			warn("", 0, "%s %q matches nothing", flag, entries[i])
		}
	}
	if !r.listed() { // a whole answer has no phrases
		for _, i := range r.unmet(term.ListPhrases, len(r.terms.Phrases)) {
			if i < len(r.opt.Phrase) {
				warn("", 0, "--phrase %q matches nothing", r.terms.Phrases[i])
			} else {
				warn(r.opt.Phrases.File(), 0, "no answer has %q", r.terms.Phrases[i])
			}
		}
	}
	words("--keep", term.ListKeep, r.opt.Keep)
	words("--drop", term.ListDrop, r.opt.Drop)
	return warnings
}

// unmet returns the entries of a list of the options, of length n, that no worker
// has met.
func (r *run) unmet(list term.List, n int) []int {
	return r.unmetBy(n, func(w *worker, i int) bool { return w.analyzer.Met(term.Entry{List: list, At: i}) })
}

// unmetBy returns the ones of n entries that no worker has met.
func (r *run) unmetBy(n int, met func(*worker, int) bool) (entries []int) {
	for i := range n {
		if !slices.ContainsFunc(r.workers, func(w *worker) bool { return met(w, i) }) {
			entries = append(entries, i)
		}
	}
	return entries
}
