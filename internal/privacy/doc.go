// Package privacy keeps results from telling who gave which answer: a Redactor
// takes personal data out of answers before anything is counted, and Suppress
// takes out of a tally what fewer than n people said.
//
// # Suppression
//
// Whoever reads a result knows all its figures, the rules below, and n. A term
// said by fewer than n people is left out, with its forms. That is not enough:
// what is left out may follow by subtraction wherever a sum is shown whose
// other parts are shown too. So each sum is dealt with, and those sums that
// cannot be made safe are withheld (tally.Withheld):
//
//	tokens counted = terms shown + set aside + suppressed         one part missing: it follows
//	term, in all   = in group A + in group B + in group C         the same, for each term
//	theme          = its terms together, each person once         what the terms shown do not explain
//	valid          = nil answers + uncoded + in some theme
//	respondents    = unanswered + non-response + valid
//	mentions       = of each form; denied + not denied
//
// Either nothing is missing of a sum or at least two parts are; where only one
// is small, the next smallest goes with it. Where people are added up (a term
// over groups), the missing parts also have to leave room for doubt: of k parts
// of the sum s, each at least 1, none is more than s-k+1, and where that is
// below n the reader would know that each of them is small, and for s = k their
// exact values. So more goes until s-k+1 is at least n. The mentions of all that
// is suppressed are treated alike, but are withheld rather than paid for with
// terms; with them go the tokens counted and in all, from which they follow.
//
// Written forms are counted by mentions, not by people. Of m mentions by r
// people no one has more than m-r beyond the first of each, so a form of f
// mentions was written by at least f-(m-r) people: that bound has to reach n.
// Case makes no form of its own. Rarer forms count with the first; where no form
// reaches n, the label is what n people have in common: the longest beginning of
// their forms, "package(s)" or "packag-". The
// same bound holds for those who deny a term, and for those who do not.
//
// A theme counts each person once, so its people are no sum, but the terms shown
// bound what the others can be: the people of the theme beyond all people of its
// terms that are shown must be none or at least n. They said suppressed terms, so
// that the other suppressed terms have so many mentions less between them: any of
// these must still be able to reach n. Where the terms of one theme
// all belong to another, their difference must be so too. Its mentions are a
// sum, and withheld where any term is suppressed. The people who named any of
// the first terms are given only where these are the first terms shown, and
// where all differences with single terms, with each other and with the base are
// none or at least n.
//
// Coded data have a row for each person, and whoever has them can count: ShownCodes
// says which columns they may have.
//
// In groups there are cells of terms and themes as above, and none of a group
// with fewer than n valid answers; such groups are not named, and at least two
// are missing or none. Of the base of a group only the valid answers are given
// where one of the others is small, since each of those adds up over the groups.
//
// Counts of people decide, never weights. A tally that is read again, to be added up, knows of each
// term only the first theme, and so fewer themes within others. Zeros may be shown. What is decided
// does not depend on how a list is cut afterwards, so that runs with other limits, and other
// commands, withhold the same. Two runs over different people (with --where, or a week later) can
// be subtracted from each other: no single run can know.
package privacy
