package personal

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/value"
)

// longestCell is the number of characters from which a cell is no name.
const longestCell = 60

// A shape is how the words of a cell are written.
type shape struct {
	words, capital, small int  // small: without a capital; particles of names are not counted
	commas                int  // behind a word that another follows
	letters               bool // nothing else, apart from what stands in names
}

// shapeOf returns the shape of a cell, up to a bracket behind it.
func shapeOf(cell string) (s shape) {
	cell, _, _ = strings.Cut(cell, " (")
	if utf8.RuneCountInString(cell) > longestCell {
		return shape{}
	}
	ended := false
	for word := range strings.FieldsSeq(cell) {
		if ended {
			s.commas++
		}
		word, ended = strings.CutSuffix(word, ",")
		if word == "" || strings.ContainsFunc(word, notOfName) {
			return shape{}
		}
		switch first, _ := utf8.DecodeRuneInString(word); {
		case words().particle[word]:
			continue
		case unicode.IsUpper(first):
			s.capital++
		case unicode.IsLower(first):
			s.small++
		}
		s.words++
	}
	s.letters = s.words > 0 && !ended
	return s
}

// mayBeName reports whether a cell is a name if the header asks for one: a few words,
// in capitals or not, or a person by number. A child may come with its class: "Eva 3b".
func mayBeName(cell string) bool {
	name := cell
	if at := strings.LastIndexByte(cell, ' '); at > 0 && len(cell)-at <= longestGrade && value.HasDigit(cell[at:]) {
		name = strings.TrimRight(cell[:at], ", ")
	}
	s := shapeOf(name)
	return s.letters && s.words <= 6 && (s.words > 1 || s.small == 0 || isKnown(cell)) || isNumbered(cell)
}

// longestGrade is the length in bytes of a school class, with the space before it.
const longestGrade = 4

// looksLikeName reports whether a cell is written as a name: up to five words with
// capitals, the small ones that names have between them, and a comma where the family
// comes first. What is written without spaces has to be known.
func looksLikeName(cell string) bool {
	s := shapeOf(cell)
	if !s.letters {
		return isNumbered(cell)
	}
	if s.words == 1 {
		return s.small == 0 && (s.capital > 0 || isKnown(cell))
	}
	return s.words <= 5 && s.commas <= 1 && s.small == 0 && s.capital != 1
}

// isSmallPair reports whether a cell is two or three words in small letters, or most of them.
func isSmallPair(cell string) bool {
	s := shapeOf(cell)
	return s.letters && s.commas == 0 && s.small > 1 && s.words <= 3
}

// isNumbered reports whether a cell is a person by number: "Respondent 12".
func isNumbered(cell string) bool {
	who, number, ok := strings.Cut(cell, " ")
	return ok && words().class[strings.ToLower(who)]&person != 0 && value.IsNumber(strings.TrimLeft(number, "# "))
}

// isBrief reports whether a cell is as short as a Chinese or Korean name. In these
// scripts the names of families begin other words, too.
func isBrief(cell string) bool { return isUnspaced(cell) && utf8.RuneCountInString(cell) <= 3 }

// isTelling reports whether the way in which a cell is written tells something: several
// words with capitals.
func isTelling(cell string) bool { return shapeOf(cell).capital > 1 }

// notOfName reports whether a character is in no name.
func notOfName(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(".'’-‐‑·\u200c", r)
}

// isKnown reports whether a cell is a name that many people bear, whichever comes
// first, or a person by number.
func isKnown(cell string) bool {
	known, first := names(), true
	for part := range strings.FieldsFuncSeq(small(cell), besideName) {
		switch {
		case first && known.place[part]:
			return false
		case known.name[part], first && isFamily([]rune(part)):
			return true
		}
		first = false
	}
	return isNumbered(cell)
}

// small returns a cell in small letters. In Turkish, İ gets a dot that i has anyway.
func small(cell string) string { return strings.ReplaceAll(strings.ToLower(cell), "i\u0307", "i") }

// besideName reports whether a character separates the parts of a name.
func besideName(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’' && r != '\u200c'
}

// isFamily reports whether a word of Chinese characters or Hangul begins with the name
// of a family. A Korean name has three syllables.
func isFamily(word []rune) bool {
	if len(word) < 2 || len(word) > 5 {
		return false
	}
	one := len(word) == 3 || len(word) == 2 && unicode.Is(unicode.Han, word[0])
	return one && names().family[string(word[:1])] || names().family[string(word[:2])]
}

// Digits of a telephone number: with the code of a country, of which E.164 allows 15, and
// with the 0 that is dialled instead of it.
const (
	leastDigits, mostDigits = 7, 15
	leastTrunk, mostTrunk   = 9, 12
)

// holdsContact reports whether a cell holds an e-mail address or the number of a
// telephone, whatever else stands there.
func holdsContact(cell string) bool {
	return holdsMail(cell) || isPhone(cell) || value.IsAddress(cell) || mostInARow(cell) >= leastDigits && !value.IsDate(cell)
}

// MayTell reports whether one cell alone, of which nothing else is known, may say who somebody is:
// it holds an address, a long number or a name that many bear, or is written as names are.
func MayTell(cell string) bool {
	return holdsContact(cell) || isKnown(cell) || isTelling(cell) && looksLikeName(cell)
}

