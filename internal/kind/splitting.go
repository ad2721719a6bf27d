package kind

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/internal/evidence"
	"verbatim/internal/value"
)

// A multiple choice may have all ticked options in one cell.
//
//	Python;#C#;#JavaScript              ;#
//	calm;old;                           ;     one more at the end
//	Crime, Poetry (old, new), atlases   ,     and commas inside options
//
// Neither the separator nor the options are known; each is found by the other. Cut
// at the right separator, the cells fall into few pieces that repeat in new
// combinations. Cut at a comma, answers in words fall into pieces that nobody else
// wrote, and a single choice ("Yes, often") into pieces that come in one
// combination only.
//
// Options with the separator inside are found by their pieces: "History" and "local
// and general" are never ticked without each other, so they are one option,
// "History, local and general". What respondents typed themselves stays as it is.

// A Splitting says how the options of a closed question are written in one cell. The zero value is that
// of an option by itself.
type Splitting struct {
	Separator string `json:"separator,omitempty"`
	// Whole are options that have the separator inside, the longest first, so that
	// the first that fits is the right one.
	Whole []string `json:"whole,omitempty"`
}

// separators are those that platforms put between options. A longer one comes
// before its parts, and a comma with a space before one without: a comma without a
// space is mostly inside an option.
var separators = [...]string{";#", "; ", ";", ", ", ",", " | ", "|", " / ", "\n"}

// listed is the separator of what a file has as a list. It is in no option.
const listed = ";#"

// splittings yields the splittings that the answers may have, each with the
// features of the answers cut that way. With codes, which the platform writes or the answers
// show, the separator may be a space.
func (p *Profile) splittings(codes bool) iter.Seq2[Splitting, []evidence.Feature] {
	return func(yield func(Splitting, []evidence.Feature) bool) {
		values := p.Values
		answers := p.seen // but those that only say that there is none
		for v := range words().notAvailable {
			answers -= p.Count(v)
		}
		for _, separator := range separators {
			if holding(values, separator)*20 < answers {
				continue
			}
			s, x := cutAt(separator, values)
			if features := s.features(x, answers); features != nil && !yield(s, features) {
				return
			}
		}
		if !(codes && areCodes(values)) && !p.combinesCodes() {
			return
		}
		// Words that are always together are the words of one label, not codes.
		if s, x := cutAt(" ", values); s.Whole == nil {
			if features := s.features(x, answers); features != nil {
				yield(s, features)
			}
		}
	}
}

// areCodes reports whether the answers are made of codes: letters, digits, _ . and -
// only, with spaces between.
func areCodes(values []Answer) bool {
	const characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 _-."
	return !slices.ContainsFunc(values, func(v Answer) bool { return strings.Trim(v.Value, characters) != "" })
}

// holding counts the answers that hold the separator.
func holding(values []Answer, separator string) (n int) {
	for _, v := range values {
		if strings.Contains(v.Value, separator) {
			n += v.Count
		}
	}
	return n
}

// parts are answers cut into options.
type parts struct {
	values []Answer
	cut    [][]string        // of each
	in     map[string]ticked // of each option
}

// ticked is how often an option was ticked, and in how many distinct answers it is.
type ticked struct{ ticks, answers int }

// cut cuts answers into options.
func (s Splitting) cut(values []Answer) parts {
	x := parts{values, make([][]string, len(values)), make(map[string]ticked, len(values))}
	for i, v := range values {
		x.cut[i] = s.Split(v.Value)
		for _, o := range x.cut[i] {
			known := x.in[o]
			x.in[o] = ticked{known.ticks + v.Count, known.answers + 1}
		}
	}
	return x
}

