package study

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"slices"

	"verbatim/internal/notice"
	"verbatim/internal/term"
)

// What the files of the lists have to be.
const (
	wordForm    = "a text file with a word in each line"
	synonymForm = "a CSV file with the header from,to"
	themeForm   = "a CSV file with the header theme,term"
)

// lists reads the files of words, synonyms and themes, and notes what is in them.
func (r *run) lists() (err error) {
	if r.terms.Stop, err = readList(r, "stopwords", r.opt.Stopwords, wordForm, readWords); err != nil {
		return err
	}
	if r.terms.Synonyms, err = readList(r, "synonyms", r.opt.Synonyms, synonymForm, readSynonyms); err != nil {
		return err
	}
	r.themes, err = readList(r, "themes", r.opt.Themes, themeForm, readThemes)
	return err
}

// readList opens and reads a list; "" is none. An error is a *notice.InputError.
func readList[T any](r *run, flag, path, form string, read func(io.Reader) ([]T, error)) ([]T, error) {
	if path == "" {
		return nil, nil
	}
	data, err := os.ReadFile(path)
	var list []T
	if err == nil {
		list, err = read(bytes.NewReader(data))
	}
	if err != nil {
		return nil, &notice.InputError{Name: path, What: notice.Cause(err), Hint: "--" + flag + " takes " + form, Err: err}
	}
	// The hash lets a report name the contents that were counted with, even if the
	// file changes later.
	r.opt.Lists = append(r.opt.Lists, List{Flag: flag, SHA256: fmt.Sprintf("%x", sha256.Sum256(data))})
	return list, nil
}

// unmatched warns of entries of the lists that no answer has. That one is met
// would tell that somebody said it, so with disclosure control there are none.
func (r *run) unmatched() (warnings []notice.Warning) {
	if r.opt.Suppress > 0 {
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
		words("--phrase", term.ListPhrases, r.opt.Phrase)
	}
	words("--keep", term.ListKeep, r.opt.Keep)
	words("--drop", term.ListDrop, r.opt.Drop)
	return warnings
}

// unmet are the entries of a list of the options, of n, that no worker has met.
func (r *run) unmet(list term.List, n int) []int {
	return r.unmetBy(n, func(w *worker, i int) bool { return w.analyzer.Met(term.Entry{List: list, At: i}) })
}

// unmetBy are those of n entries that no worker has met.
func (r *run) unmetBy(n int, met func(*worker, int) bool) (entries []int) {
	for i := range n {
		if !slices.ContainsFunc(r.workers, func(w *worker) bool { return met(w, i) }) {
			entries = append(entries, i)
		}
	}
	return entries
}
