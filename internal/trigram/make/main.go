// Make writes letters.txt, the letter sequences by which languages are told apart, from
// texts and counts of sequences (see sources.txt beside it).
//
//	go run ./internal/trigram/make DIR > internal/trigram/letters.txt
//
// DIR holds the sources. For each language the sources are brought to the same weight;
// then the probability of each letter after the two before it is estimated, and the
// sequences that say most are kept.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
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
	"verbatim/internal/trigram"

	"golang.org/x/text/unicode/norm"
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

// sorted goes through the counts in a fixed order, so that no sum depends on it.
func (c counts) sorted() iter.Seq2[string, float64] {
	return func(yield func(string, float64) bool) {
		for _, seq := range slices.Sorted(maps.Keys(c)) {
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
	table := make(map[string]map[string]int) // sequence, language, steps
	sources, err := readSources("internal/trigram/make/sources.txt")
	if err != nil {
		log.Fatal(err)
	}
	for code, names := range sources {
		c, err := read(os.Args[1], code, names)
		if err != nil {
			log.Fatal(err)
		}
		for seq, steps := range c.model() {
			if table[seq] == nil {
				table[seq] = make(map[string]int)
			}
			table[seq][code] = steps
		}
	}
	write(slices.Sorted(maps.Keys(sources)), table)
}

// readSources reads lines "code: file, file".
func readSources(name string) (map[string][]string, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	sources := make(map[string][]string)
	for line := range strings.Lines(string(text)) {
		if code, files, ok := strings.Cut(line, ":"); ok && line[0] != '#' {
			sources[code] = strings.Split(strings.TrimSpace(files), ", ")
		}
	}
	return sources, nil
}

// read adds up the sources of a language, each with the same weight.
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
		switch filepath.Ext(name) {
		case ".json":
			var profile struct{ Freq counts }
			if err := json.Unmarshal(data, &profile); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			for seq, n := range profile.Freq {
				c[strings.ReplaceAll(letters(seq), " ", "_")] += n
			}
		default:
			c.addText(tag.ReplaceAllString(string(data), " "))
		}
		c.addTo(sum)
	}
	return sum, nil
}

// ownWords counts the sequences in the lists of a supported language.
func ownWords(code string) counts {
	c := make(counts)
	for _, name := range []string{"stop/" + code, code} {
		ownList(name, listed, c.addText)
	}
	return c
}

// ownList takes the lines of some sections of a list. A language that is not supported has none.
func ownList(name string, sections map[string]bool, take func(line string)) {
	data, err := os.ReadFile("internal/term/lang/" + name + ".txt")
	if err != nil {
		return
	}
	section := ""
	for line := range strings.Lines(string(data)) {
		switch {
		case line[0] == '[':
			section = strings.Trim(line, "[]\n")
		case line[0] != '#' && sections[section]:
			take(line)
		}
	}
}

// listed are the sections of words that people write.
var listed = map[string]bool{
	"stop": true, "filler": true, "content": true, "frame": true, "together": true, "apart": true, "negator": true, "negator either": true,
	"lack": true, "padding": true, "courtesy": true, "non-response": true, "nil": true,
}

// tag is a tag of HTML.
var tag = regexp.MustCompile(`<[^>]*>`)

// letters are those of a text in small letters, with one writing of those that are hardly told apart: internal/term looks them up so.
func letters(text string) string {
	return strings.NewReplacer("ș", "ş", "ț", "ţ", "ё", "е").Replace(strings.ToLower(norm.NFC.String(text)))
}

// wordsOf are the words of a text.
func wordsOf(text string) iter.Seq[string] {
	return strings.FieldsFuncSeq(letters(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) })
}

// addText counts the sequences of a text.
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
	var all [4]float64
	for seq, n := range c.sorted() {
		if size := utf8.RuneCountInString(seq); size <= 3 && (size < 3 || n >= rare) && strings.Trim(seq, "_") != "" {
			all[size] += n
		}
	}
	for seq, n := range c.sorted() {
		if size := utf8.RuneCountInString(seq); all[size] > 0 && (size < 3 || n >= rare) && strings.Trim(seq, "_") != "" {
			sum[seq] += n / all[size] * 1e6
		}
	}
}

// model gives the steps of the sequences that say most.
func (c counts) model() map[string]int {
	context := make(counts)
	var single float64
	for seq, n := range c.sorted() {
		if utf8.RuneCountInString(seq) == 1 {
			single += n
			continue
		}
		_, size := utf8.DecodeLastRuneInString(seq)
		context[seq[:len(seq)-size]] += n
	}
	steps := func(p float64) int { return min(int(math.Round(-math.Log(p)*trigram.Nat)), trigram.Levels-1) }
	p := make(counts)
	model := make(map[string]int)
	for seq, n := range c.sorted() {
		if utf8.RuneCountInString(seq) == 1 {
			p[seq] = n / single
			if steps(p[seq]) < trigram.Levels-1 {
				model[seq] = steps(p[seq] * backoff * backoff)
			}
		}
	}
	for size := 2; size <= 3; size++ {
		var seqs []string
		gain := make(counts)
		for seq, n := range c.sorted() {
			if utf8.RuneCountInString(seq) != size {
				continue
			}
			_, last := utf8.DecodeLastRuneInString(seq)
			_, first := utf8.DecodeRuneInString(seq)
			shorter := p[seq[first:]]
			p[seq] = 0.85*n/context[seq[:len(seq)-last]] + 0.15*shorter
			gain[seq] = n * math.Abs(math.Log(p[seq]/(backoff*shorter+1e-9)))
			seqs = append(seqs, seq)
		}
		slices.SortFunc(seqs, func(a, b string) int { return cmp.Or(cmp.Compare(gain[b], gain[a]), cmp.Compare(a, b)) })
		for _, seq := range seqs[:min(len(seqs), map[int]int{2: keptPairs, 3: kept}[size])] {
			q := p[seq]
			if size == 2 {
				q *= backoff
			}
			model[seq] = steps(q)
		}
	}
	return model
}

// write writes the table: the codes, then a line for each sequence, in which each
// language is a character, and its steps are the next. More languages than characters end the program.
func write(codes []string, table map[string]map[string]int) {
	if len(codes) > trigram.Languages {
		log.Fatalf("%d languages: the table has characters for %d", len(codes), trigram.Languages)
	}
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
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
