package value

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

// What the program knows of words, platforms and languages is in text files of one
// format:
//
//	# a comment; it may also stand behind an entry
//	[unit]          ◀─ begins a section
//	min, mins,      ◀─ entries, one or several on a line
//	h

// ReadSections passes each line of such a text to take, with its section and without
// blanks and comments. A section without a line is an error. An error names the text and
// the line. If take returns fs.SkipAll, the reading ends.
func ReadSections(name string, text io.Reader, take func(section, line string) error) error {
	section, empty := "", false
	lines := bufio.NewScanner(text)
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		if strings.HasPrefix(line, "#") {
			continue
		}
		line, _, _ = strings.Cut(line, " # ")
		line = strings.TrimSpace(line)
		var err error
		switch {
		case line == "":
		case line[0] != '[':
			empty = false
			err = take(section, line)
		case empty:
			err = holdsNothing(section)
		case line[len(line)-1] != ']':
			err = fmt.Errorf("section without an end: %q", line)
		default:
			section, empty = line[1:len(line)-1], true
		}
		if err == fs.SkipAll {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", name, number, err)
		}
	}
	err := lines.Err()
	if err == nil && empty {
		err = holdsNothing(section)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func holdsNothing(section string) error { return fmt.Errorf("[%s] holds nothing", section) }

// Entries cuts a line at its commas. A comma at the end, after which the list goes
// on in the next line, has no entry after it.
func Entries(line string) []string {
	entries := strings.Split(strings.TrimSuffix(line, ","), ",")
	for i, entry := range entries {
		entries[i] = strings.TrimSpace(entry)
	}
	return entries
}

// Sections are the lines of each section, as entries.
type Sections map[string][][]string

// Lists reads an embedded text of a name. It panics if the text does not have this
// format: a test reads them all. If known is not empty, it lists the sections that
// the text may have and, as "section: entry", the entries of sections that take no
// others.
func Lists(name, text string, known ...string) Sections {
	lists := Sections{}
	err := ReadSections(name, strings.NewReader(text), func(section, line string) error {
		entries := Entries(line)
		lists[section] = append(lists[section], entries)
		for _, entry := range entries {
			if known != nil && !slices.Contains(known, section) && !slices.Contains(known, section+": "+entry) {
				return fmt.Errorf("%q in [%s]: unknown section or entry; known are %s", entry, section, strings.Join(known, ", "))
			}
		}
		return nil
	})
	if err != nil {
		panic(err)
	}
	return lists
}

// List returns all entries of a section.
func (s Sections) List(section string) []string { return slices.Concat(s[section]...) }

// Set returns all entries of a section as a set.
func (s Sections) Set(section string) Set {
	set := Set{}
	for _, word := range s.List(section) {
		set[word] = true
	}
	return set
}

// A Set is a list of words that is only asked whether it has one.
type Set map[string]bool

//go:embed words.txt
var wordLists string

// dictionary holds the lists of words.txt.
type dictionary struct{ date, month, shortMonth, unit, currency, and, part, week, ordinal Set }

var words = sync.OnceValue(func() dictionary {
	lists := Lists("value/words.txt", wordLists)
	return dictionary{lists.Set("date"), lists.Set("month"), lists.Set("short month"), lists.Set("unit"), lists.Set("currency"), lists.Set("and"), lists.Set("part of a year"), lists.Set("week"), lists.Set("ordinal")}
})
