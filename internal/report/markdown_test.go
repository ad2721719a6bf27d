package report

import (
	"html"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"verbatim/internal/prose"
	"verbatim/internal/study"
)

// signs are texts that mean something in Markdown, at their start or within.
var signs = []string{
	"- a", "+ a", "* a", "-", "- - -", "---", "===", "--", "----", "1. a", "12) a", "(1) a", "a) b", "(b) c", "A. b", "iv. c", "#. a", "# a", "1.",
	"(@) a", "| a | b", ": a", ":::", "> a", "Table: a", "% a", "[^1] a", "[a]: b",
	"$x$ and $y$", "a^2^", "a~b~", "~~a~~", "H_2_O", "**a**", "a `b` ```c```", "<b>", "&amp; & &#42;", `a\b \* \`, "@a", "{.a}", "!(a)", "![a](b)", "--redact", "a -- b --- c", "1.5 and a) in it",
}

// An answer reads in Markdown as it was written: as an item of a list, a paragraph and a part of one, for GitHub and for pandoc.
func TestMarkdownIsText(t *testing.T) {
	for text, want := range map[string]string{"- a": `\- a`, "1. a": `1\. a`, "(1) a": `\(1) a`, "$x$": `\$x\$`, "1.5 a - b (1) c": "1.5 a - b (1) c", "a--b---c": `a-\-b-\--c`} {
		if got := markdownSafe(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
	d := &Quotes{}
	quote := d.quoted(prose.Voice{}, Quote{ID: "7", pieces: []study.Part{{Text: "- 2"}, {Text: "x", Match: true}}})
	if quote != `\- 2**x** (7)` {
		t.Errorf("a quote is %s", quote)
	}
	if _, err := exec.LookPath("pandoc"); err != nil {
		t.Skip("pandoc (Debian package pandoc) is not installed")
	}
	tags := regexp.MustCompile(`<[^>]*>`)
	var lines, items strings.Builder
	for _, text := range signs {
		lines.WriteString(markdownSafe(text) + "\n\n")
		items.WriteString("- " + markdownSafe(text) + "\n")
	}
	for _, from := range []string{"gfm", "markdown-smart", "commonmark_x-smart"} {
		for element, document := range map[string]string{"p": lines.String(), "li": items.String()} {
			c := exec.Command("pandoc", "-f", from, "-t", "html", "--wrap=none")
			c.Stdin = strings.NewReader(document)
			out, err := c.Output()
			if err != nil {
				t.Fatal(err)
			}
			found := regexp.MustCompile("(?s)<"+element+">(.*?)</"+element+">").FindAllStringSubmatch(string(out), -1)
			if len(found) != len(signs) {
				t.Errorf("%s: %d of %d are a <%s>:\n%s", from, len(found), len(signs), element, out)
				continue
			}
			for i, want := range signs {
				if got := html.UnescapeString(tags.ReplaceAllString(found[i][1], "")); got != prose.Plain(want) || tags.MatchString(found[i][1]) {
					t.Errorf("%s: %q in <%s> reads %q: %s", from, want, element, got, found[i][1])
				}
			}
		}
	}
}

// A report in Markdown tells the number of its respondents once, whatever the number of its files, and no hash that is not known.
func TestMarkdownFiles(t *testing.T) {
	for _, illustrated := range []bool{true, false} {
		r := Report{Respondents: 1706, Illustrated: illustrated, Questions: []Section{{Tally: sample()}}}
		for _, name := range strings.Fields("a b c d e f g h i") {
			r.Files = append(r.Files, File{Name: name + ".csv"})
		}
		r.Files[1].SHA256 = "abc"
		var out strings.Builder
		if err := r.Write(&out, Markdown); err != nil {
			t.Fatal(err)
		}
		text := out.String()
		if n := strings.Count(text, "1,706 respondents"); n < 1 || n > 2 || strings.Contains(text, "csv, 1,706") {
			t.Errorf("the respondents are there %d times:\n%s", n, text)
		}
		if strings.Contains(text, "``") || !strings.Contains(text, "- b.csv, SHA-256 `abc`\n- c.csv\n") || strings.Count(text, "i.csv") != 1 {
			t.Errorf("files:\n%s", text)
		}
	}
}

// Code in Markdown holds any text, its own mark included.
func TestMarkdownCode(t *testing.T) {
	for value, want := range map[string]string{"a": "`--keep a`", "a`b": "``--keep a`b``", "```": "```` --keep ``` ````"} {
		if got := (optionRow{Flag: "--keep", Value: value}).code(); got != want {
			t.Errorf("%q is %s, want %s", value, got, want)
		}
	}
}
