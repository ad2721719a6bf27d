package study

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"verbatim/internal/decision"
	"verbatim/internal/ids"
	"verbatim/internal/notice"
	"verbatim/internal/survey"
)

// prepare has decided what the options leave open, by the answers or by a list of decisions, and
// has answers read accordingly. What decides are the answers of all respondents, in the order of
// the hashes of their rows: neither --where nor --by nor the order of rows changes it.
func (r *run) prepare(ctx context.Context) (err error) {
	closed := r.closedHere()
	if r.opt.Decided != nil {
		lang := ""
		if r.terms.Lang != nil {
			lang = r.terms.Lang.Code
		}
		if r.decisions, err = r.opt.Decided.Of(r.decidedAbout(), lang, r.choices()); err != nil {
			return err
		}
		closed = r.decisions.Closed
	}
	switch {
	case r.bins.ofQuestion():
		r.terms.Whole, r.terms.KeepNonAnswers = true, true
	case closed != nil && !r.listed():
		// An option is counted as it is written, "None of these" and "Don't know" too.
		r.closed, r.terms.Whole, r.terms.KeepNonAnswers = closed, true, true
	case closed != nil && r.terms.Whole:
		r.terms.KeepNonAnswers = true // "No" is an option there, as "Don't know" is
	}
	r.opt.Redact = r.opt.Redact || r.listed() && !r.opt.Addresses // a term is what a person wrote
	r.terms.Filler = slices.Contains(r.aside, "filler")
	if r.opt.Decided == nil {
		if r.decisions, err = r.decide(ctx); err != nil {
			return err
		}
		r.decisions.Closed = closed
	}
	r.choose()
	r.order()
	return r.decisions.Apply(&r.terms)
}

// closedHere says how the options of the question are written, if it is a closed one whose options are
// counted; nil: it is not.
func (r *run) closedHere() *survey.Splitting {
	options, sure := r.question.Options()
	if r.opt.Words || !sure && !r.terms.Whole || options == nil {
		return nil
	}
	return withoutPersonal(options)
}

// decide makes the decisions.
func (r *run) decide(ctx context.Context) (d decision.Decisions, err error) {
	drawn, all, err := r.export.Drawn(ctx)
	if err != nil {
		return d, err
	}
	s := decision.Sample{Question: r.question.Text}
	if s.Answers, s.Persons, err = r.drawnAnswers(r.question, slices.Concat(drawn...)); err != nil {
		return d, err
	}
	if r.unites() {
		if err := r.spellAll(slices.Concat(drawn...)); err != nil {
			return d, err
		}
	}
	s.From = r.basis(len(s.Answers), all)
	if s.From.Of == decision.OfBeginning && !r.listed() {
		r.warned = append(r.warned, notice.Warning{Code: notice.DecidedByPart, File: r.export.Files[0],
			Message: "language, words set aside, phrases and denied words are decided by the first 8 MiB of the stream", Hint: "a file is decided by all its rows; --decisions FILE takes what was decided from there"})
	}
	for _, q := range r.export.Questions {
		if q.Kind == survey.KindOpen {
			first := func() (answers []string, err error) {
				answers, _, err = r.drawnAnswers(q, slices.Concat(drawn[:min(1, len(drawn))]...))
				return answers, err
			}
			s.Open = append(s.Open, decision.Open{Text: q.Text, Answered: q.Answered, Asked: slices.Equal(q.Columns, r.question.Columns), First: first})
		}
	}
	return decision.Find(ctx, s, decision.Settings{Terms: r.terms, Listed: r.listed(), Phrases: r.opt.Phrases == FoundPhrases,
		Echo: slices.Contains(r.aside, "echo"), Subject: slices.Contains(r.aside, "subject")})
}

// basis says what the answers are that decide.
func (r *run) basis(answers int, all bool) decision.Basis {
	of := decision.OfBeginning
	if all {
		of = decision.OfAll
	} else if r.rereadable {
		of = decision.OfSample
	}
	return decision.Basis{Answers: answers, Of: of}
}

