// Package charset detects in which encoding a text that is not UTF-8 was written, and decodes it.
//
// The same bytes are text in many encodings, and only a reader can say in which they make sense. So each encoding of
// encodings.txt is tried, with each language that is written in it (languages.txt), and the pair wins in which the text
// is most likely:
//
//		head ─ sample ─▶ words ─ decode, in each encoding ─▶ runes ─ cost, in each language ─▶ the least is the Guess
//
//	  - encodings.go, languages.go and marks.go read the three files, once, when they are first needed;
//	  - sample.go takes the words out of the bytes;
//	  - cost.go says how unlikely a word is in a language;
//	  - detect.go compares the readings;
//	  - twice.go undoes an encoding that was applied twice.
//
// All costs are whole numbers, so the result is the same on every machine.
package charset
