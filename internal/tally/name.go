package tally

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/lang"
	"verbatim/internal/segment"
	"verbatim/internal/term"
)

// A stem may join a name and a common word: Windows and window, Spark and sparked.
// The way the words are written shows which is meant, but only after all answers
// are counted. So the spellings of a stem, which are words regardless of case, are
// counted along with it, and a name leaves its stem at the end:
//
//	window ─┬─ "windows"  9 people, 7 of whom wrote no other spelling; 8 capitals inside sentences
//	        └─ "window"   5 people, 3 …
//
//	is a name: 8 capitals, hardly a small letter   ─▶ Windows 9 people; window 12 - 7 = 5 people
//
// All these figures add up over parts, so that the result depends neither on the
// number of workers nor on how the answers were cut into shards.

// The evidence needed that a spelling is a name: the least number of capitals
// inside sentences, and how many of them there are for each one in lower case.
const leastInside, insidePerWord = 3, 3

// A Named is a name that leaves its stem.
type Named struct{ Spelling, Label string }

// Names are the names that leave their stems, by key. Only those of the main language do.
func (s *Sum) Names() map[string]Named {
	names := make(map[string]Named)
	for name, part := range s.Terms {
		if name.Aside == term.Ranked && part.Label == "" && len(part.Spellings) > 1 && term.RootOf(name.Key) == (term.Root{Stem: name.Key}) {
			if x := part.name(); x != "" {
				names[name.Key] = Named{x, part.capitalised(x)}
			}
		}
	}
	return names
}

// name is the spelling that is a name among the spellings of a stem, "" if none
// is. The others have to be common words, and not just its plural.
func (t *TermSum) name() string {
	best := slices.MaxFunc(t.Spellings, func(a, b Spelling) int {
		return cmp.Or(cmp.Compare(a.Inside, b.Inside), cmp.Compare(b.Spelling, a.Spelling))
	})
	small, common := 0, false
	for _, f := range t.Forms {
		if first, _ := utf8.DecodeRuneInString(f.Form); !unicode.IsLower(first) {
			continue
		}
		switch spelling := spellingOf(f.Form); {
		case lang.SameLetters(spelling, best.Spelling): // who writes the cafe means the Café
			small += f.Mentions
		case spelling == best.Spelling+"s", spelling == best.Spelling+"es":
		default:
			common = true
		}
	}
	least, each := leastInside, insidePerWord
	if segment.IsProduct(best.Spelling) {
		least, each = 1, 1
	}
	if !common || best.Inside < least || small*each > best.Inside {
		return ""
	}
	return best.Spelling
}

// capitalised is the most frequent form of a spelling that has a capital.
func (t *TermSum) capitalised(spelling string) string {
	i := slices.IndexFunc(t.Forms, func(f Form) bool {
		first, _ := utf8.DecodeRuneInString(f.Form)
		return spellingOf(f.Form) == spelling && unicode.IsUpper(first)
	})
	return t.Forms[i].Form
}

// apart divides a stem into a name and the rest. Either may have no mentions.
func (t *TermSum) apart(spelling string) (name, rest *TermSum) {
	name, rest = &TermSum{Theme: t.Theme, In: t.In}, &TermSum{Theme: t.Theme, In: t.In}
	for _, f := range t.Forms {
		part := rest
		if spellingOf(f.Form) == spelling {
			part = name
		}
		part.Forms = append(part.Forms, f)
		part.Mentions += f.Mentions
	}
	x := cmp.Or(find(t.spelled(), spelling), &Spelling{})
	name.Respondents, name.Negated = x.Respondents, x.Negated
	name.Weight = [2]Weight{x.WeightedMentions, x.WeightedRespondents}
	rest.Respondents, rest.Negated = t.Respondents-x.Alone, t.Negated-x.Negated
	rest.Weight = [2]Weight{t.Weight[0] - x.WeightedMentions, t.Weight[1] - x.WeightedAlone}
	return name, rest
}

// spellings lists the spellings for a document, by bytes. It is empty if they
// follow from the rest.
func (t *TermSum) spellings() []Spelling {
	if len(t.Spellings) == 0 || len(t.Spellings) == 1 && t.Spellings[0].Inside == 0 {
		return nil
	}
	list := slices.Clone(t.Spellings)
	slices.SortFunc(list, func(a, b Spelling) int { return cmp.Compare(a.Spelling, b.Spelling) })
	return list
}
