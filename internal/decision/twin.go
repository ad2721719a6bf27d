package decision

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/segment"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// Twins are writings of one word that have no stem in common: with a space, which a hyphen is not,
// and as the name of a site.
//
//	power point ─┐                            kayak.com ─┐
//	PowerPoint  ─┴─▶ powerpoint               Kayak     ─┴─▶ kayak
//
// Only what people have written both ways is united. No list says what may be: a pair of words is
// a twin where somebody wrote it as one word, and what the words themselves tell does the rest.

// The conditions of a twin: the least number of letters of each of its words, where nobody
// marks where they meet ("opensource"), and how many words it has at most.
const (
	shortestPart = 3
	longestTwin  = 4
)

// findTwins finds the twins of the answers.
func (f *finder) findTwins() error {
	if f.Listed {
		return nil
	}
	opt := f.terms
	opt.Phrases, opt.Synonyms = nil, nil // which would hide words
	analyzer, err := f.texts.Analyzer(opt)
	if err != nil {
		return err
	}
	t := twinFinder{words: make(map[string]*written), byKey: make(map[string]string), marked: make(map[string]string), spaced: make(map[string]*spacedTwin)}
	for person, tokens := range f.read(analyzer) {
		for _, token := range tokens {
			if token.Kind == term.Counted && !token.IsSign() {
				t.learn(token.Word, person)
			}
		}
	}
	t.sortOut()
	for person, tokens := range f.read(analyzer) {
		t.find(tokens, analyzer.Text(), person)
	}
	f.made.Twins = t.twins()
	return nil
}

// A twinFinder looks for twins.
type twinFinder struct {
	forms  byForm[piece]
	words  map[string]*written    // counted words in one piece
	whole  []string               // sorted: what may be the word of two in one piece
	byKey  map[string]string      // the most frequent of them, by their key
	marked map[string]string      // them, by how they are with a space where a hyphen or a capital marks a part: "power point"
	spaced map[string]*spacedTwin // by the folded words
	row    []byte                 // memory of find
}

// A piece is a word as it is compared: folded, and without hyphens.
type piece struct {
	name string
	long bool // enough to be told from an ending

	looked, begins bool     // whether it was looked for a word that begins with the piece, and whether there is one
	said           *written // how often it is written; nil: it is not counted
}

// written is how often a word is written in one piece.
type written struct {
	tally.Uses
	key string
}

// A spacedTwin is a word as it is written with spaces.
type spacedTwin struct {
	tally.Uses
	word  string   // in one piece
	parts []string // that are counted by themselves
}

// piece is a word as it is compared.
func (t *twinFinder) piece(w *term.Word) *piece {
	p := t.forms.of(w)
	if p.name == "" {
		p.name = segment.Undivided(w.Folded)
		p.long = w.Kind == term.Counted && utf8.RuneCountInString(p.name) >= shortestPart
	}
	return p
}

// begins reports whether a word in one piece may begin with a token.
func (t *twinFinder) begins(first *term.Token) bool {
	if first.Kind == term.Number {
		return true
	}
	p := t.piece(first.Word)
	if !p.looked {
		for _, sign := range []string{" ", ""} { // after a space the rest is marked
			at, _ := slices.BinarySearch(t.whole, p.name+sign+"\x00")
			p.begins = p.begins || (sign != "" || p.long) && at < len(t.whole) && strings.HasPrefix(t.whole[at], p.name+sign)
		}
		p.looked = true
	}
	return p.begins
}

// learn notes a word that is written in one piece, and where it marks its parts.
func (t *twinFinder) learn(w *term.Word, person int) {
	p := t.piece(w)
	known := p.said != nil
	if p.said = cmp.Or(p.said, t.words[p.name]); p.said == nil {
		p.said = &written{key: w.Key}
		t.words[p.name] = p.said
	}
	p.said.Add(person)
	if known {
		return
	}
	if parts := partsOf(w.Form); len(parts) > 1 {
		t.marked[strings.ToLower(strings.Join(parts, " "))] = p.name
	}
}

