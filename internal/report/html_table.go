package report

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"verbatim/internal/markup"
	"verbatim/internal/prose"
	"verbatim/internal/tally"
)

// The tables of a question's section. A reader can scroll a wide one on its own, by keys too, for which it
// needs a role, a name and a place in the order of tabs; sort the one of all terms; and copy or save each.
// Cells of figures have no classes: a page may have ten thousand of them.

// scrolled is a table of figures in a part of the page that scrolls. Its name, after that of the question, is
// what a saved file is called.
func (q question) scrolled(name, class string, caption any, heads, attributes, rows markup.HTML) markup.HTML {
	return markup.Fill(`<div class="scroll" role="group" aria-labelledby="%[1]s-%[2]s-what" tabindex="0"><table class="%[3]s" data-save="%[1]s-%[2]s"><caption id="%[1]s-%[2]s-what">%[4]s</caption>
<thead><tr>%[5]s</tr></thead>
<tbody%[6]s>%[7]s</tbody></table></div>
`, q.ID, name, strings.TrimSpace("figures "+class), caption, heads, attributes, rows)
}

// head is the head of a column.
func head(name any) markup.HTML { return markup.Fill(`<th scope="col">%s</th>`, name) }

// share is the cell of a share with its bar, which the style of the page draws. What is added may be empty.
func (q question) share(share float64, added markup.HTML) markup.HTML {
	return markup.Fill(`<td class="share b%d" data-value="%s">%s%s</td>`, int(math.Round(100*min(1, share))), strconv.FormatFloat(share, 'f', 6, 64), q.Percent(share), added)
}

// between is an interval of shares, without its ends where they are not known.
func (q question) between(x tally.Interval) string {
	if x.Low == nil {
		return " – "
	}
	return q.Percent(*x.Low) + " – " + q.Percent(*x.High)
}

// themes is the table of themes.
func (q question) themes() markup.HTML {
	rows := markup.Each(q.Themes, func(x tally.Theme) markup.HTML {
		return markup.Fill("<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td>%s</tr>\n", prose.Plain(x.Theme), q.Voice.Number(x.Respondents), q.Voice.Number(int(x.Mentions)),
			q.share(x.Share, markup.When(x.Low != nil, `<small>%s</small>`, q.between(x.Interval))))
	})
	heads := head(q.Say("theme")) + head(q.Say("people")) + head(q.Say("mentions")) + markup.Fill(`<th scope="col" class="share">%s</th>`, q.Say("share"))
	return markup.When(len(q.Themes) > 0, `<section aria-labelledby="%[1]s-themes %[1]s-name"><h3 id="%[1]s-themes">%[2]s</h3>
%[3]s%[4]s</section>
`, q.ID, q.Say("Themes"), q.scrolled("themes-table", "", q.Say("Themes by the number of people who touched them; each person counts once for each theme"), heads, "", rows),
		markup.When(len(q.ThemeNote) > 0, `<p class="quiet">%s</p>`, prose.Sentences(q.ThemeNote)))
}

