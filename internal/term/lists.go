package term

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/gocarina/gocsv"
)

// ReadWords reads a list of words: one a line, # begins a comment.
func ReadWords(r io.Reader) ([]string, error) {
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

// ReadSynonyms reads CSV with the header from,to. A word may not be counted
// under one that is itself counted under another: which would win is unclear.
func ReadSynonyms(r io.Reader) ([]Synonym, error) {
	var rows []struct {
		From string `csv:"from"`
		To   string `csv:"to"`
	}
	lines, err := readList(r, &rows, "from", "to")
	if err != nil {
		return nil, err
	}
	var list []Synonym
	line := make(map[string]int)
	for i, row := range rows {
		from, to := strings.TrimSpace(row.From), strings.TrimSpace(row.To)
		switch {
		case from == "" && to == "":
			continue
		case from == "" || to == "":
			return nil, &ListError{lines[i], "from or to is empty"}
		case line[strings.ToLower(from)] > 0:
			return nil, &ListError{lines[i], fmt.Sprintf("%q is there already, in line %d", from, line[strings.ToLower(from)])}
		}
		line[strings.ToLower(from)] = lines[i]
		list = append(list, Synonym{from, to, lines[i]})
	}
	for _, s := range list {
		if at := line[strings.ToLower(s.To)]; at > 0 && !strings.EqualFold(s.From, s.To) {
			return nil, &ListError{s.Line, fmt.Sprintf("%q goes to %q, which line %d sends on", s.From, s.To, at)}
		}
	}
	return list, nil
}

// ReadThemes reads CSV with the header theme,term.
func ReadThemes(r io.Reader) ([]ThemeTerm, error) {
	var rows []struct {
		Theme string `csv:"theme"`
		Term  string `csv:"term"`
	}
	lines, err := readList(r, &rows, "theme", "term")
	if err != nil {
		return nil, err
	}
	var list []ThemeTerm
	names := make(map[string]bool)
	for i, row := range rows {
		theme, term := strings.TrimSpace(row.Theme), strings.TrimSpace(row.Term)
		switch {
		case theme == "" && term == "":
			continue
		case theme == "" || strings.Trim(term, "* ") == "":
			return nil, &ListError{lines[i], "theme or term is empty"}
		case strings.Contains(strings.TrimSuffix(term, "*"), "*"):
			return nil, &ListError{lines[i], fmt.Sprintf("%q has a * that is not at its end", term)}
		}
		if names[theme] = true; len(names) > maxThemes {
			return nil, &ListError{lines[i], fmt.Sprintf("more than %d themes", maxThemes)}
		}
		list = append(list, ThemeTerm{theme, term, lines[i]})
	}
	return list, nil
}

// readList decodes CSV with exactly these columns into a slice of structs, and
// gives the line that each begins in.
func readList(r io.Reader, rows any, columns ...string) (lines []int, err error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	first, _, _ := bytes.Cut(data, []byte("\n"))
	reader := func() *csv.Reader {
		r := csv.NewReader(bytes.NewReader(data))
		if !bytes.ContainsRune(first, ',') && bytes.ContainsRune(first, ';') {
			r.Comma = ';' // as spreadsheets write where the comma is for decimals
		}
		return r
	}
	records := reader()
	header, err := records.Read()
	if err != nil {
		return nil, &ListError{1, "no header " + strings.Join(columns, ",")}
	}
	for i := range header {
		header[i] = strings.TrimSpace(header[i])
	}
	if !slices.Equal(slices.Sorted(slices.Values(header)), slices.Sorted(slices.Values(columns))) {
		return nil, &ListError{1, fmt.Sprintf("the header is %s, not %s", strings.Join(header, ","), strings.Join(columns, ","))}
	}
	for {
		if _, err := records.Read(); err == io.EOF {
			break
		} else if err != nil {
			return nil, err
		}
		line, _ := records.FieldPos(0)
		lines = append(lines, line)
	}
	return lines, gocsv.UnmarshalCSV(reader(), rows)
}
