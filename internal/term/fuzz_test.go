package term

import (
	"testing"

	"verbatim/internal/lang"
	"verbatim/internal/segment"
)

// Any bytes in any language: no panic, tokens lie in the answer one after the
// other, and both ways of classifying agree.
func FuzzLanguages(f *testing.F) {
	seeds := []string{"nicht", "Ich vertraue ihnen nicht, aber", "inte öppen utan stängd", "ne … que", "il n'y a qu'une", "ne şeffaf ne dürüst", "sadece açık değil",
		"né aperto né onesto", "Kolleg:innen/e (in)en", "tod@s(as)s", "l'ami(e)s·e·s", "С# не только", "ليس فقط", "இல்லை", "İIıi", "C/C++ .net ..net", "👍🏽🏽", "U.S.", ".", "'", "没有", "ـ"}
	var analyzers []*Analyzer
	codes := lang.Languages()
	for i, code := range codes {
		others := []*lang.Language{in(f, codes[(i+1)%len(codes)]), in(f, codes[(i+5)%len(codes)])}
		analyzers = append(analyzers, analyzer(f, Options{Lang: in(f, code), Others: others, Filler: true, Phrases: []string{"a b"}, Names: map[string]string{"ich": "Ich"}}))
		for _, seed := range seeds {
			f.Add(seed, uint8(i))
		}
	}
	f.Fuzz(func(t *testing.T, answer string, language uint8) {
		a := analyzers[int(language)%len(analyzers)]
		tokens, class := a.Answer(answer)
		at, end := 0, len(segment.Normalised(answer))
		for _, tok := range tokens {
			if tok.Start < at || tok.End <= tok.Start || tok.End > end {
				t.Fatalf("%s: %q: token at %d-%d after %d", a.lang.Code, answer, tok.Start, tok.End, at)
			}
			at = tok.End
		}
		if got := a.Classify(answer); got != class {
			t.Fatalf("%s: %q: %d, Classify says %d", a.lang.Code, answer, class, got)
		}
	})
}
