package tally

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
)

// A Variant is a term that may be another way of writing a more frequent one. It is
// for review, never to be merged unseen: one edit turns spack into slack.
type Variant struct {
	From, To string // as written
}

// What makes a rare term a likely misspelling of a frequent one. If many people use
// both, they are two words.
const (
	leastLetters = 5  // of a word that one edit may change
	longWord     = 10 // letters from which on it may be two
	rarePeople   = 2  // said by so few, it is rare ...
	rareShare    = 200
	timesRare    = 5  // ... and the other at least this many times as frequent;
	timesOften   = 20 // so many where it is rare only as one in rareShare people

	timesDoubled = 3 // so many where only doubled letters differ, however many said it; less than the others
)

// Variants are the likely misspellings among the terms, the most frequent
// target first. No target is itself a variant, and no variant is a word that is
// known to be right (in small letters).
//
// Words that differ by k edits become the same when up to k letters are left out of
// each. So every possible target is indexed under all words that remain of it, and
// each rare word is looked up under all that remain of it:
//
//	transparency ─▶ ransparency, tansparency, …, trnsparency, …
//	trasparency  ─▶ rasparency, …, trsparency, …        both: trasparency
//
// Doubled letters are the most frequent mistake, often several times in one word.
// So every word is indexed, and looked up, without them too:
//
//	broccoli, Brocolli ─▶ brocoli
func (t *Tally) Variants(known func(word string) bool) []Variant {
	var index deletions
	words := make([][]rune, len(t.Terms))
	for i, x := range t.Terms {
		words[i] = []rune(strings.ToLower(x.Forms[0].Form))
		if x.Mentions >= timesRare && isSpelled(x.Forms[0].Form) {
			index.enter(words[i], i, 1+btoi(len(words[i]) >= longWord-2))
			index.enter(undoubled(words[i]), i, 0)
		}
	}
	slices.SortFunc(index, func(a, b deletion) int { // the order is total, so visits have one order
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.term, b.term))
	})
	var list []Variant
	variants := make(map[int]bool)
	for _, i := range t.byMentions() {
		x := t.Terms[i]
		if isSpelled(x.Forms[0].Form) && x.Synonym == "" && !known(string(words[i])) {
			if j := t.target(i, words, &index, variants); j >= 0 {
				variants[i] = true
				list = append(list, Variant{x.Forms[0].Form, cmp.Or(t.Terms[j].Synonym, t.Terms[j].Forms[0].Form)})
			}
		}
	}
	return list
}

// byMentions are the places of the terms, most mentions first: a target comes
// before what goes to it.
func (t *Tally) byMentions() []int {
	order := make([]int, len(t.Terms))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(t.Terms[b].Mentions, t.Terms[a].Mentions) })
	return order
}

// target is the term of which term i is most likely a misspelling: the fewest
// edits, then the most mentions, then the order of the terms; -1 is none.
func (t *Tally) target(i int, words [][]rune, index *deletions, variants map[int]bool) int {
	best, fewest := -1, 0
	most := 1 + btoi(len(words[i]) >= longWord)
	bare := undoubled(words[i])
	look := func(j int) {
		if variants[j] || j == i || words[i][0] != words[j][0] || t.Terms[j].Mentions < timesDoubled*t.Terms[i].Mentions {
			return
		}
		edits := editsBetween(string(words[i]), string(words[j]), most)
		likely := edits <= most && t.dwarfs(j, i) || slices.Equal(bare, undoubled(words[j]))
		if likely && (best < 0 || cmp.Or(cmp.Compare(edits, fewest), cmp.Compare(t.Terms[best].Mentions, t.Terms[j].Mentions), cmp.Compare(j, best)) < 0) {
			best, fewest = j, edits
		}
	}
	index.lookUp(words[i], most, look)
	index.lookUp(bare, 0, look)
	return best
}

// undoubled is a word with one of each letter that is doubled.
func undoubled(word []rune) []rune { return slices.Compact(slices.Clone(word)) }

// dwarfs reports whether term j is much more frequent than a rare term i.
func (t *Tally) dwarfs(j, i int) bool {
	rare, often := t.Terms[i], t.Terms[j]
	if rare.Respondents <= rarePeople {
		return often.Mentions >= timesRare*rare.Mentions
	}
	return rare.Respondents*rareShare <= t.Base.Valid && often.Mentions >= timesOften*rare.Mentions
}

// isSpelled reports whether a form is one word, long enough, of letters that are
// not all capitals: what can be misspelled.
func isSpelled(form string) bool {
	letters := 0
	for _, r := range form {
		if !unicode.IsLetter(r) {
			return false
		}
		letters++
	}
	return letters >= leastLetters && strings.ToUpper(form) != form
}

// btoi is 1 for true: a long word may have one more edit.
func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// deletions finds words by what remains of them. It holds hashes, since a long
// word leaves some eighty others; a word that is found by chance is sorted out
// by its edits.
type deletions []deletion

// deletion is a hash of what remains of a term. Two words at most n edits apart have
// a remainder in common (symmetric deletion, as in SymSpell), so a look-up does not
// compare every pair of terms.
type deletion struct {
	hash uint64
	term int
}

// enter adds a word without up to n of its letters.
func (d *deletions) enter(word []rune, term, n int) {
	remains(word, n, func(hash uint64) { *d = append(*d, deletion{hash, term}) })
}

// lookUp visits the terms that have something in common with the word without
// up to n of its letters, some more than once.
func (d *deletions) lookUp(word []rune, n int, visit func(term int)) {
	list := *d
	remains(word, n, func(hash uint64) {
		i, _ := slices.BinarySearchFunc(list, hash, func(x deletion, h uint64) int { return cmp.Compare(x.hash, h) })
		for ; i < len(list) && list[i].hash == hash; i++ {
			visit(list[i].term)
		}
	})
}

// remains visits the hash of a word, and of what remains without one letter,
// and so on up to n letters.
func remains(word []rune, n int, visit func(hash uint64)) {
	h := fnv.New64a()
	h.Write([]byte(string(word)))
	visit(h.Sum64())
	if n == 0 {
		return
	}
	for i := range word {
		remains(slices.Delete(slices.Clone(word), i, i+1), n-1, visit)
	}
}

// editsBetween is the number of letters put in, left out, replaced, or swapped with
// their neighbour, by which two words differ, counted up to most: a higher
// number is given as most+1. No letter is edited twice (optimal string
// alignment).
func editsBetween(a, b string, most int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > most || len(y)-len(x) > most {
		return most + 1
	}
	// Three rows of the table: row i holds the edits from x[:i] to y[:j].
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			replace := last[j-1]
			if x[i-1] != y[j-1] {
				replace++
			}
			row[j] = min(replace, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(y)], most+1)
}
