package value

import (
	"strconv"
	"strings"
	"unicode"
)

// Number is the number that a text is, as IsNumber and IsAmount know it; 5 % is 5. The last mark in it stands
// before the decimals, unless it is one of several, or a comma or an apostrophe that three digits follow:
//
//	1,234 │ 1'234 │ 1,234,567   thousands      1.234 │ 1,5 │ 1.234,5   decimals
func Number(s string) (n float64, ok bool) {
	if !IsNumber(s) {
		if s = bare(s); !IsNumber(s) {
			return 0, false
		}
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

// IsAmount reports whether a text is a number as spreadsheets and people write it, with a currency or with
// decimals: 12,346 €, 1 234,50, 1.234.567,5. Digits that blanks part are no amount by themselves: they may be
// a telephone number.
func IsAmount(s string) bool {
	if s == "" || len(s) > 48 || !HasDigit(s) || 'A' <= s[0] && s[0] <= 'z' && len(currencyOf(s)) == 0 {
		return false
	}
	plain := bare(s)
	return IsNumber(plain) && (strings.ContainsAny(plain, ".,") || strings.ContainsFunc(s, isCurrency) || len(currencyOf(s)) > 0)
}

// bare is an amount without its currency, and without the blanks and stops that part its thousands; "" if it
// is none.
func bare(s string) string {
	if len(s) > 48 || !HasDigit(westernSigns(s)) {
		return ""
	}
	s = strings.TrimSpace(strings.ReplaceAll(westernSigns(s), "−", "-"))
	s, minus := strings.CutPrefix(s, "-")
	code := currencyOf(s)
	s = strings.TrimSuffix(strings.TrimPrefix(s, code), code)
	s = strings.TrimFunc(s, func(r rune) bool { return r == ' ' || isCurrency(r) })
	for _, mark := range [...]string{" ", ".", "'"} {
		whole, decimals := s, ""
		if at := strings.LastIndexAny(s, ".,"); at >= 0 && s[at:at+1] != mark {
			whole, decimals = s[:at], s[at:]
		}
		if groups := strings.Split(whole, mark); len(groups) > 2 || mark == " " && len(groups) == 2 {
			if !threes(groups) {
				return ""
			}
			s = strings.Join(groups, "") + decimals
		}
	}
	if minus {
		return "-" + s
	}
	return s
}

// threes reports whether groups of digits are thousands: three digits each, and fewer at the beginning.
func threes(groups []string) bool {
	for i, g := range groups {
		if strings.Trim(g, "0123456789") != "" || len(g) != 3 && (i > 0 || len(g) == 0 || len(g) > 3) {
			return false
		}
	}
	return true
}

// isCurrency reports whether a character is the sign of a currency.
func isCurrency(r rune) bool { return unicode.Is(unicode.Sc, r) }

// currencyOf is the code of a currency before or behind a number, "" where there is none.
func currencyOf(s string) string {
	isLetter := func(r rune) bool { return 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' }
	before, behind := s[:len(s)-len(strings.TrimLeftFunc(s, isLetter))], s[len(strings.TrimRightFunc(s, isLetter)):]
	for _, end := range [...]string{before, behind} {
		if end != "" && words().currency[strings.ToLower(end)] {
			return end
		}
	}
	return ""
}
