package value

import (
	"strconv"
	"strings"
)

// Number is the number that a text is, as IsNumber knows it. The last mark in it stands before the
// decimals, unless it is one of several, or a comma or an apostrophe that three digits follow:
//
//	1,234 │ 1'234 │ 1,234,567   thousands      1.234 │ 1,5 │ 1.234,5   decimals
func Number(s string) (n float64, ok bool) {
	if !IsNumber(s) {
		return 0, false
	}
	s = strings.TrimRight(westernSigns(s), "% ")
	sign := 1.0
	if strings.HasPrefix(strings.TrimLeft(s, "$€£"), "-") || strings.HasPrefix(s, "−") {
		sign = -1
	}
	s = strings.TrimLeft(s, "-+−$€£ ")
	at := strings.LastIndexAny(s, ".,'")
	if at >= 0 && (strings.Count(s, s[at:at+1]) > 1 || s[at] != '.' && len(s)-at == 4 && !strings.HasPrefix(s, "0,")) {
		at = -1
	}
	var plain strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case i == at:
			plain.WriteByte('.')
		case c != '.' && c != ',' && c != '\'':
			plain.WriteByte(c)
		}
	}
	n, err := strconv.ParseFloat(plain.String(), 64)
	return sign * n, err == nil
}
