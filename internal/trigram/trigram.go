// Package trigram tells languages apart by the letters of their words: by how likely each
// letter is after the two before it. The table is made by make, from the sources that it lists.
package trigram

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// letterTable is how likely a letter is after the two before it, in the words of each language.
// Its first line has the codes of the languages. Each other line is a sequence of one to three
// letters and then, for each language that has it, two characters: FirstLanguage plus the
// place of the language in the first line, and FirstStep plus the surprise (see Model).
// _ is the edge of a word. The lines are sorted, so that a sequence is found without reading them
// all: most runs need one in ten. README.md says how the table is made.
//
//go:embed letters.txt
var letterTable string

// Nat is the steps of the table for a factor of e. All evidence is in steps, as whole numbers, so
// that no sum depends on a machine.
const Nat = 6

// What an entry of the table is written with: the characters from which languages and steps are
// counted, and how many there are of each.
const (
	FirstLanguage = '0'
	FirstStep     = '!'
	Languages     = '~' - FirstLanguage + 1 // at most
	Levels        = 90
)

const (
	unheard = 9 * Nat // the surprise at a letter that a language does not have at all
	maxWord = 24      // letters of a word that are read: what is longer is no word
)

// OneWriting writes letters as the table does: with the cedilla for the comma below, which is
// hardly told apart, and without the dots of ё, which are often left out.
var OneWriting = strings.NewReplacer("ș", "ş", "ț", "ţ", "ё", "е")

// A Model gives the surprise at a word in each language: -ln of its probability, in steps. It
// remembers the sequences that were looked up, and is not safe for concurrent use.
type Model struct {
	Codes []string           // of the languages, in the order of the table
	lines string             // of the table
	known map[string][]uint8 // surprise at the last letter of a sequence, by language, for those that were looked up
}

// builtin has the codes and lines of the table.
var builtin = sync.OnceValue(func() Model {
	codes, lines, _ := strings.Cut(letterTable, "\n")
	return Model{Codes: strings.Fields(codes), lines: lines}
})

// New returns the model of the program.
func New() *Model {
	m := builtin()
	m.Forget()
	return &m
}

// Forget empties the memory.
func (m *Model) Forget() { m.known = make(map[string][]uint8, 512) }

// Surprise adds the surprise at a word in each language, and returns over how many letters.
func (m *Model) Surprise(word string, each []uint16) (letters int) {
	word = "_" + OneWriting.Replace(word) + "_"
	before, last := 0, 0 // where the two letters before begin
	for i, r := range word[1:] {
		end := 1 + i + utf8.RuneLen(r)
		for k, steps := range m.at(word[before:end], word[last:end], word[1+i:end]) {
			each[k] += uint16(steps)
		}
		before, last = last, 1+i
		if letters++; letters == maxWord {
			break
		}
	}
	return letters
}

// at is the surprise at the last letter of a sequence. In a language that has no entry for
// the sequence the shorter one counts.
func (m *Model) at(sequence, pair, letter string) []uint8 {
	if each, ok := m.known[sequence]; ok {
		return each
	}
	each := slices.Repeat([]uint8{unheard}, len(m.Codes))
	for _, seq := range [...]string{letter, pair, sequence} {
		m.each(seq, func(k int, steps uint8) { each[k] = steps })
	}
	m.known[strings.Clone(sequence)] = each
	return each
}

// each takes what the table says of a sequence.
func (m *Model) each(seq string, take func(language int, steps uint8)) {
	entries := m.find(seq)
	for i := 0; i+1 < len(entries); i += 2 {
		if k := int(entries[i]) - FirstLanguage; k < len(m.Codes) {
			take(k, entries[i+1]-FirstStep)
		}
	}
}

// find is what the line of a sequence says, "" where there is none.
func (m *Model) find(seq string) string {
	low, high := 0, len(m.lines)
	for low < high {
		begin := low + strings.LastIndexByte(m.lines[low:(low+high)/2], '\n') + 1
		end := begin + strings.IndexByte(m.lines[begin:], '\n')
		key, entries, _ := strings.Cut(m.lines[begin:end], " ")
		switch strings.Compare(seq, key) {
		case 0:
			return entries
		case -1:
			high = begin
		default:
			low = end + 1
		}
	}
	return ""
}
