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
		return fill("<h2 id=\"%s-name\" class=\"unseen\">The finding</h2>\n", q.ID)
	}
	return fill(`%s
<h2 id="%s-name" lang="%s">%s</h2>
`, when(q.Of > 1, `<p class="kicker">Question %d of %d</p>`, q.Number, q.Of), q.ID, q.Lang, q.Name)
}

// cloud is the picture of the terms, with the line in which a script tells the counts of one.
func (q question) cloud() markup {
	return q.figure(q.Cloud, "cloud", fill(`<p class="readout js-only" id="%s-readout" aria-live="polite" data-idle="Point at a word for its counts; choose it to see only its row and its answers.">Point at a word for its counts; choose it to see only its row and its answers.</p>
`, q.ID))
}

// chart is the picture of how many named each term.
func (q question) chart() markup {
	return when(q.Chart.Wide != "", "<h3>How many people named each term</h3>\n%s", q.figure(q.Chart, "chart", ""))
}

// figure is a picture in both widths, if it was drawn, with its legend, what scripts show below it,
// and its caption. The text in a picture was escaped when it was drawn.
func (q question) figure(f Figure, class string, below markup) markup {
	caption := fill("%s", f.Caption)
	if f.NarrowCaption != "" {
		caption = fill(`<span class="wide">%s</span><span class="narrow">%s</span>`, f.Caption, f.NarrowCaption)
	}
	return when(f.Wide != "", `<figure class="%[1]s">
<div class="wide" lang="%[2]s">%[3]s</div><div class="narrow" lang="%[2]s">%[4]s</div>
%[5]s%[6]s<figcaption>%[7]s</figcaption>
</figure>
`, class, q.Lang, markup(f.Wide), markup(cmp.Or(f.Narrow, f.Wide)), legend(f.Legend), below, caption)
}

// legend says what the colours of a figure mean.
func legend(entries []LegendEntry) markup {
	return when(len(entries) > 0, "<ul class=\"legend\" aria-label=\"Colours\">%s</ul>\n", each(entries, func(e LegendEntry) markup {
		return fill(`<li><svg width="12" height="12" aria-hidden="true"><rect width="12" height="12" fill="%s"/></svg>%s</li>`, e.Ink, e.Name)
	}))
}

// between is an interval of shares, without its ends where they are not known.
func between(x tally.Interval) string { return cmp.Or(string(interval(x)), " – ") }

// bar is a share as a bar; a whole would be 100 px long. Nothing reads it out: the figure stands next
// to it.
func bar(share float64) markup {
	return fill(`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="%s" height="10"/></svg>`, fmt.Sprintf("%.1f", 100*share))
}

