package study

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"verbatim/internal/term"
)

// The lists that users write themselves: words, synonyms, themes.

// readWords reads a list of words: one a line, # begins a comment.
func readWords(r io.Reader) ([]string, error) {
	var words []string
	lines := bufio.NewScanner(r)
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
func readSynonyms(r io.Reader) ([]term.Synonym, error) {
	var list []term.Synonym
	line := make(map[string]int) // by the word in small letters
	err := readPairs(r, "from", "to", func(from, to string, at int) error {
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
func readThemes(r io.Reader) ([]term.ThemeTerm, error) {
	var list []term.ThemeTerm
	names := make(map[string]bool)
	err := readPairs(r, "theme", "term", func(theme, word string, at int) error {
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
	if err != nil {
		return nil, err
	}
	return list, nil
}

// readPairs reads CSV with exactly two columns, in either order, and hands on each
// row that is not empty, with the line that it begins in.
func readPairs(r io.Reader, left, right string, take func(left, right string, line int) error) error {
	data, err := io.ReadAll(r)
	if err != nil {
		return err
	}
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
