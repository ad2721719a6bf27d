package privacy

import (
	"strings"

	"verbatim/internal/term"
)

// bankNumber examines a letter that may begin an international bank account number.
// The country determines the length, and the check digits have to be right. If they
// are not, the span has no mark: its digits are no other number either.
func bankNumber(text []byte, at int) span {
	if at+4 > len(text) || !isDigit(text[at+2]) || !isDigit(text[at+3]) {
		return span{}
	}
	want, ok := words().ibans[strings.ToUpper(string(text[at:at+2]))]
	if !ok {
		return span{}
	}
	var number strings.Builder
	end := at
	for end < len(text) && number.Len() < want {
		switch b := text[end]; {
		case isWord(b) && b != otherLetter:
			number.WriteByte(b)
		case b != ' ' && b != '-' || !isWord(text[end-1]):
			return span{}
		}
		end++
	}
	switch {
	case number.Len() < want || end < len(text) && isWord(text[end]):
		return span{}
	case mod97(strings.ToUpper(number.String())):
		return span{at, end, term.MarkBank}
	case !inFours(text[at:end]) || end+1 < len(text) && isDigit(text[end+1]):
		return span{} // words, or longer than that: a number in it is one
	}
	return span{at, end, 0}
}

// inFours reports whether a number is written as bank numbers are: a country, and
// digits in groups of four.
func inFours(number []byte) bool {
	for i, b := range number[2:] {
		if isDigit(b) == ((i+2)%5 == 4) {
			return false
		}
	}
	return true
}

// mod97 reports whether the check digits of a bank account number are right: with
// its first four characters at the end, and letters as 10 to 35, it leaves 1
// when divided by 97 (ISO 7064).
func mod97(number string) bool {
	rest := 0
	for _, c := range number[4:] + number[:4] {
		if c >= 'A' {
			rest = (rest*100 + int(c-'A') + 10) % 97
		} else {
			rest = (rest*10 + int(c-'0')) % 97
		}
	}
	return rest == 1
}
