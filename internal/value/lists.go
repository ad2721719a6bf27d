package value

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed words.txt
var wordLists string

// A set is a list of words that is only asked whether it has one.
type set map[string]bool

// dictionary holds what stands in words.txt.
type dictionary struct{ date, month, shortMonth, unit set }

var words = sync.OnceValue(func() dictionary {
	lists := Lists(wordLists)
	all := func(section string) set {
		out := set{}
		for _, line := range lists[section] {
			for _, word := range line {
				out[word] = true
			}
		}
		return out
	}
	return dictionary{all("date"), all("month"), all("short month"), all("unit")}
})

// Lists reads a text of lists: the lines of each section, and of each line the
// entries between its commas. A line that begins with # is a comment.
//
//	[unit]
//	# of time
//	min, mins
//	h
func Lists(text string) map[string][][]string {
	lists, section := map[string][][]string{}, ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[' && line[len(line)-1] == ']':
			section = line[1 : len(line)-1]
		default:
			entries := strings.Split(line, ",")
			for i, e := range entries {
				entries[i] = strings.TrimSpace(e)
			}
			if last := len(entries) - 1; entries[last] == "" {
				entries = entries[:last] // the list goes on in the next line
			}
			lists[section] = append(lists[section], entries)
		}
	}
	return lists
}
