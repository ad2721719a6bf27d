package value

import (
	"strings"
	"unicode"
)

// IsAddress knows addresses of e-mail, of computers and of pages.
func IsAddress(v string) bool {
	if strings.IndexFunc(v, Blank) >= 0 {
		return false
	}
	at := strings.IndexByte(v, '@')
	mail := at > 0 && strings.IndexByte(v[at:], '.') > 0
	ip := strings.Count(v, ".") == 3 && strings.Trim(v, ".0123456789") == ""
	return mail || ip || at == 0 && len(v) > 1 || isPage(strings.ToLower(v))
}

// isPage knows addresses of pages, with and without http://.
func isPage(v string) bool {
	for _, begins := range [...]string{"http://", "https://", "ftp://", "www."} {
		if strings.HasPrefix(v, begins) {
			return true
		}
	}
	host, path, ok := strings.Cut(v, "/")
	return ok && path != "" && strings.Count(host, ".") > 0 && strings.Trim(host, "abcdefghijklmnopqrstuvwxyz0123456789.-") == "" && strings.ContainsAny(host, "abcdefghijklmnopqrstuvwxyz")
}

// MadeByMachine knows one word of 8 characters or more, or with digits in front,
// that mixes digits and letters. Of fewer than 8 answers it asks more.
func MadeByMachine(v string, answered int) bool {
	digits, letters, turns := 0, 0, 0
	previous := ' '
	for _, r := range v {
		if unicode.IsLower(previous) && unicode.IsUpper(r) || unicode.IsDigit(previous) != unicode.IsDigit(r) {
			turns++
		}
		previous = r
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		case !strings.ContainsRune("-_.{}:", r):
			return false
		}
	}
	// Drawn characters turn between cases and digits all the time, words hardly.
	long := len(v) >= 8 && (digits >= 2 || turns >= 4)
	if answered < 8 {
		long = len(v) >= 12 && digits >= 4
	}
	return digits > 0 && (long || digits >= letters && answered >= 8)
}

// IsPlace knows coordinates: two numbers or more, each with two decimals at least.
func IsPlace(v string) bool {
	numbers := strings.FieldsFunc(v, func(r rune) bool { return r == ' ' || r == '/' || r == ';' || r == '(' || r == ')' || r == '°' })
	if len(numbers) == 1 {
		numbers = strings.Split(v, ",") // 53.01,-1.52
	}
	exact := 0
	for _, n := range numbers {
		if n = strings.TrimRight(n, ","); !IsNumber(n) {
			return false
		}
		if at := strings.LastIndexAny(n, ".,"); at >= 0 && len(n)-at > 2 {
			exact++
		}
	}
	return exact >= 2 && len(numbers) <= 4
}

// IsCode knows telephone numbers, places and post codes: nothing but digits,
// marks, and capitals, four digits or more, or a digit in every long word: "+44 20
// 7946 0958", "51.5 -0.12 0 0", "SW1A 1AA", "K-AX 123".
func IsCode(v string) bool {
	digits := 0
	for _, r := range strings.ReplaceAll(v, ", ", " ") { // a bare comma may part the codes of options
		switch {
		case unicode.IsDigit(r):
			digits++
		case !unicode.IsUpper(r) && !Blank(r) && !strings.ContainsRune("+-./()#:", r):
			return false
		}
	}
	if digits >= 4 {
		return true
	}
	for _, word := range strings.Fields(v) {
		if !HasDigit(word) && len(word) > 4 {
			return false
		}
	}
	return digits >= 2 && len(v) >= 5
}
