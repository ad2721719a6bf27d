package kind

import (
	"slices"
	"strings"

	"verbatim/internal/value"
)

// Who codes a survey writes a number that cannot be an answer for no answer. Beside words a
// negative number is one, even once. A positive one is a guess: it must come again, or be
// one of several that are the only bare numbers there:
//
//	pay, -99, boss, team            -99
//	pay, 98, boss, 99, 98           98, 99
//	pay, 99, boss, 4, 12            may be answers
//	3, 4, -99, 5, -99, -99          a negative number again and again among others that are not
//	pay, -9 (not answered), boss    a program wrote the label behind the code

// Codes lists the marks for no answer.
type Codes struct {
	Numbers []string
	Words   []string // what programs write
}

// beside counts the other answers of a column with codes for no answer.
type beside struct {
	figures, negative int // other numbers, and those that are negative
	values            int // distinct numbers
	texts, words      int // distinct texts that are no numbers, and their answers
	positive          int // codes of two digits and more that are not negative
}

// Missing returns the answers that stand for no answer, in the order of the codes. bare is the
// number of those left that are bare numbers beside words, and so may stand for none.
func (p *Profile) Missing(codes Codes) (missing []string, bare int) {
	b := p.beside(codes)
	words := b.words > 0 && b.figures*10 < b.words
	numbers := b.figures > b.words && b.negative == 0
	left := 0
	for _, code := range codes.Numbers {
		n := p.Count(code)
		negative, again := code[0] == '-', n >= 3 && n*50 >= p.Answered
		switch {
		case n == 0:
		case words && (negative || again || len(code) > 1 && b.positive > 1 && b.figures == 0),
			numbers && again && negative && len(code) > 2:
			missing = append(missing, code)
		default:
			left += n
			b.values++
		}
	}
	for _, a := range p.Values {
		if slices.Contains(codes.Words, a.Value) || b.words > 0 && labelled(a.Value, codes.Numbers) {
			missing = append(missing, a.Value)
		}
	}
	bare = left + b.figures
	if b.texts < fewTexts || b.values > mostValues || bare > b.words || left == 0 && bare < 3 {
		bare = 0
	}
	return missing, bare
}

// fewTexts is the number of texts below which a column may be a choice of numbers and words:
// "0", "1", "2 or more".
const fewTexts = 5

// mostValues is the number of distinct numbers past which they are amounts, years or versions,
// and no codes.
const mostValues = 2

func (p *Profile) beside(codes Codes) (b beside) {
	for _, a := range p.Values {
		switch {
		case slices.Contains(codes.Numbers, a.Value):
			if a.Value[0] != '-' && len(a.Value) > 1 {
				b.positive += a.Count
			}
		case value.IsNumber(a.Value):
			b.figures += a.Count
			b.values++
			if a.Value[0] == '-' {
				b.negative++
			}
		case !slices.Contains(codes.Words, a.Value) && !labelled(a.Value, codes.Numbers):
			b.texts++
			b.words += a.Count
		}
	}
	return b
}

// labelled reports whether a text is a negative code with its label behind it, in brackets or
// after a mark, or another with a label that says there is no answer.
func labelled(text string, codes []string) bool {
	at := strings.IndexAny(text, " ([:=")
	if at < 1 || !slices.Contains(codes, text[:at]) {
		return false
	}
	label := strings.TrimSpace(text[at:])
	marked := label != "" && strings.IndexByte("([:=", label[0]) >= 0
	return marked && (text[0] == '-' || isNonAnswer(value.Key(label)))
}

// BlankOfR reports whether NA stands where other programs leave a cell blank. marks are NA and then
// how people write it where they type it; bare reports whether texts have quotes, and NA has none. In
// other files it stands more often than blanks do, in two columns of which one holds numbers or dates, or
// in three. Respondents who type it do not do so in a column of numbers or dates, nor in one spelling,
// in one cell of ten and without ever leaving one blank.
func BlankOfR(profiles []*Profile, respondents int, marks []string, bare func() bool) bool {
	columns, cells, blanks, figures, spelled := 0, 0, 0, false, false
	for _, p := range profiles {
		blanks += respondents - p.Answered
		spelled = spelled || slices.ContainsFunc(marks[1:], func(other string) bool { return p.Count(other) > 0 })
		if n := p.Count(marks[0]); n > 0 {
			columns, cells = columns+1, cells+n
			figures = figures || p.MostlyNumbers() || p.MostlyDates()
		}
	}
	everywhere := !spelled && cells*10 >= respondents*columns
	return cells > 0 && bare() || cells >= blanks && (columns >= 3 && figures || columns >= 2 && figures && everywhere || columns >= 3 && blanks == 0 && everywhere)
}
