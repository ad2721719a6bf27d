// Package rows reads files as tables: it finds out how the bytes are written
// (compression, encoding, delimiter, line ends) and gives their records with
// line numbers, in blocks. It knows nothing of questionnaires.
//
//	bytes ── gunzip ── decode ──▶ UTF-8 text ── records ──▶ Block ── Cells ──▶ []Cell
//	           │          │            │
//	         input     encoding      sniff: delimiter, line ends
//
// Detect reads at most the first 8 MiB of a file to detect all of this, and gives
// them as a Sample. Nothing is guessed silently: every guess leaves a line of
// evidence, and Options override it. Table.Blocks then streams whole records in
// file order; a block may be taken apart in any goroutine.
//
// Trouble in the data (a quote never closed, a byte that is not text) is a Warning;
// only what makes reading impossible is an error.
package rows
