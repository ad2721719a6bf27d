package decision

import (
	"regexp"
	"slices"
	"strings"

	"verbatim/internal/term"
)

// A word of the question is an echo, unless the answers show that it answers: people give it as an
// answer, or say it in short clauses with new words only.
//
//	What are the strengths of the community?    strengths: …       echo: all questions ask with it
//	What frustrates you at work?                heat frustrates me echo: a verb, which people inflect
//	                                            work               answer: people say just that
//	                                            small community    answer: with new words
//	How are security issues addressed?          … to address security issues …   echo

// What makes a word of the question an answer: at least half of those who say it, and two, say just
// it; or, if it is neither a name nor a verb, half of them say it in short clauses without another word
// of the question, and they are one in twenty of all.
const leastEcho, enoughPeople = 2, 20

// findEcho finds the words of the question that answers merely repeat.
func (f *finder) findEcho() error {
	if !f.Echo || f.Listed {
		return nil
	}
	o := f.terms
	o.Filler, o.NoStopwords = true, false
	analyzer, err := f.texts.Analyzer(o)
	if err != nil {
		return err
	}
	question := analyzer.Question(asking(f.Question))
	others := parts(analyzer, question)
	asked := make(map[string]bool)
	for _, w := range slices.Concat(question, others) {
		asked[w.Key] = true
	}
	u := f.uses(analyzer, asked, func(t *term.Token) bool { return asked[t.Key] })
	done := make(map[string]bool) // keys
	others = slices.DeleteFunc(others, func(w term.Asked) bool { return u.of[w.Key] == nil })
	for _, w := range slices.Concat(question, others, framed(analyzer.Question(f.Question))) {
		if done[w.Key] {
			continue
		}
		done[w.Key] = true
		as := AsEcho
		if x := u.of[w.Key]; x != nil {
			if !w.Frame && u.answers(x, w) {
				as = AsAnswer
			}
			f.made.Uses = append(f.made.Uses, x.evidence(w.Form, as))
		}
		if as == AsEcho {
			f.made.Echo = append(f.made.Echo, w.Form)
		}
	}
	return nil
}

// framed are the words that all questions are made of. They are echoes in brackets, too.
func framed(question []term.Asked) (words []term.Asked) {
	for _, w := range question {
		if w.Frame {
			words = append(words, w)
		}
	}
	return words
}

// parts are what people may write for words of the question: two words as one, or one as two.
//
//	open source ─▶ open-source      Behaviors-Adopted ─▶ Behaviors, Adopted
func parts(analyzer *term.Analyzer, question []term.Asked) (words []term.Asked) {
	for i, w := range question {
		if i > 0 && !w.Opens {
			words = append(words, analyzer.Question(question[i-1].Form+"-"+w.Form)...)
		}
		if strings.Contains(w.Form, "-") {
			words = append(words, analyzer.Question(strings.ReplaceAll(w.Form, "-", " "))...)
		}
	}
	return words
}

// answers reports whether a word of the question answers it.
func (u *uses) answers(x *use, w term.Asked) bool {
	n := x.said.People
	x.forms[w.Folded] = true
	common := !w.Name && !inflected(x.forms) && n*enoughPeople >= u.people
	return n >= leastEcho && (x.just.People*2 >= n || common && x.within.People*2 >= n)
}

// inflected reports whether forms differ by more than an ending of two letters, as those of verbs do:
// write and writing, but not town and towns, city and cities.
func inflected(forms map[string]bool) bool {
	shortest := ""
	for form := range forms {
		if shortest == "" || len(form) < len(shortest) || len(form) == len(shortest) && form < shortest {
			shortest = form
		}
	}
	for form := range forms {
		ending, ok := strings.CutPrefix(strings.ReplaceAll(form, "y", "i"), strings.ReplaceAll(shortest, "y", "i"))
		if !ok || len(ending) > 2 && ending != "'s" {
			return true
		}
	}
	return false
}

// aside is what a question has in brackets.
var aside = regexp.MustCompile(`\([^()]*\)|\[[^\[\]]*\]`)

// asking is a question without what is in brackets, such as examples and hints, and what a platform
// has put behind it: "Which editors do you use (if any)? - Other - Text".
func asking(question string) string {
	text := aside.ReplaceAllString(question, " ")
	if end := strings.LastIndexAny(text, "?？؟"); end > 0 {
		text = text[:end]
	}
	return text
}
