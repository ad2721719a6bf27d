package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/internal/report"
	"verbatim/internal/tally"
)

// largeSurvey writes answers of 20,000 people, in some 2,500 words of a falling frequency.
func largeSurvey(t *testing.T) string {
	t.Helper()
	const syllables = "ba be bi bo bu da de di do du fa fe fi fo fu ga ge gi go gu la le li lo lu ma me mi mo mu na ne ni no nu ra re ri ro ru sa se si so su ta te"
	parts := strings.Fields(syllables)
	word := func(n int) string {
		return parts[n%len(parts)] + parts[n/len(parts)%len(parts)] + parts[n/len(parts)/len(parts)] + "k"
	}
	var csv strings.Builder
	csv.WriteString("id,What matters?\n")
	state := uint32(1)
	next := func(n int) int { // a small generator: the same survey every time
		state = state*1664525 + 1013904223
		return int(state>>8) % n
	}
	for i := range 20_000 {
		fmt.Fprintf(&csv, "%d,the %s and the %s of the %s\n", i, word(next(2500)), word(next(next(500)+1)), word(next(next(50)+1)))
	}
	path := filepath.Join(t.TempDir(), "large.csv")
	if err := os.WriteFile(path, []byte(csv.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// took is how many milliseconds something takes in the page, with the layout that follows.
func took(b *tab, what string) float64 {
	b.Helper()
	return value[float64](b, `(() => { const from = performance.now(); `+what+`; document.body.offsetHeight; return performance.now() - from; })()`)
}

// A page of 2,000 terms is there in less than a second and answers a key at once. The bounds are wide, for slow machines.
func TestReportLarge(t *testing.T) {
	open := startBrowser(t)
	file := reportOf(t, largeSurvey(t), "--no-stem", "--lang", "en")
	b := open(t)
	b.open(file, 1280)
	if n := total(b); n < 2000 {
		t.Fatalf("%d terms", n)
	}
	ready := value[float64](b, `performance.getEntriesByType('navigation')[0].domComplete`)
	const find = `const e = document.querySelector('input'); e.value = %q; e.dispatchEvent(new Event('input', {bubbles: true}))`
	search := max(took(b, fmt.Sprintf(find, "b")), took(b, fmt.Sprintf(find, "ba")), took(b, fmt.Sprintf(find, "")))
	sort := took(b, `document.querySelectorAll('section.terms th button')[1].click()`)
	all := took(b, `document.querySelector('.more').click()`)
	choose := took(b, `document.querySelector('.word').dispatchEvent(new MouseEvent('click', {bubbles: true}))`)
	t.Logf("there after %.0f ms; search %.0f ms, sort %.0f ms, all rows %.0f ms, choose %.0f ms", ready, search, sort, all, choose)
	for what, ms := range map[string]float64{"ready": ready / 10, "search": search, "sort": sort / 2, "all rows": all / 5, "choose": choose} {
		if ms > 400 {
			t.Errorf("%s takes too long: %.0f ms", what, ms)
		}
	}
	b.quiet()
}

// manyQuotes is a report with 20,000 quotes, ten for each of 2,000 terms.
func manyQuotes() *report.Report {
	t := &report.Tally{Schema: report.TallySchema, Question: report.Question{Text: "What matters?"}, Base: tally.Base{Rows: 20_000, Respondents: 20_000, Valid: 20_000}}
	s := report.Section{Tally: t}
	for i := range 2000 {
		term := fmt.Sprintf("term%d", i)
		t.Terms = append(t.Terms, tally.Term{Rank: 1, Term: term, Stem: term, Mentions: 10, Respondents: 10, Share: .0005, Forms: []tally.Form{{Form: term, Mentions: 10}}})
		q := &report.Quotes{Schema: report.QuotesSchema, Term: term, Matches: 10}
		for j := range 10 {
			q.Quotes = append(q.Quotes, report.NewQuote("a.csv", i*10+j, "", []report.Piece{
				{Text: strings.Repeat("It was said before that what matters most of all is ", 1+j%3)}, {Text: term, Match: true}, {Text: fmt.Sprintf(", for the %dth time.", j)},
			}, 0))
		}
		s.Quotes = append(s.Quotes, q)
	}
	return &report.Report{Schema: report.ReportSchema, Files: []report.ReportFile{{Name: "a.csv"}}, Questions: []report.Section{s}}
}

// 20,000 quotes are no burden to a page until one of them is wanted, and little then.
func TestReportManyQuotes(t *testing.T) {
	var page bytes.Buffer
	if err := manyQuotes().Write(&page, report.HTML); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "many.html")
	if err := os.WriteFile(file, page.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	b := startBrowser(t)(t)
	b.open(file, 1280)
	first := took(b, `document.querySelectorAll('tbody tr[data-term]')[7].click()`)
	want(b, `document.querySelectorAll('.quotes li').length`, 5)
	next := took(b, `document.querySelectorAll('tbody tr[data-term]')[1900].click()`)
	want(b, `document.querySelector('.quotes .status').textContent`, "“term1900” is in 10 answers.")
	ready := value[float64](b, `performance.getEntriesByType('navigation')[0].domComplete`)
	t.Logf("%d kB: there after %.0f ms; the first term %.0f ms, another %.0f ms", page.Len()/1000, ready, first, next)
	for what, ms := range map[string]float64{"ready": ready / 10, "first": first, "next": next} {
		if ms > 400 {
			t.Errorf("%s takes too long: %.0f ms", what, ms)
		}
	}
	b.quiet()
}
