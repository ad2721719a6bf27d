package report

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// The HTML of a question's section, from its heading down to the account of how its answers were
// counted. It decides nothing: what is shown is decided in html_question.go. Classes, ids and data
// attributes are those by which page.css and page.js find their elements:
//
//	wide, narrow       one of two forms, by the width of the screen
//	js-only            of no use without scripts, and hidden then
//	data-term          the term that a row or a quote belongs to, as the data of the quotes have it
//	data-sort, -value  a column that can be sorted, and what a cell is sorted by if not by its text

// article is the whole section. Every element in it that others refer to has an id that begins with
// the question's, since a page has several questions.
func (q question) article() markup {
	return fill(`<article id="%[1]s" aria-labelledby="%[1]s-name">
%[2]s<p class="lead">%[3]s</p>
%[4]s%[5]s<dl class="key">%[6]s</dl>
`, q.ID, q.title(), q.Findings[0], paragraphs("<p>%s</p>\n", q.Findings[1:]), paragraphs("<p class=\"caution\">%s</p>\n", q.Caveats),
		each(q.Key, func(l prose.Line) markup { return fill(`<div><dt>%s</dt><dd>%s</dd></div>`, l.Name, l.Figure) })) +
		q.cloud() + q.chart() + q.themes() + "\n" + q.groups() + "\n" + q.terms() + "\n" + q.quotes() + "\n" + q.behind() + "</article>\n"
}

// title is the heading of the section. One that the page has already is there for screen readers
// only, as they go from heading to heading.
func (q question) title() markup {
	if q.Headed {
		return fill("<h2 id=\"%s-name\" class=\"unseen\">%s</h2>\n", q.ID, q.Say("The finding"))
	}
	return fill(`%s
<h2 id="%s-name"%s>%s</h2>
`, when(q.Of > 1, `<p class="kicker">%s</p>`, q.Say("Question %d of %d", q.Number, q.Of)), q.ID, q.Lang, q.Name)
}

// cloud is the picture of the terms, with the line in which a script tells the counts of one.
func (q question) cloud() markup {
	return q.figure(q.Section.Cloud, "cloud", fill(`<p class="readout js-only" id="%[1]s-readout" aria-live="polite" data-idle="%[2]s">%[2]s</p>
`, q.ID, q.Say("Point at a word for its counts; choose it to see only its row and its answers.")))
}

// chart is the picture of how many named each term.
func (q question) chart() markup {
	return when(q.Chart.Wide != "", "<h3>%s</h3>\n%s", q.Say("How many people named each term"), q.figure(q.Chart, "chart", ""))
}

// figure is a picture in both widths, if it was drawn, with its legend, what scripts show below it,
// and its caption. The text in a picture was escaped when it was drawn.
func (q question) figure(f Figure, class string, below markup) markup {
	caption := fill("%s", f.Caption)
	if f.NarrowCaption != "" {
		caption = fill(`<span class="wide">%s</span><span class="narrow">%s</span>`, f.Caption, f.NarrowCaption)
	}
	return when(f.Wide != "", `<figure class="%[1]s">
<div class="wide"%[2]s>%[3]s</div><div class="narrow"%[2]s>%[4]s</div>
%[5]s%[6]s<figcaption>%[7]s</figcaption>
</figure>
`, class, q.Lang, markup(f.Wide), markup(cmp.Or(f.Narrow, f.Wide)), q.legend(f.Legend), below, caption)
}

// legend says what the colours of a figure mean.
func (q question) legend(entries []LegendEntry) markup {
	return when(len(entries) > 0, "<ul class=\"legend\" aria-label=\"%s\">%s</ul>\n", q.Say("Colours"), each(entries, func(e LegendEntry) markup {
		return fill(`<li><svg width="12" height="12" aria-hidden="true"><rect width="12" height="12" fill="%s"/></svg>%s</li>`, e.Ink, e.Name)
	}))
}

// between is an interval of shares, without its ends where they are not known.
func (q question) between(x tally.Interval) string {
	if x.Low == nil {
		return " – "
	}
	return q.Percent(*x.Low) + " – " + q.Percent(*x.High)
}

