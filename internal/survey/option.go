package survey

import (
	"strings"

	"verbatim/internal/kind"
	"verbatim/internal/survey/platforms"
	"verbatim/internal/value"
	"verbatim/internal/wording"
)

// The headers of boxes say the question and the option in one text, or, where
// only codes were exported, in one code:
//
//	Which fruit? [Apple]              Google Forms, LimeSurvey
//	Which fruit? - Apple              Qualtrics, SurveyMonkey in one row
//	Apple:Which fruit?                Alchemer
//	Which fruit? (choice=Apple)       REDCap, labels
//	fruit/apple                       KoboToolbox, ODK
//	fruit::Apple, fruit: Apple        what people make of these
//	Which.fruit...Apple., fruit_Apple what R makes of these, and people
//	fruit___1                         REDCap, codes
//	Q5_1, Q5[SQ001]                   Qualtrics, LimeSurvey, codes
//
// A cut that fits is no proof: "Position - other" is not a box. The proof is what
// the columns hold (boxgroup.go).

// A headerCut takes the option off the header of a box; ok is false where the header
// has none of this form.
type headerCut func(c column) (question, option string, ok bool)

// cuts lists the cuts in the order in which they are tried. The later ones cut
// codes, which are weaker evidence. The forms are in wording/words.txt and the platform's file.
func cuts(p *platforms.Platform) []headerCut {
	all := []headerCut{cutLabel, cutBracket}
	for _, form := range wording.Words().Option {
		all = append(all, cutForm(form, strings.Index))
	}
	all = append(all, cutDots)
	for _, form := range wording.Words().OptionBehindMark {
		all = append(all, cutForm(form, strings.LastIndex), cutForm(form, strings.Index))
	}
	for _, form := range p.Option {
		all = append(all, cutForm(form, strings.Index))
	}
	return append(all, cutCode, cutNumberedBracket)
}

// cutLabel takes columns whose option stands in a header row of its own, and
// placeholders to the right of a question.
func cutLabel(c column) (string, string, bool) { return c.question, c.label, c.optioned }

// cutName takes the whole header for the option.
func cutName(c column) (string, string, bool) { return "", c.header, true }

// cutBracket cuts "Which fruit? [Apple]" and "Q5[SQ001]".
func cutBracket(c column) (string, string, bool) {
	text := c.fullText()
	open := strings.LastIndexByte(text, '[')
	if open < 1 || !strings.HasSuffix(text, "]") {
		return "", "", false
	}
	return value.Trim(text[:open]), value.Trim(text[open+1 : len(text)-1]), true
}

// cutForm cuts headers of one form, at the first or the last mark: "QUESTION - OPTION",
// "QUESTION (choice=OPTION)", "OPTION:QUESTION".
func cutForm(form string, index func(s, mark string) int) headerCut {
	mark, swapped := strings.CutPrefix(form, "OPTION")
	mark, end, _ := strings.Cut(strings.TrimPrefix(mark, "QUESTION"), "OPTION")
	if swapped {
		mark, end = strings.TrimSuffix(mark, "QUESTION"), ""
	}
	return func(c column) (string, string, bool) {
		text := c.fullText()
		i := index(text, mark)
		if i < 1 {
			return "", "", false
		}
		before, after := text[:i], strings.TrimSuffix(text[i+len(mark):], end)
		if swapped {
			return strings.TrimLeft(after, mark+" "), before, true
		}
		return before, after, true
	}
}

// cutDots cuts "Which.fruit...Apple.", where each dot stands for a blank or a mark.
func cutDots(c column) (string, string, bool) {
	text := strings.TrimRight(c.fullText(), ".")
	i := strings.LastIndex(text, "..")
	if i < 1 {
		return "", "", false
	}
	return strings.TrimRight(text[:i], "."), text[i+2:], true
}

// boxCode is a code with the number of a box at its end.
var boxCode = value.Pattern(`^(\S*[\pL\d])[_.](\d+|SQ\d+|[A-Z]\d*)$`)

// cutCode cuts "Q5_3", where the option has no text.
func cutCode(c column) (string, string, bool) {
	m := boxCode().FindStringSubmatch(c.id)
	if m == nil {
		return "", "", false
	}
	return m[1], m[2], true
}

// dash is the sign between a code and its question.
var dash = value.Pattern(`\s*[-–]\s*`)

// cutNumberedBracket cuts "B1(3) - Which fruit? [Apple]", where each column has
// a number of its own in front.
func cutNumberedBracket(c column) (string, string, bool) {
	question, option, ok := cutBracket(c)
	if !ok || !strings.Contains(question, " ") {
		return "", "", false
	}
	return dash().ReplaceAllString(wording.WithoutNumber(question), " - "), option, true
}

// marks returns the values of a column that are not a mark for "not ticked", at
// most two of them, and reports whether there is such a mark. named says that the
// option has the name of one.
//
// A mark stands in the cell of a box in place of the option itself.
func marks(p *kind.Profile, named bool) (on []string, off bool) {
	if p.Distinct() > 4 {
		return []string{"", ""}, false
	}
	for _, v := range p.Common() {
		if kind.IsOff(v.Value) && !named {
			off = true
		} else {
			on = append(on, v.Value)
		}
	}
	return on[:min(len(on), 2)], off
}
