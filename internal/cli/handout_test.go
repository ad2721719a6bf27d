package cli_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// needed skips a test where a program is not installed.
func needed(t *testing.T, program, pkg string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("%s (Debian package %s) is not installed", program, pkg)
	}
}

// done runs a program and gives what it prints.
func done(t *testing.T, name string, args ...string) string {
	t.Helper()
	var said bytes.Buffer
	c := exec.Command(name, args...)
	c.Stderr = &said
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, said.String())
	}
	return string(out)
}

// threeQuestions is a survey with three open questions, of which two teams answer the first differently.
func threeQuestions() string {
	var b strings.Builder
	b.WriteString("id,team,What helps you?,What hinders you?,What else?\n")
	for i := range 60 {
		team, helps := "North", "quiet mornings and good tea"
		if i%2 == 1 {
			team, helps = "South", "walking in the park"
		}
		fmt.Fprintf(&b, "%d,%s,\"%s, number %c%c\",noise and meetings %c%c,time to think %c%c\n", i, team, helps, 'a'+i%26, 'a'+i/26, 'b'+i%25, 'a'+i/26, 'a'+i%26, 'c'+i/26)
	}
	return b.String()
}

// pandoc makes slides of a report, one for each question with its finding as title, between the title and
// the data, and all else as notes; and a document with all figures.
func TestHandout(t *testing.T) {
	needed(t, "pandoc", "pandoc")
	t.Chdir(t.TempDir())
	writeFile(t, "survey.csv", threeQuestions())
	quietly(t, 0, fieldsOf("report survey.csv --lang en --by team --quotes -o report.md --figures figures --quiet"))
	done(t, "pandoc", "report.md", "-o", "slides.pptx")
	done(t, "pandoc", "report.md", "-o", "report.docx")
	slides, notes := members(t, "slides.pptx", `^ppt/slides/slide\d+\.xml$`), members(t, "slides.pptx", `^ppt/notesSlides/notesSlide\d+\.xml$`)
	if len(slides) != 5 || len(notes) != 4 {
		t.Errorf("%d slides, %d notes", len(slides), len(notes))
	}
	for i, want := range []string{"What helps you?", "What hinders you?", "What else?"} {
		if slide := slides[i+1]; !strings.Contains(slide, "60 of 60 people gave an answer") || !strings.Contains(slide, want) || strings.Count(slide, "<p:pic>") != 1 || !strings.Contains(slide, "named most") {
			t.Errorf("slide %d: %s", i+2, slide)
		}
	}
	files, _ := os.ReadDir("figures")
	if pictures := members(t, "report.docx", `^word/media/`); len(files) != 6 || len(pictures) != len(files) { // three clouds, two charts, what sets the teams apart; the last answers have one term
		t.Errorf("%d figures, %d pictures in the document", len(files), len(pictures))
	}
	text := strings.Join(members(t, "report.docx", `^word/document\.xml$`), "")
	for _, want := range []string{"named most", "walking", "By team", "Letter height grows"} {
		if !strings.Contains(text, want) {
			t.Errorf("the document lacks %q", want)
		}
	}
	needed(t, "soffice", "libreoffice-writer-nogui, libreoffice-impress-nogui")
	needed(t, "pdfinfo", "poppler-utils")
	for name, most := range map[string]string{"slides.pptx": "5", "report.docx": "1\\d|[5-9]"} {
		done(t, "soffice", "-env:UserInstallation=file://"+t.TempDir(), "--headless", "--convert-to", "pdf", name)
		info := done(t, "pdfinfo", strings.TrimSuffix(strings.TrimSuffix(name, ".pptx"), ".docx")+".pdf")
		if !regexp.MustCompile(`(?m)^Pages: +(` + most + `)$`).MatchString(info) {
			t.Errorf("%s: %s", name, info)
		}
	}
}

