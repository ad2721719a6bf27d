package term

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// loadLexicon reads the lists of a language: the stop list that others have
// published, ours, and the grammar of English non-answers.
func loadLexicon(l *Language) (lexicon, error) {
	r := newListReader(l)
	if err := r.both(l.Code); err != nil {
		return lexicon{}, err
	}
	if l.Code != "en" {
		r.wanted = func(section string) bool { return grammarSections[section] != 0 }
		if err := r.file("en"); err != nil {
			return lexicon{}, err
		}
	}
	return r.finish(), nil
}

// sections says what an entry of each plain section of a list is. The others
// are in entry.
var sections = map[string]trait{
	"stop": stop, "content": content, "filler": filler, "filler as it is": fillerForm, "frame": frame, "negator": negWord, "lack": negLack,
	"link": link, "negator after": negAfter, "correlative": negBoth, "correlative in pairs": negPaired, "adversative": adversative,
	"negator either": negEither, "elided": elided, "undivided": undivided, "acronym": acronym, "telling": telling, "homograph": homograph,
}

// grammarSections are those of the grammar of non-answers.
var grammarSections = map[string]part{
	"padding": padding, "courtesy": courtesy, "alone": alone, "non-response": nonResponse, "nil": nilAnswer,
}

// A listReader reads lang/CODE.txt: entries between commas or on lines of
// their own, under "[section]" lines; # begins a comment.
type listReader struct {
	lang *Language
	lexicon
	section string
	wanted  func(section string) bool // nil: all sections
}

func newListReader(l *Language) *listReader {
	return &listReader{lang: l, lexicon: lexicon{
		words: make(map[string]trait, 512), stems: make(map[string]trait), keys: make(map[string]string), joined: make(map[string]string),
		keepIse: make(map[string]bool), phrases: make(map[string]part), firsts: make(map[string]int), spoken: make(map[string]bool),
	}}
}

// both reads the published stop list of a language, where there is one, and ours.
func (r *listReader) both(code string) error {
	if err := r.file("stop/" + code); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return r.file(code)
}

func (r *listReader) file(code string) error {
	text, err := lists.ReadFile("lang/" + code + ".txt")
	if err != nil {
		return err
	}
	if err := r.text(string(text)); err != nil {
		return fmt.Errorf("lang/%s.txt:%w", code, err)
	}
	return nil
}

func (r *listReader) text(text string) error {
	number := 0
	for line := range strings.Lines(text) {
		number++
		if err := r.line(line); err != nil {
			return fmt.Errorf("%d: %w", number, err)
		}
	}
	return nil
}

func (r *listReader) line(text string) error {
	text, _, _ = strings.Cut(text, "#")
	text = strings.TrimSpace(text)
	if name, ok := strings.CutPrefix(text, "["); ok {
		r.section, ok = strings.CutSuffix(name, "]")
		if !ok {
			return fmt.Errorf("section without an end: %q", text)
		}
		return nil
	}
	if text == "" || r.wanted != nil && !r.wanted(r.section) {
		return nil
	}
	switch r.section {
	case "apart":
		return r.group(text, r.keys, func(form string) string { return form })
	case "together":
		return r.group(text, r.joined, r.lang.algorithm)
	}
	for entry := range strings.SplitSeq(text, ",") {
		if entry = strings.TrimSpace(entry); entry == "" {
			continue // a comma at the end of a line
		}
		if err := r.entry(entry); err != nil {
			return err
		}
	}
	return nil
}

// entry takes in one entry of the section that is being read.
func (r *listReader) entry(entry string) error {
	if t, ok := sections[r.section]; ok {
		if ending, ok := strings.CutPrefix(entry, "-"); ok && t == content {
			r.nouns = append(r.nouns, ending)
			return nil
		}
		if strings.Contains(entry, " ") {
			return fmt.Errorf("more than a word: %q", entry)
		}
		r.mark(entry, t)
		return nil
	}
	if p, ok := grammarSections[r.section]; ok {
		r.phrase(entry, p)
		return nil
	}
	switch r.section {
	case "no negation":
		if first, last, ok := strings.Cut(entry, " … "); ok {
			r.framing = append(r.framing, [2]string{r.lang.Fold(first), r.lang.Fold(last)})
			return nil
		}
		r.affirming = append(r.affirming, strings.Fields(r.lang.Fold(entry)))
	case "hint":
		r.hints = append(r.hints, entry)
	case "keep -ise":
		r.keepIse[entry] = true
	case "spelling":
		from, to, ok := strings.Cut(entry, "=")
		if !ok {
			return fmt.Errorf("no = in spelling %q", entry)
		}
		r.spellings = append(r.spellings, newSpelling(from, to))
	default:
		return fmt.Errorf("entry %q in unknown section %q", entry, r.section)
	}
	return nil
}

// group reads "key: form, form": the forms, and the key itself, are counted
// under the key. What is looked up in the table is made of a form by index.
func (r *listReader) group(text string, table map[string]string, index func(string) string) error {
	key, forms, _ := strings.Cut(text, ":")
	key = r.lang.Fold(strings.TrimSpace(key))
	for form := range strings.SplitSeq(key+","+forms, ",") {
		form = r.lang.Fold(strings.TrimSpace(form))
		if form == "" {
			continue
		}
		if old, ok := table[index(form)]; ok && old != key {
			return fmt.Errorf("%q is there twice, under %q and %q", form, old, key)
		}
		table[index(form)] = key
	}
	return nil
}

// mark gives a word a trait, and its form without accents where people leave
// them out.
func (r *listReader) mark(word string, t trait) {
	folded := r.lang.Fold(word)
	r.words[folded] |= t
	if r.lang.bare {
		if bare := withoutAccents(folded); r.words[bare]&content == 0 {
			r.words[bare] |= t
		}
	}
}

// leastStem is how many letters a stem has, at least, by which all its words are
// taken for fillers. Shorter ones are of words that have nothing in common; so
// are those of the reviewed groups ("utiliza", "usuário").
const leastStem = 4

// finish works out what depends on the lists as a whole.
func (r *listReader) finish() lexicon {
	l := *r.lang
	l.lexicon = r.lexicon
	for _, form := range slices.Sorted(maps.Keys(r.keys)) {
		if bare := withoutAccents(form); l.bare && r.keys[bare] == "" {
			r.keys[bare] = r.keys[form]
		}
	}
	reviewed := make(map[string]bool)
	for _, key := range r.joined {
		reviewed[key] = true
	}
	for word, t := range r.words {
		r.elides = r.elides || t&elided != 0
		if t&content != 0 {
			r.words[word] = t &^ stop
		}
		switch {
		case t&(negLack|negAfter) != 0:
			r.words[word] |= filler // "lack" says nothing without what is lacking
		case t&(negWord|negEither) != 0:
			r.words[word] |= fillerForm // nor does "missing"
		}
		stem := l.Stem(word)
		if t&filler != 0 && (reviewed[stem] || l.Code != "en" && utf8.RuneCountInString(stem) < leastStem) {
			t &^= filler
		}
		if t&(filler|frame) != 0 {
			r.stems[stem] |= t & (filler | frame)
		}
	}
	return r.lexicon
}
