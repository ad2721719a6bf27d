package term

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

// names is the content of lang/names.txt, by section: names of products, of libraries, of
// web addresses. They are the same in all languages, and so few that slices are fast enough.
type names map[string][]string

// knownNames is read once. It is part of the program, and a test reads it, so there
// is no error to return.
var knownNames = sync.OnceValue(func() names {
	n, err := readNames(lists)
	if err != nil {
		panic(err)
	}
	return n
})

// readNames reads lang/names.txt.
func readNames(files fs.FS) (names, error) {
	n := names{"product": nil, "library ending": nil, "after dot": nil, "before dot": nil, "dot ending": nil, "web ending": nil, "keyboard row": nil}
	return n, readSections(files, "lang/names.txt", func(section, line string) error {
		if _, ok := n[section]; !ok {
			return fmt.Errorf("unknown section %q", section)
		}
		n[section] = append(n[section], entriesOf(line)...)
		return nil
	})
}

// IsProduct reports whether a word in small letters is also a product whose name a
// stemmer would count under a common word.
func IsProduct(folded string) bool { return slices.Contains(knownNames()["product"], folded) }

// libraryName is the one name that several spellings of a library count under:
// "nodejs" for Node.js and nodejs, "d3" for D3.js and d3js. It is "" for other words.
func (n names) libraryName(folded string) string {
	for _, ending := range n["library ending"] {
		name, ok := strings.CutSuffix(folded, ending)
		if !ok || len(name) < 2 {
			continue
		}
		name = strings.TrimSuffix(name, ".")
		if last := name[len(name)-1]; '0' <= last && last <= '9' {
			return name
		}
		return name + ending
	}
	return ""
}

// isWebHost reports whether a text without a scheme is a web host: github.com, but
// not Node.js or ASP.NET.
func (n names) isWebHost(host string) bool {
	return slices.ContainsFunc(n["web ending"], func(ending string) bool { return strings.HasSuffix(host, ending) && host != ending })
}

// isDotted reports whether two words with a dot between them are a name: "data.table",
// "main.py", "node.js".
func (n names) isDotted(before, after string) bool {
	return slices.Contains(n["before dot"], before) || slices.Contains(n["dot ending"], after) || slices.Contains(n["library ending"], after) ||
		slices.Contains(n["after dot"], after)
}
