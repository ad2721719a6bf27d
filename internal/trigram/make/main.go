// Make writes letters.txt, the letter sequences by which languages are told apart, from
// texts and counts of sequences (see sources.txt beside it).
//
//	go run ./internal/trigram/make DIR > letters.txt && mv letters.txt internal/trigram/
//
// DIR holds the sources. For each language the sources are brought to the same weight;
// then the probability of each letter after the two before it is estimated, and the
// sequences that say most are kept.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"log"
	"maps"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"verbatim/internal/trigram"
	"verbatim/internal/value"
)

// The size of the table, and how its probabilities are estimated.
const (
	kept      = 1100 // sequences of three letters a language
	keptPairs = 320  // and of two
	backoff   = 0.4  // of the probability where the longer sequence is not known (Brants et al. 2007)
	rare      = 2    // occurrences below which a sequence of three is chance
)

// counts are how often each sequence occurs, by its text; _ is the edge of a word.
type counts map[string]float64

// sorted goes through the counts in a fixed order, so that no sum depends on it: the short ones
// first.
func (c counts) sorted() iter.Seq2[string, float64] {
	return func(yield func(string, float64) bool) {
		byLength := func(a, b string) int {
			return cmp.Or(cmp.Compare(utf8.RuneCountInString(a), utf8.RuneCountInString(b)), cmp.Compare(a, b))
		}
		for _, seq := range slices.SortedFunc(maps.Keys(c), byLength) {
			if !yield(seq, c[seq]) {
				return
			}
		}
	}
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: make DIR")
	}
	sources, err := os.ReadFile("internal/trigram/make/sources.txt")
	if err != nil {
		log.Fatal(err)
	}
	var codes []string
	table := make(map[string]map[string]int) // sequence, language, steps
	err = value.ReadSections("sources.txt", bytes.NewReader(sources), func(_, line string) error {
		code, names, _ := strings.Cut(line, ":")
		c, err := read(os.Args[1], code, value.Entries(names))
		for seq, steps := range c.model() {
			if table[seq] == nil {
				table[seq] = make(map[string]int)
			}
			table[seq][code] = steps
		}
		codes = append(codes, code)
		return err
	})
	if err != nil {
		log.Fatal(err)
	}
	slices.Sort(codes)
	if len(codes) > trigram.Languages {
		log.Fatalf("%d languages: the table has characters for %d", len(codes), trigram.Languages)
	}
	w := bufio.NewWriter(os.Stdout)
	write(w, codes, table)
	if err := w.Flush(); err != nil {
		log.Fatal(err)
	}
}

// read adds up the sources of a language, each with the same weight: our own lists, profiles in
// JSON, which count sequences already, and texts, plain or HTML.
func read(dir, code string, names []string) (counts, error) {
	sum := make(counts)
	if c := ownWords(code); len(c) > 0 {
		c.addTo(sum)
	}
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		c := make(counts)
		if filepath.Ext(name) == ".json" {
			var profile struct{ Freq counts }
			if err := json.Unmarshal(data, &profile); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			for seq, n := range profile.Freq {
				c[strings.ReplaceAll(letters(seq), " ", "_")] += n
			}
		} else {
			c.addText(tag.ReplaceAllString(string(data), " "))
		}
		c.addTo(sum)
	}
	return sum, nil
}

// listed are the sections of our lists that have words as people write them, not roots or rules.
var listed = value.Entries("stop, filler, content, frame, together, apart, negator, negator either, lack, padding, courtesy, non-response, nil")

// ownWords counts the sequences in the lists of a language. One that is not supported has none.
func ownWords(code string) counts {
	c := make(counts)
	for _, name := range []string{"stop/" + code, code} {
		text, err := os.ReadFile("internal/lang/words/" + name + ".txt")
		if err != nil {
			continue
		}
		_ = value.ReadSections(name, bytes.NewReader(text), func(section, line string) error { // this function gives no error
			if slices.Contains(listed, section) || name != code {
				c.addText(line)
			}
			return nil
		})
	}
	return c
}

// tag is a tag of HTML.
var tag = regexp.MustCompile(`<[^>]*>`)

