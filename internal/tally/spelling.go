package tally

import (
	"strings"

	"verbatim/internal/term"
)

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

// find is one of the spellings, nil if there is none.
func find(list []Spelling, name string) *Spelling {
	for i := range list { // a stem has few
		if list[i].Spelling == name {
			return &list[i]
		}
	}
	return nil
}

// spellings counts the spellings of all words of a Counter.
type spellings struct {
	of   []int32 // by Word.ID: its place in list; 0 is unknown yet
	list []spelled
}

// spelled is a spelling while it is counted. The spellings of one key are a chain
// in the list:
//
//	key ─▶ spellings ─▶ "windows" ─ next ─▶ "window" ─ next ─▶ 0
type spelled struct {
	Spelling
	last int32 // the valid respondent, from 1, who wrote it last
	next int32 // the place of another spelling of the key; 0 is none
}

// keyCount counts what has one key.
type keyCount struct {
	Counts
	last      int32 // the valid respondent, from 1, who said it last
	by        int32 // the spelling in which they did, or several
	spellings int32 // the place of one of its spellings; 0 is none
}

// several means more than one spelling.
const several = -1

// mention counts a word of the respondent who said the key last; first says that
// it is their first mention of it.
func (s *spellings) mention(t *term.Token, w Weight, k *keyCount, first bool) {
	if t.ID >= len(s.of) {
		s.of = append(s.of, make([]int32, t.ID+1-len(s.of))...)
	}
	at := s.of[t.ID]
	if at == 0 {
		at = s.enter(spellingOf(t.Form), k)
		s.of[t.ID] = at
	}
	x := &s.list[at]
	x.WeightedMentions += w
	if t.Negated {
		x.Negated++
	}
	if t.Inside {
		x.Inside++
	}
	if x.last != k.last {
		x.last = k.last
		x.Respondents++
		x.WeightedRespondents += w
	}
	switch {
	case first:
		k.by = at
		x.Alone++
		x.WeightedAlone += w
	case k.by != at && k.by != several: // they are not alone with the spelling before
		s.list[k.by].Alone--
		s.list[k.by].WeightedAlone -= w
		k.by = several
	}
}

// enter finds or adds a spelling of a key, and returns its index.
func (s *spellings) enter(name string, k *keyCount) int32 {
	if s.list == nil {
		s.list = make([]spelled, 1) // place 0 is none
	}
	at := k.spellings
	for at != 0 && s.list[at].Spelling.Spelling != name {
		at = s.list[at].next
	}
	if at == 0 {
		at = int32(len(s.list))
		s.list = append(s.list, spelled{Spelling: Spelling{Spelling: name}, next: k.spellings})
		k.spellings = at
	}
	return at
}

// take adds the spellings of a key in another counter, from index at on, to those
// of the key here.
func (s *spellings) take(o *spellings, at int32, k *keyCount) {
	for ; at != 0; at = o.list[at].next {
		x := &o.list[at].Spelling
		s.list[s.enter(x.Spelling, k)].add(x)
	}
}

// sums returns the spellings of a key; none if they follow from the rest.
func (s *spellings) sums(k *keyCount) (list []Spelling) {
	if first := &s.list[k.spellings]; first.next == 0 && first.Inside == 0 {
		return nil
	}
	for at := k.spellings; at != 0; at = s.list[at].next {
		list = append(list, s.list[at].Spelling)
	}
	return list
}
