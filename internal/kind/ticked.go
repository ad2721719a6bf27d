package kind

import "slices"

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
	if !areCodes(p.Values) {
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
