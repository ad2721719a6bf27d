package report

import (
	"strings"

	"verbatim/internal/markup"
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
func (q question) article() markup.HTML {
	return markup.Fill(`<article id="%[1]s" aria-labelledby="%[1]s-name"%[2]s>
%[3]s<p class="lead">%[4]s</p>
%[5]s%[6]s%[7]s%[8]s`, q.ID, markup.When(q.Under, ` class="under"`), q.title(), q.lead(), markup.Paragraphs("<p class=\"also\">%s</p>\n", q.Also), q.base(), q.pictures(), q.care()) +
		q.themes() + "\n" + q.groups() + "\n" + q.terms() + "\n" + q.quotes() + "\n" + q.behind() + "</article>\n"
}

// title is the heading of the section. One that the page has already is there for screen readers
// only, as they go from heading to heading.
func (q question) title() markup.HTML {
	if q.Headed {
		return markup.Fill("<h2 id=\"%s-name\" class=\"unseen\">%s</h2>\n", q.ID, q.Say("The finding"))
	}
	kicker := q.Say("Question %d of %d", q.Number, q.Of)
	if q.Box != "" {
		kicker += " · " + q.Box
	}
	return markup.Fill(`<div class="over"><p class="kicker">%s</p>%s</div>
<h2 id="%s-name"%s>%s</h2>
`, kicker, q.nav(), q.ID, q.Lang, q.Name)
}

// nav leads to the parts of the section.
func (q question) nav() markup.HTML {
	return markup.Fill(`<nav class="parts" aria-label="%s">%s</nav>`, q.Say("Parts of question %d", q.Number),
		markup.Each(q.parts(), func(p [2]string) markup.HTML { return markup.Fill(`<a href="#%s">%s</a>`, p[0], p[1]) }))
}

// lead is the finding, the names of what leads in the accent.
func (q question) lead() markup.HTML {
	lead := markup.Fill("%s", q.Lead)
	for _, name := range q.Accented {
		lead = markup.HTML(strings.Replace(string(lead), string(markup.Fill("%s", name)), string(markup.Fill(`<em>%s</em>`, name)), 1))
	}
	if q.Lead == q.Findings[0] {
		return lead
	}
	return markup.Fill(`<strong>%s</strong> %s`, lead, q.More)
}

// base is all respondents as one bar: those who gave an answer, and what the others did. The list below
// has its figures.
func (q question) base() markup.HTML {
	sum := 0
	for _, p := range q.Portions {
		sum += p.N
	}
	from := 0
	bars := markup.Each(q.Portions, func(p prose.Portion) markup.HTML {
		from += p.N
		return markup.Fill(`<rect class="part-%d" x="%d" width="%d" height="10"/>`, p.Kind, from-p.N, p.N)
	})
	return markup.When(sum > 0, `<div class="base"><svg viewBox="0 0 %d 10" preserveAspectRatio="none" aria-hidden="true">%s</svg>
<ul>%s</ul></div>
`, sum, bars, markup.Each(q.Portions, func(p prose.Portion) markup.HTML {
		return markup.Fill(`<li><svg width="11" height="11" aria-hidden="true"><rect class="part-%d" width="11" height="11"/></svg>%s</li>`, p.Kind, p.Name)
	}))
}

// pictures are the bars and, beside them, the cloud, each with what it shows as its heading.
func (q question) pictures() markup.HTML {
	bars := q.figure(q.Chart, "bars", q.Say("How many people named each term"), q.Chart.Caption, "")
	cloud := q.figure(q.Section.Cloud, "cloud", sized(q.Section.Cloud), rest(q.Section.Cloud.Caption), markup.Fill(`<p class="readout js-only" id="%[1]s-readout" aria-live="polite" data-idle="%[2]s">%[2]s</p>
`, q.ID, q.Say("Point at a word for its counts; choose it to see only its row and its answers.")))
	return markup.When(bars != "" || cloud != "", "<div class=\"pair\">\n%s%s</div>\n", bars, cloud)
}

// sized is what the sizes of a cloud mean, the first sentence of its caption.
func sized(f Figure) markup.HTML {
	return either(first(f.Caption), first(f.NarrowCaption))
}

// first is the first sentence of a caption, without its full stop; rest are the others.
func first(caption []string) string {
	return strings.TrimSuffix(strings.Join(caption[:min(1, len(caption))], ""), ".")
}

func rest(caption []string) []string { return caption[min(1, len(caption)):] }

// either is one of two texts, by the width of the screen, if they differ.
func either(wide, narrow string) markup.HTML {
	if narrow == "" || narrow == wide {
		return markup.Fill("%s", wide)
	}
	return markup.Fill(`<span class="wide">%s</span><span class="narrow">%s</span>`, wide, narrow)
}

// care is the first caution: what a reader has to know before all else. The others are in the account of
// the method.
func (q question) care() markup.HTML {
	return markup.When(len(q.Caveats) > 0, "<p class=\"caution\"><strong>%s</strong> %s</p>\n", q.Say("Read with care."), strings.Join(q.Caveats[:min(1, len(q.Caveats))], ""))
}

// figure is a picture in both widths, if it was drawn, below what it shows, with its legend, what
// scripts show below it, and its caption. The text in a picture was escaped when it was drawn.
func (q question) figure(f Figure, class string, heading any, caption []string, below markup.HTML) markup.HTML {
	note := either(strings.Join(caption, " "), "")
	if f.NarrowCaption != nil {
		note = either(strings.Join(caption, " "), strings.Join(rest(f.NarrowCaption), " "))
	}
	picture := markup.Fill(`<div%s>%s</div>`, q.Lang, markup.HTML(f.Wide))
	if f.Narrow != "" {
		picture = markup.Fill(`<div class="wide"%[1]s>%[2]s</div><div class="narrow"%[1]s>%[3]s</div>`, q.Lang, markup.HTML(f.Wide), markup.HTML(f.Narrow))
	}
	return markup.When(f.Wide != "", `<figure class="%[1]s" data-save="%[2]s-%[1]s">
%[3]s%[4]s
%[5]s%[6]s%[7]s
</figure>
`, class, q.ID, markup.When(heading != "", "<h3>%s</h3>\n", heading), picture, q.legend(f.Legend), below, q.note(note, len(caption)))
}

// note is the caption of a figure. A long one is folded away on a screen.
func (q question) note(text markup.HTML, sentences int) markup.HTML {
	if sentences > 1 {
		return markup.Fill(`<details><summary>%s</summary><p>%s</p></details>`, q.Say("What is drawn, and what is not"), text)
	}
	return markup.Fill(`<figcaption>%s</figcaption>`, text)
}

// legend says what the colours of a figure mean.
func (q question) legend(entries []LegendEntry) markup.HTML {
	return markup.When(len(entries) > 0, "<ul class=\"legend\" aria-label=\"%s\">%s</ul>\n", q.Say("Colours"), markup.Each(entries, func(e LegendEntry) markup.HTML {
		return markup.Fill(`<li><svg width="12" height="12" aria-hidden="true"><rect width="12" height="12" fill="%s"/></svg>%s</li>`, e.Ink, e.Name)
	}))
}

// groups are the first terms of each group, and what sets the groups apart. A name of a term is
// isolated (bdi), so that one written from right to left does not move the figure after it.
func (q question) groups() markup.HTML {
	g := q.By
	if g == nil {
		return ""
	}
	lists := markup.Each(g.Groups, func(x Group) markup.HTML {
		return markup.Fill(`<section><h4>%s <span class="of">%s%s</span></h4>
<ol>%s</ol></section>`, x.Value, q.People(x.Base.Valid), markup.When(x.Base.Valid < tally.SmallGroup, ": %s", q.Say("too few to tell much")), markup.Each(x.Terms, func(t tally.Term) markup.HTML {
			return markup.Fill(`<li><bdi>%s</bdi> <span class="of">%s</span></li>`, prose.Plain(t.Label), q.Size(t, &q.Tally.Tally))
		}))
	})
	return markup.Fill(`<section aria-labelledby="%[1]s-groups %[1]s-name"><h3 id="%[1]s-groups">%[2]s</h3>
<div class="groups"%[3]s>%[4]s</div>
%[5]s
</section>
`, q.ID, q.Say("By %s", g.Column), q.Lang, lists, q.comparison())
}

// comparison is what sets the groups apart: the picture, the terms, the themes, and how it was tested. Where
// nothing does, a sentence says so.
func (q question) comparison() markup.HTML {
	g := q.By
	if g.Compared == nil {
		return ""
	}
	return q.figure(q.Differences, "groups", "", q.Differences.Caption, "") + "\n" + q.apart() + "\n" + q.banner() + "\n" +
		markup.When(len(g.Notes) > 0, `<details><summary>%s</summary><ul>%s</ul></details>`, q.Say("How groups are compared"), markup.Paragraphs(`<li>%s</li>`, g.Notes))
}

// quotes are the answers that stand on the page as text, and the data of all others. The direction of
// an answer is that of its own first letter.
func (q question) quotes() markup.HTML {
	if q.Quoted == nil {
		return ""
	}
	first := markup.Each(q.Quoted.First, func(x pageQuote) markup.HTML {
		return markup.Fill(`<li data-term="%s"><blockquote dir="auto">%s</blockquote><span class="from">%s</span></li>
`, x.Key, markup.Each(x.Pieces, func(p study.Part) markup.HTML {
			if p.Match {
				return markup.Fill(`<mark>%s</mark>`, p.Text)
			}
			return markup.Fill("%s", p.Text)
		}), x.Source)
	})
	return markup.Fill(`<section class="quotes" aria-labelledby="%[1]s-quotes %[1]s-name"><h3 id="%[1]s-quotes">%[6]s</h3>
<p class="quiet status" aria-live="polite">%[2]s</p>
<ol%[3]s>%[4]s</ol>
<p class="js-only"><button type="button" class="more" hidden></button></p>
<script type="application/json">%[5]s</script>
</section>
`, q.ID, q.Quoted.Note, q.Lang, first, q.Quoted.Data.script(), q.Say("In their own words"))
}

// behind says how the answers were counted.
func (q question) behind() markup.HTML {
	return markup.Fill(`<section class="behind" aria-labelledby="%[1]s-behind %[1]s-name"><h3 id="%[1]s-behind">%[6]s</h3>
<ul>%[2]s%[8]s</ul>
<div class="accounts">
%[3]s
%[4]s
</div>
<p class="options">%[7]s %[5]s</p>
</section>
`, q.ID, markup.Paragraphs(`<li>%s</li>`, q.Notes), account(q.Say("Who is counted"), q.Base), account(q.Say("How their words were counted"), q.Words),
		markup.Numbered(q.Options, func(i int, o optionRow) markup.HTML {
			return markup.When(i > 0, ", ") + markup.Fill(`<code>%s%s</code>`, o.Flag, markup.When(o.Value != "", " %s", o.Value))
		}), q.Say("What is behind these figures"), q.Say("Counted with:"), markup.Paragraphs(`<li>%s</li>`, q.Caveats[min(1, len(q.Caveats)):]))
}
