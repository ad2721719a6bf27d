package study

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/internal/lang"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// Two kinds of variant are found: misspellings, from the terms alone, and twins, which
// need the order of the words and so the answers:
//
//	spell check     two terms, next to each other, 7 times  ─┐
//	spellcheck      a term, 31 mentions                     ─┴─▶ spell check,spellcheck
//
// They are suggestions for a list of synonyms, which a person reviews.

// shortestTwin is the smallest number of letters in each part of a word that people
// also write as two: "spell check", but not "me an".
const shortestTwin = 3

// Variants are terms that may be other ways of writing a more frequent one:
// likely misspellings, and two words that people also write as one ("spell
// check", "spellcheck"), which takes another look at the answers. They are of
// single answers, so they are not asked for where Options.Withholds.
func (c *Count) Variants(ctx context.Context) ([]tally.Variant, error) {
	r, t := &c.run, c.Shown.Tally()
	if r.listed() {
		return nil, nil // what people chose or typed as one is not a word to respell
	}
	w, err := r.reader()
	if err != nil {
		return nil, err
	}
	joined := joinedWords(t)
	twins := make(map[string]twin)
	err = r.each(ctx, func(r *survey.Response) {
		for _, answer := range r.Answers {
			if tokens, class := w.analyze(answer); class == lang.Substantive {
				findTwins(tokens, joined, twins)
			}
		}
	})
	if err != nil {
		return nil, err
	}
	return withTwins(t.Variants(r.terms.Lang.Reviewed), twins), nil
}

// joinedWords gives the labels of the terms that may be two words, by their
// forms in small letters without hyphens.
func joinedWords(t *tally.Tally) map[string]string {
	joined := make(map[string]string)
	for _, x := range t.Terms {
		for _, f := range x.Forms {
			// "E-mail" is "email".
			if word := strings.ReplaceAll(strings.ToLower(f.Form), "-", ""); !strings.Contains(word, " ") && utf8.RuneCountInString(word) >= 2*shortestTwin {
				joined[word] = cmp.Or(joined[word], x.Synonym, x.Forms[0].Form) // the first term's
			}
		}
	}
	return joined
}

// A twin is a term written as two words.
type twin struct {
	forms map[string]int // mentions, in small letters
	to    string
}

// findTwins notes two words of one clause that are a term when joined. Those of
// the same stems are one: as a synonym, each of them stands for all.
func findTwins(tokens []term.Token, joined map[string]string, twins map[string]twin) {
	for i := 1; i < len(tokens); i++ {
		a, b := &tokens[i-1], &tokens[i]
		if a.Kind != term.Counted || b.Kind != term.Counted || a.Parts > 1 || b.Parts > 1 || b.Opens {
			continue
		}
		first, second := strings.ToLower(a.Form), strings.ToLower(b.Form)
		if label, ok := joined[first+second]; ok && min(utf8.RuneCountInString(first), utf8.RuneCountInString(second)) >= shortestTwin {
			stems := a.Key + " " + b.Key
			if twins[stems].forms == nil {
				twins[stems] = twin{make(map[string]int), label}
			}
			twins[stems].forms[first+" "+second]++
		}
	}
}

// withTwins adds the twins to the misspellings. A word whose target has a target of
// its own goes to that one directly.
func withTwins(list []tally.Variant, twins map[string]twin) []tally.Variant {
	// A synonym is applied once, so a chain of two would stop in the middle: a
	// variant of a misspelling has to go to the correction.
	sentTo := make(map[string]string)
	for _, v := range list {
		sentTo[strings.ToLower(v.From)] = v.To
	}
	for _, stems := range slices.Sorted(maps.Keys(twins)) {
		t := twins[stems]
		list = append(list, tally.Variant{From: tally.MostWritten(t.forms), To: cmp.Or(sentTo[strings.ToLower(t.to)], t.to)})
	}
	seen := make(map[string]bool)
	return slices.DeleteFunc(list, func(v tally.Variant) bool { // one word in two writings, "Windows" and "windows"
		from := strings.ToLower(v.From)
		again := seen[from] || sentTo[strings.ToLower(v.To)] != ""
		seen[from] = true
		return again
	})
}