// features returns the features of the answers cut at the separator: options are
// few and repeat in new combinations. It is nil if hardly anybody would have ticked
// two options, or if the options were ticked less than twice each, on average.
func (s Splitting) features(x parts, answers int) []evidence.Feature {
	ticks, several, length, once := 0, 0, 0, 0
	for i, v := range x.values {
		if len(x.cut[i]) > 1 {
			several += v.Count
		}
	}
	for o, n := range x.in {
		ticks += n.ticks
		length += utf8.RuneCountInString(o) * n.ticks
		if n.ticks == 1 { // what only one person wrote is not an option
			once++
		}
	}
	if several < 3 || several*20 < answers || len(x.in) < 2 || len(x.in)*2 > ticks {
		return nil
	}
	pieces, again := x.recombined()
	says := fmt.Sprintf("cut at %q, %d of %d answers have several parts", s.Separator, several, answers)
	given := fmt.Sprintf("%d different parts are given %d times, %d of them once", len(x.in), ticks, once)
	return []evidence.Feature{
		evidence.New("several", evidence.Twentieths(several, answers), says),
		evidence.New("ends", evidence.Mark(s.ends(x.values)), evidence.Is(s.ends(x.values), "all end in it")),
		evidence.New("ticks", evidence.Quarters(ticks), given),
		evidence.New("options", evidence.Quarters(len(x.in)), given),
		evidence.New("once", evidence.Twentieths(once, ticks), given),
		evidence.New("again", evidence.Twentieths(again, pieces), evidence.Of(again, pieces, "parts came in other answers, too")),
		evidence.New("length", min(length/max(ticks, 1)/8, 20), fmt.Sprintf("a part has %d letters on average", length/max(ticks, 1))),
		evidence.New("comma", evidence.Mark(s.Separator[0] == ','), ""),
	}
}

// ends reports whether every answer ends in the separator, as forms write it after the
// last option, and people do not.
func (s Splitting) ends(values []Answer) bool {
	return s.Separator == ";" && !slices.ContainsFunc(values, func(v Answer) bool { return !strings.HasSuffix(v.Value, ";") })
}

// recombined counts the pieces of answers that have several, and how many of these are in other
// answers too. In a single choice with a comma inside ("Yes, often", "Yes, at times") half of them
// are not.
func (x parts) recombined() (pieces, again int) {
	for _, options := range x.cut {
		if len(options) < 2 {
			continue
		}
		for _, o := range options {
			pieces++
			if x.in[o].answers > 1 {
				again++
			}
		}
	}
	return pieces, again
}

// Split returns the options of one answer, trimmed, without the empty one after a
// separator at the end. Commas in parentheses do not separate.
func (s Splitting) Split(answer string) (options []string) {
	if s.Separator == "" {
		return []string{answer}
	}
	for answer != "" {
		option, rest := s.first(answer)
		if option = value.Trim(option); option != "" {
			options = append(options, option)
		}
		answer = rest
	}
	return options
}

// first cuts the first option off an answer.
func (s Splitting) first(answer string) (option, rest string) {
	answer = strings.TrimLeftFunc(answer, value.Blank)
	for _, w := range s.Whole {
		if after, ok := strings.CutPrefix(answer, w); ok {
			if after == "" {
				return w, ""
			}
			if after, ok = strings.CutPrefix(after, s.Separator); ok {
				return w, after
			}
		}
	}
	if strings.IndexByte(answer, '(') < 0 { // most answers
		for at := 0; ; at++ {
			next := strings.Index(answer[at:], s.Separator)
			if next < 0 {
				return answer, ""
			}
			if at += next; s.cutsAt(answer, at) {
				return answer[:at], answer[at+len(s.Separator):]
			}
		}
	}
	// Up to the first separator that is not inside parentheses.
	depth := 0
	for i := range len(answer) {
		switch c := answer[i]; {
		case c == '(':
			depth++
		case c == ')' && depth > 0:
			depth--
		// A parenthesis that is not closed was never meant to keep anything together.
		case s.cutsAt(answer, i) && (depth == 0 || !strings.Contains(answer[i:], ")")):
			return answer[:i], answer[i+len(s.Separator):]
		}
	}
	return answer, ""
}