// themes is the table of themes. Like all wide tables it can be scrolled on its own, by keys too, for
// which it needs a role, a name and a place in the order of tabs.
func (q question) themes() markup {
	return when(len(q.Tally.Themes) > 0, `<section aria-labelledby="%[1]s-themes"><h3 id="%[1]s-themes">Themes</h3>
<div class="scroll" role="region" aria-labelledby="%[1]s-themes" tabindex="0"><table class="figures"><caption>Themes by the number of people who touched them; each person counts once for each theme</caption>
<thead><tr><th scope="col">theme</th><th scope="col" class="n">people</th><th scope="col" class="n">mentions</th><th scope="col" class="share">share</th></tr></thead>
<tbody>%[2]s</tbody></table></div>
%[3]s</section>
`, q.ID, each(q.Tally.Themes, func(x tally.Theme) markup {
		return fill(`<tr><th scope="row">%s</th><td class="n">%s</td><td class="n">%s</td><td class="share"><span>%s</span>%s%s</td></tr>
`, prose.Plain(x.Theme), prose.Grouped(x.Respondents), prose.Grouped(x.Mentions), prose.Percent(x.Share), bar(x.Share),
			when(x.Low != nil, `<small>%s</small>`, between(x.Interval)))
	}), when(q.ThemeNote != "", `<p class="quiet">%s</p>`, q.ThemeNote))
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
<ol>%s</ol></section>`, x.Value, prose.People(x.Base.Valid), when(x.Base.Valid < tally.SmallGroup, ": too few to tell much"), each(x.Terms, func(t tally.Term) markup {
			return fill(`<li><bdi>%s</bdi> <span class="of">%s</span></li>`, prose.Plain(t.Label), prose.Size(t, &q.Tally.Tally))
		}))
	})
	return fill(`<section aria-labelledby="%[1]s-groups"><h3 id="%[1]s-groups">By %[2]s</h3>
<div class="groups" lang="%[3]s">%[4]s</div>
%[5]s
</section>
`, q.ID, g.Column, q.Lang, lists, q.comparison())
}

// comparison is what sets the groups apart: the picture, the terms, the themes, and how it was tested.
func (q question) comparison() markup {
	g := q.By
	if g.Compared == nil {
		return ""
	}
	return q.figure(q.Differences, "chart", "") + "\n" + q.apart() + "\n" + q.banner() + "\n" +
		when(len(g.Notes) > 0, `<details><summary>How groups are compared</summary><ul>%s</ul></details>`, paragraphs(`<li>%s</li>`, g.Notes))
}

// apart is the table of the terms that set groups apart most.
func (q question) apart() markup {
	heads := each(q.By.Compared.Groups, func(g tally.ComparedGroup) markup {
		return fill(`<th scope="col" class="n">%s<small>%s</small></th>`, prose.Plain(g.Value), prose.Grouped(g.Valid))
	})
	overlap := q.By.Compared.Found.Overlap
	if overlap {
		heads = `<th scope="col">option</th><th scope="col" class="n">picked it</th><th scope="col" class="n">did not</th>`
	}
	row := func(x tally.KeyTerm) markup {
		if overlap {
			return fill(`<tr data-term="%s"><th scope="row"><bdi>%s</bdi></th><td>%s</td><td class="n">%s</td><td class="n">%s</td><td class="n">%s</td></tr>
`, x.Label, prose.Plain(x.Label), prose.Plain(x.HigherIn), prose.Percent(shareThere(x)), prose.Percent(x.Elsewhere), prose.Probability(x.Adjusted))
		}
		shares := numbered(x.Groups, func(i int, g tally.KeyGroup) markup {
			if x.Apart() && i == x.Higher {
				return fill(`<td class="n"><b>%s</b></td>`, prose.Percent(g.Share))
			}
			return fill(`<td class="n">%s</td>`, prose.Percent(g.Share))
		})
		return fill(`<tr data-term="%s"><th scope="row"><bdi>%s</bdi></th>%s<td class="n">%s</td></tr>
`, x.Label, prose.Plain(x.Label), shares, prose.Probability(x.Adjusted))
	}
	return when(len(q.By.Terms) > 0, `<div class="scroll" role="region" aria-labelledby="%s-groups" tabindex="0"><table class="figures compare"><caption>%s</caption>
<thead><tr><th scope="col">term</th>%s<th scope="col" class="n">adjusted p</th></tr></thead>
<tbody lang="%s">%s</tbody></table></div>`, q.ID, prose.ApartTable(overlap), heads, q.Lang, each(q.By.Terms, row))
}

// banner is the table of the themes by group.
func (q question) banner() markup {
	c := q.By.Compared
	if c.Banner == nil {
		return ""
	}
	heads := numbered(c.Groups, func(i int, g tally.ComparedGroup) markup {
		return fill(`<th scope="col" class="n">%s %s<small>%s</small></th>`, tally.Letter(i), prose.Plain(g.Value), prose.Grouped(g.Valid))
	})
	cell := func(g tally.BannerCell) markup {
		share := "–" // withheld
		if g.Share != nil {
			share = prose.Percent(*g.Share)
		}
		return fill(`<td class="n">%s%s</td>`, share, when(len(g.HigherThan) > 0, ` <b>%s</b>`, strings.Join(g.HigherThan, " ")))
	}
	row := func(x tally.BannerTheme) markup {
		return fill(`<tr><th scope="row">%s</th><td class="n">%s</td>%s</tr>
`, prose.Plain(x.Theme), prose.Percent(x.Share), each(x.Groups, cell))
	}
	return when(len(c.Banner.Themes) > 0, `<div class="scroll" role="region" aria-labelledby="%s-groups" tabindex="0"><table class="figures compare"><caption>Themes, in per cent of each group</caption>
<thead><tr><th scope="col">theme</th><th scope="col" class="n">all</th>%s</tr></thead>
<tbody>%s</tbody></table></div>`, q.ID, heads, each(c.Banner.Themes, row))
}

// terms is the table of all terms, which scripts sort and filter. A column that would be empty is
// left out of head and rows alike.
func (q question) terms() markup {
	c := q.Columns
	return when(len(q.Tally.Terms) > 0, `<section class="terms" aria-labelledby="%[1]s-terms"><h3 id="%[1]s-terms">Every term</h3>
<div class="controls js-only"><label for="%[1]s-find">Find a term or a spelling</label> <input id="%[1]s-find" type="search" autocomplete="off" spellcheck="false">
<p class="status" aria-live="polite"></p> <button type="button" class="clear" hidden>Show all again</button></div>
<div class="scroll" role="region" aria-labelledby="%[1]s-terms" tabindex="0"><table class="figures sortable"><caption>Terms, ranked by %[2]s, with the ways in which they wrote them</caption>
<thead><tr><th scope="col" class="n rank" data-sort="number"%[10]s>rank</th><th scope="col" data-sort="text">term</th>%[3]s<th scope="col" class="n" data-sort="number">people</th>%[4]s<th scope="col" class="n" data-sort="number">mentions</th>%[5]s<th scope="col" class="share" data-sort="number">share</th>%[6]s</tr></thead>
<tbody lang="%[7]s">%[8]s</tbody></table></div>
<p class="js-only"><button type="button" class="more" hidden></button></p>
%[9]s</section>
`, q.ID, q.RankedBy,
		when(c.Theme, `<th scope="col" class="theme" data-sort="text">theme</th>`),
		when(c.Weighted != "", `<th scope="col" class="n" data-sort="number">%s</th>`, c.Weighted),
		when(c.Denied, `<th scope="col" class="n denied" data-sort="number">denied</th>`),
		when(c.Interval, `<th scope="col" class="n interval">95%%</th>`),
		q.Lang, numbered(tally.ListedTerms(q.Tally.Terms), q.term), q.aside(), when(q.Tally.OptionOrder == nil, ` aria-sort="ascending"`))
}

// term is a row of the table of all terms. A narrow screen shows the theme, the denied mentions and
// the interval below other figures, and not in columns.
func (q question) term(i int, x tally.Term) markup {
	const first = 20 // rows that are shown until a reader asks for more
	c, denied, written := q.Columns, "", writtenAs(x)
	if x.Negated > 0 && !x.Denied {
		denied = strconv.Itoa(x.Negated)
	}
	below := fill("%s%s%s", prose.Plain(x.Theme), when(x.Theme != "" && denied != "", " · "), when(denied != "", "%s denied", denied))
	return fill(`<tr data-term="%s"%s><td class="n rank">%d</td><th scope="row"><bdi>%s</bdi>%s%s</th>%s<td class="n">%d</td>%s<td class="n">%d</td>%s<td class="share" data-value="%s"><span>%s</span>%s%s</td>%s</tr>
`, x.Label, when(i >= first, ` class="later"`), x.Rank, prose.Plain(x.Label),
		when(below != "", `<small class="narrow">%s</small>`, below),
		when(written != "", `<small>%s</small>`, written),
		when(c.Theme, `<td class="theme">%s</td>`, prose.Plain(x.Theme)),
		x.Respondents, when(c.Weighted != "", `<td class="n">%s</td>`, fmt.Sprintf("%.1f", x.Weighted(q.Tally.RankBy))),
		x.Mentions, when(c.Denied, `<td class="n denied">%s</td>`, denied),
		fmt.Sprintf("%.6f", x.Share), prose.Percent(x.Share), bar(x.Share),
		when(c.Interval, `<small class="narrow">%s</small>`, between(x.Interval)),
		when(c.Interval, `<td class="n interval">%s</td>`, between(x.Interval)))
}

// aside lists what was counted but has no rank.
func (q question) aside() markup {
	return when(len(q.Aside) > 0, `<div class="aside"><h4>Counted, but not ranked</h4>
<dl lang="%s">%s</dl></div>`, q.Lang, each(q.Aside, func(l prose.Line) markup {
		return fill(`<dt lang="en">%s</dt><dd>%s</dd>`, l.Name, l.Figure)
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
	return fill(`<section class="quotes" aria-labelledby="%[1]s-quotes"><h3 id="%[1]s-quotes">In their own words</h3>
<p class="quiet status" aria-live="polite">%[2]s</p>
<ol lang="%[3]s">%[4]s</ol>
<p class="js-only"><button type="button" class="more" hidden></button></p>
<script type="application/json">%[5]s</script>
</section>
`, q.ID, q.Quoted.Note, q.Lang, first, q.Quoted.Data.script())
}

// behind says how the answers were counted.
func (q question) behind() markup {
	return fill(`<section class="behind" aria-labelledby="%[1]s-behind"><h3 id="%[1]s-behind">What is behind these figures</h3>
<ul>%[2]s</ul>
<div class="accounts">
%[3]s
%[4]s
</div>
<p class="options">Counted with %[5]s.</p>
</section>
`, q.ID, paragraphs(`<li>%s</li>`, q.Notes), account("Who is counted", q.Base), account("How their words were counted", q.Words),
		numbered(q.Options, func(i int, o optionRow) markup {
			return when(i > 0, ", ") + fill(`<code>%s%s</code>`, o.Flag, when(o.Value != "", " %s", o.Value))
		}))
}

// account is a table of sums, each followed by its parts, which are set in.
func account(caption string, lines []prose.Line) markup {
	return fill(`<table class="plain"><caption>%s</caption><tbody>%s</tbody></table>`, caption, each(lines, func(l prose.Line) markup {
		return fill(`<tr%s><th scope="row">%s</th><td>%s</td></tr>`, when(l.Part, ` class="part"`), l.Name, l.Figure)
	}))
}
