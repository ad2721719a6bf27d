package privacy_test

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// An attacker writes down every figure that is shown as a known number, every
// other as an unknown between bounds, and every way in which they add up as an
// equation. Then the bounds are drawn as close as all equations and all
// differences of two of them allow: what is left without doubt is told.
type attacker struct {
	names     []string
	low, high []int
	truth     []int
	said      []bool // of words: that few said one is told by a bound, too
	equations []equation
	hidden    map[int]string // the stems of the terms that are not shown
}

// equation is a sum of unknowns, or a bound of one.
type equation struct {
	unknowns []int
	sum      int
	bound    bound
}

// withheld is what is not shown, among the known numbers.
const withheld = int(tally.Withheld)

type bound int

const (
	exactly bound = iota
	atLeast
	atMost
)

// figure adds a figure: known where shown is not withheld.
func (a *attacker) figure(name string, shown, truth, most int) int {
	a.names, a.truth, a.said = append(a.names, name), append(a.truth, truth), append(a.said, false)
	low, high := 0, most
	if shown != withheld {
		low, high = shown, shown
	}
	a.low, a.high = append(a.low, low), append(a.high, high)
	return len(a.names) - 1
}

// adds says that parts add up to a whole, if that is shown.
func (a *attacker) adds(whole int, parts ...int) {
	if whole != withheld {
		a.equations = append(a.equations, equation{parts, whole, exactly})
	}
}

// learn takes in all that is shown.
func (a *attacker) learn(c counted, s *tally.Tally, groups []tally.Group) {
	b, truth := s.Base, c.whole.Base
	unanswered := a.figure("unanswered", int(b.Unanswered), int(truth.Unanswered), int(b.Respondents))
	nonResponse := a.figure("non-response", int(b.NonResponse), int(truth.NonResponse), int(b.Respondents))
	a.adds(int(b.Respondents)-b.Valid, unanswered, nonResponse)
	a.learnTokens(c, s)
	a.learnWords(c, s)
	a.learnDenials(s)
	a.learnThemes(c, s)
	a.learnDeniedThemes("", c.whole, s, slices.Collect(maps.Values(a.hidden)))
	a.learnNets(s)
	a.learnGroups(c, s, groups)
}

// learnTokens takes in what became of all words.
func (a *attacker) learnTokens(c counted, s *tally.Tally) {
	k, truth := s.Tokens, c.whole.Tokens
	var parts []int
	for _, x := range []struct {
		name      string
		is, truth tally.Figure
	}{{"stop words", k.StopWords, truth.StopWords}, {"dropped", k.Dropped, truth.Dropped}, {"numbers", k.Numbers, truth.Numbers},
		{"addresses", k.Addresses, truth.Addresses}, {"in phrases", k.InPhrases, truth.InPhrases}, {"counted", k.Counted, truth.Counted}} {
		parts = append(parts, a.figure(x.name, int(x.is), int(x.truth), 1<<30))
	}
	a.adds(int(k.Total), parts...)
	a.learnPhrases(s)
}

// learnPhrases takes in how the words of phrases differ from those of the forms that are shown: by so
// many mentions of a form that is hidden, or counts with another.
func (a *attacker) learnPhrases(s *tally.Tally) {
	if s.Tokens.InPhrases.IsWithheld() {
		return
	}
	rest := int(s.Tokens.InPhrases)
	learn := func(forms []tally.Form) {
		for _, f := range forms {
			rest -= f.Mentions * strings.Count(cmp.Or(f.Word, f.Form), " ")
		}
	}
	for _, x := range s.Terms {
		learn(x.Forms)
	}
	for _, x := range s.SetAside {
		learn(x.Forms)
	}
	rest = max(rest, -rest)
	a.figure("words of phrases not shown", rest, rest, rest)
}

// learnWords takes in what adds up to the tokens counted. That a term is
// suppressed means that it is there.
func (a *attacker) learnWords(c counted, s *tally.Tally) {
	shown := make(map[string]bool)
	rest, counted := 0, int(s.Tokens.Counted)
	if k := s.Tokens; !k.Total.IsWithheld() {
		counted = int(k.Total - k.StopWords - k.Dropped - k.Numbers - k.Addresses - max(0, k.InPhrases))
	}
	for _, x := range s.Terms {
		shown[x.Key()] = true
		rest += x.Mentions
	}
	for _, x := range s.SetAside {
		shown["aside "+x.Stem] = true
		rest += x.Mentions
	}
	var hidden []int
	add := func(stem string, x tally.Term) {
		if !shown[stem] {
			id := a.figure(fmt.Sprintf("mentions of %q (%d people)", x.Term, x.Respondents), withheld, x.Mentions, 1<<30)
			a.low[id], a.said[id] = 1, true
			a.hidden[id] = stem
			hidden = append(hidden, id)
		}
	}
	for _, x := range c.whole.Terms {
		add(x.Key(), x)
	}
	for _, x := range c.whole.SetAside {
		add("aside "+x.Stem, tally.Term{Term: x.Term, Mentions: x.Mentions, Respondents: x.Respondents})
	}
	if counted != withheld {
		a.adds(counted-rest, hidden...)
	}
	a.adds(int(s.Suppressed.Mentions), hidden...)
}

