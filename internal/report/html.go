package report

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // for the parts of the page
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"verbatim/internal/prose"
	"verbatim/internal/tally"
)

// A report's page is one file that loads nothing: no font, script, picture or style. Its content
// security policy names, by hash, the only scripts and styles that a browser may run and apply, all
// of them written by this program:
//
//	answers ─ Plain ─▶ view ─ html/template ─▶ text ─┐
//	pictures (escaped where they were drawn) ────────┼─▶ page
//	page.css, page.js ─ SHA-256 ─▶ policy ───────────┘
//
// So an answer with markup stays text for two reasons: the template escapes it, and the policy
// forbids it to run. The page is complete without scripts. The script shortens, sorts and filters
// tables, and takes quotes from data in the page.

//go:embed page/page.html
var pageHTML string

//go:embed page/page.css
var pageCSS string

//go:embed page/page.js
var pageJS string

// early runs before anything is shown, so that nothing that only scripts need, or that they
// shorten, flickers.
const early = `document.documentElement.classList.add("js")`

// page is the view of a report. Texts of the types of html/template are not escaped, so they may
// only be this program's own.
type page struct {
	Policy          string
	Style           template.CSS
	Early, Script   template.JS
	Kicker          string // above the title
	Title, Standing string
	Questions       []question
	*Report
}

// functions turn texts and figures into what the template shows. html/template escapes the results;
// the only exception is svg, whose text was escaped when the picture was drawn. Figures that may be
// withheld are taken from their struct here, where the compiler checks their type.
var functions = template.FuncMap{
	"plain":       prose.Plain,
	"people":      prose.People,
	"grouped":     prose.Grouped[int],
	"probability": prose.Probability,
	"percent":     func(share float64) string { return unbroken(prose.Percent(share)) },
	"unbroken":    unbroken,
	"bar":         func(share float64) string { return fmt.Sprintf("%.1f", 100*share) }, // as long as that of 100 px
	"letter":      tally.Letter,
	"letters":     func(list []string) string { return strings.Join(list, " ") },
	"size":        func(x tally.Term, d *Tally) string { return prose.Size(x, &d.Tally) },
	"named":       func(x tally.Theme) string { return prose.Grouped(x.Mentions) },
	"writtenAs":   writtenAs,
	"isSmall":     func(valid int) bool { return valid < tally.SmallGroup },
	"name":        Question.name,
	"sentence":    prose.Warning,
	"svg":         func(picture string) template.HTML { return template.HTML(picture) }, // escaped where it was drawn
}

// unbroken keeps a number and its per cent sign on one line, with a space that does not break.
func unbroken(s string) string { return strings.ReplaceAll(s, " %", "\u00a0%") }

// writeHTML writes the page.
func (r *Report) writeHTML(w io.Writer) error {
	t, err := template.New("page").Funcs(functions).Parse(pageHTML)
	if err != nil {
		return fmt.Errorf("page: %w", err)
	}
	var out bytes.Buffer
	if err := t.Execute(&out, r.page()); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	_, err = out.WriteTo(w)
	return err
}

// page is the view of the report that the template fills in.
func (r *Report) page() *page {
	style := pageCSS + r.darkInks()
	p := &page{
		Style: template.CSS(style), Early: early, Script: template.JS(pageJS), // all of them are this program's own text
		Policy: fmt.Sprintf("default-src 'none'; style-src %s; script-src %s %s; base-uri 'none'; form-action 'none'",
			hashOf(style), hashOf(early), hashOf(pageJS)),
		Kicker: "Answers in people’s own words", Title: r.heading(), Standing: r.standing(), Report: r,
	}
	if r.Questions[0].Tally.TermsAre == "options" {
		p.Kicker = "Answers to a multiple choice"
	}
	for i := range r.Questions {
		p.Questions = append(p.Questions, r.question(i))
	}
	return p
}

// hashOf is the name of a text in a content security policy (W3C, CSP 3): a browser runs or applies
// only what has it.
func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// darkInks are the style rules that replace the inks of the figures on a dark screen. A rule goes
// by the colour itself, so the pictures need no classes. Printed pages keep the inks for paper.
func (r *Report) darkInks() string {
	if len(r.Dark) == 0 {
		return ""
	}
	rules := prose.Texts(r.Dark, func(ink [2]string) string {
		return fmt.Sprintf("  figure [fill=\"%s\"] { fill: %s; }\n", ink[0], ink[1])
	})
	return "@media screen and (prefers-color-scheme: dark) {\n" + strings.Join(rules, "") + "}\n"
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

// headed reports whether the text of the only question is the title of the report. Then its section
// has no heading of its own, which would repeat the title.
func (r *Report) headed() bool { return len(r.Questions) == 1 && r.Title == "" }

// standing is the line below the title. A question that is left out for another reason than
// disclosure control is not counted there: nobody answered it, or its answers have no words.
func (r *Report) standing() string {
	withheld := slices.DeleteFunc(slices.Clone(r.LeftOut), func(l LeftOut) bool { return !l.Withheld })
	return prose.Standing(len(r.Questions), r.Questions[0].Tally.TermsAre, r.Respondents, len(withheld))
}
