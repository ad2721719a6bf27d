package jsonrows

import (
	"slices"
	"strconv"
	"strings"

	"verbatim/internal/notice"
)

// columns are the keys that have been seen. They are found in the head of the text, and are fixed from then on: who reads
// the rows has to know the columns before the first.
type columns struct {
	names []string
	lists []bool // columns in which a row had a list of several values
	// asWritten tells names that a string holds as they are, without a backslash.
	asWritten []bool
	places    map[string]int
	size      int // bytes of the names
	growing   bool
	full      bool            // there are more than are read
	numbered  map[string]bool // lists that hold objects or lists
	// late are keys that came too late to be columns, with the number of their values.
	late      map[string]int
	lateOther int // values of other such keys, if there are many
}

// How many late keys are told by name, and how many lists with objects. The log of warnings would keep no more.
const (
	mostLate     = 20
	mostNumbered = 100
)

func newColumns() *columns {
	return &columns{places: map[string]int{}, growing: true, numbered: map[string]bool{}, late: map[string]int{}}
}

// find gives the place of a column. A new one is added while the columns are still looked for; later it is noted, and
// the place is -1.
func (c *columns) find(path []byte) int {
	if i, ok := c.places[string(path)]; ok {
		return i
	}
	if !c.growing {
		c.miss(path)
		return -1
	}
	if len(c.names) == maxColumns || c.size+len(path) > maxNames {
		c.full = true // Open refuses the text
		return -1
	}
	name := string(path)
	i := len(c.names)
	c.names, c.lists, c.places[name], c.size = append(c.names, name), append(c.lists, false), i, c.size+len(name)
	c.asWritten = append(c.asWritten, !slices.ContainsFunc(path, func(b byte) bool { return !ordinary[b] }))
	return i
}

// miss notes a value without a column. A text in which every row has keys of its own must not fill the memory.
func (c *columns) miss(path []byte) {
	if _, known := c.late[string(path)]; known || len(c.late) < mostLate {
		c.late[string(path)]++
	} else {
		c.lateOther++
	}
}

// number notes a list whose values are numbered, while the columns are looked for. It is worth a warning: if a list
// leaves out what was not answered, the same place in it is not always the same question.
func (c *columns) number(name string, warn func(notice.Code, string)) {
	if c.growing && !c.numbered[name] && len(c.numbered) < mostNumbered {
		c.numbered[name] = true
		warn(notice.NumberedList, "the list "+quoted(name)+" holds objects or lists: each place in it is columns of its own")
	}
}

// quoted is a key in quotes, without the end if it is long.
func quoted(name string) string {
	const most = 80
	if len(name) > most {
		name = strings.ToValidUTF8(name[:most], "") + "…"
	}
	return strconv.Quote(name)
}
