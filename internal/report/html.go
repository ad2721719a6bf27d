package report

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	_ "embed" // for the parts of the page
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"path/filepath"
	"strings"

	"verbatim/internal/prose"
	"verbatim/internal/tally"
)

// A report's page is one file that asks for nothing else: no font, script, picture or style from elsewhere. Its policy
// (CSP) lets a browser run and apply just what this program wrote, by hash:
//
//	answers ─ Plain ─▶ view ─ html/template ─▶ text ─┐
//	pictures (escaped where they were drawn) ────────┼─▶ page
//	page.css, page.js ─ SHA-256 ─▶ policy ───────────┘
//
// So an answer that is markup stays text, for two reasons. Everything is on the page without a script, too: the script
// shortens tables, sorts and filters them, and fetches quotes from the data in the page.

//go:embed page/page.html
var pageHTML string

//go:embed page/page.css
var pageCSS string

//go:embed page/page.js
var pageJS string

// early runs before anything is shown, so that what only scripts need, and what they shorten, is right at once.
const early = `document.documentElement.classList.add("js")`

// page is the view of a report.
type page struct {
	Policy          string
	Style           template.CSS
	Early, Script   template.JS
	Kicker          string // above the title
	Title, Standing string
	Overview        string
	Files           []ReportFile
	Questions       []question
	LeftOut         []LeftOut
	Warnings        []string
}

// writeHTML writes the page.
func (r *Report) writeHTML(w io.Writer) error {
	t, err := template.New("page").Parse(pageHTML)
	if err != nil {
		return fmt.Errorf("page: %w", err)
	}
	p := r.page()
	var out bytes.Buffer
	if err := t.Execute(&out, p); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	_, err = out.WriteTo(w)
	return err
}

// page prepares everything for the template.
func (r *Report) page() *page {
	style := pageCSS + r.darkInks()
	p := &page{
		Style: template.CSS(style), Early: early, Script: template.JS(pageJS), // all of them are this program's own text
		Policy: fmt.Sprintf("default-src 'none'; style-src %s; script-src %s %s; base-uri 'none'; form-action 'none'",
			hashOf(style), hashOf(early), hashOf(pageJS)),
		Kicker: "Answers in people’s own words", Title: r.heading(), Standing: r.standing(),
	}
	if r.Questions[0].Tally.TermsAre == "options" {
		p.Kicker = "Answers to a multiple choice"
	}
	for _, f := range r.Files {
		p.Files = append(p.Files, ReportFile{prose.Plain(f.Name), f.SHA256})
	}
	for i := range r.Questions {
		p.Questions = append(p.Questions, r.question(i))
	}
	for _, l := range r.LeftOut {
		l.Question.Text = prose.Plain(cmp.Or(l.Question.Text, l.Question.ID))
		p.LeftOut = append(p.LeftOut, l)
	}
	for _, w := range r.Warnings {
		p.Warnings = append(p.Warnings, w.sentence())
	}
	return p
}

// hashOf names a text in a policy.
func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// darkInks are the rules that give the figures other inks on a dark screen.
func (r *Report) darkInks() string {
	if len(r.Dark) == 0 {
		return ""
	}
	var rules strings.Builder
	rules.WriteString("@media screen and (prefers-color-scheme: dark) {\n")
	for _, c := range r.Dark {
		fmt.Fprintf(&rules, "  figure [fill=\"%s\"] { fill: %s; }\n", c.Light, c.Dark)
	}
	rules.WriteString("}\n")
	return rules.String()
}

// heading is the title given, or the only question, or the name of the file.
func (r *Report) heading() string {
	if r.Title != "" {
		return prose.Plain(r.Title)
	}
	if r.headed() {
		return r.Questions[0].Tally.Question.name()
	}
	name := filepath.Base(r.Files[0].Name)
	if name == "-" {
		return "Answers in people’s own words"
	}
	return prose.Plain(strings.TrimSuffix(name, filepath.Ext(name)))
}

// headed tells whether the only question is the title of the report.
func (r *Report) headed() bool { return len(r.Questions) == 1 && r.Title == "" }

// standing says of what and of how many people the report is.
func (r *Report) standing() string {
	n := len(r.Questions)
	what := "an open-ended question"
	switch {
	case n > 1:
		what = fmt.Sprintf("%d open-ended questions", n)
	case r.Questions[0].Tally.TermsAre == "options":
		what = "this question"
	}
	if n := r.withheld(); n > 0 {
		what += fmt.Sprintf("; %s withheld", prose.Were(n, "question"))
	}
	if r.Respondents <= 0 {
		return "What people answered to " + what + "."
	}
	return fmt.Sprintf("What %s answered to %s.", strings.Replace(prose.People(r.Respondents), "people", "respondents", 1), what)
}

