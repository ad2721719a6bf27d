package cli_test

import (
	"bytes"
	"fmt"
	"image/jpeg"
	imagepng "image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// reportOf writes the report of a survey and gives its path.
func reportOf(t *testing.T, args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.html")
	if status := run(t, append(append([]string{"report", "--quiet"}, args...), "-o", path)...); status != 0 {
		t.Fatalf("exit status %d", status)
	}
	return path
}

// What scripts in the tests say in short.
const (
	rows    = `[...document.querySelectorAll('section.terms tbody tr')]`
	visible = `.filter(e => e.checkVisibility())`
	firstIs = rows + `[0].querySelector('th').firstChild.textContent`
	heads   = `[...document.querySelectorAll('section.terms thead th')]`
	readout = `document.querySelector('.readout').textContent`
	counted = `document.querySelector('section.terms .status').textContent`
)

// The report of the partnerships survey, as a reader uses it.
func TestReportInBrowser(t *testing.T) {
	onlyInFull(t)
	open := startBrowser(t)
	file := reportOf(t, "../../testdata/partnerships.csv", "--themes", "../../testdata/partnerships-themes.csv", "--by", "sector", "--quotes")
	tests := []struct {
		name string
		test func(*tab)
	}{
		{"sort", sorting}, {"search", searching}, {"hover", hovering}, {"keyboard", keyboard}, {"click", clicking},
		{"print", printing}, {"without script", withoutScript}, {"structure", structure},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := open(t)
			b.open(file, 1280)
			tt.test(b)
			b.quiet()
		})
	}
	t.Run("several questions", func(t *testing.T) {
		b := open(t)
		b.open(reportOf(t, "../../testdata/exports/qualtrics.csv", "--quotes"), 1280)
		structure(b)
		want(b, `document.querySelectorAll('nav a').length > 1`, true)
		want(b, `[...document.querySelectorAll('nav a')].filter(a => !document.querySelector(a.hash)).length`, 0)
		b.quiet()
	})
	t.Run("picture", func(t *testing.T) {
		b := open(t)
		b.open(file, 1280)
		b.do(chromedp.EmulateViewport(1280, 900))
		screenshot, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
		if err != nil {
			t.Fatal(err)
		}
		keepScreenshot(t, screenshot, "../../testdata/pictures/report.jpg")
	})
	t.Run("phone", func(t *testing.T) {
		b := open(t)
		b.open(file, 390)
		want(b, `document.documentElement.scrollWidth`, 390)
		want(b, `document.querySelector('.cloud .narrow').checkVisibility()`, true)
		want(b, `document.querySelector('.cloud .wide').checkVisibility()`, false)
		b.open(file, 320)
		want(b, `document.documentElement.scrollWidth`, 320)
		b.quiet()
	})
	for _, scheme := range []string{"light", "dark"} {
		t.Run(scheme, func(t *testing.T) {
			b := open(t)
			b.media("screen", scheme)
			b.open(file, 1280)
			want(b, `matchMedia('(prefers-color-scheme: dark)').matches`, scheme == "dark")
			for _, low := range value[[]string](b, lowContrast) {
				t.Errorf("hard to read: %s", low)
			}
			b.quiet()
		})
	}
}

// sortBy finds the head of a column.
func sortBy(column string) string {
	return fmt.Sprintf(`//section[contains(@class,"terms")]//button[text()=%q]`, column)
}

