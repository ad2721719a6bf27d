package pipeline

import "verbatim/internal/privacy"

// suppress takes out of a finished result what fewer than n people said, and
// what tells of it. It is the last step of a count, so that no output can
// forget it; the sums, which hold everything, are gone.
func (r *Result) suppress(n int) {
	r.Tally, r.Groups = privacy.Suppress(r.Tally, r.Groups, n)
	r.Sum, r.Phrases = nil, nil
	// That an entry of a list is met tells that someone said it.
	r.UnmatchedSynonyms, r.UnmatchedThemes = nil, nil
	r.UnmatchedPhrases, r.UnmatchedKeep, r.UnmatchedDrop = nil, nil, nil
	r.Language.Others = nil // of few answers
}
