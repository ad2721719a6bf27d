package study

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/term"
)

// Four files may come with a count. Each is read whole, before the answers:
//
//	--stopwords   a word a line          words that are not counted
//	--phrases     a phrase a line        words that are one term if they are together
//	--synonyms    from,to                words that count under another
//	--themes      theme,term             nets of terms; a * stands for any ending
//	--mask        a word a line          words that are covered in what is shown
//
// An entry that no answer has is probably a mistake, so it is reported with its line.

// lists reads the files of words, synonyms and themes, and notes what is in them.
func (r *run) lists() (err error) {
	if r.terms.Stop, err = readList(r, "stopwords", r.opt.Stopwords, "a text file with a word in each line", readWords); err != nil {
		return err
	}
	phrases, err := readList(r, "phrases", r.opt.Phrases.File(), "found, off or a text file with a phrase in each line", readWords)
	if err != nil {
		return err
	}
	r.terms.Phrases = append(r.terms.Phrases, phrases...)
	if r.terms.Synonyms, err = readList(r, "synonyms", r.opt.Synonyms, "a CSV file with the header from,to", readSynonyms); err != nil {
		return err
	}
	if r.masked, err = readList(r, "mask", r.opt.Mask, "a text file with a word in each line", readMasked); err != nil {
		return err
	}
	r.themes, err = readList(r, "themes", r.opt.Themes, "a CSV file with the header theme,term", readThemes)
	return err
}

// readList opens and reads a list; "" is none. An error is a *notice.InputError, with a hint that
// says what form the file has to have.
func readList[T any](r *run, flag, path, form string, read func([]byte) ([]T, error)) ([]T, error) {
	if path == "" {
		return nil, nil
	}
	data, err := os.ReadFile(path)
	var list []T
	if err == nil {
		list, err = read(data)
	}
	if err != nil {
		return nil, &notice.InputError{Name: path, What: notice.Cause(err), Hint: "--" + flag + " takes " + form, Err: err}
	}
	// The hash lets a report name the contents that were counted with, even if the
	// file changes later.
	r.opt.Lists = append(r.opt.Lists, List{Flag: flag, SHA256: fmt.Sprintf("%x", sha256.Sum256(data))})
	return list, nil
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

// readWords reads a list of words: one a line, # begins a comment.
func readWords(data []byte) (words []string, err error) {
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() {
		word, _, _ := strings.Cut(strings.TrimPrefix(lines.Text(), "\uFEFF"), "#")
		if word = strings.TrimSpace(word); word != "" {
			words = append(words, word)
		}
	}
	return words, lines.Err()
}

// readSynonyms reads CSV with the header from,to. A word may not be counted
// under one that is itself counted under another: which would win is unclear.
func readSynonyms(data []byte) ([]term.Synonym, error) {
	var list []term.Synonym
	line := make(map[string]int) // by the word in small letters
	err := readPairs(data, "from", "to", func(from, to string, at int) error {
		lower := strings.ToLower(from)
		switch {
		case from == "" || to == "":
			return &term.ListError{Line: at, What: "from or to is empty"}
		case line[lower] > 0:
			return &term.ListError{Line: at, What: fmt.Sprintf("%q is there already, in line %d", from, line[lower])}
		}
		line[lower] = at
		list = append(list, term.Synonym{From: from, To: to, Line: at})
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, s := range list {
		if at := line[strings.ToLower(s.To)]; at > 0 && !strings.EqualFold(s.From, s.To) {
			return nil, &term.ListError{Line: s.Line, What: fmt.Sprintf("%q goes to %q, which line %d sends on", s.From, s.To, at)}
		}
	}
	return list, nil
}

// readThemes reads CSV with the header theme,term.
func readThemes(data []byte) (list []term.ThemeTerm, err error) {
	names := make(map[string]bool)
	err = readPairs(data, "theme", "term", func(theme, word string, at int) error {
		switch {
		case theme == "" || strings.Trim(word, "* ") == "":
			return &term.ListError{Line: at, What: "theme or term is empty"}
		case strings.Contains(strings.TrimSuffix(word, "*"), "*"):
			return &term.ListError{Line: at, What: fmt.Sprintf("%q has a * that is not at its end", word)}
		}
		if names[theme] = true; len(names) > term.MaxThemes {
			return &term.ListError{Line: at, What: fmt.Sprintf("more than %d themes", term.MaxThemes)}
		}
		list = append(list, term.ThemeTerm{Theme: theme, Term: word, Line: at})
		return nil
	})
	return list, err
}

// readPairs reads CSV with exactly two columns, in either order, and passes on each
// row that is not empty, with the line in which it begins.
func readPairs(data []byte, left, right string, take func(left, right string, line int) error) error {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	records := csv.NewReader(bytes.NewReader(data))
	if first, _, _ := bytes.Cut(data, []byte("\n")); !bytes.ContainsRune(first, ',') && bytes.ContainsRune(first, ';') {
		records.Comma = ';' // as spreadsheets write where the comma is for decimals
	}
	header, err := records.Read()
	if err != nil {
		return &term.ListError{Line: 1, What: "no header " + left + "," + right}
	}
	for i := range header {
		header[i] = strings.TrimSpace(header[i])
	}
	one, other := slices.Index(header, left), slices.Index(header, right)
	if len(header) != 2 || one < 0 || other < 0 {
		return &term.ListError{Line: 1, What: fmt.Sprintf("the header is %s, not %s,%s", strings.Join(header, ","), left, right)}
	}
	for {
		row, err := records.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		line, _ := records.FieldPos(0)
		a, b := strings.TrimSpace(row[one]), strings.TrimSpace(row[other])
		if a == "" && b == "" {
			continue
		}
		if err := take(a, b, line); err != nil {
			return err
		}
	}
}
