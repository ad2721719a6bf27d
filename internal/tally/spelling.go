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
	list    []spelled
	weights weightSums // by place in list
}

// spelled is a spelling while it is counted. The spellings of one key are a chain
// in the list:
//
//	key ─▶ spellings ─▶ "windows" ─ next ─▶ "window" ─ next ─▶ 0
type spelled struct {
	text               string
	negated, inside    int32
	respondents, alone int32
	last               int32 // the valid respondent, from 1, who wrote it last
	next               int32 // the place of another spelling of the key; 0 is none
}

// keyCount counts what has one key.
type keyCount struct {
	mentions             int
	negated, respondents int32
	last                 int32 // the valid respondent, from 1, who said it last
	by                   int32 // the spelling in which they did, or several
	spellings            int32 // the place of one of its spellings; 0 is none
	twin                 int32 // the key that denies it or that it denies, from 1; 0 is none
	both                 int32 // people who say either of the two, and said the other before
	watched              int8  // its bit among those that are watched, from 1; 0 is unknown yet, -1 is none
}

// weightSums are the weighted counts of words or of spellings, by their number. As
// long as all are 0, as they are without weights, they take no memory.
type weightSums [][3]Weight

// What the weights of one number are summed over.
const (
	ofMentions = iota
	ofRespondents
	ofThoseAlone // who wrote no other spelling
)

// add adds a weight to one of the sums of a number.
func (s *weightSums) add(number int32, sum int, w Weight) {
	if w == 0 {
		return
	}
	if n := int(number) + 1 - len(*s); n > 0 {
		*s = append(*s, make([][3]Weight, n)...)
	}
	(*s)[number][sum] += w
}

// mention adds the weight of a mention; first says that it is the first of a respondent.
func (s *weightSums) mention(number int32, w Weight, first bool) {
	s.add(number, ofMentions, w)
	if first {
		s.add(number, ofRespondents, w)
	}
}

// take adds sums of another counter.
func (s *weightSums) take(number int32, sums [3]Weight) {
	for i, w := range sums {
		s.add(number, i, w)
	}
}

// of returns the sums of a number.
func (s weightSums) of(number int32) (sums [3]Weight) {
	if int(number) < len(s) {
		sums = s[number]
	}
	return sums
}

// several means more than one spelling.
const several = -1

// mention counts a word, of the spelling at a place, of the respondent who said the key
// last; first says that it is their first mention of it.
func (s *spellings) mention(at int32, t *term.Token, w Weight, k *keyCount, first bool) {
	x := &s.list[at]
	if t.Negated {
		x.negated++
	}
	if t.Inside {
		x.inside++
	}
	another := x.last != k.last
	if another {
		x.last = k.last
		x.respondents++
	}
	if w != 0 {
		s.weights.mention(at, w, another)
	}
	switch {
	case first:
		k.by = at
		x.alone++
		s.weights.add(at, ofThoseAlone, w)
	case k.by != at && k.by != several: // they are not alone with the spelling before
		s.list[k.by].alone--
		s.weights.add(k.by, ofThoseAlone, -w)
		k.by = several
	}
}

// enter finds or adds a spelling of a key, and returns its index.
func (s *spellings) enter(name string, k *keyCount) int32 {
	if s.list == nil {
		s.list = make([]spelled, 1) // place 0 is none
	}
	at := k.spellings
	for at != 0 && s.list[at].text != name {
		at = s.list[at].next
	}
	if at == 0 {
		at = int32(len(s.list))
		s.list = append(s.list, spelled{text: name, next: k.spellings})
		k.spellings = at
	}
	return at
}

// take adds the spellings of a key in another counter, from index at on, to those
// of the key here.
func (s *spellings) take(o *spellings, at int32, k *keyCount) {
	for ; at != 0; at = o.list[at].next {
		x := &o.list[at]
		to := s.enter(x.text, k)
		y := &s.list[to]
		y.negated += x.negated
		y.inside += x.inside
		y.respondents += x.respondents
		y.alone += x.alone
		s.weights.take(to, o.weights.of(at))
	}
}

// sums returns the spellings of a key; none if they follow from the rest.
func (s *spellings) sums(k *keyCount) (list []Spelling) {
	if first := &s.list[k.spellings]; first.next == 0 && first.inside == 0 {
		return nil
	}
	for at := k.spellings; at != 0; at = s.list[at].next {
		x, w := &s.list[at], s.weights.of(at)
		list = append(list, Spelling{x.text, int(x.respondents), int(x.alone), int(x.negated), int(x.inside), w[ofRespondents], w[ofThoseAlone], w[ofMentions]})
	}
	return list
}