// Excerpt quotes the beginning of a row behind a colon, without the cells that may tell somebody.
func Excerpt(row []string) string {
	cells := slices.DeleteFunc(slices.Clone(row), MayTell)
	if len(cells) == 0 {
		return ""
	}
	return fmt.Sprintf(": %.60q", strings.Join(cells, ", "))
}

// longestContact is the number of words up to which an e-mail address is the point of a
// cell: "Ana van Dam <ana@example.org>".
const longestContact = 4

// isContact reports whether a cell is the number of a telephone or an e-mail address,
// with a name perhaps.
func isContact(cell string) bool { return isPhone(cell) || holdsOnlyMail(cell) }

// holdsOnlyMail reports whether an e-mail address is the point of a cell.
func holdsOnlyMail(cell string) bool {
	return holdsMail(cell) && value.CountWords(cell) <= longestContact
}

// holdsMail reports whether an e-mail address is in a cell.
func holdsMail(cell string) bool {
	if strings.IndexByte(cell, '@') < 0 { // most cells
		return false
	}
	for part := range strings.FieldsSeq(cell) {
		if strings.Contains(part, "@") && value.IsAddress(strings.Trim(part, ",.;:!?()<>")) {
			return true
		}
	}
	return false
}

// besideDigits are the characters between the digits of a telephone number.
const besideDigits = "+-./() \u00a0"

// mostInARow counts the digits of the longest number in a cell.
func mostInARow(cell string) (most int) {
	digits := 0
	for _, r := range cell {
		switch {
		case unicode.IsDigit(r):
			digits++
			most = max(most, digits)
		case !strings.ContainsRune(besideDigits, r):
			digits = 0
		}
	}
	return most
}

// isPhone reports whether a cell is the number of a telephone and can hardly be another
// number: it begins with +, is cut as no other number is, or begins with a 0 that is no
// number's.
func isPhone(cell string) bool {
	digits := mostInARow(cell)
	if digits < leastDigits || digits > mostDigits || strings.Trim(cell, besideDigits+"0123456789") != "" {
		return false
	}
	trunk := strings.HasPrefix(cell, "0") || strings.HasPrefix(cell, "(0")
	trunk = trunk && !strings.HasPrefix(cell, "00") && digits >= leastTrunk && digits <= mostTrunk && !strings.Contains(cell, ".")
	return isCutAsPhone(cell) || (cell[0] == '+' || trunk) && !value.IsDate(cell)
}

// isCutAsPhone reports whether the digits are grouped as those of telephones are, and not
// as thousands or a date.
func isCutAsPhone(cell string) bool {
	between := byte('-')
	if strings.ContainsAny(cell, " (") {
		between = ' '
	}
	var groups []byte
	for group := range strings.FieldsFuncSeq(cell, func(r rune) bool { return !unicode.IsDigit(r) }) {
		groups = append(groups, byte('0'+min(len(group), 9)), between)
	}
	return words().groups[string(groups[:max(len(groups)-1, 0)])]
}

// isPostal reports whether a cell is written like the address of a house: words and
// numbers.
func isPostal(cell string) bool {
	words, numbers := 0, 0
	for part := range strings.FieldsSeq(cell) {
		if value.HasDigit(part) {
			numbers++
		} else if len(part) > 2 {
			words++
		}
	}
	return words > 0 && numbers > 0 && words+numbers <= 15
}

// isFullAddress reports whether a cell is an address of which nothing is missing: words, the
// number of a house and a postcode. Few other texts have all of them.
func isFullAddress(cell string) bool {
	if !isPostal(cell) {
		return false
	}
	postcode := words().postcode()
	words, houses, codes := 0, 0, 0
	rest := postcode.ReplaceAllStringFunc(cell, func(code string) string {
		if year(strings.Trim(code, " ,")) {
			return code
		}
		codes++
		return " "
	})
	for part := range strings.FieldsFuncSeq(rest, func(r rune) bool { return r == ' ' || r == ',' }) {
		switch first := part[0]; {
		case '0' <= first && first <= '9' && len(part) <= longestHouse:
			houses++
		case !value.HasDigit(part) && len(part) > 2:
			words++
		}
	}
	return words >= 2 && houses > 0 && codes == 1
}

// longestHouse is the length of the longest number of a house: 1024b, 12-14.
const longestHouse = 5

// year reports whether a number is rather a year than a postcode.
func year(code string) bool { return len(code) == 4 && (code[:2] == "19" || code[:2] == "20") }

// mayBeHandle reports whether a cell is written as an account on a network may be: one word, and
// short.
func mayBeHandle(cell string) bool {
	return cell != "" && len(cell) <= longestCell && !strings.ContainsAny(cell, " \t,;") && strings.ContainsFunc(cell, unicode.IsLetter)
}

// isHandle reports whether a cell is hardly anything else than an account: @ada, ada_l, ada.l,
// ada98, ada#0012, or the address of a profile.
func isHandle(cell string) bool { return mayBeHandle(cell) && words().account().MatchString(cell) }

// isUniqueNumber reports whether a cell is a postcode or a number of one person in a form that nothing
// else has.
func isUniqueNumber(cell string) bool {
	return len(cell) <= len("QQ 12 34 56 C") && value.HasDigit(cell) && words().uniqueNumber().MatchString(cell)
}

// mayBeUnique reports whether a cell is a number or a day that the header may ask for: a few words
// with a digit, and no year, number of people or point of a scale.
func mayBeUnique(cell string) bool {
	return len(cell) >= 4 && len(cell) <= longestCell && value.HasDigit(cell) && !year(cell) && value.CountWords(cell) <= 4
}
