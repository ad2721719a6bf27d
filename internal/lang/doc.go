// Package lang is what the program knows of languages, and it tells which one answers are in.
//
// A Language is made of the lists in words/, which library.go finds and reader.go reads. It folds
// and stems words (language.go, stem.go), sorts out function words and fillers, knows how people
// write two forms of a word as one (pairing.go) and what it is to say nothing (nonanswer.go). It
// looks at words and short texts alone; what becomes of a whole answer is decided in package term.
//
// Detect finds the language of the answers to a question:
//
//	words ─ leads.go, script.go ─▶ evidence ─ poll.go ─▶ votes ─ detect.go ─▶ Detection
package lang
