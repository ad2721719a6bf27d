package workbook

// Which section of a format shows a value. Without conditions it goes by the number of sections:
//
//	one     all numbers
//	two     0 and above │ below 0
//	three   above 0 │ below 0 │ 0
//	four    the same, and texts; a last section with an @ is for texts, whichever it is
//
// A condition in brackets, [>=100], takes the place of that rule for its section.

// A number above zero that is shown by the section for the others has no sign to lose; one below zero keeps its sign, but
// where its section is for negative numbers alone and so has brackets, a colour or a sign of its own.

// forNumber chooses the section of a number, and says if the sign of a negative one is to be shown: a section that is
// only for negative numbers shows it in its own way.
func (f *format) forNumber(v float64) (s *section, sign bool) {
	numbers := f.sections
	if last := len(numbers) - 1; last == 3 || last > 0 && numbers[last].isText {
		numbers = numbers[:last]
	}
	for i := range numbers {
		s = &numbers[i]
		if s.holds(v, i, len(numbers)) {
			own := i > 0 && s.operator == "" || s.operator == "<" && s.than <= 0
			return s, v < 0 && (!own || i == 2)
		}
	}
	return s, v < 0
}

// holds reports whether a section is for a number, by its condition, or by its place if it has none: of two, the first is
// for nought too; of three, the last is for nought. A section that is the last takes what no other does.
func (s *section) holds(v float64, place, of int) bool {
	switch s.operator {
	case "<":
		return v < s.than
	case "<=":
		return v <= s.than
	case ">":
		return v > s.than
	case ">=":
		return v >= s.than
	case "=":
		return v == s.than
	case "<>":
		return v != s.than
	}
	switch {
	case place == of-1:
		return true
	case place == 0 && of == 2:
		return v >= 0
	case place == 0:
		return v > 0
	}
	return v < 0
}

// forText is the section for texts: the fourth, or the last one if it has an @; nil if there
// is none and texts are shown as they are.
func (f *format) forText() *section {
	if f == nil {
		return nil
	}
	if last := len(f.sections) - 1; last == 3 || last >= 0 && f.sections[last].isText {
		return &f.sections[last]
	}
	return nil
}
