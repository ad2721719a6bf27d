package survey

import (
	"slices"
	"strings"

	"verbatim/internal/value"
)

// names are compared as value.Key writes them. One that begins with * stands for
// every name that ends so.
type names struct {
	exact map[string]bool
	ends  []string
}

func newNames(list []string) names {
	n := names{exact: map[string]bool{}}
	for _, name := range list {
		if end, ok := strings.CutPrefix(name, "*"); ok {
			n.ends = append(n.ends, value.Key(end))
		} else {
			n.exact[value.Key(name)] = true
		}
	}
	return n
}

func (n names) some() bool { return len(n.exact)+len(n.ends) > 0 }

// has reports whether a name, as value.Key writes it, is one of them.
func (n names) has(k string) bool {
	return n.exact[k] || slices.ContainsFunc(n.ends, func(end string) bool { return strings.HasSuffix(k, end) })
}

// patterns are texts as they are written, with * for any text.
type patterns []string

// fit reports whether a text is like one of them.
func (p patterns) fit(text string) bool {
	return slices.ContainsFunc(p, func(pattern string) bool { return glob([]rune(pattern), []rune(text)) })
}

// glob reports whether s matches a pattern. It goes back to the last star only,
// never further, so it takes at most len(pattern)*len(s) steps.
func glob(pattern, s []rune) bool {
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

// repeats reports whether a cell repeats the option of its column, or the end of it.
func repeats(option, cell string) bool {
	k := value.Key(cell)
	return k != "" && strings.HasSuffix(value.Key(option), k)
}
