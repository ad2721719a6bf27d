// Package personal recognises the columns in which respondents say who they are:
// their names, and how to reach them. Such a column is no question, whatever it is
// called, and nobody's name may be shown by accident.
//
// Neither the header nor the cells are believed alone:
//
//	the header                             of the different cells
//	asks for nothing else   Your name *    half may be names
//	has a word for it       Name tag text  half may be names, and a quarter are known
//	names who answers       Completed by   the same
//	asks which person       Who helped?    nearly all look like names, a quarter are known, and hardly one comes again
//	is anything else        Our Q          the same, and few come again
//	says nothing            Q10            the same, or every cell is a pair in capitals and hardly a word comes again,
//	                                       or nearly all are pairs in small letters, and half have names that many bear
//	is such a pair          anna krause    the same: it is the first respondent
//	asks for an opinion     Best teacher   names do not count
//
// "Grace Miller" and "Great Team" are written alike: only names that many people bear
// (names.txt) tell them apart. In a script without capitals, and where there is one word a
// cell, nothing else does, so half have to be known where the header says nothing. Numbers of
// telephones, accounts on networks and addresses of houses are judged alike. The words of headers are in
// words.txt.
package personal

import (
	_ "embed"
	"slices"
	"strings"

	"verbatim/internal/value"
)

// Of the different cells, so many twentieths have to look personal.
const (
	someOf        = 5
	halfOf        = 10
	threeQuarters = 15
	mostOf        = 18
	allOf         = 20
)

// fewest is the number of different cells below which they prove nothing, unless the
// header asks for them. As many different names as many are no choice among a few.
const (
	fewest = 5
	many   = 100
)

// fewestRare is the number of different cells from which their writing alone shows that they are names.
const fewestRare = 10

// longestChoice is the number of different cells up to which "Name" may stand over a
// choice among a few things.
const longestChoice = 9

// Tells reports whether a column holds names or addresses of respondents, by its
// header and its different cells. answers is the number of answers in which these were
// found: people hardly share a name.
func Tells(header string, cells []string, answers int) bool {
	if len(cells) == 0 {
		return false
	}
	h := read(header)
	few := len(cells)*2 < answers // most answers come again
	return h.reached(cells, few) || h.named(cells, few, len(cells)*3 < answers*2)
}

// Identifies reports whether a column holds numbers or days that few people share, by its header,
// or by their form: postcodes, days of birth, numbers of students. They are answers of a kind, but
// not to be shown.
func Identifies(header string, cells []string) bool {
	if len(cells) == 0 {
		return false
	}
	return share(cells, mostOf, isUniqueNumber) || holdsAny(header, words().identity) && share(cells, threeQuarters, mayBeUnique)
}

// named reports whether the cells are names. few says that most answers come again, and
// some that a third of them do: people of whom others speak do, respondents do not.
func (h heading) named(cells []string, few, some bool) bool {
	answers := h.isWho()
	asked := answers || h.words&name != 0 || h.words&own != 0 && h.words.said()
	known := someOf
	switch {
	case answers:
	case share(cells, halfOf, isBrief):
		known = threeQuarters
	case !asked && (few || !share(cells, halfOf, isTelling)):
		known = halfOf
	}
	if asked {
		certain := h.asks && h.words&name != 0 && (h.words&own != 0 || len(cells) > longestChoice)
		return share(cells, halfOf, mayBeName) && (certain || share(cells, known, isKnown) || answers && areRare(cells))
	}
	which := h.words&who != 0
	if h.others || len(cells) < fewest || few && len(cells) < many || which && some {
		return false
	}
	return share(cells, mostOf, looksLikeName) && share(cells, known, isKnown) || !few && (which || h.isSilent()) && areRare(cells) ||
		!some && areSmall(cells) && (h.isSilent() || h.isAnswer())
}

// areRare reports whether cells are names that no list has: all are two or three words in
// capitals, of which hardly one comes again, and hardly a cell has a word that answers are
// made of. Of ten people who write anything else, some write one word, or a small letter.
func areRare(cells []string) bool {
	said, plain, different := 0, 0, value.Set{}
	fits := func(cell string) bool {
		s := shapeOf(cell)
		if !s.letters || s.small > 0 || s.capital < 2 || s.capital > 3 {
			return false
		}
		parts := strings.Fields(small(cell))
		if slices.ContainsFunc(parts, func(part string) bool { return names().answer[part] }) {
			plain++
		}
		for _, part := range parts {
			different[part] = true
		}
		said += len(parts)
		return true
	}
	return len(cells) >= fewestRare && share(cells, allOf, fits) && plain*10 < len(cells) && len(different)*10 >= said*9
}

// areSmall reports whether cells are names in small letters: nearly all are two or three words, none of
// which answers are made of, so many have a name that many bear, and no word begins many of them.
func areSmall(cells []string) bool {
	if len(cells) < fewest || !share(cells, mostOf, isSmallPair) { // most columns end here, and need no list of names
		return false
	}
	known, most, begun := 0, 0, map[string]int{}
	fits := func(cell string) bool {
		parts := strings.Fields(small(cell))
		if !isSmallPair(cell) || names().place[parts[0]] || slices.ContainsFunc(parts, func(part string) bool { return names().answer[part] }) {
			return false
		}
		begun[parts[0]]++
		most = max(most, begun[parts[0]])
		if names().name[parts[0]] || names().name[parts[len(parts)-1]] { // Hungarians put the family first
			known++
		}
		return true
	}
	least := halfOf
	if len(cells) < fewestRare {
		least = threeQuarters
	}
	return share(cells, mostOf, fits) && known*20 >= len(cells)*least && most <= max(2, len(cells)/5)
}

// reached reports whether the cells are ways to reach people.
func (h heading) reached(cells []string, few bool) bool {
	if (h.words&(contact|address) != 0 || holdsAny(h.text, words().reach) || h.isHome()) && share(cells, someOf, holdsContact) {
		return true
	}
	if len(cells) >= fewest && share(cells, halfOf, holdsOnlyMail) {
		return true // "no", "yes: ada@example.org"
	}
	if few {
		return false
	}
	if h.words&handle != 0 && share(cells, halfOf, mayBeHandle) && share(cells, someOf, isHandle) {
		return true
	}
	if len(cells) < fewest {
		return false
	}
	return share(cells, mostOf, isContact) || h.isHome() && share(cells, halfOf, isPostal) || !h.others && share(cells, mostOf, isFullAddress)
}

// share reports whether so many twentieths of the cells fit, and of more than two at
// least three.
func share(cells []string, twentieths int, fits func(string) bool) bool {
	some := 0
	for i, cell := range cells {
		if fits(cell) {
			some++
		}
		if (some+len(cells)-i-1)*20 < len(cells)*twentieths { // most columns end here
			return false
		}
	}
	return some >= min(3, len(cells))
}
