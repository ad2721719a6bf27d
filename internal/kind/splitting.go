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
		values := p.Common()
		answers := p.seen // but those that only say that there is none
		for v := range words().notAvailable {
			answers -= p.Count(v)
		}
		for _, separator := range separators {
			if holding(values, separator)*20 < answers {
				continue
			}
			s := Splitting{Separator: separator}
			s.Whole = s.wholeOptions(values)
			if features := s.features(values, answers); features != nil && !yield(s, features) {
				return
			}
		}
		s := Splitting{Separator: " "}
		// Words that are always together are the words of one label, not codes.
		if (codes && areCodes(values) || p.combinesCodes()) && len(s.wholeOptions(values)) == 0 {
			if features := s.features(values, answers); features != nil {
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

// features returns the features of the answers cut at the separator: options are
// few and repeat in new combinations. It is nil if hardly anybody would have ticked
// two options, or if the options were ticked less than twice each, on average.
func (s Splitting) features(values []Answer, answers int) []evidence.Feature {
	counts, in := map[string]int{}, map[string]int{} // of each option: ticks, and distinct answers
	cut := make([][]string, len(values))
	ticks, several, length := 0, 0, 0
	for i, v := range values {
		cut[i] = s.Split(v.Value)
		if len(cut[i]) > 1 {
			several += v.Count
		}
		for _, o := range cut[i] {
			in[o]++
			counts[o] += v.Count
			ticks += v.Count
			length += utf8.RuneCountInString(o) * v.Count
		}
	}
	// What only one person wrote is not an option.
	once := 0
	for _, n := range counts {
		if n == 1 {
			once++
		}
	}
	if several < 3 || several*20 < answers || len(counts) < 2 || len(counts)*2 > ticks {
		return nil
	}
	pieces, again := recombined(cut, in)
	says := fmt.Sprintf("cut at %q, %d of %d answers have several parts", s.Separator, several, answers)
	parts := fmt.Sprintf("%d different parts are given %d times, %d of them once", len(counts), ticks, once)
	return []evidence.Feature{
		evidence.New("several", evidence.Twentieths(several, answers), says),
		evidence.New("ends", evidence.Mark(s.ends(values)), evidence.Is(s.ends(values), "all end in it")),
		evidence.New("ticks", evidence.Quarters(ticks), parts),
		evidence.New("options", evidence.Quarters(len(counts)), parts),
		evidence.New("once", evidence.Twentieths(once, ticks), parts),
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
// answers too. in is the number of answers that each piece is in. In a single choice with a comma
// inside ("Yes, often", "Yes, at times") half of them do not.
func recombined(answers [][]string, in map[string]int) (pieces, again int) {
	for _, options := range answers {
		if len(options) < 2 {
			continue
		}
		for _, o := range options {
			pieces++
			if in[o] > 1 {
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

// wholeOptions finds options that have the separator inside: pieces that are always
// next to each other in the same order are one option cut in two.
func (s Splitting) wholeOptions(values []Answer) []string {
	found := map[string]bool{}
	for range 4 { // an option of five pieces takes four rounds
		joined := Splitting{s.Separator, sortedOptions(found)}.inseparable(values)
		if len(joined) == 0 {
			break
		}
		for _, j := range joined {
			found[j] = true
		}
	}
	return sortedOptions(found)
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
// separate them. A pair that comes fewer than three times proves nothing.
func (s Splitting) inseparable(values []Answer) []string {
	type pair struct{ left, right string }
	pairs, counts := map[pair]int{}, map[string]int{}
	for _, v := range values {
		options := s.Split(v.Value)
		for i, o := range options {
			counts[o] += v.Count
			if i > 0 {
				pairs[pair{options[i-1], o}] += v.Count
			}
		}
	}
	maps.DeleteFunc(pairs, func(p pair, n int) bool { return n < 3 || n*20 < counts[p.right]*19 })
	followed := map[string]int{} // how often the left one comes before what needs it
	for p, n := range pairs {
		followed[p.left] += n
	}
	var out []string
	for p := range pairs {
		if followed[p.left]*20 >= counts[p.left]*19 {
			out = append(out, p.left+s.Separator+p.right)
		}
	}
	return out
}

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
