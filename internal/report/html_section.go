package report

import (
	"strings"

	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// The HTML of a question's section, from its heading down to the account of how its answers were
// counted; html_table.go has its tables. It decides nothing: what is shown is decided in
// html_question.go. Classes, ids and data attributes are those by which page.css and page.js find
// their elements:
//
//	wide, narrow       one of two forms, by the width of the screen
//	js-only            of no use without scripts, and hidden then
//	data-term          the term that a row or a quote belongs to, as the data of the quotes have it
//	data-sort, -value  a column that can be sorted, and what a cell is sorted by if not by its text
//	save               a table or a figure that scripts offer to save, with the end of its name

// article is the whole section. Every element in it that others refer to has an id that begins with
// the question's, since a page has several questions. What a screen shows first tells all in short:
//
//	Question 2 of 11                      Summary  Groups  All terms  Method
//	What hinders you?
//	“packages” was named most, by 56 of 132 people. Next: build (28%), …
//	▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▒▒▒▒▒▒▒▒▒▒▒▒▒   132 answered, 50 did not
//	bars                                       cloud
//	Read with care. …
func (q question) article() markup {
	return fill(`<article id="%[1]s" aria-labelledby="%[1]s-name"%[2]s>
%[3]s<p class="lead">%[4]s</p>
%[5]s%[6]s%[7]s%[8]s`, q.ID, when(q.Under, ` class="under"`), q.title(), q.lead(), paragraphs("<p class=\"also\">%s</p>\n", q.Also), q.base(), q.pictures(), q.care()) +
		q.themes() + "\n" + q.groups() + "\n" + q.terms() + "\n" + q.quotes() + "\n" + q.behind() + "</article>\n"
}

// title is the heading of the section. One that the page has already is there for screen readers
// only, as they go from heading to heading.
func (q question) title() markup {
	if q.Headed {
		return fill("<h2 id=\"%s-name\" class=\"unseen\">%s</h2>\n", q.ID, q.Say("The finding"))
	}
	kicker := q.Say("Question %d of %d", q.Number, q.Of)
	if q.Box != "" {
		kicker += " · " + q.Box
	}
	return fill(`<div class="over"><p class="kicker">%s</p>%s</div>
<h2 id="%s-name"%s>%s</h2>
`, kicker, q.nav(), q.ID, q.Lang, q.Name)
}

// nav leads to the parts of the section.
func (q question) nav() markup {
	return fill(`<nav class="parts" aria-label="%s">%s</nav>`, q.Say("Parts of question %d", q.Number),
		each(q.parts(), func(p [2]string) markup { return fill(`<a href="#%s">%s</a>`, p[0], p[1]) }))
}

// lead is the finding, the names of what leads in the accent.
func (q question) lead() markup {
	lead := fill("%s", q.Lead)
	for _, name := range q.Accented {
		lead = markup(strings.Replace(string(lead), string(fill("%s", name)), string(fill(`<em>%s</em>`, name)), 1))
	}
	if q.Lead == q.Findings[0] {
		return lead
	}
	return fill(`<strong>%s</strong> %s`, lead, q.More)
}

// base is all respondents as one bar: those who gave an answer, and what the others did. The list below
// has its figures.
func (q question) base() markup {
	sum := 0
	for _, p := range q.Portions {
		sum += p.N
	}
	from := 0
	bars := each(q.Portions, func(p prose.Portion) markup {
		from += p.N
		return fill(`<rect class="part-%d" x="%d" width="%d" height="10"/>`, p.Kind, from-p.N, p.N)
	})
	return when(sum > 0, `<div class="base"><svg viewBox="0 0 %d 10" preserveAspectRatio="none" aria-hidden="true">%s</svg>
<ul>%s</ul></div>
`, sum, bars, each(q.Portions, func(p prose.Portion) markup {
		return fill(`<li><svg width="11" height="11" aria-hidden="true"><rect class="part-%d" width="11" height="11"/></svg>%s</li>`, p.Kind, p.Name)
	}))
}

// pictures are the bars and, beside them, the cloud, each with what it shows as its heading.
func (q question) pictures() markup {
	bars := q.figure(q.Chart, "bars", q.Say("How many people named each term"), q.Chart.Caption, "")
	cloud := q.figure(q.Section.Cloud, "cloud", sized(q.Section.Cloud), rest(q.Section.Cloud.Caption), fill(`<p class="readout js-only" id="%[1]s-readout" aria-live="polite" data-idle="%[2]s">%[2]s</p>
`, q.ID, q.Say("Point at a word for its counts; choose it to see only its row and its answers.")))
	return when(bars != "" || cloud != "", "<div class=\"pair\">\n%s%s</div>\n", bars, cloud)
}

// sized is what the sizes of a cloud mean, the first sentence of its caption.
func sized(f Figure) markup {
	return either(first(f.Caption), first(f.NarrowCaption))
}

// first is the first sentence of a caption, without its full stop; rest are the others.
func first(caption []string) string {
	return strings.TrimSuffix(strings.Join(caption[:min(1, len(caption))], ""), ".")
}

func rest(caption []string) []string { return caption[min(1, len(caption)):] }

// either is one of two texts, by the width of the screen, if they differ.
func either(wide, narrow string) markup {
	if narrow == "" || narrow == wide {
		return fill("%s", wide)
	}
	return fill(`<span class="wide">%s</span><span class="narrow">%s</span>`, wide, narrow)
}

// care is the first caution: what a reader has to know before all else. The others are in the account of
// the method.
func (q question) care() markup {
	return when(len(q.Caveats) > 0, "<p class=\"caution\"><strong>%s</strong> %s</p>\n", q.Say("Read with care."), strings.Join(q.Caveats[:min(1, len(q.Caveats))], ""))
}

// figure is a picture in both widths, if it was drawn, below what it shows, with its legend, what
// scripts show below it, and its caption. The text in a picture was escaped when it was drawn.
func (q question) figure(f Figure, class string, heading any, caption []string, below markup) markup {
	note := either(strings.Join(caption, " "), "")
	if f.NarrowCaption != nil {
		note = either(strings.Join(caption, " "), strings.Join(rest(f.NarrowCaption), " "))
	}
	picture := fill(`<div%s>%s</div>`, q.Lang, markup(f.Wide))
	if f.Narrow != "" {
		picture = fill(`<div class="wide"%[1]s>%[2]s</div><div class="narrow"%[1]s>%[3]s</div>`, q.Lang, markup(f.Wide), markup(f.Narrow))
	}
	return when(f.Wide != "", `<figure class="%[1]s" data-save="%[2]s-%[1]s">
%[3]s%[4]s
%[5]s%[6]s%[7]s
</figure>
`, class, q.ID, when(heading != "", "<h3>%s</h3>\n", heading), picture, q.legend(f.Legend), below, q.note(note, len(caption)))
}

// note is the caption of a figure. A long one is folded away on a screen.
func (q question) note(text markup, sentences int) markup {
	if sentences > 1 {
		return fill(`<details><summary>%s</summary><p>%s</p></details>`, q.Say("What is drawn, and what is not"), text)
	}
	return fill(`<figcaption>%s</figcaption>`, text)
}

// legend says what the colours of a figure mean.
func (q question) legend(entries []LegendEntry) markup {
	return when(len(entries) > 0, "<ul class=\"legend\" aria-label=\"%s\">%s</ul>\n", q.Say("Colours"), each(entries, func(e LegendEntry) markup {
		return fill(`<li><svg width="12" height="12" aria-hidden="true"><rect width="12" height="12" fill="%s"/></svg>%s</li>`, e.Ink, e.Name)
	}))
}

// groups are the first terms of each group, and what sets the groups apart. A name of a term is
// isolated (bdi), so that one written from right to left does not move the figure after it.
func (q question) groups() markup {
	g := q.By
	if g == nil {
		return ""
	}
	lists := each(g.Groups, func(x Group) markup {
		return fill(`<section><h4>%s <span class="of">%s%s</span></h4>
<ol>%s</ol></section>`, x.Value, q.People(x.Base.Valid), when(x.Base.Valid < tally.SmallGroup, ": %s", q.Say("too few to tell much")), each(x.Terms, func(t tally.Term) markup {
			return fill(`<li><bdi>%s</bdi> <span class="of">%s</span></li>`, prose.Plain(t.Label), q.Size(t, &q.Tally.Tally))
		}))
	})
	return fill(`<section aria-labelledby="%[1]s-groups %[1]s-name"><h3 id="%[1]s-groups">%[2]s</h3>
<div class="groups"%[3]s>%[4]s</div>
%[5]s
</section>
`, q.ID, q.Say("By %s", g.Column), q.Lang, lists, q.comparison())
}

// comparison is what sets the groups apart: the picture, the terms, the themes, and how it was tested. Where
// nothing does, a sentence says so.
func (q question) comparison() markup {
	g := q.By
	if g.Compared == nil {
		return ""
	}
	return q.figure(q.Differences, "groups", "", q.Differences.Caption, "") + "\n" + q.apart() + "\n" + q.banner() + "\n" +
		when(len(g.Notes) > 0, `<details><summary>%s</summary><ul>%s</ul></details>`, q.Say("How groups are compared"), paragraphs(`<li>%s</li>`, g.Notes))
}

// quotes are the answers that stand on the page as text, and the data of all others. The direction of
// an answer is that of its own first letter.
func (q question) quotes() markup {
	if q.Quoted == nil {
		return ""
	}
	first := each(q.Quoted.First, func(x pageQuote) markup {
		return fill(`<li data-term="%s"><blockquote dir="auto">%s</blockquote><span class="from">%s</span></li>
`, x.Key, each(x.Pieces, func(p study.Part) markup {
			if p.Match {
				return fill(`<mark>%s</mark>`, p.Text)
			}
			return fill("%s", p.Text)
		}), x.Source)
	})
	return fill(`<section class="quotes" aria-labelledby="%[1]s-quotes %[1]s-name"><h3 id="%[1]s-quotes">%[6]s</h3>
<p class="quiet status" aria-live="polite">%[2]s</p>
<ol%[3]s>%[4]s</ol>
<p class="js-only"><button type="button" class="more" hidden></button></p>
<script type="application/json">%[5]s</script>
</section>
`, q.ID, q.Quoted.Note, q.Lang, first, q.Quoted.Data.script(), q.Say("In their own words"))
}

// behind says how the answers were counted.
func (q question) behind() markup {
	return fill(`<section class="behind" aria-labelledby="%[1]s-behind %[1]s-name"><h3 id="%[1]s-behind">%[6]s</h3>
<ul>%[2]s%[8]s</ul>
<div class="accounts">
%[3]s
%[4]s
</div>
<p class="options">%[7]s %[5]s</p>
</section>
`, q.ID, paragraphs(`<li>%s</li>`, q.Notes), account(q.Say("Who is counted"), q.Base), account(q.Say("How their words were counted"), q.Words),
		numbered(q.Options, func(i int, o optionRow) markup {
			return when(i > 0, ", ") + fill(`<code>%s%s</code>`, o.Flag, when(o.Value != "", " %s", o.Value))
		}), q.Say("What is behind these figures"), q.Say("Counted with:"), paragraphs(`<li>%s</li>`, q.Caveats[min(1, len(q.Caveats)):]))
}