// apart is the table of the terms that set groups apart most, or a sentence that none does.
func (q question) apart() markup.HTML {
	terms, overlap := q.By.Terms, q.By.Compared.Found.Overlap
	if !slices.ContainsFunc(terms, func(x tally.KeyTerm) bool { return x.Apart() }) {
		return markup.Fill("<p>%s</p>", q.By.Compared.prose(q.Voice).Finding())
	}
	heads := head(q.Say("term")) + markup.Each(q.By.Compared.Groups, func(g tally.ComparedGroup) markup.HTML {
		return head(markup.Fill("%s<small>%s</small>", prose.Plain(g.Value), q.Voice.Number(g.Valid)))
	})
	if overlap {
		heads = head(q.Say("term")) + markup.Fill(`<th scope="col" class="text">%s</th>`, q.Say("option")) + head(q.Say("picked it")) + head(q.Say("did not"))
	}
	cells := func(x tally.KeyTerm) markup.HTML {
		if overlap {
			return markup.Fill(`<td class="text">%s</td><td>%s</td><td>%s</td>`, prose.Plain(x.HigherIn), q.Percent(shareThere(x)), q.Percent(x.Elsewhere))
		}
		return markup.Numbered(x.Groups, func(i int, g tally.KeyGroup) markup.HTML {
			if x.Apart() && i == x.Higher {
				return markup.Fill(`<td><b>%s</b></td>`, q.Percent(g.Share))
			}
			return markup.Fill(`<td>%s</td>`, q.Percent(g.Share))
		})
	}
	return q.scrolled("compared", "compare", q.ApartTable(overlap), heads+head(q.Say("adjusted p")), q.Lang, markup.Each(terms, func(x tally.KeyTerm) markup.HTML {
		return markup.Fill("<tr data-term=\"%s\"><th scope=\"row\"><bdi>%s</bdi></th>%s<td>%s</td></tr>\n", x.Label, prose.Plain(x.Label), cells(x), q.Probability(x.Adjusted))
	}))
}

// banner is the table of the themes by group.
func (q question) banner() markup.HTML {
	c := q.By.Compared
	if c.Banner == nil || len(c.Banner.Themes) == 0 {
		return ""
	}
	heads := head(q.Say("theme")) + head(q.Say("all")) + markup.Numbered(c.Groups, func(i int, g tally.ComparedGroup) markup.HTML {
		return head(markup.Fill("%s %s<small>%s</small>", tally.Letter(i), prose.Plain(g.Value), q.Voice.Number(g.Valid)))
	})
	cell := func(g tally.BannerCell) markup.HTML {
		share := "–" // withheld
		if g.Share != nil {
			share = q.Percent(*g.Share)
		}
		return markup.Fill(`<td>%s%s</td>`, share, markup.When(len(g.HigherThan) > 0, ` <b>%s</b>`, strings.Join(g.HigherThan, " ")))
	}
	return q.scrolled("themes-compared", "compare", q.Say("Themes, in per cent of each group"), heads, "", markup.Each(c.Banner.Themes, func(x tally.BannerTheme) markup.HTML {
		return markup.Fill("<tr><th scope=\"row\">%s</th><td>%s</td>%s</tr>\n", prose.Plain(x.Theme), q.Percent(x.Share), markup.Each(x.Groups, cell))
	}))
}

// How many terms a screen shows until a reader asks for more (page.css and page.js have the same number), and how
// many paper does.
const shownTerms, printedTerms = 50, 30

// terms is the table of all terms, which scripts sort and filter. A column that would be empty is
// left out of head and rows alike.
func (q question) terms() markup.HTML {
	c, all := q.Columns, tally.ListedTerms(q.Tally.Terms)
	number := func(holds bool, class string, head string) markup.HTML {
		return markup.When(holds, `<th scope="col"%s data-sort="number">%s</th>`, markup.When(class != "", ` class="%s"`, class), head)
	}
	heads := markup.Fill(`<th scope="col" class="rank" data-sort="number"%s>%s</th><th scope="col" data-sort="text">%s</th>`,
		markup.When(q.Tally.OptionOrder == nil, ` aria-sort="ascending"`), q.Say("rank"), q.Say("term")) +
		markup.When(c.Theme, `<th scope="col" class="theme" data-sort="text">%s</th>`, q.Say("theme")) +
		number(true, "", q.Say("people")) + number(c.Weighted != "", "", c.Weighted) +
		number(true, "", q.Say("mentions")) + number(c.Denied, "denied", q.Say("denied")) +
		number(true, "share", q.Say("share")) +
		markup.When(c.Interval, `<th scope="col" class="interval">%s</th>`, q.Percent(0.95))
	printed := len(q.Tally.Tally.Limit(tally.Limits{Top: printedTerms}).Terms)
	rows := markup.Numbered(all, func(i int, x tally.Term) markup.HTML { return q.term(x, i == printed) })
	return markup.When(len(all) > 0, `<section class="terms" aria-labelledby="%[1]s-terms %[1]s-name"><h3 id="%[1]s-terms">%[2]s</h3>
<div class="controls js-only"><label for="%[1]s-find">%[3]s</label> <input id="%[1]s-find" type="search" autocomplete="off" spellcheck="false">
<p class="status" aria-live="polite"></p> <button type="button" class="clear" hidden>%[4]s</button></div>
%[5]s%[6]s%[7]s%[8]s</section>
`, q.ID, q.Say("Every term"), q.Say("Find a term or a spelling"), q.Say("Show all again"),
		q.scrolled("all-terms", "sortable", q.Ranked+" "+q.Say("Below a term stand the ways in which people wrote it."), heads, q.Lang, rows),
		markup.When(len(all) > shownTerms, "<p class=\"fold\"><label><input type=\"checkbox\" class=\"more\" autocomplete=\"off\"> <span>%s</span></label></p>\n", q.Say("Show all %s terms", q.Voice.Number(len(all)))),
		markup.When(len(all) > printed, "<p class=\"paper\">%s</p>\n", q.Say("On paper: %d of %d terms. The page on a screen has all.", printed, len(all))), q.aside())
}

