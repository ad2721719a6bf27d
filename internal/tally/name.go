package tally

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/term"
)

// A stem may join a name and a common word: Windows and window, Spark and
// sparked. Who means which is told by how the words are written, and that is
// known only once all answers are counted. So the spellings of a stem, words
// apart from their case, are counted beside it, and a name leaves its stem at
// the end:
//
//	window ─┬─ "windows"  9 people, 7 of whom wrote no other spelling; 8 capitals inside sentences
//	        └─ "window"   5 people, 3 …
//
//	is a name: 8 capitals, hardly a small letter   ─▶ Windows 9 people; window 12 - 7 = 5 people
//
// All these figures add up over parts, so that the result depends neither on the
// number of workers nor on how the answers were cut into shards.

// A Spelling is a part of a stem: one word in whatever case, possessive or not.
type Spelling struct {
	Spelling            string `json:"spelling"` // in small letters
	Respondents         int    `json:"respondents"`
	Alone               int    `json:"alone"` // respondents who wrote no other spelling of the stem
	Negated             int    `json:"negated,omitempty"`
	Inside              int    `json:"inside,omitempty"` // mentions with a capital inside a sentence
	WeightedRespondents Weight `json:"weighted_respondents,omitempty"`
	WeightedAlone       Weight `json:"weighted_alone,omitempty"`
	WeightedMentions    Weight `json:"weighted_mentions,omitempty"`
}

// add adds the people of the same spelling in another part. A person is in one part,
// so those who wrote no other spelling add up, too.
func (s *Spelling) add(o *Spelling) {
	s.Respondents += o.Respondents
	s.Alone += o.Alone
	s.Negated += o.Negated
	s.Inside += o.Inside
	s.WeightedRespondents += o.WeightedRespondents
	s.WeightedAlone += o.WeightedAlone
	s.WeightedMentions += o.WeightedMentions
}

// spellingOf is the spelling that a written form belongs to.
func spellingOf(form string) string { return strings.TrimSuffix(strings.ToLower(form), "'s") }

// spellings counts the spellings of all words of a Counter. It is kept small: most
// of the memory of a count is here.
type spellings struct {
	of      []int32 // by Word.ID: its place in list; 0 is unknown yet
	list    []spelled
	weights []spelledWeight // by place; empty without weights
}

// spelled is a spelling under way.
type spelled struct {
	spelling                            string
	respondents, alone, negated, inside int32
	last                                int32 // the valid respondent, from 1, who wrote it last
	next                                int32 // the place of another spelling of the key; 0 is none
}

// spelledWeight is the weight of a spelling under way. It stands apart from spelled,
// since most surveys have no weights and need no memory for them.
type spelledWeight struct{ mentions, respondents, alone Weight }

// several stands for more than one spelling.
const several = -1

// mention counts a word of a respondent; first says that it is their first
// mention of the key, and k.by is then the spelling of it.
func (s *spellings) mention(t *term.Token, w Weight, k *keyCount, first bool, person int32) {
	if t.ID >= len(s.of) {
		s.of = append(s.of, make([]int32, t.ID+1-len(s.of))...)
	}
	at := s.of[t.ID]
	if at == 0 {
		at = s.enter(spellingOf(t.Form), k)
		s.of[t.ID] = at
	}
	x := &s.list[at]
	if t.Negated {
		x.negated++
	}
	if t.Inside {
		x.inside++
	}
	again := x.last == person
	if !again {
		x.last = person
		x.respondents++
	}
	before := k.by
	switch {
	case first:
		k.by = at
		x.alone++
	case before != at && before != several:
		s.list[before].alone--
		k.by = several
	}
	if w != 0 {
		s.weigh(w, at, before, first, again, k.by == several)
	}
}

// weigh does for the weights what mention does for the people.
func (s *spellings) weigh(w Weight, at, before int32, first, again, mixed bool) {
	if len(s.weights) < len(s.list) {
		s.weights = append(s.weights, make([]spelledWeight, len(s.list)-len(s.weights))...)
	}
	x := &s.weights[at]
	x.mentions += w
	if !again {
		x.respondents += w
	}
	switch {
	case first:
		x.alone += w
	case mixed && before != several:
		s.weights[before].alone -= w
	}
}

