package term

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// A Detection says what language a question's answers are in.
type Detection struct {
	Code        string  // of the supported language of most answers; "en" where it cannot tell
	Sure        bool    // there is evidence enough, and it is clear
	Others      []Share // the supported languages of other answers, the largest share first
	Unsupported string  // code of the language of most answers where it is not a supported one; Code is "en" then
}

// A Share is how much of the answers is in a language.
type Share struct {
	Code  string
	Share float64 // in [0,1]
}

// How much evidence it takes. A word that only one language has weighs 1; the
// thresholds were set with the lists of detect_test.go.
const (
	maxLook     = 600 // bytes of an answer that are looked at
	answerCap   = 3.0 // evidence that one answer may give for a language: long ones must not outvote the rest
	fewAnswers  = 9   // more answers than these …
	mostNoted   = 50  // words of a language that are noted
	fewWords    = 4   // … have at least so many words of their language between them
	enough      = 3.0 // evidence, over all answers, to be sure
	little      = 0.7 // evidence below which the main language must lead clearly to be taken at all
	clearLead   = 1.3 // times the evidence of the next language, to be sure
	enoughAlone = 1.0 // evidence in one answer to count it as being in another language than most
	leadAlone   = 1.6 // times the evidence of the main language, to do so
	hintWeight  = 0.4 // of a letter or ending that tells a language
)

// Detect finds the language of the answers to one question.
//
// Each answer is looked at on its own: its script tells much; where several
// languages share one, function words do, each weighing 1 divided by the number
// of languages that have it. No answer counts for more than answerCap, so that
// the talkative do not decide for all. Technical words tell nothing: "dplyr" in
// a Spanish answer is no English. The evidence of each answer is kept till the
// end, with the answer: of a million answers, a sample is enough.
func Detect(answers iter.Seq[string]) Detection {
	profiles := newProfile()
	total, met := make(scores), make(vocabularies)
	var each []evidence // of the answers that have some
	seen := 0
	for answer := range answers {
		if strings.TrimSpace(answer) == "" {
			continue
		}
		seen++
		if s := profiles.score(answer, met); len(s) > 0 {
			total.add(s)
			each = append(each, evidence{answer, s})
		}
	}
	if main := total.ranked(); len(main) > 0 && seen > fewAnswers && len(met[main[0]]) < fewWords {
		return Detection{Code: "en"} // chance: "macOS Big Sur", over and over, is no French
	}
	maps.DeleteFunc(total, func(code string, _ float64) bool { return !profiles.isTold(code, met[code]) })
	return profiles.decide(total, each, seen)
}

// isTold tells whether some word of a language that was met is none of English,
// if any was met: "team" and "war" alone are no German.
func (p *profile) isTold(code string, met map[string]bool) bool {
	if code == "en" || len(met) == 0 {
		return true
	}
	for word := range met {
		if len(word) > 1 && !p.english[word] && !slices.Contains(p.words[word], "en") {
			return true
		}
	}
	return false
}

// evidence is what one answer tells.
type evidence struct {
	answer string
	scores
}

// vocabularies are the words met that tell a language, by its code.
type vocabularies map[string]map[string]bool

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

// scores is evidence by code of a language.
type scores map[string]float64

func (s scores) add(more scores) {
	for code, evidence := range more {
		s[code] += min(evidence, answerCap)
	}
}

// ranked are the codes by falling evidence, equal ones in order of the alphabet.
func (s scores) ranked() []string {
	codes := make([]string, 0, len(s))
	for code := range s {
		codes = append(codes, code)
	}
	slices.SortFunc(codes, func(a, b string) int {
		switch {
		case s[a] > s[b]:
			return -1
		case s[a] < s[b]:
			return 1
		}
		return strings.Compare(a, b)
	})
	return codes
}

// decide makes the verdict of the evidence.
func (p *profile) decide(total scores, each []evidence, seen int) Detection {
	ranked := total.ranked()
	if len(ranked) == 0 {
		return Detection{Code: "en"}
	}
	main := ranked[0]
	next := 0.0
	if len(ranked) > 1 {
		next = total[ranked[1]]
	}
	others := p.others(main, each, seen)
	clear := total[main] >= clearLead*next
	if len(others) > 0 && ranked[1] == others[0].Code {
		clear = true // two languages side by side are no doubt about either
	}
	d := Detection{Code: main, Sure: clear && total[main] >= enough, Others: others}
	if !p.supported[main] {
		d.Code, d.Unsupported = "en", main
	} else if total[main] < little && (!clear || total[main] < hintWeight) {
		d.Code = "en" // a word or two that several languages have
	}
	return d
}

// others finds the supported languages of the answers that are clearly not in
// the main one, with their shares of all answers. A language has some words of
// its own between its answers: "multi-cell", over and over, is no Romanian.
func (p *profile) others(main string, each []evidence, seen int) (others []Share) {
	count, own := make(scores), make(vocabularies)
	for _, e := range each {
		best := e.ranked()[0]
		if best != main && p.supported[best] && e.scores[best] >= enoughAlone && e.scores[best] >= leadAlone*e.scores[main] {
			count[best]++
			met := make(vocabularies)
			p.score(e.answer, met)
			for word := range met[best] {
				if !slices.Contains(p.words[word], main) {
					own.note([]string{best}, word)
				}
			}
		}
	}
	for _, code := range count.ranked() {
		if len(own[code]) >= fewWords {
			others = append(others, Share{code, count[code] / float64(seen)})
		}
	}
	return others
}

