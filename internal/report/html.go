package report

import (
	"cmp"
	"crypto/sha256"
	_ "embed" // for the style and the script of the page
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"verbatim/internal/markup"
	"verbatim/internal/notice"
	"verbatim/internal/prose"
	"verbatim/internal/wording"
)

// A report's page is one file that loads nothing: no font, script, picture or style. Its content
// security policy names, by hash, the only scripts and styles that a browser may run and apply, all
// of them written by this program:
//
//	answers ─ Plain ─▶ question ─ fill ─▶ markup ─┐
//	pictures (escaped where they were drawn) ─────┼─▶ page
//	page.css, page.js ─ SHA-256 ─▶ policy ────────┘
//
// So an answer with markup stays text for two reasons: fill escapes it, and the policy forbids it to
// run. The page is complete without scripts. The script shortens, sorts and filters tables, and takes
// quotes from data in the page.

//go:embed page/page.css
var pageCSS string

//go:embed page/page.js
var pageJS string

// early runs before anything is shown, so that nothing that only scripts need, or that they
// shorten, flickers.
const early = `document.documentElement.classList.add("js")`

// writeHTML writes the page.
func (r *Report) writeHTML(w io.Writer) error {
	questions := make([]question, len(r.Questions))
	for i := range r.Questions {
		questions[i] = r.question(i)
	}
	return writeText(w, string(r.head(questions)+r.contents(questions)+markup.Fill(`<main id="findings">
%s
%s
</main>
`, markup.Each(questions, question.article), r.namedOnly())+r.foot()))
}

// head is the page up to the line below its title.
func (r *Report) head(questions []question) markup.HTML {
	style, say := pageCSS+r.accent()+r.darkInks()+r.paper(), r.Voice.Say
	policy := fmt.Sprintf("default-src 'none'; img-src data:; style-src %s; script-src %s %s; base-uri 'none'; form-action 'none'",
		hashOf(style), hashOf(early), hashOf(pageJS))
	return markup.Fill(`<!doctype html>
<html lang="%s">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="%s">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="verbatim">
<title>%s</title>
<style>%s</style>
<script>%s</script>
</head>
<body>
<a class="skip" href="#findings">%s</a>
%s
<header>
<div class="over">%s</div>
<h1>%s</h1>
%s</header>
`, r.Voice.Code(), policy, r.title(), markup.HTML(style), markup.HTML(early), say("Skip to the findings"), markup.HTML(r.Letters), r.masthead(questions), r.title(),
		markup.When(!r.headed(), "<p class=\"standing\">%s</p>\n", r.standing()))
}

// masthead is the line above the title: whose page it is, what it is, from when; and where its parts are, if it
// is on one question.
func (r *Report) masthead(questions []question) markup.HTML {
	kind := r.Voice.Say("Answers in people’s own words")
	if r.Questions[0].Tally.TermsAre == "options" {
		kind = r.Voice.Say("Answers to a multiple choice")
	}
	parts := slices.DeleteFunc([]string{prose.Plain(r.Organisation), kind, prose.Plain(r.Date)}, func(text string) bool { return text == "" })
	if r.headed() && questions[0].Box != "" {
		parts = append(parts, questions[0].Box)
	}
	return markup.When(r.Logo != "", `<img class="logo" src="%s" alt="">`, r.Logo) + markup.Fill(`<p class="kicker">%s</p>`, strings.Join(parts, " · ")) +
		markup.When(r.headed(), "%s", questions[0].nav())
}

// contents lists the questions, if there are several, with the finding of each.
func (r *Report) contents(questions []question) markup.HTML {
	return markup.When(len(questions) > 1, `<nav class="contents" aria-labelledby="contents">
<h2 id="contents">%s</h2>
<ol>%s
</ol>
</nav>
`, r.Voice.Say("The questions"), markup.Each(questions, func(q question) markup.HTML {
		return markup.Fill(`
<li%s><a href="#%s"%s>%s</a>%s<span class="brief">%s</span><span class="count">%s</span></li>`, markup.When(q.Under, ` class="under"`),
			q.ID, q.Lang, q.Name, markup.When(q.Box != "", ` <span class="box">%s</span>`, q.Box), q.Lead, r.Voice.Say("%d answers", q.Tally.Base.Valid))
	}))
}

// namedOnly lists the questions that have no section.
func (r *Report) namedOnly() markup.HTML {
	list := func(id, name string, items markup.HTML) markup.HTML {
		return markup.When(items != "", `<section class="only" aria-labelledby="%[1]s">
<h2 id="%[1]s">%[2]s</h2>
<ul>%[3]s
</ul>
</section>`, id, name, items)
	}
	return list("few", r.Voice.Say("Questions with fewer than %d answers", Fewest), markup.Each(r.FewAnswers, func(f FewAnswers) markup.HTML {
		return markup.Fill(`
<li>%s <span class="quiet">%s</span></li>`, f.Question.name(), r.Voice.Say("%d answers", f.Answers))
	})) + list("left-out", r.Voice.Say("Questions not shown"), markup.Each(r.LeftOut, func(l LeftOut) markup.HTML {
		return markup.Fill(`
<li>%s <span class="quiet">%s</span></li>`, l.Question.name(), r.reason(l))
	}))
}

