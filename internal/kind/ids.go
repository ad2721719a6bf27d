package kind

import "verbatim/internal/value"

// In the long format a row is an answer to one question, and the ids of respondents come again:
//
//	respondent  question  answer
//	7           Why?      trust
//	7           Where?    at home

// EachHas reports whether the values of a column are ids of so many questions, whatever the name of
// the column: ten or more, none of which has more rows than there are questions, and most of which
// have nearly as many.
func (p *Profile) EachHas(questions int) bool {
	return p.Distinct() >= 10 && p.Answered*10 >= p.Distinct()*questions*6 && p.Most() <= questions
}

// AreIDs reports whether ten values or more are ids where another column surely says which
// question a row answers: the rows of each stand together, or all have digits, and none has many
// more rows than the others.
func (p *Profile) AreIDs(questions int) bool {
	again, even := p.Answered-p.Distinct(), p.Most()*p.Distinct() <= 4*p.Answered
	return p.Distinct() >= 10 && p.Distinct()*3 <= p.Answered*2 &&
		(p.Beside*5 >= again*4 || even && p.Answered <= 3*questions*p.Distinct() && !p.Any(hasNoDigit))
}

func hasNoDigit(s string) bool { return !value.HasDigit(s) }
