package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"verbatim/internal/figure"
	"verbatim/internal/lang"
	"verbatim/internal/layout"
	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/report"
	"verbatim/internal/study"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
)

// A report has one section for each question. A section is the tally with what
// belongs to it: pictures, quotes, comparison, cautions.

// reporter gathers the sections of a report, and draws its pictures.
type reporter struct {
	*reportOptions
	look     figure.Look
	print    figure.Look    // of files of figures, which have a ground of their own
	figured  []outfile.File // files of figures
	files    []string       // that were counted
	hashes   []string       // their SHA-256, as far as it is known
	sections int            // so far
	document report.Report
	warnings []notice.Warning  // of the files; each is given once
	asked    []notice.Warning  // of the questions, which are told with their warnings
	lists    []notice.Warning  // of the lists of words, as far as all questions so far have them
	unplaced []layout.Unplaced // the words that no cloud could draw
	redacted privacy.Redactions
	shown    []tally.Term // in all sections
	nothing  error        // why a question has no section
	drafts   []draft      // of the sections
}

// A draft is what a section is drawn from, once the language of the page is known.
type draft struct {
	*counted
	terms       *privacy.Shown
	limits      tally.Limits
	words, bars figure.Colours // what those of the cloud and of the chart mean
	cautions    []notice.Warning
}

// add counts one question of a survey.
func (r *reporter) add(ctx context.Context, s *Streams, export *survey.Export, q survey.Question) error {
	count, err := study.Tally(ctx, export, q, r.Options)
	if err != nil {
		return r.leaveOut(q, err)
	}
	if err := r.decisions.note(s, count); err != nil {
		return err
	}
	return r.addCounted(&counted{Count: count, warnings: slices.Concat(count.Warnings, cautions(prose.Voice{}, count, true))})
}

// addCounted adds one question. A question with nothing to count is named in the report.
func (r *reporter) addCounted(c *counted) error {
	d := draft{counted: c, terms: c.Shown, limits: r.Limits(), words: r.colours("", figure.BySize), bars: r.colours("", figure.ByNone), cautions: r.sort(c.warnings)}
	err := c.Nothing()
	if err == nil {
		d.terms, err = c.Limit(d.limits)
	}
	if err != nil {
		return r.leaveOut(c.Question, err)
	}
	r.drafts = append(r.drafts, d)
	return nil
}

// setFew keeps sections for the questions that many answered, and names the others, unless there are no others
// or each question was asked for.
func (r *reporter) setFew() {
	many := func(d draft) bool { return d.Shown.Tally().Base.Valid >= report.Fewest }
	every := len(r.questions) > 0 || r.only != "" || !slices.ContainsFunc(r.drafts, many)
	var drawn []draft
	for _, d := range r.drafts {
		q := report.QuestionOf(d.Question)
		if !every && !many(d) {
			r.document.FewAnswers = append(r.document.FewAnswers, report.FewAnswers{Question: q, Answers: d.Shown.Tally().Base.Valid})
			continue
		}
		drawn = append(drawn, d)
		r.redacted.Add(d.Redacted)
		r.shown = append(r.shown, d.terms.Tally().Terms...)
		r.document.Add(report.Section{Cautions: d.cautions, Tally: d.document(d.limits)})
	}
	r.drafts = drawn
}

// complete draws the sections, in one language, which is that of the answers to most questions unless
// another is asked for.
func (r *reporter) complete(ctx context.Context) error {
	r.setFew()
	voice := prose.PageVoiceOf(cmp.Or(r.textLang, r.document.MainLanguage()))
	r.document.Voice = voice
	for i, d := range r.drafts {
		s := &r.document.Questions[i]
		if err := r.fill(ctx, s, d, fmt.Sprintf("q%d-", i+1)); err != nil { // ids in pictures begin with it
			return err
		}
		r.tell(d.Question, s.Cautions...)
		said := cautions(voice, d.Count, true) // in the order of those in English
		for k, w := range cautions(prose.Voice{}, d.Count, true) {
			if at := slices.Index(s.Cautions, w); at >= 0 {
				s.Cautions[at].Message = said[k].Message
			}
		}
		for k, w := range s.Cautions {
			if text := unseen[w.Code]; text != "" && voice.Code() != "en" {
				s.Cautions[k].Message = voice.Say(text)
			}
		}
		known := func(w notice.Warning) bool { return w.Code == notice.VariedAnswers } // the findings say so
		s.Cautions = slices.DeleteFunc(s.Cautions, known)
	}
	return nil
}

