package study

import (
	"errors"
	"fmt"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/survey"
)

// Select finds the question of some selectors, or the only open one. An error is
// a *notice.UsageError, a *SelectorError or a *notice.NothingError.
func Select(e *survey.Export, selectors ...string) (survey.Question, error) {
	q, err := e.Select(selectors...)
	return q, unclear(e, "-q", err)
}

// A SelectorError says which files a selector picks no question or column of, or
// more than one.
type SelectorError struct {
	*survey.SelectError
	Flag    string // "-q", "--by"
	Files   []string
	Sampled bool // only the beginning of the files has been read
}

// Error names the files, and the flag unless it is that of the question.
func (e *SelectorError) Error() string {
	where := strings.Join(e.Files, ", ")
	if e.Flag != "-q" {
		where += ": " + e.Flag
	}
	return where + ": " + e.SelectError.Error()
}

// unclear adds the subject of the selection to its error.
func unclear(e *survey.Export, flag string, err error) error {
	if unclear, ok := errors.AsType[*survey.SelectError](err); ok {
		return &SelectorError{SelectError: unclear, Flag: flag, Files: e.Files, Sampled: !e.Complete}
	}
	return err
}

// A NamesError says that a question or a column of groups holds names, addresses or numbers of
// respondents, which are shown only on demand (Options.AllowNames).
type NamesError struct {
	Files []string
	Flag  string // "-q", "--by", "--weight", "--id", "--where"
	Text  string // of the question
}

// Error names the files, the flag and the question.
func (e *NamesError) Error() string {
	return fmt.Sprintf("%s: %s: %s holds names, addresses or numbers of respondents", strings.Join(e.Files, ", "), e.Flag, quoted(e.Text))
}

// refuseNames returns a *NamesError if what is counted, shown or compared of each respondent
// are names, and the user does not allow that: --where would show what one person said.
func (r *run) refuseNames() error {
	type use struct {
		flag     string
		question survey.Question
	}
	uses := []use{{"-q", r.question}, {"--by", r.by}, {"--weight", r.weight}}
	if r.opt.ShowIDs { // else no id leaves the program: it only says which rows are one respondent
		uses = append(uses, use{"--id", r.id})
	}
	for _, c := range r.where {
		uses = append(uses, use{"--where", c.column})
	}
	for _, asked := range uses {
		if asked.question.Personal && !r.opt.AllowNames {
			return &NamesError{Files: r.export.Files, Flag: asked.flag, Text: asked.question.Text}
		}
	}
	return nil
}

// columns finds the columns that the options name. A selector is a number, a header
// or a part of one; package survey says which column it picks, and refuses one that
// picks several.
func (r *run) columns() (err error) {
	for _, c := range []struct {
		flag, selector string
		question       *survey.Question
	}{{"--by", r.opt.By, &r.by}, {"--weight", r.opt.Weight, &r.weight}, {"--id", r.opt.ID, &r.id}} {
		if *c.question, err = columnOf(r.export, c.flag, c.selector); err != nil {
			return err
		}
	}
	for _, where := range r.opt.Where {
		c, err := conditionOf(r.export, where)
		if err != nil {
			return err
		}
		r.where = append(r.where, c)
	}
	return nil
}

// columnOf finds the question of a selector that has one column, or groups; without columns for "".
// The flag is named in the errors.
func columnOf(e *survey.Export, flag, selector string) (survey.Question, error) {
	if selector == "" {
		return survey.Question{}, nil
	}
	q, err := e.Select(selector)
	if err != nil {
		return survey.Question{}, unclear(e, flag, err)
	}
	// A grid or a multiple choice has several columns, and none of them alone is the value of a respondent.
	// But groups may be the options of a choice.
	if options, sure := q.Options(); len(q.Columns) != 1 && !(flag == "--by" && options != nil && sure) {
		return survey.Question{}, &notice.UsageError{Where: flag, What: fmt.Sprintf("%q is %d columns", selector, len(q.Columns)), Hint: "name one of them by its number"}
	}
	return q, nil
}

// conditionOf reads COLUMN=VALUE or COLUMN!=VALUE, cut at the first =.
func conditionOf(e *survey.Export, where string) (c condition, err error) {
	selector, value, ok := strings.Cut(where, "=")
	if !ok || strings.TrimSpace(selector) == "" {
		return c, &notice.UsageError{Where: "--where", What: fmt.Sprintf("%q is not COLUMN=VALUE", where), Hint: "for example --where region=North"}
	}
	// Only the first = separates, so a value may hold further ones. The sign of
	// != is then at the end of the selector.
	selector, c.not = strings.CutSuffix(selector, "!")
	c.value = strings.TrimSpace(value)
	c.column, err = columnOf(e, "--where", strings.TrimSpace(selector))
	return c, err
}
