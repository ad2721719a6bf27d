package cli_test

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/render"
	"verbatim/internal/report"
)

// hostile are answers that mean harm to whatever shows them.
var hostile = []string{
	`=cmd|'/C calc'!A0`, "\t=1+1", "\r=1+1", "+1+1", "-1+1", "@SUM(A1)", "＝1+1", "\u200b=1+1", `"><script>alert(1)</script>`, `<img src=x onerror=alert(1)>`,
	"trust \x1b[31mred\x1b[0m \x1b]0;title\x07", "\u009b31mtrust", "::error::trust", "trust\n::set-output name=x::y\n  ::stop-commands::z", "##[error]trust ##vso[task.complete]x",
	"\u202etrust\u202c \u2066trust\u2069 \u200ftrust", "\xed\xa0\x80trust\xff", "tr\x00ust", "trust | trust", "`trust` *trust* _trust_ [trust](javascript:alert(1)) ![x](y)",
	"]]>trust--><!--", "{{.}} ${x} $(id) %s %n", "trust\u2028::error::x\u0085::error::y", "; =1+1; trust", "__proto__",
}

// hostileSurvey has them as answers, ids, groups, and in the header.
func hostileSurvey(more ...string) string {
	var rows strings.Builder
	w := csv.NewWriter(&rows)
	w.Write([]string{"id", "unit", "What\n::error::h \x1b[31m\u202e<script>alert(1)</script> =1+1?"})
	for i, answer := range append(append([]string{}, hostile...), more...) {
		w.Write([]string{"id" + fmt.Sprint(i), hostile[i%3], answer})
		w.Write([]string{hostile[i%len(hostile)], hostile[i%3], "trust and openness"})
	}
	w.Flush()
	return rows.String()
}

// checkSmall refuses files that a browser or a person would not open.
func checkSmall(t *testing.T, paths ...string) {
	t.Helper()
	for _, path := range paths {
		const most = 6 << 20 // a word of 1 MB is a term, which tables and data have by all its letters
		if info, err := os.Stat(path); err != nil || info.Size() > most {
			t.Errorf("%s has %d bytes (%v), want at most %d", path, info.Size(), err, most)
		}
	}
}

// hostileRuns are the commands that show answers or what is made of them, each in every format that it writes.
func hostileRuns() (runs [][]string) {
	add := func(command string) { runs = append(runs, strings.Fields(command)) }
	const in, counted = " survey.csv --header-rows 1 --platform generic", " -q 3 --lang en"
	for _, format := range report.DocumentFormats().Names() {
		as := in + " --format " + format
		add("inspect --samples 99 --redact=false" + as)
		for _, flags := range []string{"", "--whole", "--split ;", "--by 2 --redact", "--whole --by 2", "--themes themes.csv", "--suppress 2", "--no-stopwords --set-aside none"} {
			add("tally --top 0 " + flags + counted + as)
		}
		add("quotes --sample 0 --redact=false survey.csv trust" + counted + as[len(" survey.csv"):])
		add("quotes --sample 0 --id 1 --width 0 survey.csv trust" + counted + as[len(" survey.csv"):])
		add("merge part.json --format " + format)
		add("compare --by 2" + counted + as)
	}
	for _, format := range report.CodedFormats().Names() {
		add("code --themes themes.csv --id 1 --redact=false" + counted + in + " --format " + format)
		add("code --themes themes.csv --text --redact=false" + counted + in + " --format " + format)
	}
	add("tally --explain trust" + counted + in)
	add("tally --whole --explain trust" + counted + in)
	add("tally --suggest-merges merges.csv" + counted + in)
	for _, format := range render.Formats() {
		as := counted + in + " --size 800x600 -o x" + format.Extension
		add("cloud --layout layout.json --alt alt.txt" + as)
		add("cloud --whole --layout layout.json" + as)
		add("compare --by 2" + as)
		add("chart --whole --by 2" + as)
		add("chart --themes themes.csv" + as)
	}
	for _, extension := range report.ReportFormats().Extensions() {
		add("report --quotes --by 2 --themes themes.csv -o x" + extension + counted + in)
		add("report --quotes --redact=false --whole -o x" + extension + counted + in)
	}
	return runs
}