// enter finds or makes the place of a spelling of a key.
func (s *spellings) enter(name string, k *keyCount) int32 {
	if s.list == nil {
		s.list = make([]spelled, 1) // place 0 is none
	}
	at := k.spellings
	for at != 0 && s.list[at].spelling != name {
		at = s.list[at].next
	}
	if at == 0 {
		at = int32(len(s.list))
		s.list = append(s.list, spelled{spelling: name, next: k.spellings})
		k.spellings = at
	}
	return at
}

// take adds the spellings of a key that another counter has, from the place at
// on, to those of the key here.
func (s *spellings) take(o *spellings, at int32, k *keyCount) {
	for ; at != 0; at = o.list[at].next {
		x := &o.list[at]
		to := s.enter(x.spelling, k)
		sum := &s.list[to]
		sum.respondents += x.respondents
		sum.alone += x.alone
		sum.negated += x.negated
		sum.inside += x.inside
		if int(at) < len(o.weights) {
			s.weights = append(s.weights, make([]spelledWeight, len(s.list)-len(s.weights))...)
			w, sum := &o.weights[at], &s.weights[to]
			sum.mentions += w.mentions
			sum.respondents += w.respondents
			sum.alone += w.alone
		}
	}
}

// sums are the spellings of a key; none where they follow from the rest.
func (s *spellings) sums(k *keyCount) (list []Spelling) {
	if first := &s.list[k.spellings]; first.next == 0 && first.inside == 0 {
		return nil
	}
	for at := k.spellings; at != 0; at = s.list[at].next {
		x := &s.list[at]
		sum := Spelling{Spelling: x.spelling, Respondents: int(x.respondents), Alone: int(x.alone), Negated: int(x.negated), Inside: int(x.inside)}
		if int(at) < len(s.weights) {
			w := s.weights[at]
			sum.WeightedMentions, sum.WeightedRespondents, sum.WeightedAlone = w.mentions, w.respondents, w.alone
		}
		list = append(list, sum)
	}
	return list
}

// How sure it has to be that a spelling is a name: capitals inside sentences, at
// least, and how many of them for each one in small letters.
const (
	leastInside   = 3
	insidePerWord = 3
)

// A Named is a name that leaves its stem.
type Named struct{ Spelling, Label string }

// Names are the names that leave their stems, by key.
func (s *Sum) Names() map[string]Named {
	names := make(map[string]Named)
	for name, part := range s.Terms {
		if name.Aside == term.Ranked && part.Label == "" && len(part.Spellings) > 1 {
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
	var best *Spelling
	for i := range t.Spellings {
		if x := &t.Spellings[i]; best == nil || cmp.Or(cmp.Compare(x.Inside, best.Inside), cmp.Compare(best.Spelling, x.Spelling)) > 0 {
			best = x
		}
	}
	small, common := 0, false
	for _, f := range t.Forms {
		if first, _ := utf8.DecodeRuneInString(f.Form); !unicode.IsLower(first) {
			continue
		}
		switch spellingOf(f.Form) {
		case best.Spelling:
			small += f.Mentions
		case best.Spelling + "s", best.Spelling + "es":
		default:
			common = true
		}
	}
	least, each := leastInside, insidePerWord
	if term.IsProduct(best.Spelling) {
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

// spelled are the spellings, also where they follow from the rest: then all
// forms have one, and nobody wrote it with a capital inside a sentence.
func (t *TermSum) spelled() []Spelling {
	if len(t.Spellings) > 0 || len(t.Forms) == 0 {
		return t.Spellings
	}
	return []Spelling{{Spelling: spellingOf(t.Forms[0].Form), Respondents: t.Respondents, Alone: t.Respondents, Negated: t.Negated,
		WeightedMentions: t.Weight[0], WeightedRespondents: t.Weight[1], WeightedAlone: t.Weight[1]}}
}

// find is one of the spellings, nil if there is none.
func find(list []Spelling, name string) *Spelling {
	for i := range list { // a stem has few
		if list[i].Spelling == name {
			return &list[i]
		}
	}
	return nil
}

// apart parts a stem into a name and the rest. Either may have no mentions.
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

// spellings lists the spellings for a document, by bytes: nothing where they
// follow from the rest.
func (t *TermSum) spellings() []Spelling {
	if len(t.Spellings) == 0 || len(t.Spellings) == 1 && t.Spellings[0].Inside == 0 {
		return nil
	}
	list := slices.Clone(t.Spellings)
	slices.SortFunc(list, func(a, b Spelling) int { return cmp.Compare(a.Spelling, b.Spelling) })
	return list
}
