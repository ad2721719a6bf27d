// Package decision decides what all answers to a question decide together, before the first of
// them is counted: the language, the words set aside, the phrases, and how words are written.
//
//	rows that stand for all ─ study ─▶ Sample ─ Find ─▶ Decisions ─ Apply ─▶ term.Options ─▶ count
//	                                --decisions FILE ─▶ Decisions ─┘
//
// Each decision is a file: what it is, how it is found, and under which conditions.
package decision

import (
	"verbatim/internal/kind"
	"verbatim/internal/lang"
	"verbatim/internal/privacy"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// Decisions are all that the answers to one question decide before they are counted. They are
// made once, from the answers of all respondents: --where, --by and --finished come after them,
// so that a part of a survey is counted as the whole is.
//
// Nothing else in a count depends on other answers than the one that is read, with one exception:
// names that leave their stems are found in the finished sum. They need no decision, since sums of parts add
// up to that of the whole, which then finds the same names (tally.Sum.Names).
type Decisions struct {
	From     Basis          `json:"from"`
	Language string         `json:"language"`          // of the answers, found or given
	Detected lang.Detection `json:"detected,omitzero"` // how it was found; absent where it was given
	// Closed says how the options of a closed question are written, which are counted whole; nil: words are.
	Closed  *kind.Splitting `json:"closed,omitempty"`
	Order   tally.Order     `json:"order,omitzero"`    // of the options of a closed question and of the groups, where the file tells it
	By      *By             `json:"by,omitempty"`      // how the groups are written; nil: as the cells are
	Echo    []string        `json:"echo,omitempty"`    // words of the question, set aside
	Answers []string        `json:"answers,omitempty"` // keys of fillers that are answers to this question, and ranked
	Subject []string        `json:"subject,omitempty"` // words of the whole survey, set aside
	Phrases []tally.Phrase  `json:"phrases,omitempty"` // found by association, counted or not, the strongest first
	// Denied are words of which the mentions that deny them are a term of their own, by their keys.
	Denied []string `json:"denied,omitempty"`
	// Spellings are words that some write without the letters that their keyboard lacks, and the
	// words that they are, as they are compared.
	Spellings map[string]string `json:"spellings,omitempty"`
	// Twins are other writings of a word, with spaces or as the name of a site, and the word in one piece.
	Twins map[string]string `json:"twins,omitempty"`
	// Alike are words of the other languages that are words of the main one, too, by their keys.
	Alike   map[string]string `json:"alike,omitempty"`
	Writing tally.Writing     `json:"writing,omitzero"` // how terms are written
	// Uses are the evidence for words of the question and fillers that some people answer with.
	Uses []Use `json:"uses,omitempty"`
}

// A By says how the groups of --by are written.
type By struct {
	Column  string          `json:"column"`            // its text
	Options *kind.Splitting `json:"options,omitempty"` // of a multiple choice, of which each is a group; nil: a group is a value
	// Written are the labels of groups that are written in several ways, by their keys.
	Written map[string]string `json:"written,omitempty"`
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

// Apply has answers read as the decisions say. It may be called again when more has been decided.
// An error is of a language that nothing is read in.
func (d *Decisions) Apply(o *term.Options) (err error) {
	if o.Lang, err = lang.LanguageOf(d.Language); err != nil {
		return err
	}
	o.Others, o.Rare = nil, 0
	for _, other := range d.Detected.Others {
		if !other.Joins() {
			continue
		}
		language, err := lang.LanguageOf(other.Code)
		if err != nil {
			return err
		}
		if o.Others = append(o.Others, language); !other.IsMany() {
			o.Rare++
		}
	}
	o.Found, o.Spellings, o.Twins, o.Alike, o.Denied, o.Echo, o.Answers, o.Subject = nil, d.Spellings, d.Twins, d.Alike, d.Denied, d.Echo, d.Answers, d.Subject
	for _, p := range d.Phrases {
		if p.Counted {
			o.Found = append(o.Found, p.Phrase)
		}
	}
	return nil
}

// Shown leaves out what disclosure control withholds: words and languages of perhaps few people, and
// all that is decided by them. Words are left only as the tally itself shows them.
func (d Decisions) Shown(s *privacy.Shown) Decisions {
	if s.Withholds() {
		detected := d.Detected
		detected.Others, detected.Unread = nil, nil
		if d.Closed != nil {
			d.Closed = &kind.Splitting{Separator: d.Closed.Separator}
		}
		if d.By != nil {
			d.By = d.By.withheld()
		}
		d = Decisions{From: Basis{Of: d.From.Of}, Language: d.Language, Detected: detected, Closed: d.Closed, By: d.By, Echo: s.Aside("echo", d.Echo), Subject: s.Aside("subject", d.Subject)}
	}
	return d
}

// withheld leaves out all that people may have written.
func (b By) withheld() *By {
	b.Written = nil
	if b.Options != nil {
		b.Options = &kind.Splitting{Separator: b.Options.Separator}
	}
	return &b
}

// Counted is what changes figures: tallies of parts that agree in it add up. From how many answers
// it was decided does not matter, nor which phrases are not counted. Nil is of a document that is
// older than decisions.
func (d *Decisions) Counted() (c Decisions) {
	if d == nil {
		return c
	}
	c = Decisions{Language: d.Language, Closed: d.Closed, By: d.By, Echo: d.Echo, Answers: d.Answers, Subject: d.Subject, Denied: d.Denied, Spellings: d.Spellings, Twins: d.Twins, Alike: d.Alike}
	for _, p := range d.Phrases {
		if p.Counted {
			c.Phrases = append(c.Phrases, tally.Phrase{Phrase: p.Phrase, Counted: true})
		}
	}
	return c
}