// unseen say on pages in other languages what is not there; in English the reason is given, too.
var unseen = map[notice.Code]prose.Text{
	notice.NotDrawn:       "there is no picture, since no word can be drawn",
	notice.GroupsWithheld: "groups are not compared, since too few people said the same",
}

// leaveOut says in the report why a question has no section. It returns errors that are no reason.
func (r *reporter) leaveOut(q survey.Question, err error) error {
	reason := whyNothing(err)
	if reason == "" {
		return err
	}
	r.nothing = cmp.Or(r.nothing, err)
	if errors.As(err, new(*lang.LanguageError)) {
		r.tell(q, notice.Warning{Code: notice.UnknownLanguage, Message: "is left out: " + reason})
	}
	r.document.LeftOut = append(r.document.LeftOut, report.LeftOut{
		Question: report.QuestionOf(q), Reason: reason, Withheld: isWithheld(err),
	})
	return nil
}

// tell keeps warnings of a question for the end, with the question before each.
func (r *reporter) tell(q survey.Question, warnings ...notice.Warning) {
	name := prose.Quoted(prose.Shorten(cmp.Or(q.Text, q.ID), questionNamed))
	for _, w := range warnings {
		w.Message = name + ": " + w.Message
		r.asked = append(r.asked, w)
	}
}

// questionNamed is how much of a question stands before its warnings, in characters.
const questionNamed = 60

// whyNothing says why a question has nothing to show; "" if the error is another.
func whyNothing(err error) string {
	if e, ok := errors.AsType[*notice.NothingError](err); ok {
		return e.What
	}
	if e, ok := errors.AsType[*lang.LanguageError](err); ok {
		return e.Error() + "; " + languageHint(e.Lang)
	}
	if e, ok := errors.AsType[*privacy.WithheldError](err); ok {
		return (&privacy.WithheldError{Least: e.Least, What: e.What}).Error()
	}
	return ""
}

// isWithheld reports whether disclosure control is the reason of an error.
func isWithheld(err error) bool { return errors.As(err, new(*privacy.WithheldError)) }

// fill adds what a section has besides its tally.
func (r *reporter) fill(ctx context.Context, s *report.Section, d draft, id string) (err error) {
	q := d.pictured(d.terms, r.document.Voice)
	s.Headline, s.Leading = q.Headline(), q.Leaders()
	cloud, err := q.PageCloud(ctx, r.look, d.words, id)
	if s.Cloud, err = r.onPage(s, cloud, err); err != nil {
		return err
	}
	bars, err := q.PageBars(ctx, r.look, d.bars, id)
	if s.Chart, err = r.onPage(s, bars, err); err != nil {
		return err
	}
	if r.figures != "" {
		prints, err := q.Prints(ctx, r.print, d.words, d.bars)
		if err = r.illustrate(s, id, prints, err); err != nil {
			return err
		}
	}
	if r.quotes {
		if s.Quotes, err = r.quoted(ctx, d.counted, s.Tally); err != nil {
			return err
		}
	}
	return r.compare(ctx, s, d.counted, d.limits, id)
}

// onPage is a picture as a report takes it: drawn twice, wide for a screen and
// narrow for a phone, and the page shows the one that fits. If none of its words could be drawn,
// the section says so in its place.
func (r *reporter) onPage(s *report.Section, f figure.PageFigure, err error) (report.Figure, error) {
	var blank *figure.BlankError
	if errors.As(err, &blank) {
		r.unplaced = append(r.unplaced, blank.Unplaced...)
		s.Cautions = append(s.Cautions, notice.Warning{Code: notice.NotDrawn, Message: "there is no picture: " + blank.Error()})
		return report.Figure{}, nil
	}
	r.unplaced = append(r.unplaced, f.Unplaced...)
	page := report.Figure{Wide: f.Wide, Narrow: f.Narrow, Caption: f.Caption, NarrowCaption: f.NarrowCaption}
	for _, entry := range f.Legend {
		page.Legend = append(page.Legend, report.LegendEntry{Ink: render.Hex(entry.Ink), Name: prose.Plain(entry.Name)})
	}
	return page, err
}

