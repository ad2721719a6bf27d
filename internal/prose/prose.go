// Package prose writes every sentence about a survey: captions of pictures, notes below tables,
// findings, cautions, the accounts of a report. It also turns numbers into text. No other package
// does, so a wording is changed in one place, and a reader meets the same figure in the same words
// everywhere:
//
//	figures ─▶ numbers (number.go), lists (list.go) ─┐
//	text of answers ─▶ Plain (plain.go) ─────────────┴─▶ caption.go, cloud.go, bars.go, comparison.go   pictures
//	                                                     notes.go, quotes.go                            lists and pages
//	                                                     finding.go                                     findings
//	                                                     account.go, inspect.go, explain.go             who and what is counted
//
// Every text that comes from an answer passes through Plain before it becomes part of a
// sentence. Messages about flags and files belong to the command line.
//
// A function that may have nothing to say returns a list of sentences, which is then empty; callers
// put lists together.
package prose
