// Package prose is the one place where the program speaks about a survey. It turns counts, lists and findings into
// sentences, and numbers into text:
//
//	figures ─▶ numbers (number.go), lists (list.go) ─┐
//	text of answers ─▶ Plain (plain.go) ─────────────┴─▶ captions, notes, findings, cautions
//
// Whatever comes from an answer passes through Plain before it stands in a sentence. Messages about flags and files are
// no sentences about a survey: they belong to the command line.
package prose
