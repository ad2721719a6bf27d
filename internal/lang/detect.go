package lang

import (
	"iter"
	"slices"
	"strings"

	"verbatim/internal/trigram"
)

// A Detection says what language a question's answers are in.
type Detection struct {
	Code        string  `json:"language"`              // of the supported language of most answers, or Unknown; common where there are no words
	Sure        bool    `json:"sure"`                  // the words tell it
	Told        Source  `json:"told_by,omitempty"`     // whose words
	Unsupported string  `json:"unsupported,omitempty"` // code of the language of most answers, if it is known and not supported; Code is Unknown then
	Others      []Share `json:"others,omitempty"`      // the supported languages of other answers, the largest share first
	Unread      []Share `json:"unread,omitempty"`      // the others, which are not supported
}

// A Source is a text that tells the language of answers. Documents hold it as it is here.
type Source string

// The sources. That of the other questions is for callers to find out.
const (
	ByAnswers  Source = ""
	ByQuestion Source = "question"
	ByOthers   Source = "other_questions" // the answers to them
)

// Alone reports whether the answers are in one supported language and hardly any in another.
func (d Detection) Alone() bool {
	return d.Sure && d.Code != Unknown && !slices.ContainsFunc(slices.Concat(d.Others, d.Unread), Share.Joins)
}

// What a conclusion needs, in steps of evidence. The numbers were set with surveys of other people's
// texts: 10, 30 and 100 words, pairs of words and sentences in 72 languages.
const (
	margin     = 3 * trigram.Nat                 // by which a language must lead the next
	widespread = 2 * trigram.Nat                 // for English, which most surveys are in
	tooOdd     = 3*trigram.Nat + trigram.Nat*3/5 // surprise a letter from which on the words are of no known language
	clearLead  = 5 * trigram.Nat                 // by which the language of a question leads all others, to count where the answers tell none …
	contradict = 2 * trigram.Nat                 // … and for each of their first words at most so much speaks against it
	firstWords = 5
	unspoken   = answerCap // against each language that the other questions do not have: one answer makes no language of the survey
	ownWords   = 3         // stop words by which the language of the answers alone must lead that of the question, to hold against it
)

// Detect finds the language of the answers to one question. The text of the question counts as well,
// as far as the answers do not contradict it, and so do the languages that are spoken in the answers to
// other questions. A caller with a million answers should pass a sample.
func Detect(question string, answers iter.Seq[string], spoken ...Share) Detection {
	return NewDetector().detect(question, answers, spoken...)
}

// detect is Detect among the languages of a detector.
func (d *Detector) detect(question string, answers iter.Seq[string], spoken ...Share) Detection {
	total, met := make([]int, len(d.codes)), make(map[string]bool)
	votes := d.newPoll()
	for answer := range answers {
		words := wordsOf(answer)
		votes.add(words)
		// A word counts once: "multi-cell", many times, is not Romanian.
		if words = d.fresh(words, met); len(words) == 0 {
			continue
		}
		for k, n := range d.against(words, answerCap) {
			total[k] += n
		}
	}
	if len(met) == 0 {
		return Detection{Code: Common}
	}
	d.expect(spoken, total)
	alone := d.least(total, func(int) bool { return true }) // without the question
	asked := make([]int, len(d.codes))
	if words := wordsOf(question); len(words) > 2 || len(words) == 2 && isAsked(question) { // a shorter header is a name of a column
		asked = d.against(words, answerCap)
	}
	for k, n := range asked {
		total[k] += min(n, questionCap)
	}
	found, main := d.conclude(total, met, spoken)
	if k := d.clearest(asked); k >= 0 {
		switch {
		case d.supported[alone] && (k == main || !found.Sure) && d.stopWords(met, alone)-d.stopWords(met, k) >= ownWords:
			found, main = Detection{Code: d.main[alone], Sure: true}, alone // an answer or two among names of products
		case !found.Sure && total[k]-total[main] <= contradict*min(len(met), firstWords):
			found, main = Detection{Code: d.main[k], Sure: true, Told: ByQuestion}, k // names of products, or hardly a word
		}
	}
	if most := votes.most(); most >= 0 {
		// In answers of several languages the evidence is against each of them.
		found, main = d.verdict(most), most
	}
	if found.Sure {
		found.Others, found.Unread = votes.others(main)
		found.Others = joined(found.Others, spoken, found.Code)
	}
	return found
}

// expect adds what speaks against languages that the survey does not have, as far as others are spoken in it.
func (d *Detector) expect(spoken []Share, total []int) {
	for k, code := range d.main {
		if len(spoken) > 0 && !has(spoken, code) {
			total[k] += unspoken
		}
	}
}

// has reports whether a language is one of those in a list.
func has(list []Share, code string) bool {
	return slices.ContainsFunc(list, func(s Share) bool { return s.Code == code })
}

// isAsked reports whether a header ends as a question does.
func isAsked(header string) bool { return strings.ContainsAny(header, "?？؟") }

// verdict is the detection of a language that is known.
func (d *Detector) verdict(language int) Detection {
	if d.supported[language] {
		return Detection{Code: d.main[language], Sure: true}
	}
	return Detection{Code: Unknown, Unsupported: d.main[language]}
}

// fresh are the words that were not met before.
func (d *Detector) fresh(words []string, met map[string]bool) []string {
	return slices.DeleteFunc(slices.Clone(words), func(word string) bool {
		old := met[word]
		met[word] = true
		return old
	})
}

// stopWords is how many of some words are stop words of a language; 0 if it is not supported.
func (d *Detector) stopWords(words map[string]bool, language int) (n int) {
	l, err := d.library.languageOf(d.main[language])
	if err != nil {
		return 0
	}
	for word := range words {
		if l.IsStop(l.Fold(word)) {
			n++
		}
	}
	return n
}

// clearest is the place of the supported language that leads all others clearly; -1 if there is none.
func (d *Detector) clearest(against []int) int {
	best := d.least(against, func(int) bool { return true })
	next := d.least(against, func(k int) bool { return d.main[k] != d.main[best] })
	if !d.supported[best] || against[next]-against[best] < clearLead {
		return -1
	}
	return best
}

// conclude draws the conclusion from all evidence, and gives the place of the language.
func (d *Detector) conclude(total []int, met map[string]bool, spoken []Share) (found Detection, main int) {
	for k, code := range d.main {
		switch {
		case !d.supported[k]:
			total[k] += rare
		case code != Common:
			total[k] += widespread
		}
	}
	main = d.least(total, func(int) bool { return true })
	// A kindred language that is not supported either would change nothing, and in another one that is spoken each answer is read as well.
	next := d.least(total, func(k int) bool {
		return d.main[k] != d.main[main] && (d.supported[k] || d.supported[main]) && !(has(spoken, d.main[k]) && has(spoken, d.main[main]))
	})
	if total[next]-total[main] < margin || d.isOdd(met, main) {
		return Detection{Code: Unknown}, main
	}
	return d.verdict(main), main
}

// isOdd reports whether words are too odd to be of a language, even of the best one.
func (d *Detector) isOdd(met map[string]bool, main int) bool {
	odd, letters := 0, 0
	for word := range met {
		if e := d.of(word); e.letters > 0 && main < len(e.odd) {
			odd += int(e.odd[main])
			letters += e.letters
		}
	}
	return odd > tooOdd*letters
}
