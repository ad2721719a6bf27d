package tallyfile

import (
	"slices"

	"verbatim/internal/notice"
	"verbatim/internal/study"
)

// Warnings of parts become those of the whole, or are made anew from its figures:
//
//	about a row or file of a part        that part's, with its file
//	about a list or the question         of the whole, if all parts have it
//	about how far to trust the figures   made anew (recounted)
//	about who said most                  of a part that stays alone (ofPeople)

// recounted are the codes of warnings that follow from the figures of the sum, or from what is written of it.
var recounted = []notice.Code{notice.FewAnswers, notice.VariedAnswers, notice.RepeatedTerms, notice.HeldKeys, notice.UnknownLanguage, notice.OtherLanguages,
	notice.UnitedGroups, notice.CutCells, notice.NotDrawn, notice.SmallWords, notice.NoGlyph}

// ofPeople are the codes of warnings about people whom only the answers know.
var ofPeople = []notice.Code{notice.TalkativePerson, notice.HeavyPerson}

// tellOfFew are the codes of warnings that disclosure control leaves unsaid.
var tellOfFew = []notice.Code{notice.TalkativePerson, notice.HeavyPerson, notice.NoNumber, notice.UnmatchedEntry, notice.SeveralGroups}

// addWarnings takes over the warnings of a part.
func (m *Merger) addWarnings(p Part) {
	own := func(w notice.Warning) bool { return slices.Contains(p.Source.Files, w.File) }
	for _, w := range p.Warnings {
		switch {
		case own(w) && !slices.Contains(recounted, w.Code):
			m.warnings = append(m.warnings, w)
		case w.Code == notice.RepeatedPart: // of parts that were merged before
			m.warnings = append(m.warnings, w)
		}
	}
	switch {
	case p.neutral() && !m.first.neutral():
		return // what nobody said changes nothing
	case m.first.neutral():
		m.shared = p.Warnings
	}
	alone := m.spoken == 0
	m.shared = slices.DeleteFunc(slices.Clone(m.shared), func(w notice.Warning) bool {
		ofOne := w.Code == notice.RepeatedPart || slices.Contains(ofPeople, w.Code) && !alone
		return ofOne || own(w) || slices.Contains(recounted, w.Code) || !slices.Contains(p.Warnings, w)
	})
}

// told are the warnings of the whole.
func (m *Merger) told(c *study.Count) []notice.Warning {
	all := slices.Concat(m.shared, m.warnings, study.UnitedGroups(m.by(), c.Groups(), c.Options.Withholds()))
	if c.Options.Withholds() {
		all = slices.DeleteFunc(all, func(w notice.Warning) bool { return slices.Contains(tellOfFew, w.Code) })
	}
	return all
}