// reason says why a question has no section. In full it is a message for whoever runs the program.
func (r *Report) reason(l LeftOut) string {
	switch {
	case r.Voice == prose.Voice{}:
		return l.Reason
	case l.Withheld:
		return r.Voice.Say("withheld, since too few people said the same")
	}
	return r.Voice.Say("nothing to count")
}

// foot is what follows the questions: the files, and the script.
func (r *Report) foot() markup.HTML {
	say := r.Voice.Say
	return markup.Fill(`<footer>
<h2>%s</h2>
<table class="plain"><caption>%s</caption>
<thead><tr><th scope="col">%s</th><th scope="col">SHA-256</th></tr></thead>
<tbody>%s</tbody></table>
%s
<p class="quiet">%s</p>
</footer>
<script type="application/json" id="texts">%s</script>
<script>%s</script>
</body>
</html>
`, say("The data"), say("Files, with the SHA-256 that identifies their contents"), say("file"), markup.Each(r.Files, func(f File) markup.HTML {
		return markup.Fill(`<tr><th scope="row">%s</th><td class="hash">%s</td></tr>`, prose.Plain(f.Name), f.SHA256)
	}), markup.When(len(r.Warnings) > 0, `<h3>%s</h3>
<ul lang="en">%s</ul>`, say("Warnings about the files"), markup.Each(r.Warnings, func(w notice.Warning) markup.HTML {
		return markup.Fill(`<li>%s</li>`, prose.Warning(w))
	})), say("Made with verbatim. This page is one file and loads nothing from elsewhere."), scriptTexts(r.Voice), markup.HTML(pageJS))
}

// scriptTexts are what the script says, as JSON: {0} and {1} stand for what it puts in.
func scriptTexts(v prose.Voice) markup.HTML {
	const one, two = "{0}", "{1}"
	text, _ := json.Marshal(map[string]string{ // texts, which always have a JSON; keys are sorted
		"copy": v.Say("Copy"), "copied": v.Say("Copied"), "csv": v.Say("Save as CSV"), "svg": v.Say("Save as SVG"), "png": v.Say("Save as PNG"),
		"row": v.Say("its row"), "answers": v.Say("its answers"),
		"found": v.Say("%s of %s terms", one, two), "all": v.Say("Show all %s terms", one),
		"quotes": v.Say("Show all %s quotes of %s", one, v.Quote(two)), "none": v.Say("This page has no quotes of %s.", v.Quote(one)),
		"single": v.Say("%s is in 1 answer.", v.Quote(one)), "several": v.Say("%s is in %s answers.", v.Quote(one), two),
		"sample": v.Say("%s is in %s answers; %s are quoted here.", v.Quote(one), two, "{2}"),
	})
	return markup.HTML(text)
}

// hashOf is the name of a text in a content security policy (W3C, CSP 3): a browser runs or applies
// only what has it.
func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// accent are the style rules of another colour than the usual one, on a light ground and on a dark one.
func (r *Report) accent() string {
	if r.Accent[0] == "" {
		return ""
	}
	return fmt.Sprintf(":root { --accent: %s; --lead: %[1]s; }\n@media screen and (prefers-color-scheme: dark) { :root { --accent: %s; --lead: %[2]s; } }\n", r.Accent[0], r.Accent[1])
}

// paper are the style rules for what stands on every sheet of paper: whose page it is and its title, and the number of the sheet.
func (r *Report) paper() string {
	const most = 90 // characters that a line has room for
	title := prose.Shorten(strings.TrimPrefix(strings.Join([]string{prose.Plain(r.Organisation), r.title()}, " · "), " · "), most)
	return fmt.Sprintf("@page { @top-left { content: %s; } @bottom-right { content: counter(page) \" / \" counter(pages); } }\n", prose.StyleText(title))
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
		return r.Voice.Say("Answers in people’s own words")
	}
	return prose.Plain(strings.TrimSuffix(name, filepath.Ext(name)))
}

// title is the heading on the page: of a question without its code and its instructions, of a follow-up
// the question that it belongs to.
func (r *Report) title() string {
	name := r.heading()
	if !r.headed() {
		return name
	}
	asked, _ := wording.FollowUp(name)
	return wording.Titles(cmp.Or(asked, name))[0]
}

// headed reports whether the text of the only question is the title of the report. Then its section
// has no heading of its own, which would repeat the title.
func (r *Report) headed() bool { return len(r.Questions) == 1 && r.Title == "" }

// standing is the line below the title. A question that is left out for another reason than
// disclosure control is not counted there: nobody answered it, or its answers have no words.
func (r *Report) standing() string {
	withheld := slices.DeleteFunc(slices.Clone(r.LeftOut), func(l LeftOut) bool { return !l.Withheld })
	return r.Voice.Standing(len(r.Questions), r.Questions[0].Tally.TermsAre, r.Respondents, len(withheld))
}