// term is a row of the table of all terms; the first one that paper does not show ends the others there. A narrow
// screen shows the theme, the denied mentions and the interval below other figures, and not in columns.
func (q question) term(x tally.Term, ends bool) markup.HTML {
	c, denied, written := q.Columns, "", q.writtenAs(x)
	if x.Negated > 0 && !x.Denied {
		denied = strconv.Itoa(x.Negated)
	}
	below := markup.Fill("%s%s%s", prose.Plain(x.Theme), markup.When(x.Theme != "" && denied != "", " · "), markup.When(denied != "", "%s", q.Say("%d denied", x.Negated)))
	return markup.Fill("<tr data-term=\"%s\"%s><td class=\"rank\">%d</td><th scope=\"row\"><bdi>%s</bdi>%s%s</th>%s<td>%d</td>%s<td>%d</td>%s%s%s</tr>\n",
		x.Label, markup.When(ends, ` class="beyond"`), x.Rank, prose.Plain(x.Label),
		markup.When(below != "", `<small class="narrow">%s</small>`, below),
		markup.When(written != "", `<small>%s</small>`, written),
		markup.When(c.Theme, `<td class="theme">%s</td>`, prose.Plain(x.Theme)),
		x.Respondents, markup.When(c.Weighted != "", `<td>%s</td>`, q.Say("%.1f", x.Weighted(q.Tally.RankBy))),
		x.Mentions, markup.When(c.Denied, `<td class="denied">%s</td>`, denied),
		q.share(x.Share, markup.When(c.Interval, `<small class="narrow">%s</small>`, q.between(x.Interval))),
		markup.When(c.Interval, `<td class="interval">%s</td>`, q.between(x.Interval)))
}

// aside lists what was counted but has no rank.
func (q question) aside() markup.HTML {
	return markup.When(len(q.Aside) > 0, `<div class="aside"><h4>%s</h4>
<dl>%s</dl></div>`, q.Say("Counted, but not ranked"), markup.Each(q.Aside, func(l prose.Line) markup.HTML {
		return markup.Fill(`<dt>%s</dt><dd%s>%s</dd>`, l.Name, q.Lang, l.Figure)
	}))
}

// account is a table of sums, each followed by its parts, which are set in.
func account(caption string, lines []prose.Line) markup.HTML {
	return markup.Fill(`<table class="plain"><caption>%s</caption><tbody>%s</tbody></table>`, caption, markup.Each(lines, func(l prose.Line) markup.HTML {
		return markup.Fill(`<tr%s><th scope="row">%s</th><td>%s</td></tr>`, markup.When(l.Part, ` class="part"`), l.Name, l.Figure)
	}))
}
