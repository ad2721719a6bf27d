package term

import (
	"iter"
	"maps"
	"slices"
	"strings"
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
	fewAnswers  = 9   // more answers than these …
	fewWords    = 4   // … have at least so many words of their language between them
	enough      = 3.0 // evidence, over all answers, to be sure
	little      = 0.7 // evidence below which the main language must lead clearly to be taken at all
	clearLead   = 1.3 // times the evidence of the next language, to be sure
	enoughAlone = 1.0 // evidence in one answer to count it as being in another language than most
	leadAlone   = 1.6 // times the evidence of the main language, to do so
)

// Detect finds the language of the answers to one question.
//
// Each answer is looked at on its own: its script tells much; where several
// languages share one, function words do, each weighing 1 divided by the number
// of languages that have it. No answer counts for more than answerCap, so that
// the talkative do not decide for all. Technical words tell nothing: "dplyr" in
// a Spanish answer is no English. The evidence of each answer is kept till the
// end, with the answer: of a million answers, a sample is enough.
func Detect(answers iter.Seq[string]) Detection { return detect(builtin(), answers) }

func detect(lib *library, answers iter.Seq[string]) Detection {
	profiles := newProfile(lib)
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

// isTold reports whether some word of a language that was met is none of English,
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