// Whatever people answer, no output makes a terminal, a build server, a
// spreadsheet or a browser do anything.
func TestHostileAnswers(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFile(t, "survey.csv", hostileSurvey())
	writeFile(t, "themes.csv", "theme,term\n=cmd|x,trust\n\"::error::\n<script>\",openness\n")
	quietly(t, 0, fieldsOf("tally -q 3 --lang en --whole --by 2 --themes themes.csv survey.csv --header-rows 1 --platform generic -o part.json"))
	given, err := filepath.Glob("*.*")
	if err != nil {
		t.Fatal(err)
	}
	status, out := ran([]string{"tally", "survey.csv", "-q", "no\x1b[31m\n::error::such"}) // what is said of an error
	if checkHarmless(t, "an error", out); status != 3 {
		t.Errorf("status %d: %s", status, out)
	}
	runs := hostileRuns()
	checkRuns(t, "hostileRuns", runs)
	for _, args := range runs {
		name := strings.Join(args, " ")
		status, out := ran(args)
		if status != 0 {
			t.Errorf("%s: status %d: %s", name, status, out)
		}
		checkHarmless(t, name, out)
		out = withoutMessages(out)
		switch args[len(args)-1] {
		case "xlsx":
			if strings.Contains(out, "<f>") || strings.Contains(out, "<f ") || strings.Contains(out, "hyperlink") {
				t.Errorf("%s: the workbook has a formula or a link", name)
			}
		case "csv":
			checkCells(t, name, out)
		case "markdown":
			for _, bad := range []string{"<script", "<img", "](javascript"} {
				if strings.Contains(strings.ReplaceAll(out, `\]`, ""), bad) {
					t.Errorf("%s: markdown has %q", name, bad)
				}
			}
		}
		files, _ := filepath.Glob("*.*")
		for _, file := range files {
			if slices.Contains(given, file) {
				continue
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			text := string(data)
			switch filepath.Ext(file) { // outputs that are no text, but have one in them
			case ".png":
				text = unpacked(data)
			case ".pdf":
				text = strings.Replace(withStreams(text), "%\xe2\xe3\xcf\xd3\n", "", 1)
			}
			checkHarmless(t, name+": "+file, text)
			checkSyntax(t, name, file, text)
			os.Remove(file)
		}
	}
}

// withoutMessages leaves of both streams what is not for people alone.
func withoutMessages(out string) string {
	var rest strings.Builder
	for line := range strings.Lines(out) {
		if !strings.HasPrefix(line, "verbatim: ") && !strings.HasPrefix(line, "hint: ") {
			rest.WriteString(line)
		}
	}
	return rest.String()
}

// checkHarmless looks for what a terminal or a build server would obey.
func checkHarmless(t *testing.T, name, out string) {
	t.Helper()
	isBad := func(r rune) bool {
		return r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
	}
	if i := strings.IndexFunc(out, isBad); i >= 0 || !utf8.ValidString(out) {
		t.Errorf("%s: output has %q", name, out[max(0, i-20):min(len(out), max(0, i)+20)])
	}
	for line := range strings.Lines(out) {
		if strings.HasSuffix(name, ".html") {
			break // no log
		}
		if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.Contains(line, "##[") || strings.Contains(line, "##vso[") {
			t.Errorf("%s: a command for a build server: %q", name, line)
		}
	}
}

// checkCells looks for formulas. Numbers may be below zero.
func checkCells(t *testing.T, name, out string) {
	t.Helper()
	r := csv.NewReader(strings.NewReader(out))
	for {
		record, err := r.Read()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		for _, cell := range record {
			if _, err := strconv.ParseFloat(cell, 64); err == nil && cell[0] == '-' {
				continue
			}
			if strings.ContainsAny(strings.TrimSpace(cell[:min(1, len(cell))]), "=+-@") || strings.HasPrefix(cell, "＝") {
				t.Errorf("%s: a formula: %q", name, cell)
			}
		}
	}
}

// checkSyntax reads a file as what its name says.
func checkSyntax(t *testing.T, name, file, data string) {
	t.Helper()
	var err error
	switch {
	case strings.HasSuffix(file, ".json"):
		err = json.Unmarshal([]byte(data), new(any))
	case strings.HasSuffix(file, ".csv"):
		checkCells(t, name, data)
	case strings.HasSuffix(file, ".svg"):
		for d := xml.NewDecoder(strings.NewReader(data)); err == nil; {
			var token xml.Token
			if token, err = d.Token(); err == nil {
				if e, ok := token.(xml.StartElement); ok && (e.Name.Local == "script" || e.Name.Local == "img") {
					t.Errorf("%s: the picture has an element %s", name, e.Name.Local)
				}
			}
		}
		if err == io.EOF {
			err = nil
		}
	}
	if err != nil {
		t.Errorf("%s: %s: %v", name, file, err)
	}
}
