package study

import (
	"slices"

	"verbatim/internal/privacy"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// Decisions are all that the answers to one question decide before they are counted. They are
// made once, from the answers of all respondents: --where, --by and --finished come after them,
// so that a part of a survey is counted as the whole is.
//
//	rows that stand for all ─ prepare ─▶ Decisions ─ apply ─▶ term.Options ─▶ count
//	                 --decisions FILE ─▶ Decisions ─┘
//
// Nothing else in a count depends on other answers than the one that is read, with one exception:
// names and labels are found in the finished sum. They need no decision, since sums of parts add
// up to that of the whole, which then finds the same names (tally.Sum.Names).
type Decisions struct {
	From     Basis          `json:"from"`
	Language string         `json:"language"`          // of the answers, found or given
	Detected term.Detection `json:"detected,omitzero"` // how it was found; absent where it was given
	Echo     []string       `json:"echo,omitempty"`    // words of the question, set aside
	Subject  []string       `json:"subject,omitempty"` // words of the whole survey, set aside
	Phrases  []tally.Phrase `json:"phrases,omitempty"` // found by association, counted or not, the strongest first
	// Spellings are words that some write without the letters that their keyboard lacks, and the
	// words that they are, as they are compared.
	Spellings map[string]string `json:"spellings,omitempty"`
	// Alike are words of the other languages that are words of the main one, too, by their keys.
	Alike map[string]string `json:"alike,omitempty"`
}

// A Basis says what decided.
type Basis struct {
	Answers int    `json:"answers,omitempty"` // how many were looked at; 0 where that is withheld
	Of      Extent `json:"of"`
}

// An Extent is the part of the answers that decided.
type Extent string

// The extents.
const (
	OfAll       Extent = "all"
	OfSample    Extent = "sample"    // those of the rows with the smallest hashes, of files with more than 5,000 rows or 8 MiB
	OfBeginning Extent = "beginning" // such a sample of the first 8 MiB of a stream
)

// basis says what the answers are that decide.
func (r *run) basis(answers int, all bool) Basis {
	switch {
	case all:
		return Basis{answers, OfAll}
	case r.rereadable:
		return Basis{answers, OfSample}
	}
	return Basis{answers, OfBeginning}
}

// apply has the answers read as the decisions say. It may be called again when there are more.
func (r *run) apply() (err error) {
	d := &r.decisions
	if r.terms.Lang, err = term.LanguageOf(d.Language); err != nil {
		return err
	}
	r.rank.Denied, r.terms.Others = r.terms.Lang.Denied, nil
	for _, other := range d.Detected.Others {
		if !other.Joins() {
			break
		}
		lang, err := term.LanguageOf(other.Code)
		if err != nil {
			return err
		}
		r.terms.Others = append(r.terms.Others, lang)
	}
	r.terms.Spellings, r.terms.Alike, r.terms.Echo, r.terms.Subject = d.Spellings, d.Alike, d.Echo, d.Subject
	if r.opt.Phrases {
		r.terms.Phrases = slices.Clone(r.opt.Phrase)
		for _, p := range d.Phrases {
			r.terms.Phrases = append(r.terms.Phrases, p.Phrase)
		}
	}
	return nil
}

// Shown leaves out what disclosure control withholds: words and languages of perhaps few people.
// The words of the question are those of whoever asked.
func (d Decisions) Shown(s *privacy.Shown) Decisions {
	if s.Withholds() {
		detected := d.Detected
		detected.Others, detected.Unread = nil, nil
		d = Decisions{From: Basis{Of: d.From.Of}, Language: d.Language, Detected: detected, Echo: d.Echo, Subject: s.Subject(d.Subject)}
	}
	return d
}

// Counted is what changes figures under some options: tallies of parts that agree in it add up.
// From how many answers it was decided does not matter, nor which phrases are not counted. Nil
// is of a document that is older than decisions.
func (d *Decisions) Counted(o Options) (c Decisions) {
	if d == nil {
		return c
	}
	c = Decisions{Language: d.Language, Echo: d.Echo, Subject: d.Subject, Spellings: d.Spellings, Alike: d.Alike}
	for _, p := range d.Phrases {
		if o.Phrases {
			c.Phrases = append(c.Phrases, tally.Phrase{Phrase: p.Phrase})
		}
	}
	return c
}
