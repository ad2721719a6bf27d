package report

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/internal/prose"
	"verbatim/internal/tally"
)

// A report in Markdown with files of figures is a handout: pandoc makes a Word document or slides of it.
// Each question is a heading, which is its finding, and a figure; in slides that is one slide. All else
// is a division of the class "notes", which slides show the speaker alone and a document shows below
// the figure:
//
//	# “transparency” was named most, by 19 of 47 people
//	![What is the …? 47 of 50 people gave an answer.](figures/q1-cloud.png){alt="Word cloud, …"}
//	::: notes
//	…the whole question, findings, further figures, tables, quotes, notes
//	:::

// An Illustration is a figure in a file.
type Illustration struct {
	Path    string // as the document names it
	Caption string
	Slide   string // the caption on a slide, with the question
	Alt     string
	Notes   string // how it is to be read
}

// handoutTerms is how many terms the table of a handout has, ties at the end left out.
const handoutTerms = 30

// filesOnSlide is how many files the last slide names; the notes have all.
const filesOnSlide = 6

// handout is the report as pandoc reads it.
func (r *Report) handout() string {
	var out strings.Builder
	title, subtitle := r.cover()
	fmt.Fprintf(&out, "---\ntitle: %s\nsubtitle: %s\nlang: %s\n", inYAML(title), inYAML(subtitle), r.Voice.Code())
	for _, line := range [][2]string{{"author", r.Organisation}, {"date", r.Date}} {
		if line[1] != "" {
			fmt.Fprintf(&out, "%s: %s\n", line[0], inYAML(line[1]))
		}
	}
	out.WriteString("---\n")
	say := r.Voice.Say
	for i := range r.Questions {
		r.Questions[i].writeHandout(&out, r.Voice)
	}
	fmt.Fprintf(&out, "\n# %s\n\n", say("About the data"))
	for _, f := range r.FewAnswers {
		fmt.Fprintf(&out, "- %s: %s\n", markdownSafe(f.Question.name()), say("%d answers", f.Answers))
	}
	for _, l := range r.LeftOut {
		fmt.Fprintf(&out, "- %s\n", markdownSafe(say("Not shown: %s (%s)", l.Question.name(), r.reason(l))))
	}
	fmt.Fprintf(&out, "- %s\n", markdownSafe(r.standing()))
	for _, f := range r.Files[:min(filesOnSlide, len(r.Files))] {
		fmt.Fprintf(&out, "- %s\n", markdownSafe(f.Name))
	}
	if more := len(r.Files) - filesOnSlide; more > 0 {
		fmt.Fprintf(&out, "- %s\n", say("%d more", more))
	}
	out.WriteString("\n::: notes\n\n")
	r.writeFiles(&out)
	out.WriteString("\n:::\n")
	return out.String()
}

// cover is the title of the document and its subtitle: without a title of its own, what the report is about, and its file.
func (r *Report) cover() (title, subtitle string) {
	if r.Title != "" || r.headed() {
		return r.heading(), r.standing()
	}
	return strings.TrimSuffix(r.standing(), "."), r.heading()
}

// writeHandout writes a section: what a slide shows, and then what only a document does.
func (s *Section) writeHandout(out *strings.Builder, v prose.Voice) {
	name := s.Tally.Question.name()
	heading := s.Headline
	if heading == "" {
		heading = name
	}
	fmt.Fprintf(out, "\n# %s\n", markdownSafe(heading))
	if len(s.Illustrations) > 0 {
		fmt.Fprintf(out, "\n%s\n", s.Illustrations[0].markdown(s.Illustrations[0].Slide))
	} else {
		fmt.Fprintf(out, "\n%s\n", markdownSafe(name))
	}
	out.WriteString("\n::: notes\n")
	if len(s.Illustrations) > 0 {
		fmt.Fprintf(out, "\n%s %s\n", markdownSafe(name), markdownSafe(s.Illustrations[0].Caption))
	}
	for _, finding := range s.Findings {
		fmt.Fprintf(out, "\n%s\n", markdownSafe(finding))
	}
	for _, c := range s.Cautions {
		fmt.Fprintf(out, "\n> %s\n", markdownSafe(prose.Capitalized(c.Message)+"."))
	}
	for _, f := range s.Illustrations[min(1, len(s.Illustrations)):] {
		fmt.Fprintf(out, "\n%s\n", f.markdown(f.Caption))
	}
	s.writeTables(out, v)
	for _, d := range s.Quotes[:min(quotedInMarkdown, len(s.Quotes))] {
		fmt.Fprintf(out, "\n%s, %s:\n\n", markdownSafe(d.Term), v.Say("%d answers", int(d.Matches)))
		for _, q := range d.Quotes[:min(quotesInMarkdown, len(d.Quotes))] {
			fmt.Fprintf(out, "- %s\n", d.quoted(v, q))
		}
	}
	out.WriteString("\n")
	for _, f := range s.Illustrations {
		fmt.Fprintf(out, "- %s\n", markdownSafe(f.Notes))
	}
	for _, note := range s.notes(v) {
		fmt.Fprintf(out, "- %s\n", markdownSafe(note))
	}
	out.WriteString("\n:::\n")
}