// What stands on a slide fits it: a title has two lines at most, and a caption three, however long the question
// and whatever is left out. The document has the whole question. A title says what the slides are about.
func TestSlidesFit(t *testing.T) {
	needed(t, "pandoc", "pandoc")
	t.Chdir(t.TempDir())
	long := "When you think of all the weeks that you have worked with us so far and of everything that was new to you in the first of them what was it that helped you most to find your way in this organisation?"
	survey := strings.Replace(threeQuestions(), "What helps you?", long, 1)
	writeFile(t, "survey.csv", survey)
	quietly(t, 0, fieldsOf("report survey.csv --lang en -o report.md --figures figures --quiet"))
	done(t, "pandoc", "report.md", "-o", "slides.pptx")
	texts := regexp.MustCompile(`<a:t>([^<]*)</a:t>`)
	for i, slide := range members(t, "slides.pptx", `^ppt/slides/slide\d+\.xml$`) {
		for _, shape := range strings.Split(slide, "<p:sp>")[1:] {
			text, most := "", 170
			for _, m := range texts.FindAllStringSubmatch(shape, -1) {
				text += m[1]
			}
			if strings.Contains(shape, `type="title"`) {
				most = 76
			}
			if n := len([]rune(text)); n > most {
				t.Errorf("slide %d: %d characters: %s", i+1, n, text)
			}
			if i == 0 && strings.Contains(shape, `type="ctrTitle"`) && !strings.Contains(text, "open-ended questions") {
				t.Errorf("the title is %q", text)
			}
		}
	}
	if document := done(t, "pandoc", "-t", "plain", "--wrap=none", "report.md"); !strings.Contains(document, long) {
		t.Error("the document lacks the whole question")
	}
}

// members are the texts of the members of an archive whose names match, in the order of their numbers.
func members(t *testing.T, path, pattern string) (texts []string) {
	t.Helper()
	r, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	is := regexp.MustCompile(pattern)
	for n := range 100 {
		for _, m := range r.File {
			if digits := regexp.MustCompile(`\d+`).FindString(m.Name[strings.LastIndex(m.Name, "/")+1:]); is.MatchString(m.Name) && digits == strings.TrimPrefix(fmt.Sprint(n), "0") {
				f, err := m.Open()
				if err != nil {
					t.Fatal(err)
				}
				var b bytes.Buffer
				if _, err := b.ReadFrom(f); err != nil {
					t.Fatal(err)
				}
				f.Close()
				texts = append(texts, b.String())
			}
		}
	}
	return texts
}

// Nothing that people answer is more than text to pandoc: no link, formula, citation, raw text or attribute.
func TestHandoutIsText(t *testing.T) {
	needed(t, "pandoc", "pandoc")
	t.Chdir(t.TempDir())
	writeFile(t, "survey.csv", hostileSurvey("trust $x^2$ and \\newpage", "trust @smith2020 [@jones]", "trust `x`{=openxml} and [y]{.class}", "trust H~2~O ~~no~~ ::: {.notes}", "# trust {#id}", "trust :::"))
	quietly(t, 0, fieldsOf("report survey.csv --header-rows 1 --platform generic -q 3 --lang en --quotes --redact=false --whole -o a.md --figures . --quiet"))
	quietly(t, 0, fieldsOf("report survey.csv --header-rows 1 --platform generic -q 3 --lang en --quotes --by 2 --redact=false -o b.md --figures . --quiet"))
	for _, file := range []string{"a.md", "b.md"} {
		var document any
		if err := json.Unmarshal([]byte(done(t, "pandoc", "-t", "json", file)), &document); err != nil {
			t.Fatal(err)
		}
		kinds := map[string]int{}
		countKinds(document, kinds)
		for _, kind := range []string{"Link", "Math", "Cite", "RawInline", "RawBlock", "Superscript", "Subscript", "Strikeout", "CodeBlock", "Span", "Note"} {
			if kinds[kind] > 0 {
				t.Errorf("%s: %d of %s", file, kinds[kind], kind)
			}
		}
		if kinds["Div"] != 2 || kinds["Image"] < 1 || kinds["Header"] != 2 {
			t.Errorf("%s: %v", file, kinds)
		}
	}
}

// countKinds counts the kinds of elements in a document of pandoc.
func countKinds(x any, kinds map[string]int) {
	switch x := x.(type) {
	case []any:
		for _, y := range x {
			countKinds(y, kinds)
		}
	case map[string]any:
		if kind, ok := x["t"].(string); ok {
			kinds[kind]++
		}
		for _, y := range x {
			countKinds(y, kinds)
		}
	}
}
