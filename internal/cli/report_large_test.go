package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"

	"verbatim/internal/report"
	"verbatim/internal/study"
	"verbatim/internal/tally"
	"verbatim/internal/term"
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

// busy is how many milliseconds of processor time the page has taken so far: scripts, styles, layout. Others who use the
// processor do not count.
func busy(b *tab) float64 {
	b.Helper()
	got, err := chromedp.Call(b.ctx, performance.GetMetrics, cdp.Empty{})
	if err != nil {
		b.Fatal(err)
	}
	for _, m := range got.Metrics {
		if m.Name == "TaskDuration" {
			return 1000 * m.Value
		}
	}
	b.Fatal("the browser does not say how busy a page is")
	return 0
}

// took is how many milliseconds of processor time something takes in the page, with the layout that follows.
func took(b *tab, what string) float64 {
	b.Helper()
	before := busy(b)
	value[float64](b, `(() => { `+what+`; return document.body.offsetHeight; })()`)
	return busy(b) - before
}

// leastOf opens a page three times and keeps the least that each step of its use took in milliseconds of processor time,
// as others may use its caches meanwhile; "ready" is what it took to open it.
func leastOf(t *testing.T, file string, use func(b *tab) map[string]float64) map[string]float64 {
	t.Helper()
	open := startBrowser(t)
	least := make(map[string]float64)
	for range 3 {
		b := open(t)
		if _, err := chromedp.Call(b.ctx, performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks}); err != nil {
			t.Fatal(err)
		}
		before := busy(b)
		b.open(file, 1280)
		ready := busy(b) - before
		took := use(b)
		took["ready"] = ready
		for step, ms := range took {
			if before, known := least[step]; !known || ms < before {
				least[step] = ms
			}
		}
		b.quiet()
	}
	return least
}

// inProportion holds the milliseconds that a page takes against those of a page with a quarter of its terms: four times
// as many, with a slack of three, and 20 for what a page does besides.
func inProportion(t *testing.T, large, quarter map[string]float64) {
	t.Helper()
	for step, ms := range large {
		t.Logf("%s: %.0f ms, and %.0f for a quarter of the terms", step, ms, quarter[step])
		if ms > 3*4*quarter[step]+20 {
			t.Errorf("%s takes %.0f ms, for a quarter of the terms only %.0f", step, ms, quarter[step])
		}
	}
}

// The work of a page grows with its terms, 2,000 or 500, and no faster.
func TestReportLarge(t *testing.T) {
	onlyInFull(t)
	survey := largeSurvey(t)
	use := func(terms int) func(b *tab) map[string]float64 {
		return func(b *tab) map[string]float64 {
			if n := total(b); n < terms {
				b.Fatalf("%d terms", n)
			}
			const find = `const e = document.querySelector('input'); e.value = %q; e.dispatchEvent(new Event('input', {bubbles: true}))`
			return map[string]float64{
				"search":   max(took(b, fmt.Sprintf(find, "b")), took(b, fmt.Sprintf(find, "ba")), took(b, fmt.Sprintf(find, ""))),
				"sort":     took(b, `document.querySelectorAll('section.terms th button')[1].click()`),
				"all rows": took(b, `document.querySelector('.more').click()`),
				"choose":   took(b, `document.querySelector('.word').dispatchEvent(new MouseEvent('click', {bubbles: true}))`),
			}
		}
	}
	quarter := leastOf(t, reportOf(t, survey, "--no-stem", "--lang", "en", "--top", "500"), use(400)) // ties are not split
	inProportion(t, leastOf(t, reportOf(t, survey, "--no-stem", "--lang", "en"), use(2000)), quarter)
}

// manyQuotes is a report with ten quotes for each of its terms.
func manyQuotes(terms int) *report.Report {
	t := &report.Tally{Origin: report.Origin{Question: report.Question{Text: "What matters?"}}, Tally: tally.Tally{Base: tally.Base{Rows: tally.Figure(10 * terms), Respondents: tally.Figure(10 * terms), Valid: 10 * terms}}}
	s := report.Section{Tally: t}
	for i := range terms {
		word := fmt.Sprintf("term%d", i)
		t.Terms = append(t.Terms, tally.Term{Rank: 1, Term: word, Label: word, Root: term.Root{Stem: word}, Mentions: 10, Respondents: 10, Share: .0005, Forms: []tally.Form{{Form: word, Mentions: 10}}})
		q := &study.Quotes{Term: word, Answers: 10}
		for j := range 10 {
			q.Quotes = append(q.Quotes, study.Quote{File: "a.csv", Line: i*10 + j, Parts: []study.Part{
				{Text: strings.Repeat("It was said before that what matters most of all is ", 1+j%3)}, {Text: word, Match: true}, {Text: fmt.Sprintf(", for the %dth time.", j)},
			}})
		}
		s.Quotes = append(s.Quotes, report.NewQuotes(t, report.NamesOf([]string{"a.csv"}), q, 0))
	}
	return &report.Report{Schema: report.ReportSchema, Files: []report.File{{Name: "a.csv"}}, Questions: []report.Section{s}}
}

// 20,000 quotes are no burden to a page until one of them is wanted, and little then.
func TestReportManyQuotes(t *testing.T) {
	onlyInFull(t)
	use := func(terms int) map[string]float64 {
		var page bytes.Buffer
		if err := manyQuotes(terms).Write(&page, report.HTML); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), "many.html")
		if err := os.WriteFile(file, page.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
		return leastOf(t, file, func(b *tab) map[string]float64 {
			want(b, `document.querySelectorAll('.quotes li').length < 20`, true)
			first := took(b, `document.querySelectorAll('tbody tr[data-term]')[7].click()`)
			want(b, `document.querySelectorAll('.quotes li').length`, 5)
			next := took(b, fmt.Sprintf(`document.querySelectorAll('tbody tr[data-term]')[%d].click()`, terms-100))
			want(b, `document.querySelector('.quotes .status').textContent`, fmt.Sprintf("“term%d” is in 10 answers.", terms-100))
			return map[string]float64{"first": first, "next": next}
		})
	}
	quarter := use(500)
	inProportion(t, use(2000), quarter)
}