// withheld is how many questions disclosure control leaves out.
func (r *Report) withheld() (n int) {
	for _, l := range r.LeftOut {
		if l.Withheld {
			n++
		}
	}
	return n
}

// name is the text of a question, or the id of one without.
func (q *Question) name() string { return prose.Plain(cmp.Or(q.Text, q.ID)) }

// sentence is a warning with its place.
func (w *Warning) sentence() string {
	place := ""
	if w.File != "" {
		place = w.File
	}
	if w.Line > 0 {
		place += fmt.Sprintf(", line %d", w.Line)
	}
	if w.Column > 0 {
		place += fmt.Sprintf(", column %d", w.Column)
	}
	if place != "" {
		place += ": "
	}
	return prose.Plain(place + w.Message)
}

// question is the view of one question's section.
type question struct {
	ID, Name    string
	Number, Of  int
	Headed      bool // the page is headed by the question
	Lead        string
	More        []string
	Answers     string // how many, for the overview
	Brief       string // for the overview
	Lang        string // of the answers
	Key         []keyFigure
	Cloud       *picture
	Chart       *picture
	Terms       []termRow
	Columns     termColumns
	Aside       []asideList
	Themes      []themeRow
	ThemeNote   string
	By          *byGroup
	Quotes      *pageQuotes
	Base, Words []accountRow
	Notes       []string
	Cautions    []string
	Options     []optionRow
}

// keyFigure is a number that a section begins with.
type keyFigure struct{ Figure, Name string }

// picture is a figure of the page.
type picture struct {
	Wide, Narrow  template.HTML
	Caption       string
	NarrowCaption string
	Legend        []LegendEntry
}

// pictureOf takes over a figure; its text is escaped already.
func pictureOf(f Figure) *picture {
	if f.Wide == "" {
		return nil
	}
	return &picture{template.HTML(f.Wide), template.HTML(cmp.Or(f.Narrow, f.Wide)), f.Caption, f.NarrowCaption, f.Legend}
}

// question prepares the view of the question at a place.
func (r *Report) question(i int) question {
	s := &r.Questions[i]
	d := s.Tally
	told := d.prose()
	q := question{
		ID: fmt.Sprintf("q%d", i+1), Name: d.Question.name(), Number: i + 1, Of: len(r.Questions), Headed: r.headed(),
		Lead: unbroken(s.Findings[0]), Lang: d.Language, Answers: answersOf(d.Base.Valid), Key: d.keyFigures(), Cloud: pictureOf(s.Cloud), Chart: pictureOf(s.Chart),
		Columns: d.termColumns(), Themes: d.themeRows(), By: s.byGroup(), Quotes: s.pageQuotes(),
		Base: d.account(), Words: d.wordAccount(), Options: optionRows(&d.Options),
		ThemeNote: unbroken(told.OutsideThemes()), Brief: told.Brief(),
	}
	for _, c := range s.Cautions {
		q.Cautions = append(q.Cautions, unbroken(prose.Capitalized(c.Message)+".")) // hints are for those who run the program
	}
	for _, f := range s.Findings[1:] {
		q.More = append(q.More, unbroken(f))
	}
	for j := range d.Terms {
		q.Terms = append(q.Terms, newTermRow(&d.Terms[j], j))
	}
	q.Aside = d.asideLists()
	for _, note := range told.Method() {
		q.Notes = append(q.Notes, unbroken(note))
	}
	return q
}

// answersOf counts answers.
func answersOf(n int) string {
	if n == 1 {
		return "1 answer"
	}
	return prose.Grouped(n) + " answers"
}

// unbroken keeps a number and its per cent sign on one line.
func unbroken(s string) string { return strings.ReplaceAll(s, " %", "\u00a0%") }

// keyFigures are the bases that everything else is of.
func (d *Tally) keyFigures() []keyFigure {
	b := d.Base
	list := []keyFigure{{prose.Grouped(b.Valid), "gave an answer"}}
	for _, k := range []struct {
		n    tally.Figure
		name string
	}{{b.NilAnswers, "of them said “nothing”"}, {b.Unanswered, "left it blank"}, {b.NonResponse, "wrote “don’t know” or the like"}} {
		if k.n != 0 {
			list = append(list, keyFigure{prose.Grouped(k.n), k.name})
		}
	}
	return append(list, keyFigure{prose.Grouped(len(d.Terms) + d.Cut.Terms + d.Suppressed.Terms), "different terms"})
}