// keepScreenshot renews the README's picture of the page with UPDATE=1. It is not compared: each machine has letters of its
// own.
func keepScreenshot(t *testing.T, screenshot []byte, path string) {
	t.Helper()
	picture, err := imagepng.Decode(bytes.NewReader(screenshot))
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("UPDATE") == "" {
		return
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: 80}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, out.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

func sorting(b *tab) {
	want(b, firstIs, "transparency")
	want(b, heads+`[0].getAttribute('aria-sort')`, "ascending")
	b.do(chromedp.Click(sortBy("term")))
	want(b, firstIs, "agreement")
	want(b, heads+`.map(h => h.getAttribute('aria-sort')).join()`, ",ascending,,,,,")
	b.do(chromedp.Click(sortBy("term")))
	want(b, firstIs, "word")
	b.do(chromedp.Click(sortBy("people")))
	want(b, firstIs, "transparency")
	want(b, rows+visible+`.length`, 50)
	b.do(chromedp.Click(chromedp.CSS(`section.terms .more`)))
	want(b, rows+visible+`.length`, total(b))
}

// total is the number of terms on the page.
func total(b *tab) int { return value[int](b, rows+`.length`) }

func searching(b *tab) {
	b.do(chromedp.SendKeys(chromedp.CSS("#q1-find"), "open"))
	want(b, rows+visible+`.map(r => r.dataset.term).join()`, "openness")
	want(b, counted, fmt.Sprintf("1 of %d terms", total(b)))
	want(b, `document.querySelector('.quotes .status').textContent`, "“openness” is in 14 answers.")
	b.do(chromedp.SendKeys(chromedp.CSS("#q1-find"), " and nothing"))
	want(b, rows+visible+`.length`, 0)
	b.do(chromedp.Click(chromedp.CSS(`section.terms .clear`)))
	want(b, rows+visible+`.length`, 50)
	want(b, counted, "")
	want(b, `document.activeElement.id`, "q1-find")
}

// middle is the centre of a word of the wide cloud.
func middle(b *tab, term string) (x, y float64) {
	b.Helper()
	at := value[[]float64](b, fmt.Sprintf(`(() => {
		const w = document.querySelector('.wide .word[data-term=%q]');
		w.scrollIntoView({block: 'center', behavior: 'instant'});
		const r = w.getBoundingClientRect();
		return [r.x + r.width / 2, r.y + r.height / 2];
	})()`, term))
	return at[0], at[1]
}

func hovering(b *tab) {
	idle := value[string](b, readout)
	x, y := middle(b, "trust")
	b.do(chromedp.MouseEvent("mouseMoved", x, y))
	want(b, readout, "trust: 13 mentions, 12 of 47 people, 26%")
	b.do(chromedp.MouseEvent("mouseMoved", 2, 2))
	want(b, readout, idle)
}

func clicking(b *tab) {
	x, y := middle(b, "openness")
	b.do(chromedp.MouseClickXY(x, y))
	want(b, rows+visible+`.map(r => r.dataset.term).join()`, "openness")
	want(b, counted, fmt.Sprintf("1 of %d terms", total(b)))
	want(b, readout, "openness: 15 mentions, 14 of 47 people, 30%")
	want(b, `document.querySelector('.quotes .status').textContent`, "“openness” is in 14 answers.")
	want(b, `[...document.querySelectorAll('.quotes li')].every(q => /open/i.test(q.querySelector('mark').textContent))`, true)
	want(b, `document.querySelectorAll('.quotes li').length`, 5)
	b.do(chromedp.Click(chromedp.CSS(`.quotes .more`)))
	want(b, `document.querySelectorAll('.quotes li').length`, 14)
	b.do(chromedp.MouseEvent("mouseMoved", 2, 2))
	want(b, readout, "openness: 15 mentions, 14 of 47 people, 30% · its row · its answers")
	x, y = middle(b, "openness")
	b.do(chromedp.MouseClickXY(x, y))
	want(b, rows+visible+`.length`, 50)
	want(b, `document.querySelectorAll('.quotes li').length`, 8)
}

func keyboard(b *tab) {
	const at = `(document.activeElement.dataset.term || document.activeElement.className)`
	b.do(chromedp.KeyEvent(kb.Tab))
	want(b, at, "skip")
	for range value[int](b, `document.querySelectorAll('.parts a, .bars button').length`) + 1 { // past the parts of the page, and what saves the bars
		b.do(chromedp.KeyEvent(kb.Tab))
	}
	want(b, at, "transparency")
	want(b, readout, "transparency: 21 mentions, 19 of 47 people, 40%")
	b.do(chromedp.KeyEvent(kb.ArrowRight))
	want(b, at, "openness")
	want(b, `getComputedStyle(document.activeElement).outlineStyle`, "solid")
	b.do(chromedp.KeyEvent(kb.Enter))
	want(b, rows+visible+`.map(r => r.dataset.term).join()`, "openness")
	want(b, `document.activeElement.getAttribute('aria-pressed')`, "true")
	b.do(chromedp.KeyEvent(kb.Escape))
	want(b, rows+visible+`.length`, 50)
	want(b, `document.activeElement.getAttribute('aria-pressed')`, "false")
}

func printing(b *tab) {
	b.media("print", "dark")
	want(b, rows+visible+`.length`, 17) // of 30, without the tie of the terms that one person said
	want(b, `document.querySelector('.paper').textContent`, fmt.Sprintf("On paper: 17 of %d terms. The page on a screen has all.", total(b)))
	want(b, `[...document.querySelectorAll('button:not(th button), input, .readout')]`+visible+`.length`, 0)
	want(b, `getComputedStyle(document.body).color`, "rgb(22, 25, 31)") // dark ink on paper, whatever the screen
}

func withoutScript(b *tab) {
	b.scripts(false)
	b.do(chromedp.Reload())
	want(b, `document.documentElement.className`, "")
	want(b, rows+visible+`.length`, 50)
	b.do(chromedp.Click(chromedp.CSS(`section.terms .more`)))
	want(b, rows+visible+`.length`, total(b))
	want(b, `[...document.querySelectorAll('input:not(.more), button, .readout')]`+visible+`.length`, 0)
}

func structure(b *tab) {
	want(b, `document.querySelectorAll('h1').length`, 1)
	want(b, `[...document.querySelectorAll('table')].filter(t => !t.caption || !t.caption.textContent).length`, 0)
	want(b, `['header', 'main', 'footer'].filter(n => !document.querySelector('body > ' + n)).join()`, "")
	want(b, `document.querySelectorAll('th:not([scope])').length`, 0)
	want(b, `[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i).join()`, "")
	want(b, `[...document.querySelectorAll('[aria-labelledby], [aria-describedby]')].flatMap(e =>
		[e.getAttribute('aria-labelledby') ?? '', e.getAttribute('aria-describedby') ?? ''].join(' ').split(' ')).filter(id => id && !document.getElementById(id)).length`, 0)
	want(b, `[...document.querySelectorAll('h1, h2, h3, h4')].map(h => +h.tagName[1]).filter((n, i, all) => n > (all[i - 1] ?? 0) + 1).length`, 0)
	want(b, `document.querySelectorAll('[style]').length`, 0)
}

// lowContrast lists the texts, and the words of pictures, whose contrast with the ground is below that of WCAG AA.
const lowContrast = `(() => {
	const parse = (c) => c.match(/[\d.]+/g).map(Number);
	const linear = (v) => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
	const light = ([r, g, b]) => .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b);
	const ground = light(parse(getComputedStyle(document.body).backgroundColor));
	const ratio = (c) => { const l = light(parse(c)); return (Math.max(l, ground) + .05) / (Math.min(l, ground) + .05); };
	const low = [];
	for (const e of document.querySelectorAll('body *')) {
		const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
		const word = e.matches('figure [fill]:not(.grid)') && !e.matches('defs *'); // gridlines are meant to be faint
		if (!e.checkVisibility() || !(word || own && !e.closest('svg, script, style'))) continue;
		const style = getComputedStyle(e);
		if (ratio(word ? style.fill : style.color) < 4.5) low.push(e.tagName + '.' + e.getAttribute('class') + ' ' + e.textContent.slice(0, 30));
	}
	return low;
})()`

// Markup in answers, names of columns, groups and titles stays text.
func TestReportHostile(t *testing.T) {
	onlyInFull(t)
	const evil = `"><script>alert(1)</script>`
	quoted := `"` + strings.ReplaceAll(evil, `"`, `""`) + `"`
	var csv strings.Builder
	fmt.Fprintf(&csv, "id,group,%s\n", quoted)
	for i := range 12 {
		fmt.Fprintf(&csv, "%d,%s,%s\n", i, quoted, quoted)
		fmt.Fprintf(&csv, "%d,other,</script><img src=x onerror=alert(2)> %s\n", i+100, []string{"a", "b"}[i%2])
		fmt.Fprintf(&csv, "%d,other,<!--<script> {{.}} ${alert(3)} %d\n", i+200, i)
	}
	input := filepath.Join(t.TempDir(), "evil.csv")
	if err := os.WriteFile(input, []byte(csv.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	open := startBrowser(t)
	for _, flags := range [][]string{{"--whole", "--quotes"}, {"--by", "group", "--quotes"}, {"--title", evil}} {
		t.Run(strings.Join(flags, " "), func(t *testing.T) {
			file := reportOf(t, append([]string{input, "-q", "3"}, flags...)...)
			b := open(t)
			b.open(file, 1280)
			want(b, `document.querySelectorAll('img, body script:not([type="application/json"], :last-child)').length`, 0)
			value[int](b, `document.querySelectorAll('tbody tr[data-term]').forEach(e => e.click()) ?? 0`)
			want(b, `document.body.textContent.includes('"><script>alert(1)</script>')`, true)
			b.quiet()
		})
	}
}