// learnDenials takes in who both says a word and denies it, and who does only one of the two: that
// follows where both terms are shown with how many people do either.
func (a *attacker) learnDenials(s *tally.Tally) {
	for _, x := range s.Terms {
		other := x.Root
		other.Denied = !x.Denied
		i := slices.IndexFunc(s.Terms, func(y tally.Term) bool { return y.Root == other })
		if x.Either == 0 || i < 0 {
			continue
		}
		both, only := x.Respondents+s.Terms[i].Respondents-x.Either, x.Either-s.Terms[i].Respondents
		a.figure(fmt.Sprintf("both %q and its denial", x.Label), both, both, both)
		a.figure(fmt.Sprintf("%q only", x.Label), only, only, only)
	}
}

// learnDeniedThemes takes in how many people at most both say a word and deny it, and do only one of the
// two, by the people of a theme that holds both terms. Of the first there is no bound where others of
// its terms are hidden.
func (a *attacker) learnDeniedThemes(where string, full, shown *tally.Tally, hidden []string) {
	for _, theme := range shown.Themes {
		terms, sum := make(map[term.Root]int), 0
		if slices.ContainsFunc(hidden, func(stem string) bool { return inTheme(theme.Theme, strings.TrimPrefix(stem, "aside ")) }) {
			sum = 1 << 30
		}
		for _, x := range shown.Terms {
			if inTheme(theme.Theme, x.Stem) {
				terms[x.Root] = x.Respondents
				sum += x.Respondents
			}
		}
		for _, x := range full.Terms {
			plain := x.Root
			plain.Denied = false
			say, deny := terms[plain], terms[x.Root]
			if !x.Denied || say == 0 || deny == 0 {
				continue
			}
			name := fmt.Sprintf("%q and its denial, by the theme %q%s", x.Term, theme.Theme, where)
			a.atMost("both "+name, say+deny-x.Either, min(say, deny, sum-theme.Respondents))
			a.atMost("only the first of "+name, x.Either-deny, theme.Respondents-deny)
			a.atMost("only the second of "+name, x.Either-say, theme.Respondents-say)
		}
	}
}

// atMost adds a number of people that has a bound.
func (a *attacker) atMost(name string, truth, most int) {
	a.said[a.figure(name, withheld, truth, most)] = true
}

// learnThemes takes in who is in no theme, and what of a theme the terms shown
// do not explain: at least so many said something that is not shown.
func (a *attacker) learnThemes(c counted, s *tally.Tally) {
	b := s.Base
	nils := a.figure("nil answers", int(b.NilAnswers), int(c.whole.Base.NilAnswers), b.Valid)
	uncoded := a.figure("uncoded", int(s.Uncoded), int(c.whole.Uncoded), b.Valid)
	coded := a.figure("coded", withheld, c.whole.Base.Valid-int(c.whole.Base.NilAnswers)-int(c.whole.Uncoded), b.Valid)
	a.adds(b.Valid, nils, uncoded, coded)
	for _, x := range s.Themes {
		rest := x.Respondents
		for _, y := range s.Terms {
			if inTheme(x.Theme, y.Stem) {
				rest -= y.Respondents
			}
		}
		if rest > 0 {
			a.figure(fmt.Sprintf("who is in %q by words not shown", x.Theme), rest, rest, rest)
		}
	}
}

// inTheme reports whether a term is one of a theme: all differ in four letters.
func inTheme(theme, stem string) bool {
	return slices.ContainsFunc(themeList, func(entry term.ThemeTerm) bool {
		return entry.Theme == theme && strings.HasPrefix(entry.Term, stem[:min(4, len(stem))])
	})
}

// learnNets takes in that who is in a theme by no term that is shown said one
// that is not: so many mentions, at least, are of these, and so many at most
// are left for the others.
func (a *attacker) learnNets(s *tally.Tally) {
	var taken []string // themes whose rests are of different terms
	rests := 0
	for _, x := range s.Themes {
		rest, inside, outside := x.Respondents, []int(nil), []int(nil)
		for _, y := range s.Terms {
			if inTheme(x.Theme, y.Stem) {
				rest -= y.Respondents
			}
		}
		apart := true
		for id, stem := range a.hidden {
			if inTheme(x.Theme, stem) {
				inside = append(inside, id)
				apart = apart && !slices.ContainsFunc(taken, func(other string) bool { return inTheme(other, stem) })
			}
		}
		if rest <= 0 || !apart {
			continue
		}
		taken, rests = append(taken, x.Theme), rests+rest
		for id, stem := range a.hidden {
			if !slices.ContainsFunc(taken, func(theme string) bool { return inTheme(theme, stem) }) {
				outside = append(outside, id)
			}
		}
		a.equations = append(a.equations, equation{inside, rest, atLeast})
		if !s.Suppressed.Mentions.IsWithheld() {
			a.equations = append(a.equations, equation{outside, int(s.Suppressed.Mentions) - rests, atMost})
		}
	}
}