// bar is a share as a bar; a whole would be 100 px long. Nothing reads it out: the figure stands next
// to it.
func bar(share float64) markup {
	return fill(`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="%s" height="10"/></svg>`, fmt.Sprintf("%.1f", 100*share))
}

// themes is the table of themes. Like all wide tables it can be scrolled on its own, by keys too, for
// which it needs a role, a name and a place in the order of tabs.
func (q question) themes() markup {
	return when(len(q.Tally.Themes) > 0, `<section aria-labelledby="%[1]s-themes"><h3 id="%[1]s-themes">%[4]s</h3>
<div class="scroll" role="region" aria-labelledby="%[1]s-themes" tabindex="0"><table class="figures"><caption>%[5]s</caption>
<thead><tr><th scope="col">%[6]s</th><th scope="col" class="n">%[7]s</th><th scope="col" class="n">%[8]s</th><th scope="col" class="share">%[9]s</th></tr></thead>
<tbody>%[2]s</tbody></table></div>
%[3]s</section>
`, q.ID, each(q.Tally.Themes, func(x tally.Theme) markup {
		return fill(`<tr><th scope="row">%s</th><td class="n">%s</td><td class="n">%s</td><td class="share"><span>%s</span>%s%s</td></tr>
`, prose.Plain(x.Theme), q.Voice.Number(x.Respondents), q.Voice.Number(int(x.Mentions)), q.Percent(x.Share), bar(x.Share),
			when(x.Low != nil, `<small>%s</small>`, q.between(x.Interval)))
	}), when(len(q.ThemeNote) > 0, `<p class="quiet">%s</p>`, prose.Sentences(q.ThemeNote)), q.Say("Themes"),
		q.Say("Themes by the number of people who touched them; each person counts once for each theme"), q.Say("theme"), q.Say("people"), q.Say("mentions"), q.Say("share"))
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
	return fill(`<section aria-labelledby="%[1]s-groups"><h3 id="%[1]s-groups">%[2]s</h3>
<div class="groups"%[3]s>%[4]s</div>
%[5]s
</section>
`, q.ID, q.Say("By %s", g.Column), q.Lang, lists, q.comparison())
}

// comparison is what sets the groups apart: the picture, the terms, the themes, and how it was tested.
func (q question) comparison() markup {
	g := q.By
	if g.Compared == nil {
		return ""
	}
	return q.figure(q.Differences, "chart", "") + "\n" + q.apart() + "\n" + q.banner() + "\n" +
		when(len(g.Notes) > 0, `<details><summary>%s</summary><ul>%s</ul></details>`, q.Say("How groups are compared"), paragraphs(`<li>%s</li>`, g.Notes))
}

// apart is the table of the terms that set groups apart most.
func (q question) apart() markup {
	heads := each(q.By.Compared.Groups, func(g tally.ComparedGroup) markup {
		return fill(`<th scope="col" class="n">%s<small>%s</small></th>`, prose.Plain(g.Value), q.Voice.Number(g.Valid))
	})
	overlap := q.By.Compared.Found.Overlap
	if overlap {
		heads = fill(`<th scope="col">%s</th><th scope="col" class="n">%s</th><th scope="col" class="n">%s</th>`, q.Say("option"), q.Say("picked it"), q.Say("did not"))
	}
	row := func(x tally.KeyTerm) markup {
		if overlap {
			return fill(`<tr data-term="%s"><th scope="row"><bdi>%s</bdi></th><td>%s</td><td class="n">%s</td><td class="n">%s</td><td class="n">%s</td></tr>
`, x.Label, prose.Plain(x.Label), prose.Plain(x.HigherIn), q.Percent(shareThere(x)), q.Percent(x.Elsewhere), q.Probability(x.Adjusted))
		}
		shares := numbered(x.Groups, func(i int, g tally.KeyGroup) markup {
			if x.Apart() && i == x.Higher {
				return fill(`<td class="n"><b>%s</b></td>`, q.Percent(g.Share))
			}
			return fill(`<td class="n">%s</td>`, q.Percent(g.Share))
		})
		return fill(`<tr data-term="%s"><th scope="row"><bdi>%s</bdi></th>%s<td class="n">%s</td></tr>
`, x.Label, prose.Plain(x.Label), shares, q.Probability(x.Adjusted))
	}
	return when(len(q.By.Terms) > 0, `<div class="scroll" role="region" aria-labelledby="%s-groups" tabindex="0"><table class="figures compare"><caption>%s</caption>
<thead><tr><th scope="col">%s</th>%s<th scope="col" class="n">%s</th></tr></thead>
<tbody%s>%s</tbody></table></div>`, q.ID, q.ApartTable(overlap), q.Say("term"), heads, q.Say("adjusted p"), q.Lang, each(q.By.Terms, row))
}

