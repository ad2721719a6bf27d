// Package survey reads the exports of survey platforms as they are: it finds
// out how the bytes are written (encoding, delimiter, line ends), how many
// header rows there are and which platform wrote them, which columns belong to
// one question and what kind of question it is, and then streams the answers.
//
//	bytes ── gunzip ── decode ──▶ UTF-8 text ── recordEnds ──▶ Block ── Decode ──▶ Batch
//	           │          │            │
//	           └── source ┴─ encoding  ├─ sniff: delimiter, line ends
//	                                   ├─ header: rows, names, platform
//	                                   └─ profile ─▶ kind ─▶ questions
//
// Open reads at most the first 8 MiB of each file to detect all of this.
// Nothing is guessed silently: every guess leaves one line of evidence, and
// Options override it. Blocks then streams whole records in file order; a
// block may be decoded in any goroutine. Inspect reads everything once.
//
// What the rest of the program needs to know of an export is its questions: one
// or several columns, what was asked, what kind of question it is and how to
// pick it. That is judged from the answers, and from the header only where the
// platform itself wrote it.
//
// Trouble in the data (a ragged row, a byte that is no text) is a Warning that
// travels with the result; only what makes reading impossible is an error.
package survey
