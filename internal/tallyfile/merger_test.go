package tallyfile

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/report"
	"verbatim/internal/study"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// whole is a small tally in which everything is.
func whole() *report.Tally {
	one, two := []tally.Form{{Form: "trust", Mentions: 1}}, []tally.Form{{Form: "use", Mentions: 2}}
	base := tally.Base{Rows: 3, Respondents: 3, Valid: 3, WeightSum: 2 * tally.One}
	terms := []tally.Term{{Term: "Trust", Root: term.Root{Stem: "trust"}, Mentions: 1, Respondents: 1, WeightedMentions: tally.One, WeightedRespondents: tally.One, Forms: one, Synonym: "Trust", Theme: "t"}}
	themes := []tally.Theme{{Theme: "t", Mentions: 1, Respondents: 1}}
	return &report.Tally{
		Origin: report.Origin{
			Schema: report.TallySchema, Source: report.Source{Files: []string{"a.csv"}}, Question: report.Question{Columns: []int{2}, ID: "q", Text: "Why?"},
			Options: study.Options{Count: tally.Mentions, MinCount: 1, Weight: "w", By: "region"},
		},
		Found: study.Found{Language: "en", TermsAre: "words"}, Complete: true,
		Tally: tally.Tally{
			Base: base, Tokens: tally.Tokens{Total: 3, Counted: 3}, Terms: terms, Themes: themes, Uncoded: 2,
			SetAside: []tally.AsideTerm{{Term: "use", Root: term.Root{Stem: "use"}, Reason: "filler", Mentions: 2, Respondents: 2, Forms: two}}, AnyOfTop: []tally.AnyOf{},
		},
		Groups: []report.Group{{Value: "N", Base: base, Terms: terms, Themes: themes}},
	}
}

// read reads the tallies of a text, under a name.
func read(name, text string) (parts []Part, err error) {
	err = Read(context.Background(), []survey.Input{survey.Stream(name, strings.NewReader(text))}, func(p Part) error {
		parts = append(parts, p)
		return nil
	})
	return parts, err
}