// drawnAnswers gives the answers to a question in some of the rows that stand for all, and by whom
// each is, by a number from 1. They are in the order of the hashes of their rows; with ids in that of
// the hashes of these, so that those of a person come one after the other.
// Personal data that has a form, such as addresses, is always taken out, since a list of decisions is made
// to be passed on. Names of people may be left: words and phrases that several wrote, and spellings.
func (r *run) drawnAnswers(q survey.Question, blocks []*survey.Block) (answers []string, persons []int, err error) {
	all := *r
	all.question, all.where, all.by, all.bins, all.opt.Redact = q, nil, survey.Question{}, bins{}, true
	if !slices.Equal(q.Columns, r.question.Columns) {
		all.closed = nil
	}
	var rows []drawnRow
	for _, b := range blocks {
		named, err := all.drawnIDs(b)
		if err != nil {
			return nil, nil, err
		}
		batch, err := all.decode(b.For(survey.Query{Columns: q.Columns}), &r.ahead)
		if err != nil {
			return nil, nil, err
		}
		rows = slices.Grow(rows, len(batch.Responses))
		for i := range batch.Responses {
			x := &batch.Responses[i]
			row := drawnRow{rank: b.Rank(x), answers: slices.Clone(x.Answers)}
			if r.named() {
				row.id = cmp.Or(named[x.Line], "\x00"+strconv.Itoa(row.rank)) // without an id a row is a respondent
				row.hash = ids.Hash(row.id)
			}
			rows = append(rows, row)
		}
	}
	slices.SortFunc(rows, func(a, b drawnRow) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.id, b.id), cmp.Compare(a.rank, b.rank))
	})
	person := 0
	for i, x := range rows {
		if i == 0 || x.id == "" || x.id != rows[i-1].id {
			person++
		}
		for _, answer := range x.answers {
			answers, persons = append(answers, answer), append(persons, person)
		}
	}
	return answers, persons, nil
}

// A drawnRow is one of the rows that stand for all: the id of the respondent and its hash, and its place
// in the order of the hashes of rows.
type drawnRow struct {
	id      string
	hash    uint64
	rank    int
	answers []string
}

// drawnIDs are the ids in some of the rows that stand for all, by line.
func (r *run) drawnIDs(b *survey.Block) (map[int]string, error) {
	if !r.named() {
		return nil, nil
	}
	batch, err := r.kept(b.For(survey.Query{Columns: r.id.Columns}), &r.ahead) // a mark for missing is no id
	ids := make(map[int]string)
	for _, x := range batch.Responses {
		ids[x.Line] = strings.Join(x.Answers, "")
	}
	return ids, err
}

// choices are the options of the run that decisions depend on.
func (r *run) choices() decision.Choices {
	o := &r.opt
	listed := func(l []string) []string { return append([]string{}, l...) } // never null
	c := decision.Choices{NoStem: o.NoStem, NoStopwords: o.NoStopwords, SetAside: slices.Sorted(slices.Values(listed(r.aside))), Keep: listed(o.Keep), Drop: listed(o.Drop),
		Whole: o.Whole, Words: o.Words, Split: o.Split, Phrase: listed(o.Phrase), KeepNonanswers: o.KeepNonanswers}
	if c.Phrases = string(NoPhrases); o.Phrases == FoundPhrases {
		c.Phrases = string(FoundPhrases)
	}
	for _, l := range o.Lists {
		switch l.Flag {
		case "stopwords":
			c.Stopwords = l.SHA256
		case "phrases":
			c.Phrases = l.SHA256
		case "synonyms":
			c.Synonyms = l.SHA256
		}
	}
	return c
}

// decidedAbout is the question, as a list of decisions names it.
func (r *run) decidedAbout() decision.Question {
	q := &r.question
	return decision.Question{ID: q.ID, Text: q.Text, Nth: r.export.Nth(*q), Columns: len(q.Columns)}
}

// Decided is what was decided for the question, as a list of decisions holds it.
func (c *Count) Decided() decision.Decided {
	return decision.Decided{Question: c.run.decidedAbout(), Options: c.run.choices(), Decisions: c.run.decisions}
}