// letters are those of a text in small letters, with one writing of those that are hardly told
// apart, as a Model looks them up.
func letters(text string) string {
	return trigram.OneWriting.Replace(strings.ToLower(norm.NFC.String(text)))
}

// wordsOf are the words of a text.
func wordsOf(text string) iter.Seq[string] {
	return strings.FieldsFuncSeq(letters(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) })
}

// addText counts the sequences of a text. A word counts by the root of its number, since a text has
// one subject, and a survey another.
func (c counts) addText(text string) {
	words := make(counts)
	for word := range wordsOf(text) {
		words[word]++
	}
	for word, n := range words.sorted() {
		runes := []rune("_" + word + "_")
		for i := range runes {
			for size := 1; size <= 3 && i+size <= len(runes); size++ {
				c[string(runes[i:i+size])] += math.Sqrt(n)
			}
		}
	}
}

// addTo adds relative counts to a sum. A sequence of a source of few words is as
// frequent as it would be in a million letters.
func (c counts) addTo(sum counts) {
	counted := func(seq string, n float64) (size int, ok bool) {
		size = utf8.RuneCountInString(seq)
		return size, size < 3 && strings.Trim(seq, "_") != "" || size == 3 && n >= rare
	}
	var all [4]float64
	for seq, n := range c.sorted() {
		if size, ok := counted(seq, n); ok {
			all[size] += n
		}
	}
	for seq, n := range c.sorted() {
		if size, ok := counted(seq, n); ok {
			sum[seq] += n / all[size] * 1e6
		}
	}
}

// model gives the steps of the sequences that say most. The probability of a letter is that after
// the letters before it, smoothed by that after one letter fewer:
//
//	p(t | _s)  =  0.85 × n(_st) / n(_s)  +  0.15 × p(t | s)
//
// A reader of the table who misses a sequence takes the shorter one times backoff. So what a
// sequence is worth is how often it occurs, times how far that would be off.
func (c counts) model() map[string]int {
	context := make(counts) // how often a letter follows
	for seq, n := range c.sorted() {
		_, last := utf8.DecodeLastRuneInString(seq)
		context[seq[:len(seq)-last]] += n
	}
	p, gain := make(counts), make(counts)
	bySize := make([][]string, 4)
	for seq, n := range c.sorted() {
		size := utf8.RuneCountInString(seq)
		_, first := utf8.DecodeRuneInString(seq)
		_, last := utf8.DecodeLastRuneInString(seq)
		p[seq] = n / context[seq[:len(seq)-last]]
		if size > 1 {
			shorter := p[seq[first:]]
			p[seq] = 0.85*p[seq] + 0.15*shorter
			gain[seq] = n * math.Abs(math.Log(p[seq]/(backoff*shorter+1e-9)))
		}
		bySize[size] = append(bySize[size], seq)
	}
	model := make(map[string]int)
	for size, most := range []int{1: len(bySize[1]), 2: keptPairs, 3: kept} {
		seqs := bySize[size]
		slices.SortFunc(seqs, func(a, b string) int { return cmp.Or(cmp.Compare(gain[b], gain[a]), cmp.Compare(a, b)) })
		for _, seq := range seqs[:min(len(seqs), most)] {
			if size > 1 || steps(p[seq]) < trigram.Levels-1 { // a letter that all but never occurs is none of the language
				model[seq] = steps(p[seq] * math.Pow(backoff, float64(3-size)))
			}
		}
	}
	return model
}

// steps is the surprise at a probability, as the table has it.
func steps(p float64) int {
	return min(int(math.Round(-math.Log(p)*trigram.Nat)), trigram.Levels-1)
}

// write writes the table: the codes, then a line for each sequence, in which each language is a
// character, and its steps are the next.
func write(w io.Writer, codes []string, table map[string]map[string]int) {
	fmt.Fprintln(w, strings.Join(codes, " "))
	for _, seq := range slices.Sorted(maps.Keys(table)) {
		fmt.Fprint(w, seq, " ")
		for i, code := range codes {
			if steps, ok := table[seq][code]; ok {
				fmt.Fprintf(w, "%c%c", trigram.FirstLanguage+i, trigram.FirstStep+steps)
			}
		}
		fmt.Fprintln(w)
	}
}
