package value

import "strings"

// What a word says of the cell it stands in.
const (
	noDate    = iota // the cell is no date
	dateMark         // it may be: half days, zones, week days
	monthName        // it is, if there are numbers too
)

// dateWord knows the words of dates: half days, week days and months in the
// languages that platforms write them in.
func dateWord(w string) int {
	switch w {
	case "am", "pm", "a", "p", "m", "t", "z", "utc", "gmt", "h", "uhr", "th", "st", "nd", "rd", "de", "of", "at", "à",
		"上午", "下午", "午前", "午後", "오전", "오후", "ص", "م", "年", "日", "時", "时", "分", "秒", "년", "일", "시", "분", "초",
		"mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return dateMark
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "sept",
		"januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember",
		"janvier", "février", "mars", "avril", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre", "janv", "févr", "juil",
		"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
		"gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre",
		"janeiro", "fevereiro", "março", "maio", "junho", "julho", "setembro", "outubro", "novembro", "dezembro",
		"januari", "februari", "maart", "mei", "augustus",
		"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
		"月", "월":
		return monthName
	}
	if shortMonth(w) {
		return monthName
	}
	return noDate
}

// shortMonth knows the months as spreadsheets shorten them, in lower case:
// English, German, French, Spanish, Italian, Portuguese, Dutch.
func shortMonth(w string) bool {
	switch w {
	case "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
		"mrz", "mär", "mai", "okt", "dez", "fév", "avr", "aoû", "déc", "ene", "abr", "ago", "dic",
		"gen", "mag", "giu", "lug", "set", "ott", "fev", "out", "mrt", "mei":
		return true
	}
	return false
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
