package term

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// The weights of evidence. A word that only one language has weighs 1, and a word of
// several languages weighs 1 divided by their number.
const (
	maxLook    = 600 // bytes of an answer that are read
	answerCap  = 3.0 // the most evidence of one answer for a language: long answers must not outvote the rest
	mostNoted  = 50  // words of a language that are noted
	hintWeight = 0.4 // of a letter or ending that identifies a language
)

// vocabularies are the words of the answers that tell a language, by its code.
type vocabularies map[string]map[string]bool

// note notes a word of these languages.
func (v vocabularies) note(codes []string, word string) {
	for _, code := range codes {
		if v[code] == nil {
			v[code] = make(map[string]bool)
		}
		if len(v[code]) < mostNoted && !v[code][word] {
			v[code][strings.Clone(word)] = true // the answer must not stay alive
		}
	}
}

// scores are the evidence for each language, by its code.
type scores map[string]float64

// add adds the evidence of one answer.
func (s scores) add(more scores) {
	for code, evidence := range more {
		s[code] += min(evidence, answerCap)
	}
}

// ranked are the codes by falling evidence, and by the alphabet where it is equal.
func (s scores) ranked() []string {
	return slices.SortedFunc(maps.Keys(s), func(a, b string) int { return cmp.Or(cmp.Compare(s[b], s[a]), cmp.Compare(a, b)) })
}

// A profile is everything that distinguishes languages, both those that are
// supported and those that are not.
type profile struct {
	words     map[string][]string // the languages that have a word
	letters   map[rune][]string   // the languages that a letter indicates
	endings   map[string][]string // and those that an ending indicates
	english   map[string]bool     // words that only look like another language's
	supported map[string]bool
	scripts   []script // that tell one language
	shared    []script // of several languages, with the one that is taken without other evidence
}

// A script is a writing system, and the language that it indicates.
type script struct {
	table *unicode.RangeTable
	code  string
}

// newProfile makes a profile of the lists. It takes some milliseconds and a megabyte,
// which can be freed before answers are counted. The lists are part of the program
// and a test reads them all, so there is no error to return: a list that cannot be
// read is left out.
func newProfile(lib *library) *profile {
	p := &profile{
		words: make(map[string][]string, 4096), letters: make(map[rune][]string), endings: make(map[string][]string),
		english: make(map[string]bool), supported: make(map[string]bool),
	}
	words := make(map[string]trait, 512) // one map for all languages: to make it is most of the work
	for _, code := range lib.codes() {
		clear(words)
		p.learn(lib, code, words)
	}
	readSections(lib.files, othersFile, p.other)
	return p
}

// learn adds a supported language, by its stop words and its hints. words is a map
// that is reused.
func (p *profile) learn(lib *library, code string, words map[string]trait) {
	l := lib.heads[code]
	l.words = words
	r := &listReader{files: lib.files, lang: &l, wanted: func(section string) bool {
		return wordSections[section]&(stop|telling|content|homograph) != 0 || section == "hint"
	}}
	if err := r.both(); err != nil {
		return
	}
	p.supported[code] = true
	for word, t := range words {
		if t&homograph != 0 {
			p.english[word] = true
		}
		if t&(stop|telling) != 0 && t&content == 0 {
			p.words[word] = append(p.words[word], code)
		}
	}
	p.hint(code, r.hints)
}

// othersFile is what is known of the languages that are not supported.
const othersFile = "lang/other.txt"

// other adds what a line of othersFile says.
func (p *profile) other(section, line string) error {
	if section == "unspaced" {
		return nil // for IsUnspaced
	}
	code, entries, err := keyed(line)
	if err != nil {
		return err
	}
	switch section {
	case "telling":
		for _, word := range entriesOf(entries) {
			p.words[word] = append(p.words[word], code)
		}
	case "hint":
		p.hint(code, entriesOf(entries))
	case "script":
		err = addScripts(&p.scripts, code, entries)
	case "shared script":
		err = addScripts(&p.shared, code, entries)
	default:
		err = fmt.Errorf("unknown section %q", section)
	}
	return err
}

// addScripts adds the scripts of a language, by their Unicode names.
func addScripts(list *[]script, code, names string) error {
	return eachEntry(names, func(name string) error {
		table, ok := unicode.Scripts[name]
		if !ok {
			return fmt.Errorf("no script %q", name)
		}
		*list = append(*list, script{table, code})
		return nil
	})
}

// hint notes the letters and endings that tell a language.
func (p *profile) hint(code string, hints []string) {
	for _, hint := range hints {
		if ending, ok := strings.CutPrefix(hint, "-"); ok {
			p.endings[ending] = append(p.endings[ending], code)
			continue
		}
		for _, letter := range hint {
			p.letters[letter] = append(p.letters[letter], code)
		}
	}
}

// score is the evidence of one answer. It notes the words that tell a language.
func (p *profile) score(answer string, met vocabularies) scores {
	if len(answer) > maxLook {
		answer = answer[:maxLook]
	}
	answer = strings.ToLower(Normalised(answer))
	s := make(scores)
	for word := range strings.FieldsFuncSeq(answer, func(r rune) bool { return !isWordRune(r) && r != '\'' }) {
		p.weigh(s, met, strings.Trim(word, "'"))
	}
	if len(s) == 0 {
		p.guess(s, answer)
	}
	return s
}

// guess takes an answer without a known word for one of the languages that share its
// script.
func (p *profile) guess(s scores, answer string) {
	for _, letter := range answer {
		for _, shared := range p.shared {
			if letter >= firstScript && unicode.Is(shared.table, letter) {
				s[shared.code] = hintWeight
			}
		}
	}
}

// weigh adds the evidence of one word.
func (p *profile) weigh(s scores, met vocabularies, word string) {
	codes := p.words[word]
	if code := p.scriptOf(word); code != "" {
		codes = []string{code}
	}
	s.give(codes, 1)
	met.note(codes, word)
	for _, letter := range word {
		if letter >= 0x80 {
			s.give(p.letters[letter], hintWeight)
		}
	}
	for i := range word {
		if n := len(word) - i; i >= 3 && n >= 2 && n <= 8 {
			s.give(p.endings[word[i:]], hintWeight)
		}
	}
}

// give divides evidence between languages.
func (s scores) give(codes []string, weight float64) {
	for _, code := range codes {
		s[code] += weight / float64(len(codes))
	}
}

// firstScript is the first character after those of the Latin script and its signs.
const firstScript = 0x370

// scriptOf is the language that the script of a word indicates: "" for scripts of
// many languages, as Latin, Cyrillic and Arabic are.
func (p *profile) scriptOf(word string) string {
	code := ""
	for _, r := range word {
		if r < firstScript {
			return ""
		}
		for _, s := range p.scripts {
			if unicode.Is(s.table, r) {
				if s.code == "ja" {
					return s.code // Japanese mixes kana and Han
				}
				code = s.code
			}
		}
	}
	return code
}

// IsUnspaced reports whether a language, by its ISO 639-1 code, is written without
// spaces between words, so that only a dictionary can separate them.
func IsUnspaced(code string) bool {
	unspaced := false
	readSections(lists, othersFile, func(section, line string) error {
		unspaced = unspaced || section == "unspaced" && slices.Contains(entriesOf(line), code)
		return nil
	})
	return unspaced
}