// partsOf cuts a written word where a hyphen, or a capital beside a small letter, begins a part:
// e-mail, PowerPoint, RStudio.
func partsOf(form string) (parts []string) {
	start, before := 0, 0 // of the part, and of the letter before
	last := ' '
	for at, r := range form {
		cut := -1
		switch {
		case r == '-':
			cut = at
		case unicode.IsUpper(r) && unicode.IsLower(last):
			cut = at
		case unicode.IsLower(r) && unicode.IsUpper(last) && before > start:
			cut = before
		}
		if cut > start {
			parts = append(parts, form[start:cut])
			start = cut
		}
		if r == '-' {
			start = at + 1
		}
		last, before = r, at
	}
	if start < len(form) {
		parts = append(parts, form[start:])
	}
	return parts
}

// sortOut notes the most frequent word of each key, and what may be found.
func (t *twinFinder) sortOut() {
	for _, name := range slices.Sorted(maps.Keys(t.words)) {
		x := t.words[name]
		if most, ok := t.byKey[x.key]; !ok || t.words[most].Mentions < x.Mentions {
			t.byKey[x.key] = name
		}
	}
	t.whole = slices.Concat(slices.Collect(maps.Keys(t.words)), slices.Collect(maps.Keys(t.byKey)), slices.Collect(maps.Keys(t.marked)))
	slices.Sort(t.whole)
}

// find notes the rows of words of an answer that are a word in one piece. They are within a
// clause, with nothing but spaces between.
func (t *twinFinder) find(tokens []term.Token, text string, person int) {
	for i := range tokens {
		if !t.begins(&tokens[i]) {
			continue // most words
		}
		t.row = t.row[:0]
		for n := 1; n <= longestTwin && i+n <= len(tokens); n++ {
			x := &tokens[i+n-1]
			if n > 1 && (x.Opens || strings.TrimSpace(text[tokens[i+n-2].End:x.Start]) != "") || x.Kind == term.Address || x.Kind == term.Dropped {
				break
			}
			if n > 1 {
				t.row = append(t.row, ' ')
			}
			if x.Kind == term.Number {
				t.row = append(t.row, text[x.Start:x.End]...)
			} else {
				t.row = append(t.row, t.piece(x.Word).name...)
			}
			word, ok := t.marked[string(t.row)]
			ok = ok && slices.ContainsFunc(tokens[i:i+n], func(x term.Token) bool { return ranked(&x) }) // not "up to"
			if !ok && n == 2 {
				word, ok = t.pair(&tokens[i], x, text)
			}
			if ok && n > 1 {
				t.add(word, tokens[i:i+n], person)
			}
		}
	}
}

// pair is the word in one piece of two whose border nobody marks. The second may be another form
// of its word (data sets, dataset), or a number (covid 19, covid19).
func (t *twinFinder) pair(first, second *term.Token, text string) (word string, ok bool) {
	a, b := t.piece(first.Word), &piece{}
	if !a.long {
		return "", false
	}
	if second.Kind == term.Number {
		b.name = text[second.Start:second.End]
	} else if b = t.piece(second.Word); !b.long {
		return "", false
	}
	if word = a.name + b.name; t.words[word] != nil {
		return word, true
	}
	word, ok = t.byKey[a.name+second.Key]
	return word, ok
}

// add notes a row of words that is a word in one piece.
func (t *twinFinder) add(word string, row []term.Token, person int) {
	s := t.spaced[string(t.row)]
	if s == nil {
		s = &spacedTwin{word: word}
		for i := range row {
			if row[i].Kind == term.Counted {
				s.parts = append(s.parts, t.piece(row[i].Word).name)
			}
		}
		t.spaced[string(t.row)] = s
	}
	s.Add(person)
}

// twins are the words that count together.
func (t *twinFinder) twins() map[string]string {
	twins := make(map[string]string)
	for spaced, s := range t.spaced {
		if !t.isSlip(s) {
			twins[spaced] = s.word
		}
	}
	for name := range t.words {
		if site := segment.SiteName(name); site != "" && t.words[site] != nil {
			twins[name] = site
		}
	}
	return twins
}

// isSlip reports whether one person alone wrote in one piece what others say as words of their own:
// most of those who say one of the words say it elsewhere.
func (t *twinFinder) isSlip(s *spacedTwin) bool {
	return t.words[s.word].People == 1 && slices.ContainsFunc(s.parts, func(name string) bool {
		x := t.words[name]
		return x != nil && s.People*3 < x.People
	})
}
