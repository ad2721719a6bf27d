// Package survey finds out what an export of a survey platform asks: how many header
// rows there are and which platform wrote them, which columns belong to one question
// and what kind of question it is; and then it streams the answers. It reads no file
// itself: rows gives the records, kind judges the answers of a column.
//
//	rows ──▶ Sample ── head: header rows, platform, columns
//	                     └── answers: a profile of each column ─▶ boxes ─▶ readings ─▶ Questions
//	rows ──▶ Block  ── Decode ──▶ Batch of Responses
//
// Everything known about a platform is in platforms/NAME.txt, the words of headers
// in package wording. Adding a platform is adding its file (package platforms).
//
// Open reads at most the first 8 MiB of each file. Nothing is guessed silently:
// every guess leaves one line of evidence, and Options override it. Blocks then
// streams whole records in file order; a block may be decoded in any goroutine.
// Inspect reads everything once.
//
// What the rest of the program needs to know of an export is its questions: one
// or several columns, what was asked, what kind of question it is and how to
// pick it. That is judged from the answers, and from the header only where the
// platform itself wrote it.
//
// Trouble in the data (a ragged row, a byte that is not text) is a Warning that
// travels with the result; only what makes reading impossible is an error.
package survey
