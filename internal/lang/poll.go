package lang

import (
	"cmp"
	"iter"
	"slices"
	"unicode/utf8"

	"verbatim/internal/trigram"
)

// What is known of answers one by one.
const (
	longAnswer = 4               // words of an answer that tells its language alone
	fewTold    = 2               // of such answers, fewer say nothing
	otherLead  = 5 * trigram.Nat // by which another language leads the main one in an answer that is not in it
)

// A Share is the part of the answers that are in a language.
type Share struct {
	Code      string  `json:"language"`
	Share     float64 `json:"share"`               // in [0,1]
	Answers   int     `json:"answers"`             // that are long enough to tell
	Elsewhere int     `json:"elsewhere,omitempty"` // such answers to the other questions of the survey
}

// A language of some answers is one of the survey from so many answers on, to one question or to the others,
// or from such a share: in a small survey so many would be a large part.
const (
	joinedAnswers = 10
	joinedShare   = 0.05
)

// Joins reports whether so many answers are in the language that each of them is read in it. Of fewer,
// the function words are counted, and worth a warning.
func (s Share) Joins() bool { return s.IsMany() || s.Elsewhere >= joinedAnswers }

// IsMany reports whether so many answers to the question itself are in the language.
func (s Share) IsMany() bool { return s.Answers >= joinedAnswers || s.Share >= joinedShare }

// A poll asks each answer for its language. Evidence of all words together fails where answers are
// in several languages, or where many say the same.
// One in a script of one language votes for that, one of four words or more for what its words tell.
type poll struct {
	*Detector
	answers   int     // all
	written   int     // that have words
	told      [][]int // what is against each language, of the answers that vote
	scripts   []int   // of those, how many are in the script of a language
	languages []int   // places of the languages that are counted apart: the first code of each
}

func (d *Detector) newPoll() *poll {
	p := &poll{Detector: d, scripts: make([]int, len(d.codes))}
	for _, code := range d.main {
		p.languages = append(p.languages, slices.Index(d.main, code))
	}
	return p
}

// add takes the vote of an answer.
func (p *poll) add(words []string) {
	p.answers++
	if len(words) == 0 {
		return
	}
	p.written++
	k := p.byScript(words)
	if k >= 0 {
		p.scripts[k]++
	}
	if k >= 0 || len(words) >= longAnswer {
		p.told = append(p.told, p.against(words, answerCap))
	}
}

// byScript is the place of the language that more than half of the letters are written in the script
// of; -1 if there is none.
func (p *poll) byScript(words []string) int {
	letters, all := make(map[int]int), 0
	for _, word := range words {
		n := utf8.RuneCountInString(word)
		all += n
		if e := p.of(word); e.odd == nil {
			letters[slices.Index(e.against, 0)] += n
		}
	}
	for k, n := range letters {
		if 2*n > all {
			return k
		}
	}
	return -1
}

// most is the place of the language of more than half of the answers, each by itself; else, where
// most answers tell clearly, of the supported language that the most are in. It is -1 if there is none.
func (p *poll) most() int {
	if best := slices.Index(p.scripts, slices.Max(p.scripts)); 2*p.scripts[best] > p.written {
		return best
	}
	if 2*len(p.told) <= p.answers {
		return -1
	}
	count := p.votes(func(best int, against []int) bool { return p.supported[best] || p.leads(best, against, rare) })
	best := slices.Index(count, slices.Max(count))
	if count[best] >= fewTold && 2*count[best] > len(p.told) {
		return best
	}
	clear := 0
	for _, n := range p.votes(func(best int, against []int) bool { return p.leads(best, against, otherLead) }) {
		clear += n
	}
	if count[best] >= fewTold && p.supported[best] && 2*clear > p.answers {
		return best
	}
	return -1
}

// votes counts the answers of each language that fits them best, those that are to count.
func (p *poll) votes(counts func(best int, against []int) bool) []int {
	count := make([]int, len(p.codes))
	for _, against := range p.told {
		if best := p.least(against, func(int) bool { return true }); counts(best, against) {
			count[p.languages[best]]++
		}
	}
	return count
}

// enoughWords of an answer tell its language where many answers are looked at.
const enoughWords = 12

// Spoken are the supported languages that enough answers are in for them to be languages of the survey: each of the
// answers is long enough, and leads each language with more answers. The answers are to whatever questions.
func Spoken(answers iter.Seq[string]) (spoken []Share) {
	p := NewDetector().newPoll()
	for answer := range answers {
		if words := wordsOf(answer); len(words) >= longAnswer {
			p.add(words[:min(len(words), enoughWords)])
		}
	}
	for {
		count := p.votes(func(best int, against []int) bool {
			return p.supported[best] && !slices.ContainsFunc(spoken, func(s Share) bool {
				return against[slices.Index(p.main, s.Code)]-against[best] < otherLead
			})
		})
		best := slices.Index(count, slices.Max(count))
		if count[best] < joinedAnswers {
			return spoken
		}
		spoken = append(spoken, Share{Code: p.main[best], Elsewhere: count[best]})
	}
}

// joined are the languages of some answers, with those that are spoken elsewhere: the ones with most answers first.
func joined(here, spoken []Share, main string) []Share {
	for _, s := range spoken {
		k := slices.IndexFunc(here, func(h Share) bool { return h.Code == s.Code })
		switch {
		case k >= 0:
			here[k].Elsewhere = s.Elsewhere
		case s.Code != main:
			here = append(here, s)
		}
	}
	slices.SortStableFunc(here, func(a, b Share) int {
		return cmp.Or(cmp.Compare(b.Answers, a.Answers), cmp.Compare(b.Elsewhere, a.Elsewhere))
	})
	return here
}

// leads reports whether a language leads all supported ones but itself.
func (p *poll) leads(language int, against []int, by int) bool {
	next := p.least(against, func(k int) bool { return p.supported[k] && p.languages[k] != p.languages[language] })
	return against[next]-against[language] >= by
}

// others are the languages of answers that are clearly not in the main one, with their shares of all
// answers: those that are supported, and those that are not.
func (p *poll) others(main int) (supported, unread []Share) {
	count := p.votes(func(best int, against []int) bool {
		here := p.least(against, func(k int) bool { return p.languages[k] == p.languages[main] })
		return against[here]-against[best] >= otherLead && (p.supported[best] || p.leads(best, against, otherLead))
	})
	for k, n := range count {
		share := Share{Code: p.main[k], Share: float64(n) / float64(p.answers), Answers: n}
		switch {
		case n < fewTold:
		case p.supported[k]:
			supported = append(supported, share)
		case share.Joins():
			unread = append(unread, share)
		}
	}
	for _, list := range [][]Share{supported, unread} {
		slices.SortStableFunc(list, func(a, b Share) int { return cmp.Compare(b.Answers, a.Answers) })
	}
	return supported, unread
}