// written is a count as the JSON of its tally.
func written(t *testing.T, c *study.Count) string {
	t.Helper()
	var out bytes.Buffer
	if err := report.NewTally(c, tally.Limits{}, nil).Write(&out, report.JSON); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// FuzzMerge: whatever a file holds, it is refused or adds up, without panic;
// what is refused leaves a reason, and what adds up can be read again.
func FuzzMerge(f *testing.F) {
	var text bytes.Buffer
	if err := whole().Write(&text, report.JSON); err != nil {
		f.Fatal(err)
	}
	f.Add(text.String())
	for old, changed := range map[string]string{`"mentions": 1`: `"mentions": -1`, `"theme": "t"`: `"theme": ""`, `"weight_sum": 2`: `"weight_sum": 9223372036.8`, `"groups"`: `"none"`, `"themes"`: `"none"`} {
		f.Add(strings.ReplaceAll(text.String(), old, changed))
	}
	f.Add(`{"schema":"verbatim/tally/v1","complete":true}`)
	f.Fuzz(func(t *testing.T, in string) {
		parts, err := read("x", in)
		if err != nil {
			return
		}
		m := Merger{Grouped: true}
		for _, p := range append(parts, parts...) {
			if m.Add(p) != nil {
				return
			}
		}
		c, err := m.Count(Choice{Count: tally.Respondents})
		if err != nil {
			return // of a language or a population that no tally has
		}
		if _, err := read("again", written(t, c)); err != nil {
			t.Fatal(err)
		}
	})
}

// Twice the same doubles every count and changes no share.
func TestMergeTwice(t *testing.T) {
	m := Merger{Grouped: true}
	for _, name := range []string{"a", "b"} {
		if err := m.Add(Part{Tally: whole(), Name: name}); err != nil {
			t.Fatal(err)
		}
	}
	c, err := m.Count(Choice{Count: tally.Respondents})
	if err != nil {
		t.Fatal(err)
	}
	d := report.NewTally(c, tally.Limits{}, nil)
	x := d.Terms[0]
	if x.Term != "Trust" || x.Mentions != 2 || x.WeightedMentions != 2*tally.One || x.Share != 0.5 || d.Groups[0].Base.Valid != 6 || d.Uncoded != 4 {
		t.Errorf("%+v, %+v", d, x)
	}
	if len(d.Source.Files) != 2 || d.AnyOfTopReason == "" {
		t.Errorf("%+v", d.Source)
	}
}

// What this program never writes is refused with what is wrong, and nothing of it ends up in a sum.
func TestTampered(t *testing.T) {
	for want, change := range map[string]func(*report.Tally){
		"no column":      func(d *report.Tally) { d.Question.Columns = nil },
		"one below 1":    func(d *report.Tally) { d.Question.Columns = []int{0} },
		`ranked by "x"`:  func(d *report.Tally) { d.Options.Count = "x" },
		"less than 0":    func(d *report.Tally) { d.Options.Top = -1 },
		"1 files have 2": func(d *report.Tally) { d.Source.SHA256 = []string{"a", "b"} },
		"is there twice": func(d *report.Tally) { d.Groups = append(d.Groups, d.Groups[0]) },
		"4 people of 3": func(d *report.Tally) {
			d.Groups[0].Base = tally.Base{Rows: 4, Respondents: 4, Valid: 4, WeightSum: tally.One}
		},
		"fit each other": func(d *report.Tally) { d.Cut.Terms, d.Complete, d.Terms[0].High = 1, false, new(float64) },
		`group "N": the term`: func(d *report.Tally) {
			d.Cut.Terms, d.Complete = 1, false
			d.Groups[0].Terms = slices.Clone(d.Terms)
			d.Groups[0].Terms[0].Respondents = 99
		},
		"but their parts": func(d *report.Tally) { d.Groups[0].Base.Rows = 9 },
		"more often": func(d *report.Tally) {
			d.Groups[0].Terms = []tally.Term{d.Groups[0].Terms[0]}
			d.Groups[0].Terms[0].Root.Stem = "other"
		},
	} {
		d := whole()
		change(d)
		var text bytes.Buffer
		if err := d.Write(&text, report.JSON); err != nil {
			t.Fatal(err)
		}
		m := Merger{Grouped: true}
		err := Read(context.Background(), []survey.Input{survey.Stream("x", &text)}, m.Add)
		if err == nil {
			_, err = m.Count(Choice{})
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v", want, err)
		}
	}
}

// A document that is broken is told by its place among others, and what is none by its kind.
func TestReadTells(t *testing.T) {
	var text, zipped bytes.Buffer
	if err := whole().Write(&text, report.JSON); err != nil {
		t.Fatal(err)
	}
	line := strings.ReplaceAll(text.String(), "\n", "") + "\n"
	z := gzip.NewWriter(&zipped)
	if _, err := z.Write([]byte(line)); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		line + line + "{":                 "x, document 3: is no tally in JSON",
		line + "[]":                       "x, document 2: is a list in JSON",
		"[" + line + "," + line + "]":     "x: is a list in JSON",
		"[\n" + text.String() + "\n]":     "x: is a list in JSON",
		text.String() + "}":               "x, document 2: is no tally in JSON",
		text.String() + "{":               "x, document 2: is no tally in JSON, or is cut off",
		line + `{"schema":"y"}`:           `x, document 2: the schema is "y"`,
		"PK\x03\x04":                      "x: cannot be read: a zip archive",
		zipped.String()[:zipped.Len()-40]: "x: is no tally in JSON, or is cut off",
		"":                                "x: is no tally in JSON",
	} {
		if _, err := read("x", in); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%.20q: error %v, want %s", in, err, want)
		}
	}
	parts, err := read("x", line+text.String()+"\n \n")
	if err != nil || len(parts) != 2 || parts[0].Name != "x, document 1" || parts[1].Name != "x, document 2" || parts[0].same != parts[1].same {
		t.Errorf("%+v, %v", parts, err)
	}
}

// A document, unpacked, has a most of bytes; a stream of several has none.
func TestMostOfDocument(t *testing.T) {
	var text bytes.Buffer
	if err := whole().Write(&text, report.JSON); err != nil {
		t.Fatal(err)
	}
	line := strings.ReplaceAll(text.String(), "\n", "") + "\n"
	const most = 1 << 17
	filled := strings.Repeat(line, 3*most/len(line))
	for in, want := range map[string]string{
		filled:                               "",
		strings.Repeat(" ", 3*most):          "a tally of more than",
		strings.Repeat("[", 3*most):          "a tally of more than",
		"{\n" + strings.Repeat("\n", 3*most): "a tally of more than",
	} {
		s := streamOf(strings.NewReader(in), most)
		var err error
		for err == nil {
			_, _, err = s.next()
		}
		if want == "" && err != io.EOF || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20q: error %v, want %q", in, err, want)
		}
	}
}

// A message shows where two values differ, however long they are before.
func TestDifferenceIsShown(t *testing.T) {
	long := strings.Repeat("the same text, ", 20)
	for _, x := range []struct{ a, b, want string }{
		{"time", "money", `q is "money", not "time"`},
		{long + "north", long + "south", `q is …ext, the same text, south", not …ext, the same text, north"`},
	} {
		if got := difference("q", x.a, x.b); got != x.want {
			t.Errorf("%s, want %s", got, x.want)
		}
	}
	if got := difference("", study.Options{Top: 1}, study.Options{Top: 2}); got != "top is 2, not 1" {
		t.Error(got)
	}
}
