// Package lists reads the files that come with a count, each whole:
//
//	--stopwords   a word a line          words that are not counted
//	--phrases     a phrase a line        words that are one term if they are together
//	--synonyms    from,to                words that count under another
//	--themes      theme,term             nets of terms; a * stands for any ending
//	--mask        a word a line          words that are covered in what is shown
package lists

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

// A Form is how a list is written, and what its entries are.
type Form[T any] struct {
	about string // for the hint of an error
	read  func([]byte) ([]T, error)
}

// The forms of lists.
var (
	Stopwords = Form[string]{"a text file with a word in each line", readWords}
	Phrases   = Form[string]{"found, off or a text file with a phrase in each line", readWords}
	Synonyms  = Form[term.Synonym]{"a CSV file with the header from,to", readSynonyms}
	Masked    = Form[Word]{"a text file with a word in each line", readLines}
	Themes    = Form[term.ThemeTerm]{"a CSV file with the header theme,term", readThemes}
)

// Read opens and reads the list of a flag, and gives the SHA-256 of the file. An error is a
// *notice.InputError, with a hint that says what form the file has to have.
func Read[T any](flag, path string, form Form[T]) (list []T, sum string, err error) {
	data, err := os.ReadFile(path)
	if err == nil {
		list, err = form.read(data)
	}
	if err != nil {
		return nil, "", &notice.InputError{Name: path, What: notice.Cause(err), Hint: "--" + flag + " takes " + form.about, Err: err}
	}
	return list, fmt.Sprintf("%x", sha256.Sum256(data)), nil
}

// A Word is an entry of a list, and its line.
type Word struct {
	Text string
	Line int
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

// readLines reads a list of words with their lines.
func readLines(data []byte) (list []Word, err error) {
	for i, line := range strings.Split(string(data), "\n") {
		words, err := readWords([]byte(line))
		if err != nil {
			return nil, err
		}
		for _, w := range words {
			list = append(list, Word{w, i + 1})
		}
	}
	return list, nil
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
