package value

import (
	"strings"
	"unicode"
)

// IsAddress reports whether a text is the address of an e-mail account, a computer
// or a page.
func IsAddress(v string) bool {
	if !strings.ContainsAny(v, "@./") || strings.IndexFunc(v, Blank) >= 0 {
		return false
	}
	at := strings.IndexByte(v, '@')
	mail := at > 0 && strings.IndexByte(v[at:], '.') > 0
	ip := strings.Count(v, ".") == 3 && strings.Trim(v, ".0123456789") == ""
	return mail || ip || at == 0 && len(v) > 1 || isPage(strings.ToLower(v))
}

// isPage reports whether a text is the address of a page, with or without http://.
func isPage(v string) bool {
	for _, begins := range [...]string{"http://", "https://", "ftp://", "www."} {
		if strings.HasPrefix(v, begins) {
			return true
		}
	}
	host, path, ok := strings.Cut(v, "/")
	return ok && path != "" && strings.Count(host, ".") > 0 && strings.Trim(host, "abcdefghijklmnopqrstuvwxyz0123456789.-") == "" && strings.ContainsAny(host, "abcdefghijklmnopqrstuvwxyz")
}

// MadeByMachine reports whether a text is one word that mixes digits and letters,
// and has 8 characters or more, or digits in front. With fewer than 8 answers it is
// stricter.
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
	// Random characters often change between upper case, lower case and digits;
	// words hardly ever do.
	long := len(v) >= 8 && (digits >= 2 || turns >= 4)
	if answered < 8 {
		long = len(v) >= 12 && digits >= 4
	}
	return digits > 0 && (long || digits >= letters && answered >= 8)
}

// IsPlace reports whether a text is coordinates: two or more numbers, each with at
// least two decimals.
func IsPlace(v string) bool {
	if strings.Count(v, ".")+strings.Count(v, ",") < 2 {
		return false
	}
	between := func(r rune) bool { return r == ' ' || r == '/' || r == ';' || r == '(' || r == ')' || r == '°' }
	numbers := strings.FieldsFuncSeq(v, between)
	if trimmed := strings.TrimFunc(v, between); strings.IndexFunc(trimmed, between) < 0 {
		numbers = strings.SplitSeq(v, ",") // 53.01,-1.52
	}
	exact, all := 0, 0
	for n := range numbers {
		if n = strings.TrimRight(n, ","); !IsNumber(n) {
			return false
		}
		if at := strings.LastIndexAny(n, ".,"); at >= 0 && len(n)-at > 2 {
			exact++
		}
		all++
	}
	return exact >= 2 && all <= 4
}

// IsCode reports whether a text is a telephone number, a place or a post code: only
// digits, marks and capitals, with four or more digits, or a digit in every long
// word: "+44 20 7946 0958", "51.5 -0.12 0 0", "SW1A 1AA", "K-AX 123".
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