// banner is the table of the themes by group.
func (q question) banner() markup {
	c := q.By.Compared
	if c.Banner == nil {
		return ""
	}
	heads := numbered(c.Groups, func(i int, g tally.ComparedGroup) markup {
		return fill(`<th scope="col" class="n">%s %s<small>%s</small></th>`, tally.Letter(i), prose.Plain(g.Value), q.Voice.Number(g.Valid))
	})
	cell := func(g tally.BannerCell) markup {
		share := "–" // withheld
		if g.Share != nil {
			share = q.Percent(*g.Share)
		}
		return fill(`<td class="n">%s%s</td>`, share, when(len(g.HigherThan) > 0, ` <b>%s</b>`, strings.Join(g.HigherThan, " ")))
	}
	row := func(x tally.BannerTheme) markup {
		return fill(`<tr><th scope="row">%s</th><td class="n">%s</td>%s</tr>
`, prose.Plain(x.Theme), q.Percent(x.Share), each(x.Groups, cell))
	}
	return when(len(c.Banner.Themes) > 0, `<div class="scroll" role="region" aria-labelledby="%s-groups" tabindex="0"><table class="figures compare"><caption>%s</caption>
<thead><tr><th scope="col">%s</th><th scope="col" class="n">%s</th>%s</tr></thead>
<tbody>%s</tbody></table></div>`, q.ID, q.Say("Themes, in per cent of each group"), q.Say("theme"), q.Say("all"), heads, each(c.Banner.Themes, row))
}

// terms is the table of all terms, which scripts sort and filter. A column that would be empty is
// left out of head and rows alike.
func (q question) terms() markup {
	c := q.Columns
	number := func(holds bool, class string, head string) markup {
		return when(holds, `<th scope="col" class="%s" data-sort="number">%s</th>`, class, head)
	}
	heads := fill(`<th scope="col" class="n rank" data-sort="number"%s>%s</th><th scope="col" data-sort="text">%s</th>`,
		when(q.Tally.OptionOrder == nil, ` aria-sort="ascending"`), q.Say("rank"), q.Say("term")) +
		when(c.Theme, `<th scope="col" class="theme" data-sort="text">%s</th>`, q.Say("theme")) +
		number(true, "n", q.Say("people")) + number(c.Weighted != "", "n", c.Weighted) +
		number(true, "n", q.Say("mentions")) + number(c.Denied, "n denied", q.Say("denied")) +
		number(true, "share", q.Say("share")) +
		when(c.Interval, `<th scope="col" class="n interval">%s</th>`, q.Percent(0.95))
	return when(len(q.Tally.Terms) > 0, `<section class="terms" aria-labelledby="%[1]s-terms"><h3 id="%[1]s-terms">%[2]s</h3>
<div class="controls js-only"><label for="%[1]s-find">%[3]s</label> <input id="%[1]s-find" type="search" autocomplete="off" spellcheck="false">
<p class="status" aria-live="polite"></p> <button type="button" class="clear" hidden>%[4]s</button></div>
<div class="scroll" role="region" aria-labelledby="%[1]s-terms" tabindex="0"><table class="figures sortable"><caption>%[5]s</caption>
<thead><tr>%[6]s</tr></thead>
<tbody%[7]s>%[8]s</tbody></table></div>
<p class="js-only"><button type="button" class="more" hidden></button></p>
%[9]s</section>
`, q.ID, q.Say("Every term"), q.Say("Find a term or a spelling"), q.Say("Show all again"),
		q.Ranked+" "+q.Say("Below a term stand the ways in which people wrote it."), heads, q.Lang, numbered(tally.ListedTerms(q.Tally.Terms), q.term), q.aside())
}