// A profile is what is known of all languages that may be met.
type profile struct {
	words     map[string][]string // the languages that have a word
	letters   map[rune][]string   // the languages that a letter tells
	endings   map[string][]string // and an ending of four bytes or more
	english   map[string]bool     // words that only look like another language's
	supported map[string]bool
}

// newProfile makes a profile: the work of some milliseconds, and a megabyte that
// need not stay while answers are counted.
func newProfile() *profile {
	p := &profile{make(map[string][]string, 4096), make(map[rune][]string), make(map[string][]string), make(map[string]bool), make(map[string]bool)}
	r := newListReader(nil) // one for all languages: its tables are most of the work
	for _, l := range allLanguages() {
		r.lang, r.hints = &l, nil
		clear(r.words)
		r.wanted = func(section string) bool {
			return sections[section]&(stop|telling|content|homograph) != 0 || section == "hint"
		}
		if err := r.both(l.Code); err != nil {
			continue // the lists are part of the program, and a test reads them all
		}
		p.supported[l.Code] = true
		alone := []string{l.Code} // shared: append makes another of it
		for word, t := range r.words {
			if t&homograph != 0 {
				p.english[word] = true
			}
			switch {
			case t&(stop|telling) == 0, t&content != 0:
			case p.words[word] == nil:
				p.words[word] = alone
			default:
				p.words[word] = append(p.words[word], l.Code)
			}
		}
		p.hint(l.Code, r.hints)
	}
	for code, o := range otherLanguages() {
		for word := range strings.FieldsSeq(o.words) {
			p.words[word] = append(p.words[word], code)
		}
		p.hint(code, strings.Fields(o.hints))
	}
	return p
}

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

// score weighs one answer, and notes the words that tell a language.
func (p *profile) score(answer string, met vocabularies) scores {
	if len(answer) > maxLook {
		answer = answer[:maxLook]
	}
	answer = strings.ToLower(normalise(answer))
	s := make(scores)
	for word := range strings.FieldsFuncSeq(answer, func(r rune) bool { return !isWordRune(r) && r != '\'' }) {
		p.weigh(s, met, strings.Trim(word, "'"))
	}
	if len(s) == 0 {
		s.guess(answer)
	}
	return s
}

// guess takes an answer without any known word for the supported one of the
// languages that share its script.
func (s scores) guess(answer string) {
	for _, letter := range answer {
		switch {
		case unicode.Is(unicode.Cyrillic, letter):
			s["ru"] = hintWeight
		case unicode.Is(unicode.Arabic, letter):
			s["ar"] = hintWeight
		}
	}
}

// weigh adds what one word tells.
func (p *profile) weigh(s scores, met vocabularies, word string) {
	if code := scriptOf(word); code != "" {
		s.give([]string{code}, 1)
		met.note([]string{code}, word)
		return
	}
	s.give(p.words[word], 1)
	met.note(p.words[word], word)
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

// give shares evidence between languages.
func (s scores) give(codes []string, weight float64) {
	for _, code := range codes {
		s[code] += weight / float64(len(codes))
	}
}

// scriptOf names the language of a word by its script, where there is one
// language that is mostly written in it: "" for Latin, Cyrillic and Arabic.
func scriptOf(word string) string {
	code := ""
	for _, r := range word {
		if r < 0x370 {
			return ""
		}
		for _, s := range scripts {
			if unicode.Is(s.table, r) {
				if s.code == "ja" {
					return s.code // kana among Han
				}
				code = s.code
			}
		}
	}
	return code
}

// scripts are those that tell one language. Han alone is taken as Chinese.
var scripts = []struct {
	table *unicode.RangeTable
	code  string
}{
	{unicode.Han, "zh"}, {unicode.Hiragana, "ja"}, {unicode.Katakana, "ja"}, {unicode.Hangul, "ko"},
	{unicode.Thai, "th"}, {unicode.Lao, "lo"}, {unicode.Khmer, "km"}, {unicode.Myanmar, "my"},
	{unicode.Tamil, "ta"}, {unicode.Greek, "el"}, {unicode.Hebrew, "he"}, {unicode.Devanagari, "hi"},
	{unicode.Bengali, "bn"}, {unicode.Telugu, "te"}, {unicode.Kannada, "kn"}, {unicode.Malayalam, "ml"},
	{unicode.Gujarati, "gu"}, {unicode.Gurmukhi, "pa"}, {unicode.Sinhala, "si"}, {unicode.Georgian, "ka"},
	{unicode.Armenian, "hy"}, {unicode.Ethiopic, "am"}, {unicode.Tibetan, "bo"},
}

// IsUnspaced tells whether a language, by its ISO 639-1 code, is written
// without spaces between words, so that they cannot be told apart without a
// dictionary.
func IsUnspaced(code string) bool {
	return slices.Contains([]string{"zh", "ja", "th", "lo", "km", "my", "bo"}, code)
}