// writeTables writes the tables of a section, narrow enough for a page of paper, each with its caption.
func (s *Section) writeTables(out *strings.Builder, v prose.Voice) {
	terms := tally.Limits{Top: handoutTerms}
	listed := s.Tally.Tally.Limit(terms).Terms
	if len(listed) > 0 && listed[0].Respondents < 2 && len(listed) > 9 { // a list of what single people said
		listed = listed[:0]
	}
	caption := v.Say("Terms")
	if len(listed) < len(s.Tally.Terms) {
		caption = v.Say("The first %d of %d terms", len(listed), len(s.Tally.Terms))
	}
	var tables []section
	if len(listed) > 0 {
		tables = append(tables, s.Tally.termTable(v, caption, listed))
	}
	if len(s.Tally.Themes) > 0 {
		tables = append(tables, themeTable(v, v.Say("Themes"), s.Tally.Themes))
	}
	if s.Compare != nil {
		parts := s.Compare.parts(v, 0)
		parts[0].title = v.Say("By %s", v.ColumnName(s.Compare.Column))
		tables = append(tables, parts...)
	}
	for _, t := range tables { // a page of paper has no room for some columns
		t.rows = t.rows[:min(handoutTerms, len(t.rows))]
		fmt.Fprintf(out, "\n%s", t.without(v.Say("written as"), v.Say("log odds"), v.Say("z")).piped())
		if t.title != "" {
			fmt.Fprintf(out, "\n: %s\n", markdownSafe(t.title))
		}
	}
}

// without is the table without the columns with these heads.
func (s section) without(heads ...string) section {
	kept := section{title: s.title}
	var columns []int // that stay
	for i, head := range s.heads {
		if name, ok := head.(literal); ok && slices.Contains(heads, string(name)) {
			continue
		}
		if columns = append(columns, i); slices.Contains(s.numeric, i+1) {
			kept.numeric = append(kept.numeric, len(columns))
		}
	}
	of := func(row []any) (cells []any) {
		for _, i := range columns {
			cells = append(cells, row[i])
		}
		return cells
	}
	kept.heads = of(s.heads)
	for _, row := range s.rows {
		kept.rows = append(kept.rows, of(row))
	}
	return kept
}

// piped is the table in Markdown. The dashes below a head say how wide its column is: pandoc takes them
// as shares of the width of the text where a line is longer than 72 characters, as these are.
func (s section) piped() string {
	const least, most, line = 5, 40, 120 // characters
	lines := [][]string{}
	widths, sum := make([]int, len(s.heads)), 0
	for _, row := range append([][]any{s.heads}, s.rows...) {
		var cells []string
		for i, cell := range row {
			text := fmt.Sprint(cell)
			if _, ours := cell.(literal); !ours {
				text = strings.ReplaceAll(markdownInline(text), "|", `\|`)
			}
			cells = append(cells, text)
			widths[i] = min(most, max(least, widths[i], utf8.RuneCountInString(text)+2))
		}
		lines = append(lines, cells)
	}
	for _, w := range widths {
		sum += w
	}
	var out strings.Builder
	for i, cells := range lines {
		out.WriteString("| " + strings.Join(cells, " | ") + " |\n")
		if i > 0 {
			continue
		}
		for j, w := range widths {
			out.WriteString("|" + strings.Repeat("-", w*line/sum))
			if slices.Contains(s.numeric, j+1) {
				out.WriteString(":")
			}
		}
		out.WriteString("|\n")
	}
	return out.String()
}

// markdown is the figure as a paragraph of its own, which pandoc sets with a caption.
func (f *Illustration) markdown(caption string) string {
	return fmt.Sprintf("![%s](<%s>){alt=%s width=100%%}", markdownSafe(caption), pathEscapes.Replace(f.Path), attribute(f.Alt))
}

// pathEscapes keep a path within its brackets.
var pathEscapes = strings.NewReplacer(`\`, `\\`, "<", `\<`, ">", `\>`, "\n", " ")

// attribute is a text as the value of an attribute of pandoc.
func attribute(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(prose.Plain(text)) + `"`
}

// inYAML is a text as a value of the head of the document. JSON is YAML, and pandoc reads the text as Markdown.
func inYAML(text string) string {
	data, _ := json.Marshal(markdownSafe(text)) // a string never fails
	return string(data)
}
