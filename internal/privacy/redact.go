package privacy

import (
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/internal/segment"
	"verbatim/internal/tally"
)

// Redactions counts what was replaced, by kind, in the order of the marks of package
// term. The counts are only given as disclosure control shows them.
type Redactions [len(kinds)]int

// kinds are the names of what is replaced.
var kinds = [...]string{"e-mail address", "phone number", "URL", "handle", "card number", "bank number", "IP address"}

// Add adds the counts of another part.
func (r *Redactions) Add(o Redactions) {
	for i, n := range o {
		r[i] += n
	}
}

// Addresses reports whether something was found that leads to one person. Pages and accounts
// are often those of a firm.
func (r Redactions) Addresses() bool {
	r[segment.MarkURL-segment.MarkEMail], r[segment.MarkHandle-segment.MarkEMail] = 0, 0
	return r != Redactions{}
}

// A Redactor replaces what could identify a person: e-mail addresses, as they are
// written and in words, phone numbers, URLs, handles, addresses of computers (IPv4), card
// numbers whose check digit is right (Luhn) and international bank numbers whose check
// digits are (modulo 97). It does not know
// names. The zero value is ready; it keeps its memory between answers and is for
// one goroutine.
//
// It reads an answer once. The character at a position shows what may begin there,
// and the search stops at the longest possible thing of that kind, so the time grows
// only with the length of the answer:
//
//	"mail joe@x.org or +49 30 1234567, since 2017"
//	         │            │                  └ a year: no number
//	         │            └ + ─▶ number ─▶ card? phone?
//	         └ @ ─▶ back to the user, on to the host
//
// Answers are read as they look: full-width characters as the characters that they
// show, and without the invisible characters that would split an address.
type Redactor struct {
	Found Redactions // in all answers so far

	view  view
	spans []span
}

// Redact gives the answer with marks (segment.MarkEMail and so on) in the place of
// what was found; segment.Spelled writes them as people read them. An answer
// without anything of the kind is returned as it is.
func (r *Redactor) Redact(answer string) string {
	if !suspicious(answer) {
		return answer
	}
	r.view.look(answer)
	r.spans = r.spans[:0]
	text := r.view.text
	done := 0 // where the last span ends: no later span begins before it
	for at := 0; at < len(text); {
		s, next := find(text, at, done)
		if s.mark != 0 {
			r.spans, done = append(r.spans, s), s.end
			r.Found[s.mark-segment.MarkEMail]++
		}
		at = next
	}
	if len(r.spans) == 0 {
		return answer
	}
	return r.replaced(answer)
}

// suspicious reports whether an answer has one of the characters of which
// everything to be replaced has at least one. Most answers have none.
func suspicious(answer string) bool {
	for i := range len(answer) {
		if c := answer[i]; c == '@' || c == '/' || c >= utf8.RuneSelf || '0' <= c && c <= '9' {
			return true
		}
		if i+4 > len(answer) { // nothing has so few
			continue
		}
		switch c := answer[i]; {
		case c == '.' || c == '(' || c == '[' || c == '{':
			if isLetter(answer[i+1]) {
				return true
			}
		case c == ' ' && words().dotStart[answer[i+1]]:
			if words().dot[firstWord(answer[i+1:])] {
				return true
			}
		case c|0x20 == 'w' && strings.EqualFold(answer[i:i+4], "www."):
			return true
		}
	}
	return false
}

// replaced is the answer with the spans replaced.
func (r *Redactor) replaced(answer string) string {
	var out strings.Builder
	from := 0
	for _, s := range r.spans {
		out.WriteString(answer[from:r.view.place(s.start)])
		out.WriteRune(s.mark)
		from = r.view.place(s.end) // what is invisible before it goes with it
	}
	out.WriteString(answer[from:])
	return out.String()
}

// find examines one position of the view. It returns what is to be replaced there,
// if anything (it may begin earlier, but not before floor), and where to continue.
func find(text []byte, at, floor int) (s span, next int) {
	switch c := text[at]; {
	case c == '@':
		s = mailOrHandle(text, at, floor)
	case c == '#':
		s = tag(text, at, floor)
	case c == ':' || c == '/':
		s = address(text, at, floor)
	case c|0x20 == 'w' && startsWord(text, at, floor):
		s = worldWideWeb(text, at)
	}
	if s.mark == 0 && startsWord(text, at, floor) {
		if isLetter(text[at]) {
			if s = bankNumber(text, at); s.end == 0 {
				s = spokenMail(text, at, floor)
			}
			if s.end > 0 {
				return s, s.end
			}
		} else if startsNumber(text, at) {
			return number(text, at)
		}
	}
	if s.mark != 0 {
		return s, s.end
	}
	return s, at + 1
}

// A Redacted says how often something of a kind was replaced in answers.
type Redacted struct {
	Kind  string       `json:"kind"`
	Count tally.Figure `json:"count"`
}

// Shown returns the counts by kind; those below the threshold are withheld.
func (r Redactions) Shown(least int) (shown []Redacted) {
	for i, n := range r {
		if n > 0 {
			shown = append(shown, Redacted{kinds[i], ShowCount(n, least)})
		}
	}
	return shown
}

// RedactionsOf are the counts of a list that withholds none. Kinds that are unknown here are left out.
func RedactionsOf(list []Redacted) (r Redactions) {
	for _, x := range list {
		if i := slices.Index(kinds[:], x.Kind); i >= 0 && !x.Count.IsWithheld() {
			r[i] += int(x.Count)
		}
	}
	return r
}

// ShowCount is a number of people or answers, withheld below the threshold
// unless it is 0.
func ShowCount(n, least int) tally.Figure {
	if few(n, least) {
		return tally.Withheld
	}
	return tally.Figure(n)
}