// cutsAt reports whether there is a separator at i that separates options: a bare
// comma does not if a space follows it or digits surround it.
func (s Splitting) cutsAt(answer string, i int) bool {
	if answer[i] != s.Separator[0] || !strings.HasPrefix(answer[i:], s.Separator) {
		return false
	}
	if s.Separator != "," || i == 0 || i+1 == len(answer) {
		return true
	}
	digits := value.HasDigit(answer[i-1:i]) && value.HasDigit(answer[i+1:i+2])
	return answer[i+1] != ' ' && (!digits || strings.Trim(answer, "0123456789,") == "")
}

// cutAt cuts answers at a separator, and finds options that have it inside: pieces that
// are always next to each other in the same order are one option cut in two.
func cutAt(separator string, values []Answer) (s Splitting, x parts) {
	found := map[string]bool{}
	s = Splitting{Separator: separator}
	for range 4 { // an option of five pieces takes four rounds
		x = s.cut(values)
		joined := s.inseparable(x)
		if len(joined) == 0 {
			return s, x
		}
		for _, j := range joined {
			found[j] = true
		}
		s.Whole = sortedOptions(found)
	}
	return s, s.cut(values)
}

// sortedOptions lists the options, the longest first, so that the longest that fits
// is taken.
func sortedOptions(set map[string]bool) []string {
	return slices.SortedFunc(maps.Keys(set), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
}

// inseparable returns pairs of neighbours, joined, that (nearly) always come
// together. Several options may begin alike: "Yes" is always followed by "every day" or
// by "but rarely", neither of which comes without it.
//
// "Nearly" is nineteen times in twenty, so that a typing error in one cell does not
// separate them. A pair that comes fewer than three times (leastPairs) proves nothing.
func (s Splitting) inseparable(x parts) []string {
	type pair struct{ left, right string }
	pairs := map[pair]int{} // of options that come often enough: in words of one's own hardly any does
	for k, options := range x.cut {
		for i := 1; i < len(options); i++ {
			if x.in[options[i-1]].ticks >= leastPairs && x.in[options[i]].ticks >= leastPairs {
				pairs[pair{options[i-1], options[i]}] += x.values[k].Count
			}
		}
	}
	maps.DeleteFunc(pairs, func(p pair, n int) bool { return n < leastPairs || n*20 < x.in[p.right].ticks*19 })
	followed := map[string]int{} // how often the left one comes before what needs it
	for p, n := range pairs {
		followed[p.left] += n
	}
	var out []string
	for p := range pairs {
		if followed[p.left]*20 >= x.in[p.left].ticks*19 {
			out = append(out, p.left+s.Separator+p.right)
		}
	}
	return out
}

// leastPairs is how often a pair comes at least that proves something.
const leastPairs = 3

// KoboToolbox and ODK write the codes of ticked options into one cell with spaces between. Where
// their own columns are gone, the answers still show it, since labels in words do not fall so:
//
//	well                     each code stands alone somewhere, none comes twice in a cell,
//	well river               none is rare, and there are many more combinations
//	rain_water well          than codes
//	river rain_water
//
//	very good, good, bad     "very" never stands alone, and of three words there are three labels

// The bounds within which answers are combinations of codes.
const (
	fewestCodes = 3
	mostCodes   = 30
	rareCode    = 3 // times that a code comes at least
)

// combinesCodes reports whether the answers are combinations of few codes with spaces between.
func (p *Profile) combinesCodes() bool {
	if len(p.Values) <= 2*fewestCodes || !areCodes(p.Values) {
		return false
	}
	counts, alone := map[string]int{}, 0
	for _, v := range p.Values {
		codes := Splitting{Separator: " "}.Split(v.Value)
		for i, c := range codes {
			if slices.Contains(codes[:i], c) {
				return false
			}
			counts[c] += v.Count
		}
		if len(codes) == 1 {
			alone++
		}
		if len(counts) > mostCodes {
			return false
		}
	}
	for _, n := range counts {
		if n < rareCode {
			return false
		}
	}
	return len(counts) >= fewestCodes && alone*3 >= len(counts)*2 && len(p.Values) > 2*len(counts)
}
