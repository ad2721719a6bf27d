// Package spss reads data files of SPSS: .sav and .zsav, as SPSS, PSPP, R and survey platforms write them. What it
// knows of the format is from "System File Format" in the developers' manual of PSPP.
//
//	header ── dictionary ───────────────────────────── 999 ── data
//	 176      variables, labels of values, extensions           cases, in elements of 8 bytes
//	  │           │                            │                  │
//	header.go   dictionary.go              extension.go         data.go ── codes.go ── deflated.go
//	              └──── settle.go ─────────────┘                  │
//	               names, texts, sets in UTF-8                  cases.go ── column.go ── format.go ──▶ []Cell
//
// Open reads the dictionary and checks it. File.Rows then streams the cases; memory does not grow with them. Nothing
// is allocated because a file declares it: only what has been read counts, up to the limits in input.go.
//
// A number is shown by its label. Without one it is shown in plain digits, whatever its width, unless its format says
// more than how many decimals fit: dates and times in the way of ISO 8601, currency, percent, grouped digits, leading
// zeros.
//
// A cell without a value is missing to the system; one with a value that the author set aside ("refused") is missing to
// the user, and its text is the reason. A string is never missing to the system: who wrote nothing has an empty text.
//
// Damage in what the data need (widths, parts of long strings) refuses the file. Damage in what only describes them
// (sets, labels of nobody) is a warning. Attributes, documents and settings of the screen are passed over.
package spss