// term is a row of the table of all terms. A narrow screen shows the theme, the denied mentions and
// the interval below other figures, and not in columns.
func (q question) term(i int, x tally.Term) markup {
	const first = 20 // rows that are shown until a reader asks for more
	c, denied, written := q.Columns, "", q.writtenAs(x)
	if x.Negated > 0 && !x.Denied {
		denied = strconv.Itoa(x.Negated)
	}
	below := fill("%s%s%s", prose.Plain(x.Theme), when(x.Theme != "" && denied != "", " · "), when(denied != "", "%s", q.Say("%d denied", x.Negated)))
	return fill(`<tr data-term="%s"%s><td class="n rank">%d</td><th scope="row"><bdi>%s</bdi>%s%s</th>%s<td class="n">%d</td>%s<td class="n">%d</td>%s<td class="share" data-value="%s"><span>%s</span>%s%s</td>%s</tr>
`, x.Label, when(i >= first, ` class="later"`), x.Rank, prose.Plain(x.Label),
		when(below != "", `<small class="narrow">%s</small>`, below),
		when(written != "", `<small>%s</small>`, written),
		when(c.Theme, `<td class="theme">%s</td>`, prose.Plain(x.Theme)),
		x.Respondents, when(c.Weighted != "", `<td class="n">%s</td>`, q.Say("%.1f", x.Weighted(q.Tally.RankBy))),
		x.Mentions, when(c.Denied, `<td class="n denied">%s</td>`, denied),
		fmt.Sprintf("%.6f", x.Share), q.Percent(x.Share), bar(x.Share),
		when(c.Interval, `<small class="narrow">%s</small>`, q.between(x.Interval)),
		when(c.Interval, `<td class="n interval">%s</td>`, q.between(x.Interval)))
}

// aside lists what was counted but has no rank.
func (q question) aside() markup {
	return when(len(q.Aside) > 0, `<div class="aside"><h4>%s</h4>
<dl>%s</dl></div>`, q.Say("Counted, but not ranked"), each(q.Aside, func(l prose.Line) markup {
		return fill(`<dt>%s</dt><dd%s>%s</dd>`, l.Name, q.Lang, l.Figure)
	}))
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
	return fill(`<section class="quotes" aria-labelledby="%[1]s-quotes"><h3 id="%[1]s-quotes">%[6]s</h3>
<p class="quiet status" aria-live="polite">%[2]s</p>
<ol%[3]s>%[4]s</ol>
<p class="js-only"><button type="button" class="more" hidden></button></p>
<script type="application/json">%[5]s</script>
</section>
`, q.ID, q.Quoted.Note, q.Lang, first, q.Quoted.Data.script(), q.Say("In their own words"))
}

// behind says how the answers were counted.
func (q question) behind() markup {
	return fill(`<section class="behind" aria-labelledby="%[1]s-behind"><h3 id="%[1]s-behind">%[6]s</h3>
<ul>%[2]s</ul>
<div class="accounts">
%[3]s
%[4]s
</div>
<p class="options">%[7]s %[5]s</p>
</section>
`, q.ID, paragraphs(`<li>%s</li>`, q.Notes), account(q.Say("Who is counted"), q.Base), account(q.Say("How their words were counted"), q.Words),
		numbered(q.Options, func(i int, o optionRow) markup {
			return when(i > 0, ", ") + fill(`<code>%s%s</code>`, o.Flag, when(o.Value != "", " %s", o.Value))
		}), q.Say("What is behind these figures"), q.Say("Counted with:"))
}

// account is a table of sums, each followed by its parts, which are set in.
func account(caption string, lines []prose.Line) markup {
	return fill(`<table class="plain"><caption>%s</caption><tbody>%s</tbody></table>`, caption, each(lines, func(l prose.Line) markup {
		return fill(`<tr%s><th scope="row">%s</th><td>%s</td></tr>`, when(l.Part, ` class="part"`), l.Name, l.Figure)
	}))
}
