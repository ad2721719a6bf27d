package value

import "strings"

// What a word says of the cell it stands in.
const (
	noDate    = iota // the cell is no date
	dateMark         // it may be: half days, zones, week days
	monthName        // it is, if there are numbers too
)

// dateWord knows the words of dates, in small letters: half days, week days and
// months in the languages that platforms write them in.
func dateWord(w string) int {
	switch known := words(); {
	case known.date[w]:
		return dateMark
	case known.month[w], known.shortMonth[w]:
		return monthName
	}
	return noDate
}

// withoutZone takes the time zone off the end of a time, whatever it is called:
// "15:00:00 MSK", "18:38 GMT+0000 (Coordinated Universal Time)",
// "10:00 Europe/Berlin".
func withoutZone(s string) string {
	if strings.IndexByte(s, ':') < 0 {
		return s
	}
	if open := strings.Index(s, " ("); open > 0 && s[len(s)-1] == ')' {
		s = s[:open]
	}
	space := strings.LastIndexByte(s, ' ')
	zone := s[space+1:]
	if space < 0 || strings.IndexByte(s[:space], ':') < 0 || HasDigit(zone) {
		return s
	}
	upper := len(zone) <= 5 && strings.ToUpper(zone) == zone
	if place, _, ok := strings.Cut(zone, "/"); upper || ok && len(place) >= 4 {
		return s[:space]
	}
	return s
}
