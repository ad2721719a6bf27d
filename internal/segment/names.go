package segment

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"verbatim/internal/value"
)

//go:embed names.txt
var nameList string

// names is the content of names.txt: what tells names of products, of libraries and of web
// addresses. They are the same in all languages.
type names struct {
	products, afterDot, beforeDot, dotEndings, siteEndings value.Set
	libraryEndings, webEndings, keyboardRows               []string
}

// knownNames is read once.
var knownNames = sync.OnceValue(func() *names { return readNames(nameList) })

// readNames reads a text of the form of names.txt. It panics where that is wrong: names.txt is part
// of the program, and a test reads it.
func readNames(text string) *names {
	lists := value.Lists("segment/names.txt", text,
		"product", "library ending", "after dot", "before dot", "dot ending", "web ending", "site ending", "keyboard row")
	rows := lists.List("keyboard row")
	for _, row := range rows {
		back := []rune(row)
		slices.Reverse(back)
		rows = append(rows, string(back))
	}
	return &names{
		products: lists.Set("product"), afterDot: lists.Set("after dot"), beforeDot: lists.Set("before dot"), dotEndings: lists.Set("dot ending"), siteEndings: lists.Set("site ending"),
		libraryEndings: lists.List("library ending"), webEndings: lists.List("web ending"), keyboardRows: rows,
	}
}

// IsProduct reports whether a word in small letters is also a product whose name a
// stemmer would count under a common word.
func IsProduct(folded string) bool { return knownNames().products[folded] }

// LibraryName is the one name that several spellings of a library count under:
// "nodejs" for Node.js and nodejs, "d3" for D3.js and d3js. It is "" for other words.
func LibraryName(folded string) string { return knownNames().libraryName(folded) }

// keyboardRows are the letters of each row of the usual keyboards, along which fingers run, in both directions.
func keyboardRows() []string { return knownNames().keyboardRows }

// libraryName is LibraryName by these names.
func (n *names) libraryName(folded string) string {
	for _, ending := range n.libraryEndings {
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
func (n *names) isWebHost(host string) bool {
	return slices.ContainsFunc(n.webEndings, func(ending string) bool { return strings.HasSuffix(host, ending) && host != ending })
}

// SiteName is the name of a site that a folded word is the domain of: "kayak" for kayak.com,
// "google" for google.co.uk. It is "" for other words.
func SiteName(folded string) string {
	name, endings, ok := strings.Cut(folded, ".")
	for ok {
		var ending string
		ending, endings, ok = strings.Cut(endings, ".")
		if !knownNames().siteEndings[ending] {
			return ""
		}
	}
	if name == folded {
		return ""
	}
	return name
}

// isDotted reports whether two words with a dot between them are a name: "data.table",
// "main.py", "node.js".
func (n *names) isDotted(before, after string) bool {
	return n.beforeDot[before] || n.dotEndings[after] || n.afterDot[after] || slices.Contains(n.libraryEndings, after)
}
