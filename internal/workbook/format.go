package workbook

import (
	"strconv"
	"strings"
)

// A format is the number format of a cell, such as #,##0.00;[Red]-#,##0.00 or dd.mm.yyyy hh:mm: up to four sections
// for numbers above zero, below zero, zero, and for texts (ISO/IEC 29500-1, 18.8.31). A condition in brackets changes
// for which numbers a section is.
type format struct{ sections []section }

// A section is what one sort of number is shown with, as a list of marks:
//
//	#,##0.0 "kg"   ─▶  whole #, whole #, whole #, whole 0, point, decimal 0, literal " ", literal "kg"; thousands
//	d.mm.yy h:mm   ─▶  day d, literal ., monthOf mm, literal ., year yy, literal " ", hour h, literal :, minute mm
type section struct {
	marks     []mark
	operator  string  // of a condition; "" is none
	than      float64 // of a condition
	general   bool    // as the program thinks best
	isDate    bool
	isElapsed bool   // a duration
	isText    bool   // it has an @
	hasHalves bool   // hours go to 12, with AM or PM
	hasDay    bool   // of the month
	language  string // of the names of months and days; English if it is none that is known
	thousands bool   // digits are grouped
	shift     int    // powers of ten that the number is multiplied by: 2 for a percent sign, -3 for a comma at the end
	whole     int    // placeholders of digits before the point
	decimals  int    // and behind it
	exponent  int    // and of an exponent
	over      int    // and below the bar of a fraction
	mixed     bool   // a fraction has whole numbers before it
	divisor   int    // of a fraction, if the format gives it
}

// A mark is a text to be shown as it is, or a place for something of the number.
type mark struct {
	kind markKind
	text string // literal: what is shown; others: as the format has it
}

type markKind int

const (
	literal   markKind = iota
	anything           // General, and @: the number or text itself
	whole              // placeholder of a digit: 0 # ?
	point              //
	decimal            // placeholder of a digit
	power              // E+ or E-
	exponent           // placeholder of a digit
	bar                // of a fraction
	under              // placeholder of a digit, below the bar
	year               // from here on: a part of a date or time, as often as its letter stands
	monthOf            // may turn out to be minutes
	day                //
	hour               //
	minute             //
	second             //
	fraction           // of a second: as many noughts as digits
	half               // AM/PM or A/P
	elapsed            // hours, minutes or seconds in all: [h] [mm] [s]
	separator          // the comma of a number, before it is known what it does
)

// parseFormat reads the code of a number format. Every code means something: what is not known is shown as it is.
func parseFormat(code string) format {
	var f format
	for rest := code; len(f.sections) < 4; {
		l := lexer{rest: rest}
		l.readSection()
		f.sections = append(f.sections, l.section.resolved())
		if l.rest == "" {
			return f
		}
		rest = l.rest[1:]
	}
	return f
}

// A lexer cuts a code into marks. What a mark means by its neighbours is settled later, in resolved.
type lexer struct {
	rest    string
	section section
}

func (l *lexer) add(kind markKind, text string) {
	l.section.marks = append(l.section.marks, mark{kind, text})
}

// readSection reads up to the semicolon or the end.
func (l *lexer) readSection() {
	for l.rest != "" && l.rest[0] != ';' {
		switch c := l.rest[0]; c {
		case '"':
			inside, after, _ := strings.Cut(l.rest[1:], `"`)
			l.add(literal, inside)
			l.rest = after
		case '[':
			inside, after, _ := strings.Cut(l.rest[1:], "]")
			l.readBracket(inside)
			l.rest = after
		case '\\':
			l.add(literal, l.take(1, 1))
		case '_': // a gap as wide as the next character
			l.take(1, 1)
			l.add(literal, " ")
		case '*': // the next character fills the cell, which has no width in a text
			l.take(1, 1)
		default:
			l.readLetter(c)
		}
	}
}

// take cuts off a number of bytes and then of characters, and gives the characters: a mark for the next one, a backslash,
// is one byte, and what follows may be any character.
func (l *lexer) take(bytes, chars int) string {
	l.rest = l.rest[bytes:]
	end := len(l.rest)
	for i := range l.rest {
		if chars == 0 {
			end = i
			break
		}
		chars--
	}
	taken := l.rest[:end]
	l.rest = l.rest[end:]
	return taken
}

// words are the marks that are longer than a letter, in capitals.
var words = [...]mark{
	{anything, "GENERAL"}, {anything, "STANDARD"}, {half, "AM/PM"}, {half, "A/P"}, {power, "E+"}, {power, "E-"},
}

// letters are the letters of dates and times. Where one stands several times, it is one mark. e is a year and a a day of
// the week in East Asia.
var letters = map[byte]markKind{'y': year, 'e': year, 'm': monthOf, 'd': day, 'a': day, 'h': hour, 's': second}

// readLetter reads what is no bracket and no literal by a mark of its own.
func (l *lexer) readLetter(c byte) {
	for _, w := range words {
		if len(l.rest) >= len(w.text) && strings.EqualFold(l.rest[:len(w.text)], w.text) {
			l.add(w.kind, l.take(0, len(w.text)))
			return
		}
	}
	lower := c | 0x20 // of a letter; no other sign becomes one
	if kind, ok := letters[lower]; ok {
		n := 1
		for n < len(l.rest) && l.rest[n]|0x20 == lower {
			n++
		}
		l.add(kind, strings.ToLower(l.take(0, n)))
		return
	}
	kind := literal
	switch {
	case c == '0' || c == '#' || c == '?':
		kind = whole // of what, resolved says
	case c == '.':
		kind = point
	case c == '/':
		kind = bar
	case c == ',':
		kind = separator
	case c == '@':
		kind = anything
		l.section.isText = true
	case c == '%':
		l.section.shift += 2
	}
	l.add(kind, l.take(0, 1))
}