// learnGroups takes in that each term and theme, and the valid answers, add up
// over the groups. A term that a group does not list may be there or not.
func (a *attacker) learnGroups(c counted, s *tally.Tally, groups []tally.Group) {
	shown := make(map[string]*tally.Tally)
	for _, g := range groups {
		shown[g.Value] = g.Tally
	}
	var valid, respondents []int
	for _, g := range c.groups {
		v, r := withheld, withheld
		if x := shown[g.Value]; x != nil {
			v, r = x.Base.Valid, int(x.Base.Respondents)
		}
		valid = append(valid, a.figure("valid in "+g.Value, v, g.Tally.Base.Valid, s.Base.Valid))
		respondents = append(respondents, a.figure("respondents in "+g.Value, r, int(g.Tally.Base.Respondents), 1<<30))
	}
	for _, g := range c.groups {
		if x := shown[g.Value]; x != nil {
			a.learnDeniedThemes(" in "+g.Value, g.Tally, x, slices.Concat(x.Concealed, slices.Collect(maps.Values(a.hidden))))
		}
	}
	a.adds(s.Base.Valid, valid...)
	a.adds(int(s.Base.Respondents), respondents...)
	for _, x := range s.Terms {
		var people, mentions []int
		for _, g := range c.groups {
			is, was := cellOf(shown[g.Value], x.Root), cellOf(g.Tally, x.Root)
			people = append(people, a.figure(fmt.Sprintf("%q in %s", x.Term, g.Value), is.Respondents, max(0, was.Respondents), x.Respondents))
			a.said[people[len(people)-1]] = is.Respondents == withheld
			mentions = append(mentions, a.figure(fmt.Sprintf("mentions of %q in %s", x.Term, g.Value), is.Mentions, max(0, was.Mentions), x.Mentions))
		}
		a.adds(x.Respondents, people...)
		a.adds(x.Mentions, mentions...)
	}
	for i, x := range s.Themes {
		var people []int
		for _, g := range c.groups {
			is := withheld
			if seen := shown[g.Value]; seen != nil {
				for _, y := range seen.Themes {
					if y.Theme == x.Theme {
						is = y.Respondents
					}
				}
			}
			was := 0
			for _, y := range g.Tally.Themes {
				if y.Theme == x.Theme {
					was = y.Respondents
				}
			}
			people = append(people, a.figure(fmt.Sprintf("theme %q (%d) in %s", x.Theme, i, g.Value), is, was, x.Respondents))
			a.said[people[len(people)-1]] = is == withheld
		}
		a.adds(x.Respondents, people...)
	}
}

// cellOf is a term of a group; withheld where it is not listed.
func cellOf(t *tally.Tally, root term.Root) tally.Term {
	if t != nil {
		for _, x := range t.Terms {
			if x.Root == root {
				return x
			}
		}
	}
	return tally.Term{Respondents: withheld, Mentions: withheld}
}

// told draws the bounds closer, and names the small figures that are certain.
func (a *attacker) told(n int) (names []string) {
	for changed := true; changed; {
		changed = false
		for _, e := range a.equations {
			changed = a.tighten(e) || changed
		}
	}
	for i, name := range a.names {
		switch {
		case a.low[i] == a.high[i] && 0 < a.truth[i] && a.truth[i] < n:
			names = append(names, fmt.Sprintf("%s = %d", name, a.truth[i]))
		case a.said[i] && 0 < a.truth[i] && a.high[i] < n:
			names = append(names, fmt.Sprintf("%s ≤ %d", name, a.high[i]))
		}
	}
	return names
}

// tighten draws the bounds of the unknowns of one equation.
func (a *attacker) tighten(e equation) (changed bool) {
	low, high := 0, 0
	for _, i := range e.unknowns {
		low, high = low+a.low[i], high+a.high[i]
	}
	for _, i := range e.unknowns {
		l, h := a.low[i], a.high[i]
		if e.bound != atMost {
			l = max(l, e.sum-(high-h))
		}
		if e.bound != atLeast {
			h = min(h, e.sum-(low-a.low[i]))
		}
		if l != a.low[i] || h != a.high[i] {
			low, high = low+l-a.low[i], high+h-a.high[i]
			a.low[i], a.high[i], changed = l, h, true
		}
	}
	return changed
}
