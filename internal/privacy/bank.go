package privacy

import (
	"strings"

	"verbatim/internal/term"
)

// ibanLengths are the lengths of international bank account numbers by country,
// from the IBAN registry (SWIFT, release 99).
const ibanLengths = " AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18" +
	" FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19" +
	" MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26" +
	" UA29 VA22 VG24 XK20 YE30 "

// bankNumber looks at a letter: of an international bank account number, whose
// country says how long it is, and whose check digits have to be right. Where
// they are not, the span has no mark: its digits are no other number either.
func bankNumber(text []byte, at int) span {
	if at+4 > len(text) || !isDigit(text[at+2]) || !isDigit(text[at+3]) {
		return span{}
	}
	country := strings.ToUpper(string(text[at : at+2]))
	i := strings.Index(ibanLengths, " "+country)
	if i < 0 {
		return span{}
	}
	want := int(ibanLengths[i+3]-'0')*10 + int(ibanLengths[i+4]-'0')
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

// inFours tells whether a number is written as bank numbers are: a country, and
// digits in groups of four.
func inFours(number []byte) bool {
	for i, b := range number[2:] {
		if isDigit(b) == ((i+2)%5 == 4) {
			return false
		}
	}
	return true
}

// mod97 tells whether the check digits of a bank account number are right: with
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