// readBracket reads what stands in brackets: a colour, which is nothing to a text ([Red]), a condition ([>=100]), a
// currency with a language ([$€-407]), or a time that does not start anew at midnight ([h]).
func (l *lexer) readBracket(inside string) {
	switch lower := strings.ToLower(inside); {
	case lower != "" && strings.Trim(lower, lower[:1]) == "" && strings.Contains("hms", lower[:1]):
		l.add(elapsed, lower)
	case strings.HasPrefix(inside, "$"):
		sign, locale, _ := strings.Cut(inside[1:], "-")
		l.add(literal, sign)
		l.section.language = languageOf(locale)
	case inside != "" && strings.Contains("<>=", inside[:1]):
		number := strings.TrimLeft(inside, "<>=")
		if than, err := strconv.ParseFloat(strings.TrimSpace(number), 64); err == nil {
			l.section.operator, l.section.than = inside[:len(inside)-len(number)], than
		}
	}
}

// resolved settles what a mark means by its neighbours. A section with a part of a date is one of dates, and its digits and
// signs are literals, but for the noughts of parts of a second.
func (s section) resolved() section {
	for _, m := range s.marks {
		s.isDate = s.isDate || m.kind >= year && m.kind <= elapsed
		s.isElapsed = s.isElapsed || m.kind == elapsed
		s.hasDay = s.hasDay || m.kind == day && len(m.text) < 3
		s.hasHalves = s.hasHalves || m.kind == half
		s.general = s.general || m.kind == anything && m.text != "@"
	}
	if s.isDate {
		s.resolveDate()
		return s
	}
	s.resolveNumber()
	return s
}

// resolveDate tells minutes from months: minutes stand behind hours or before seconds. A point with noughts behind
// seconds is a fraction of them.
func (s *section) resolveDate() {
	last := literal // of the date or time
	for i := range s.marks {
		m := &s.marks[i]
		switch {
		case m.kind == monthOf && (last == hour || last == elapsed):
			m.kind = minute
		case m.kind == second && last == monthOf:
			s.lastOf(monthOf, i).kind = minute
		case m.kind == whole && m.text == "0" && i > 0 && (s.marks[i-1].kind == point || s.marks[i-1].kind == fraction):
			m.kind = fraction
			s.decimals++
			continue
		case m.kind == whole || m.kind == separator || m.kind == bar || m.kind == power:
			m.kind = literal
		}
		if m.kind >= year && m.kind != half {
			last = m.kind
		}
	}
}

// lastOf is the last mark of a kind before a place.
func (s *section) lastOf(kind markKind, before int) *mark {
	for i := before - 1; i >= 0; i-- {
		if s.marks[i].kind == kind {
			return &s.marks[i]
		}
	}
	return &mark{}
}

// resolveNumber tells which part of the number a digit belongs to, and what a comma does: between digits it groups
// them, behind the last one it divides by a thousand.
func (s *section) resolveNumber() {
	part, hasBar := whole, false
	for i := range s.marks {
		switch m := &s.marks[i]; {
		case m.kind == point && part == whole:
			part = decimal
		case m.kind == point || m.kind == bar && (s.whole == 0 || hasBar || part != whole):
			m.kind = literal
		case m.kind == bar:
			part, hasBar = under, true
			s.mixed = s.whole > len(s.placeholdersTo(i))
			s.divisor, _ = strconv.Atoi(s.digitsFrom(i + 1))
		case m.kind == power:
			part = exponent
		case m.kind == whole:
			m.kind = part
			*s.count(part)++
		case m.kind == literal && part == under && s.divisor > 0 && strings.Contains("123456789", m.text):
			m.kind = under
		case m.kind == separator:
			s.resolveSeparator(i, part)
		}
	}
}

// count is the number of placeholders of a part of a number.
func (s *section) count(part markKind) *int {
	return map[markKind]*int{whole: &s.whole, decimal: &s.decimals, exponent: &s.exponent, under: &s.over}[part]
}

// resolveSeparator settles a comma. It is shown in neither case; before the first digit it is a literal.
func (s *section) resolveSeparator(at int, part markKind) {
	digitsFollow := false
	for _, m := range s.marks[at+1:] {
		if m.kind != separator {
			digitsFollow = m.kind == whole
			break
		}
	}
	switch {
	case s.whole == 0 && part == whole:
		s.marks[at].kind = literal
		return
	case digitsFollow && part == whole:
		s.thousands = true
	default:
		s.shift -= 3
	}
	s.marks[at].text, s.marks[at].kind = "", literal
}

// placeholdersTo are the placeholders right before a place.
func (s *section) placeholdersTo(at int) []mark {
	from := at
	for from > 0 && s.marks[from-1].kind == whole {
		from--
	}
	return s.marks[from:at]
}

// digitsFrom are the digits that the marks from a place on begin with.
func (s *section) digitsFrom(at int) (digits string) {
	for _, m := range s.marks[at:] {
		if len(m.text) != 1 || m.text < "0" || m.text > "9" {
			break
		}
		digits += m.text
	}
	return digits
}
