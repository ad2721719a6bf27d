package value

import (
	"slices"
	"strings"
)

// Names are compared as Key writes them. One that begins with * stands for
// every name that ends so.
type Names struct {
	exact map[string]bool
	ends  []string
}

// NewNames reads the entries of a list.
func NewNames(list []string) Names {
	n := Names{exact: map[string]bool{}}
	for _, name := range list {
		if end, ok := strings.CutPrefix(name, "*"); ok {
			n.ends = append(n.ends, Key(end))
		} else {
			n.exact[Key(name)] = true
		}
	}
	return n
}

// Some reports whether there is a name.
func (n Names) Some() bool { return len(n.exact)+len(n.ends) > 0 }

// Has reports whether a name, as Key writes it, is one of them.
func (n Names) Has(k string) bool {
	return n.exact[k] || slices.ContainsFunc(n.ends, func(end string) bool { return strings.HasSuffix(k, end) })
}

// Patterns are texts as they are written, with * for any text.
type Patterns []string

// Fit reports whether a text is like one of them.
func (p Patterns) Fit(text string) bool {
	return slices.ContainsFunc(p, func(pattern string) bool { return Glob([]rune(pattern), []rune(text)) })
}

// Glob reports whether s matches a pattern. It goes back to the last star only,
// never further, so it takes at most len(pattern)*len(s) steps.
func Glob(pattern, s []rune) bool {
	p, i, star, mark := 0, 0, -1, 0
	for i < len(s) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, mark = p, i
			p++
		case p < len(pattern) && (pattern[p] == '?' || pattern[p] == s[i]):
			p++
			i++
		case star >= 0:
			mark++
			p, i = star+1, mark
		default:
			return false
		}
	}
	return strings.Trim(string(pattern[p:]), "*") == ""
}