// illustrate adds files of figures to a section, by their paths as the Markdown beside them names them.
func (r *reporter) illustrate(s *report.Section, id string, prints []figure.Print, err error) error {
	for _, p := range prints {
		r.unplaced = append(r.unplaced, p.Unplaced...)
		path := filepath.Join(r.figures, id+p.Name+".png")
		r.figured = append(r.figured, outfile.File{Path: path, Data: p.PNG})
		s.Illustrations = append(s.Illustrations, report.Illustration{Path: r.fromMarkdown(path), Caption: p.Caption, Slide: p.Slide, Alt: p.Alt, Notes: p.Notes})
	}
	return err
}

// fromMarkdown is the path of a file as seen from the folder of the first output that is Markdown.
func (o *reportOptions) fromMarkdown(path string) string {
	for _, output := range o.outputs {
		if format, _ := o.formatOf(output); format == report.Markdown && output != "-" {
			if from, err := filepath.Rel(filepath.Dir(output), path); err == nil {
				path = from
			}
			break
		}
	}
	return filepath.ToSlash(path)
}

// How many terms of a question are quoted, how many answers of each, and how many characters of an
// answer: what a reader may look through.
const quotedTerms, quotesOfTerm, quoteLength = 100, 20, 600

// quoted draws answers behind the terms that the cloud has, for a report by the first seed.
func (r *reporter) quoted(ctx context.Context, c *counted, t *report.Tally) (list []*report.Quotes, err error) {
	ask := study.Quoting{Sample: quotesOfTerm, Seed: 1, Most: quoteLength}
	found, err := c.QuotesOf(ctx, t.Terms[:min(quotedTerms, len(t.Terms))], ask)
	for _, q := range found {
		list = append(list, report.NewQuotes(t, c.names(), q, 0))
	}
	return list, err
}

// compare compares the groups of a question, if there are any.
func (r *reporter) compare(ctx context.Context, s *report.Section, c *counted, limits tally.Limits, id string) error {
	if r.By == "" {
		return nil
	}
	found, err := c.Compare()
	if reason := whyNothing(err); reason != "" {
		if isWithheld(err) {
			s.Cautions = append(s.Cautions, notice.Warning{Code: notice.GroupsWithheld, Message: "groups are not compared: " + reason})
		}
		return nil
	} else if err != nil {
		return err
	}
	s.Compare = report.NewCompare(s.Tally, found, limits)
	comparison := figure.Comparison{Question: c.pictured(c.Shown, r.document.Voice), Result: found}
	between, err := comparison.Page(ctx, r.look, id)
	if s.Differences, err = r.onPage(s, between, err); err != nil || r.figures == "" {
		return err
	}
	prints, err := comparison.Prints(ctx, r.print)
	return r.illustrate(s, id, prints, err)
}

// sort separates the warnings of a question that are about the files from those about its
// answers, which are shown with these in the report. An entry of a list is worth a warning
// only if no question has it.
func (r *reporter) sort(all []notice.Warning) (cautions []notice.Warning) {
	var lists []notice.Warning
	for _, w := range all {
		switch {
		case w.File == "":
			cautions = append(cautions, w)
		case !slices.Contains(r.files, w.File):
			lists = append(lists, w)
		case !slices.Contains(r.warnings, w):
			r.warnings = append(r.warnings, w)
		}
	}
	if r.sections++; r.sections > 1 {
		lists = slices.DeleteFunc(lists, func(w notice.Warning) bool { return !slices.Contains(r.lists, w) })
	}
	r.lists = lists
	return cautions
}

// finished is the report with the parts that are only known at the end.
func (r *reporter) finished() *report.Report {
	d := &r.document
	d.Schema, d.Title, d.Letters = report.ReportSchema, r.title, r.look.Letters.SVG()
	names := report.NamesOf(r.files)
	for i, path := range r.files {
		file := report.File{Name: names.Of(path)}
		if len(r.hashes) == len(r.files) {
			file.SHA256 = r.hashes[i]
		}
		d.Files = append(d.Files, file)
	}
	r.warnings = append(r.warnings, r.lists...)
	d.Warnings = names.Warnings(r.warnings)
	d.Respondents = int(d.Questions[0].Tally.Base.Respondents)
	return d
}
