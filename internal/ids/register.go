// Package ids makes one respondent of the rows that have one id.
//
// In the long format a respondent has several rows, in any order and perhaps in several files. With --id the
// rows of one id are one respondent, before anything is counted, so that no later stage has to know of rows:
//
//	respondent  question  answer
//	7           Why?      trust      ─┐
//	8           Why?      time        │  8: time
//	7           Where?    at home    ─┴▶ 7: trust; at home
//
// A reading of the ids alone finds those that come again. Later readings hold back the rows of these until the
// last one is there, which is where the respondent comes. So memory grows with the people that have several
// rows, and by about 18 bytes for each row: 8, with what a list that grows by a quarter keeps beside it; by
// three times as much where the id has noughts to spare. Where no id comes again, rows pass as they do without
// --id. Ids are texts: 5 and 005 are two, which is told.
package ids

import (
	"cmp"
	"slices"
	"strings"
)

// A Register has the ids of all rows. Only a hash is kept of each: ids that share one wait for each other, and
// are told apart when they are united. The zero value has none.
type Register struct {
	hashes []uint64
	padded []spelling
	sorted bool
}

// Add adds the id of a row.
func (g *Register) Add(id string) {
	h := Hash(id)
	g.hashes, g.sorted = append(g.hashes, h), false
	if plain := plainID(id); plain != id {
		g.padded = append(g.padded, spelling{Hash(plain), h})
	}
}

// Rows is the number of rows with an id.
func (g *Register) Rows() int { return len(g.hashes) }

// sort sorts the hashes.
func (g *Register) sort() {
	if !g.sorted {
		slices.Sort(g.hashes)
		g.sorted = true
	}
}

// Repeated gives the ids that come again, by their hashes, with the number of their rows.
func (g *Register) Repeated() RowsOf {
	g.sort()
	rows := make(RowsOf)
	for i, h := range g.hashes {
		if i > 0 && g.hashes[i-1] == h {
			rows[h] = max(2, rows[h]+1)
		}
	}
	return rows
}

// A spelling is an id with noughts that its number does without, as the hashes of both.
type spelling struct{ plain, id uint64 }

// plainID is an id of digits without noughts in front and without decimals that are noughts, as spreadsheets
// add and drop them; any other id as it is.
func plainID(id string) string {
	whole, decimals, _ := strings.Cut(id, ".")
	if whole == "" || strings.Trim(whole, "0123456789") != "" || strings.Trim(decimals, "0") != "" {
		return id
	}
	return cmp.Or(strings.TrimLeft(whole, "0"), "0")
}

// SpelledApart counts the numbers that are ids in two spellings or more.
func (g *Register) SpelledApart() (n int) {
	g.sort()
	padded := g.padded
	slices.SortFunc(padded, func(a, b spelling) int { return cmp.Or(cmp.Compare(a.plain, b.plain), cmp.Compare(a.id, b.id)) })
	for from := 0; from < len(padded); {
		first, to := padded[from], from
		for to < len(padded) && padded[to].plain == first.plain {
			to++
		}
		if _, plain := slices.BinarySearch(g.hashes, first.plain); plain || padded[to-1].id != first.id {
			n++
		}
		from = to
	}
	return n
}

// Hash is the hash of an id (FNV-1a), the same in every run.
func Hash(id string) uint64 {
	h := uint64(0xcbf29ce484222325)
	for i := range len(id) {
		h = (h ^ uint64(id[i])) * 0x100000001b3
	}
	return h
}
