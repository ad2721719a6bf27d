package kind

import "fmt"

// openFeatures are what is seen of answers that may be the respondents' own words.
// The next answer would then likely be one that nobody gave before; by Good and
// Turing the chance of that is the share of answers given once. A choice among few
// repeats itself; and of many answers fewer are new, in a vocabulary as in a list
// of countries, but in the list far fewer. Words that come again are told from
// options by their spelling (wording.go).
func (p *Profile) openFeatures(h Hint) []feature {
	w := p.wording()
	words, letters := 2*p.words/max(p.Answered, 1), w.letters/max(w.answers, 1)
	length := countOf((words+1)/2, "word") + " on average"
	if letters < 3 {
		length = countOf(letters, "letter") + " on average"
	}
	new := of(w.once, w.answers) + " were given once"
	if w.once*2 < w.answers {
		new = fmt.Sprintf("%d different among %s, %d of them given once", w.texts, countOf(w.answers, "answer"), w.once)
	}
	spelled := ""
	if w.variants > 0 {
		spelled = fmt.Sprintf("%d of %d texts are spelled in several ways", w.variants, w.texts)
	}
	asked := h.Asked || h.Typed
	header := "the header asks for words"
	if !asked {
		header = "the header does not ask for words"
	}
	return []feature{
		{"once", twentieths(w.once, w.answers), new},
		{"new", quarters(w.once + 1), new},
		{"texts", quarters(w.texts), new},
		{"answers", quarters(w.answers), new},
		{"all-once", mark(w.once == w.answers && w.answers > 0), new},
		{"length", quarters(letters), length},
		{"variants", twentieths(w.variants, w.texts), spelled},
		{"scale", twentieths(w.labels, w.answers), some(w.labels, w.answers, "are points of a scale")},
		{"titled", mark(w.titled), not(!w.titled, "all begin with a capital")},
		{"titled-few", mark(w.titled && w.answers < fewAnswers), not(!w.titled, "all begin with a capital")},
		{"label", mark(w.titled && words < 5), not(!w.titled, "all begin with a capital")},
		{"digits", twentieths(w.digits, w.answers), some(w.digits, w.answers, "have a digit")},
		{"none", twentieths(w.none, w.answers+w.none), some(w.none, w.answers+w.none, "say that there is none")},
		{"asked", mark(asked), header},
		{"asked-few", mark(asked && w.answers < fewAnswers), header},
	}
}

// fewAnswers is the number of answers below which their share says little.
const fewAnswers = 10

// some says of how many answers something is so; nothing where it is so of none.
func some(n, all int, what string) string {
	if n == 0 {
		return ""
	}
	return of(n, all) + " " + what
}

// not says that something is not so, where it is not.
func not(is bool, sentence string) string {
	if is {
		return "not " + sentence
	}
	return sentence
}

// countOf says "1 word", "3 words".
func countOf(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
