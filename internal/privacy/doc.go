// Package privacy keeps results from revealing who gave which answer: a Redactor
// takes personal data out of answers before anything is counted, and Show takes out
// of a tally what fewer than n people said.
//
// # Suppression
//
// The reader of a result is assumed to know all its figures, the rules below, and
// n. A term said by fewer than n people is left out, with its forms. That is not
// enough: if a sum and its other parts are shown, what is left out follows by
// subtraction. So each sum is treated, and sums that cannot be made safe are
// withheld (tally.Withheld):
//
//	tokens counted = terms shown + set aside + suppressed         one part missing: it follows
//	term, in all   = in group A + in group B + in group C         the same, for each term
//	theme          = its terms together, each person once         what the terms shown do not explain
//	valid          = nil answers + uncoded + in some theme
//	respondents    = unanswered + non-response + valid
//	mentions       = of each form; denied + not denied
//	who says a word, denied or not = the word + its denied term - who does both
//
// Either nothing is missing from a sum, or at least two parts are. If only one is
// small, the next smallest is left out too. If people are added up (a term over
// groups), the missing parts also have to leave room for doubt. Of k parts of the
// sum s, each at least 1, none is more than s-k+1. If that is below n, the reader
// knows that each of them is small, and for s = k even their exact values. So more
// parts are left out until s-k+1 is at least n. The mentions of all suppressed
// terms are treated in the same way, except that they are withheld, and no further
// terms are left out for them. The tokens counted and the tokens in all, from which
// they follow, are withheld too.
//
// Written forms are counted by mentions, not by people. Of m mentions by r people,
// m-r are beyond the first of each person. So a form of f mentions was written by
// at least f-(m-r) people, and that bound has to reach n. Forms that differ only in
// case are one. Rarer forms count with the first. If no form reaches n, the term is named by a form with which the
// forms of n people begin, "install" for installed and installing: that somebody wrote it is told, and
// not how many did. A term without such a form is hidden like one that few people said. The same
// bound holds for the people who deny a term, and for those who do not.
//
// A theme counts each person once, so its people are not a sum, but the terms shown
// limit what the others can be. The people of the theme beyond all people of its
// shown terms must be none or at least n. They said suppressed terms, which leaves
// fewer mentions for the other suppressed terms: any of these must still be able to
// reach n. If the terms of one theme all belong to another, the difference of the
// two must also be none or at least n. A theme that holds a word and its denied term is withheld if few
// people do both, or only one of the two. The mentions of a theme are a sum, and
// withheld if any term is suppressed. The people who named any of the first terms
// are given only if these are the first terms shown, and if all differences with
// single terms, with each other and with the base are none or at least n.
//
// The words of phrases follow from the forms shown, unless a form in several pieces is hidden or counts with
// another; then they are withheld, with the tokens in all. Words set aside are named only as terms are.
//
// Quotes are single people's words, and there are none. Coded data have a row for each person, and a reader can count the rows.
// ShownCodes says which columns they may have.
//
// The cells of terms and themes in groups are treated in the same way. A group with
// fewer than n valid answers has no cells and is not named; either none or at least
// two groups are missing. If another number of the base of a group is small, only
// its valid answers are given, since each of the others adds up over the groups.
//
// Options of a multiple choice are groups that overlap. Each is one part of a sum with those who did not
// pick it, and is shown only where neither is few (overlap.go).
//
// Counts of people decide, never weights. A tally that is read again to be added up knows only the
// first theme of each term, and so finds fewer themes within others. Zeros may be shown. The
// decisions do not depend on how a list is cut afterwards, so runs with other limits, and other
// commands, withhold the same. Two runs over different people (with --where, or a week later) can
// be subtracted from each other. No single run can prevent that.
package privacy
