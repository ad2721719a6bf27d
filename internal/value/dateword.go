package value

import "strings"

// What a word says about its cell.
const (
	noDate    = iota // the cell is not a date
	dateMark         // it may be: half days, zones, week days
	monthName        // it is, if there are numbers too
)

// dateWord returns what a word in lower case says about a date: half days, week
// days and months are known in the languages in which platforms write them.
func dateWord(w string) int {
	switch known := words(); {
	case known.month[w], known.shortMonth[w]:
		return monthName
	case known.date[w]:
		return dateMark
	}
	return noDate
}

// withoutZone removes the time zone at the end of a time, whatever its name:
// "15:00:00 MSK", "18:38 GMT+0000 (Coordinated Universal Time)", "10:00
// Europe/Berlin".
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
