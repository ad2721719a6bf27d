package term

import (
	"iter"
	"maps"
	"slices"
	"strings"
)

// A Detection says what language a question's answers are in.
type Detection struct {
	Code        string  // of the supported language of most answers; "en" without evidence
	Sure        bool    // there is evidence enough, and it is clear
	Others      []Share // the supported languages of other answers, the largest share first
	Unsupported string  // code of the language of most answers, if it is not supported; Code is "en" then
}

// A Share is the part of the answers that are in a language.
type Share struct {
	Code  string
	Share float64 // in [0,1]
}

// The evidence that is needed. The thresholds were set with the answers of
// detect_test.go.
const (
	fewAnswers  = 9   // more answers than these …
	fewWords    = 4   // … have at least this many words of their language in all
	enough      = 3.0 // evidence, over all answers, to be sure
	little      = 0.7 // evidence below which the main language must lead clearly to be taken at all
	clearLead   = 1.3 // times the evidence of the next language, to be sure
	enoughAlone = 1.0 // evidence in one answer to count it as being in another language than most
	leadAlone   = 1.6 // times the evidence of the main language, to do so
)

// Detect finds the language of the answers to one question.
//
// Each answer gives evidence of its own: by its script, and by its function words where
// several languages share the script. No answer gives more than answerCap, so that
// respondents who write much do not decide for all. Technical words are not evidence:
// "dplyr" in a Spanish answer is not English. The evidence of each answer is kept to the
// end, with the answer, so a caller with a million answers should pass a sample.
func Detect(answers iter.Seq[string]) Detection { return newProfile(builtin()).detect(answers) }

// detect is Detect among the languages of a profile.
func (p *profile) detect(answers iter.Seq[string]) Detection {
	total, met := make(scores), make(vocabularies)
	var each []evidence // of the answers that have some
	seen := 0
	for answer := range answers {
		if strings.TrimSpace(answer) == "" {
			continue
		}
		seen++
		if s := p.score(answer, met); len(s) > 0 {
			total.add(s)
			each = append(each, evidence{answer, s})
		}
	}
	if main := total.ranked(); len(main) > 0 && seen > fewAnswers && len(met[main[0]]) < fewWords {
		return Detection{Code: common} // chance: "macOS Big Sur", many times, is not French
	}
	maps.DeleteFunc(total, func(code string, _ float64) bool { return !p.isTold(code, met[code]) })
	return p.decide(total, each, seen)
}

// isTold reports whether one of the words that were met of a language is not English
// as well: "team" and "war" alone are not German.
func (p *profile) isTold(code string, met map[string]bool) bool {
	if code == common || len(met) == 0 {
		return true
	}
	for word := range met {
		if len(word) > 1 && !p.english[word] && !slices.Contains(p.words[word], common) {
			return true
		}
	}
	return false
}

// evidence is an answer and its scores.
type evidence struct {
	answer string
	scores
}

// decide draws the conclusion from the evidence.
func (p *profile) decide(total scores, each []evidence, seen int) Detection {
	ranked := total.ranked()
	if len(ranked) == 0 {
		return Detection{Code: common}
	}
	main := ranked[0]
	next := 0.0
	if len(ranked) > 1 {
		next = total[ranked[1]]
	}
	others := p.others(main, each, seen)
	clear := total[main] >= clearLead*next
	if len(others) > 0 && ranked[1] == others[0].Code {
		clear = true // the evidence is for two languages, and both are there
	}
	d := Detection{Code: main, Sure: clear && total[main] >= enough, Others: others}
	if !p.supported[main] {
		d.Code, d.Unsupported = common, main
	} else if total[main] < little && (!clear || total[main] < hintWeight) {
		d.Code = common // a word or two that several languages have
	}
	return d
}

// others are the supported languages of answers that are clearly not in the main one,
// with their shares of all answers. The answers in a language have several different
// words of it: "multi-cell", many times, is not Romanian.
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
