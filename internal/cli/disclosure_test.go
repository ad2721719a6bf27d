package cli_test

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"context"
	"encoding/binary"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"verbatim/internal/cli"
	"verbatim/internal/render"
	"verbatim/internal/report"
	"verbatim/internal/workbook"
)

// Words of a made-up survey: those of many people, and those of one to three.
var (
	oftenSaid  = strings.Fields("trust money tools weather parking coffee training")
	rarelySaid = strings.Fields("harassment Kowalczyk quixotic zeppelin bullying embezzlement nepotism xylophone")
)

const (
	threshold        = 4
	disclosureThemes = "theme,term\ngoods,money\ngoods,tools\nfears,harassment\nfears,bullying\nfears,embezzlement\nmixed,trust\nmixed,nepotism\n"
)

// sensitive is a survey in which rare words stand beside frequent ones, in all
// groups, as themes, with denials, in other forms, and as the last answer. Two people are over 100, two pick a hovercraft
// in a multiple choice, and two do not pick the pavement.
func sensitive(r *rand.Rand) string {
	var rows strings.Builder
	rows.WriteString("id,unit,What hinders you most in your work?,age,ways\n")
	row := 0
	add := func(unit, answer string) {
		row++
		age := 20 + row*7%50
		if row == 40 || unit == "Attic" {
			age = 101
		}
		ways := []string{"Pavement"}
		for i, way := range []string{"Bus", "Rail, on time or late", "Bike"} {
			if (row+i)%(i+2) == 0 {
				ways = append(ways, way)
			}
		}
		if row == 20 || row == 60 {
			ways = []string{"Bus", "Hovercraft"}
		}
		fmt.Fprintf(&rows, "%d,%s,\"%s\",%d,\"%s\"\n", row, unit, answer, age, strings.Join(ways, ", "))
	}
	units := []string{"North", "South", "West"}
	for range 80 {
		a, b := oftenSaid[r.IntN(len(oftenSaid))], oftenSaid[r.IntN(len(oftenSaid))]
		add(units[r.IntN(3)], strings.NewReplacer("A", a, "B", b).Replace([]string{"A and B", "no A, but B", "A; really B"}[r.IntN(3)]))
	}
	for i, word := range rarelySaid {
		for range 1 + i%3 {
			often := oftenSaid[r.IntN(len(oftenSaid))]
			add(units[r.IntN(3)], strings.NewReplacer("A", word, "B", often).Replace([]string{"A", "B and A", "not A, B"}[r.IntN(3)]))
		}
	}
	add("Attic", "trust")
	add("West", "trusting money, Tooling")
	add("North", "")
	add("North", "don't know")
	add("South", "nothing")
	add("South", "call Kowalczyk, kowalczyk@example.org, +49 30 1234567")
	return rows.String()
}

// disclosureRuns are all commands that withhold what few people said, each in every format that it writes.
func disclosureRuns() (runs [][]string) {
	add := func(command string) {
		runs = append(runs, append(fieldsOf(command), "--suppress", fmt.Sprint(threshold)))
	}
	const in, binned, byAge = " survey.csv -q 3 --lang en ", " survey.csv -q age --bins 30,50,100 ", "--by age --bins 30,50,100 "
	for _, format := range report.DocumentFormats().Names() {
		as := " --format " + format
		add("inspect survey.csv --samples 99" + as)
		for _, flags := range []string{"", "--by unit", "--themes themes.csv", "--by unit --themes themes.csv --intervals", "--count respondents --top 3", "--phrases off", "--whole", "--no-stem --set-aside none", "--by unit --mask mask.txt", "--themes themes.csv --mask mask.txt --count mentions", byAge + "--themes themes.csv", "--by unit --themes themes.csv --weight age", "--by ways --themes themes.csv", "--by ways --mask mask.txt"} {
			add("tally" + in + flags + as)
		}
		add("quotes" + in + "trust" + as)
		add("merge part.json" + as)
		add("merge grouped.json" + as)
		add("merge binned.json" + as)
		add("merge ways.json" + as)
		add("compare" + in + "--by ways --themes themes.csv --intervals" + as)
		add("tally" + binned + as)
		add("tally" + binned + "--by unit" + as)
		add("compare" + in + "--by unit --themes themes.csv --intervals" + as)
		add("compare" + in + byAge + "--mask mask.txt" + as)
	}
	for _, format := range report.CodedFormats().Names() {
		add("code" + in + "--themes themes.csv --format " + format)
	}
	for _, format := range render.Formats() {
		as := " -o x" + format.Extension
		add("cloud" + in + "--layout layout.json --alt alt.txt --size 800x600" + as)
		add("cloud" + in + "--themes themes.csv --key --title All --size 800x600" + as)
		add("chart" + in + "--by unit --themes themes.csv" + as)
		add("chart" + in + "--by ways --themes themes.csv" + as)
		add("compare" + in + "--by ways" + as)
		add("chart" + in + "--of themes --themes themes.csv" + as)
		add("compare" + in + "--by unit --themes themes.csv" + as)
		add("cloud" + in + "--mask mask.txt --layout layout.json --alt alt.txt --size 800x600" + as)
		add("chart" + in + byAge + "--mask mask.txt" + as)
		add("chart" + binned + as)
	}
	for _, extension := range report.ReportFormats().Extensions() {
		add("report" + in + "--quotes --by unit --themes themes.csv -o x" + extension)
		add("report" + in + "--quotes --by ways --themes themes.csv -o x" + extension)
		add("report" + in + "--quotes --redact=false -o x" + extension)
		if extension == ".md" {
			add("report" + in + "--by unit --themes themes.csv --figures . -o x.md")
		}
		add("report" + in + "--quotes --mask mask.txt " + byAge + "-o x" + extension)
	}
	for i := range rarelySaid {
		add("tally" + in + "--themes themes.csv --synonyms " + fmt.Sprintf("synonyms%d.csv", i))
	}
	return runs
}

// checkRuns requires that every command that has --suppress is among the runs: one that has it and forgets it has to
// fail here.
func checkRuns(t *testing.T, list string, runs [][]string) {
	t.Helper()
	for _, name := range commandNames(t) {
		isRun := slices.ContainsFunc(runs, func(args []string) bool { return args[0] == name })
		if _, help := ran([]string{name, "--help"}); strings.Contains(help, "--suppress") && !isRun {
			t.Errorf("verbatim %s has --suppress: add runs of it to %s", name, list)
		}
	}
}

// What fewer people said than --suppress allows is in no byte that a command
// writes: neither the word, nor the group of few, nor a warning that names it.
func TestNothingIsDisclosed(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFile(t, "themes.csv", disclosureThemes)
	writeFile(t, "mask.txt", "trust\nharassment\nzeppelin\n")
	writeFile(t, "survey.csv", sensitive(rand.New(rand.NewPCG(6, 6))))
	for i, word := range rarelySaid {
		writeFile(t, fmt.Sprintf("synonyms%d.csv", i), "from,to\n"+word+",Trouble\n")
	}
	quietly(t, 0, fieldsOf("tally survey.csv -q 3 --lang en --themes themes.csv -o part.json"))
	quietly(t, 0, fieldsOf("tally survey.csv -q 3 --lang en --by unit -o grouped.json"))
	quietly(t, 0, fieldsOf("tally survey.csv -q 3 --lang en --by ways -o ways.json"))
	quietly(t, 0, fieldsOf("tally survey.csv -q age --bins 30,50,100 --by unit -o binned.json"))
	if ways, _ := os.ReadFile("ways.json"); !strings.Contains(string(ways), `"overlap": true`) {
		t.Error("the column of ways is no multiple choice")
	}
	runs := disclosureRuns()
	checkRuns(t, "disclosureRuns", runs)
	for _, args := range runs {
		written := everything(t, args)
		for _, word := range append([]string{"attic", "example.org", "1234567", "trusting", "tooling", "trouble", "100 and more", "hovercraft", "pavement"}, rarelySaid...) {
			if i := strings.Index(strings.ToLower(written), strings.ToLower(word)); i >= 0 {
				t.Errorf("verbatim %s: %q is in …%s…", strings.Join(args, " "), word, written[max(0, i-80):min(len(written), i+40)])
			}
		}
	}
}

// The sheets of groups and themes show no number of people that is smaller than --suppress allows.
func TestSheetsHaveNoFew(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFile(t, "themes.csv", disclosureThemes)
	writeFile(t, "survey.csv", sensitive(rand.New(rand.NewPCG(6, 6))))
	for run, sheets := range map[string]string{
		"tally --by unit":   "Terms, Themes, Themes by group, Groups, About",
		"tally --by ways":   "Terms, Themes, Themes by group, Groups, About",
		"compare --by unit": "Terms, Themes, Groups, About",
		"compare --by ways": "Terms, Themes, Groups, About",
	} {
		quietly(t, 0, append(fieldsOf(run), "survey.csv", "-q", "3", "--lang", "en", "--themes", "themes.csv", "--suppress", fmt.Sprint(threshold), "-o", "x.xlsx"))
		file, err := os.Open("x.xlsx")
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		info, _ := file.Stat()
		book, err := workbook.Open(file, info.Size(), "x.xlsx")
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for i, sheet := range book.Sheets() {
			names = append(names, sheet.Name)
			if sheet.Name == "Terms" || sheet.Name == "About" { // ranks, and settings
				continue
			}
			for row, err := range book.Rows(i) {
				if err != nil {
					t.Fatal(err)
				}
				for _, cell := range row.Cells {
					if n, err := strconv.Atoi(cell); err == nil && 0 < n && n < threshold {
						t.Errorf("%s: %s shows %d: %q", run, sheet.Name, n, row.Cells)
					}
				}
			}
		}
		if got := strings.Join(names, ", "); got != sheets {
			t.Errorf("%s: sheets %s", run, got)
		}
	}
}

// ran runs the program, and gives its status and what goes to both streams.
func ran(args []string) (int, string) {
	var out bytes.Buffer
	status := cli.Run(context.Background(), args, cli.Streams{In: strings.NewReader(""), Out: &out, Err: &out})
	return status, withMembers(out.String())
}

// quietly runs the program and checks its status.
func quietly(t *testing.T, want int, args []string) string {
	t.Helper()
	status, out := ran(args)
	if status != want {
		t.Errorf("verbatim %s: status %d, want %d: %s", strings.Join(args, " "), status, want, out)
	}
	return out
}

// everything is all that a run writes, to streams and files, with what pictures
// hold unpacked.
func everything(t *testing.T, args []string) string {
	t.Helper()
	files, err := filepath.Glob("*.*")
	if err != nil {
		t.Fatal(err)
	}
	before := make(map[string]bool)
	for _, name := range files {
		before[name] = true
	}
	status, written := ran(args)
	if status != 0 && status != 6 {
		t.Errorf("verbatim %s: status %d: %s", strings.Join(args, " "), status, written)
	}
	files, _ = filepath.Glob("*.*")
	for _, name := range files {
		if before[name] {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		written += withMembers(string(data)) + unpacked(data)
		os.Remove(name)
	}
	if written == "" {
		t.Errorf("verbatim %s writes nothing", strings.Join(args, " "))
	}
	return written
}

// unpacked are the compressed parts of a PNG file.
func unpacked(data []byte) (text string) {
	for at := 8; at+8 < len(data); {
		n := int(binary.BigEndian.Uint32(data[at:]))
		chunk := data[at+8 : min(len(data), at+8+n)]
		for skip := range min(len(chunk), 200) {
			if r, err := zlib.NewReader(bytes.NewReader(chunk[skip:])); err == nil && string(data[at+4:at+8]) != "IDAT" {
				plain, _ := io.ReadAll(r)
				text += string(plain)
			}
		}
		at += 12 + n
	}
	return text
}

// A run that withholds small numbers beside its terms still adds up, also where
// no term is rare: few left the question blank, said nothing, or gave numbers.
func TestSmallCellsAddUp(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFile(t, "themes.csv", "theme,term\nfruit,apple\nfruit,banana\nstone,cherry\n")
	for seed := range uint64(4 + splittings()) {
		r := rand.New(rand.NewPCG(seed, 2))
		rows := "id,unit,text\n"
		for _, answer := range []string{"apple", "banana", "cherry", "the apple", "", "nothing", "don't know", "42", "apple 42", "joe@x.org", "plum"} {
			for range []int{0, 1, 3, 20}[r.IntN(4)] {
				rows += fmt.Sprintf("%d,%s,%s\n", r.IntN(1000), []string{"North", "South"}[r.IntN(2)], answer)
			}
		}
		writeFile(t, "cells.csv", rows)
		for _, run := range []string{"tally", "tally --by unit --themes themes.csv", "tally --top 1", "cloud -o x.svg --size 400x300", "chart -o x.svg",
			"compare --by unit", "code --themes themes.csv", "report --by unit -o x.html"} {
			args := append(fieldsOf(run), "cells.csv", "-q", "text", "--lang", "en", "--suppress", "5")
			if status, said := ran(args); status != 0 && status != 2 && status != 6 || strings.Contains(said, "do not add up") {
				t.Errorf("seed %d: verbatim %s: status %d: %s", seed, strings.Join(args, " "), status, said)
			}
		}
	}
}

// Coded data can be counted: no column has fewer people than --suppress allows,
// or leaves out fewer, in any format.
func TestCodedColumnsHaveNoFew(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFile(t, "themes.csv", "theme,term\ngoods,money\nmost,trust\nfew,fear\nsome,tools\n")
	answers := slices.Concat(slices.Repeat([]string{"trust"}, 30), slices.Repeat([]string{"trust money"}, 8), slices.Repeat([]string{"tools"}, 7),
		[]string{"fear", "fear trust", "weather", "nothing"})
	writeFile(t, "coded.csv", "text\n"+strings.Join(answers, "\n")+"\n")
	code := func(name string) string {
		return quietly(t, 0, []string{"code", "coded.csv", "-q", "text", "--lang", "en", "--themes", "themes.csv", "--suppress", "5", "-o", name})
	}
	said := code("x.csv")
	if !strings.Contains(said, "In no theme: 10 (") || !strings.Contains(said, "Withheld: 2 themes; ") {
		t.Errorf("the smallest theme is not among what is in none: %s", said)
	}
	file, err := os.Open("x.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range rows[0] {
		ones := 0
		for _, row := range rows {
			if row[i] == "1" {
				ones++
			}
		}
		if zeros := len(rows) - 1 - ones; 0 < ones && ones < 5 || 0 < zeros && zeros < 5 {
			t.Errorf("%s has %d, and not %d", name, ones, zeros)
		}
	}
	code("x.json")
	code("x.md")
	for _, name := range []string{"x.csv", "x.json", "x.md"} {
		if text, _ := os.ReadFile(name); !strings.Contains(string(text), "goods") || strings.Contains(string(text), "some") {
			t.Errorf("%s has other columns: %.300s", name, text)
		}
	}
}

// The same terms are withheld whatever else is asked for: the outputs of several
// runs cannot be subtracted from each other.
func TestRunsWithholdTheSame(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFile(t, "themes.csv", disclosureThemes)
	writeFile(t, "mask.txt", "trust\nharassment\nzeppelin\n")
	writeFile(t, "survey.csv", sensitive(rand.New(rand.NewPCG(6, 6))))
	var first []string
	for _, flags := range []string{"", "--count respondents", "--by unit", "--by ways", "--themes themes.csv", "--min-count 2"} {
		var d struct{ Terms []struct{ Stem string } }
		out := quietly(t, 0, append([]string{"tally", "survey.csv", "-q", "3", "--lang", "en", "--quiet", "--suppress", fmt.Sprint(threshold), "--format", "json"}, fieldsOf(flags)...))
		if err := json.Unmarshal([]byte(out), &d); err != nil {
			t.Fatal(err)
		}
		shown := map[string]bool{}
		for _, x := range d.Terms {
			shown[x.Stem] = true
		}
		if first == nil {
			for stem := range shown {
				first = append(first, stem)
			}
		}
		for _, stem := range first {
			if !shown[stem] || len(shown) != len(first) {
				t.Errorf("%s: shows %v, not %v", flags, shown, first)
			}
		}
	}
}

// Which words of the question repeat it is decided by answers, also by those of few: what is shown is the same
// whoever says one, in the whole and under --where, and names no word that the tally does not.
func TestEchoTellsNothing(t *testing.T) {
	t.Chdir(t.TempDir())
	var first string
	for _, said := range []string{"deadlines\ndeadlines", "alcoholism\nAlcoholism", "my open-source tool died\ndeadlines"} {
		rows := "N,deadlines and stress\nS,stress and burnout of the many managers who never listen\nN,meetings without end\n"
		writeFile(t, "survey.csv", "unit,\"How does depression, burnout or alcoholism affect open source work?\"\n"+strings.Repeat(rows, 20)+"N,"+strings.ReplaceAll(said, "\n", "\nS,")+"\nS,noise\nS,fog\nS,noise\n")
		var decided []string
		for _, run := range []string{"tally", "tally --where unit=S", "report"} {
			args := append(fieldsOf(run), "survey.csv", "-q", "2", "--suppress", "5", "-o", "x.json")
			quietly(t, 0, append(args, "--quiet"))
			written, err := os.ReadFile("x.json")
			if err != nil {
				t.Fatal(err)
			}
			decided = append(decided, regexp.MustCompile(`(?s)"echo": \[.*?\]`).FindString(string(written)))
		}
		got := strings.Join(decided, "; ")
		if first = cmp.Or(first, got); got != first || strings.Contains(got, "depression") || strings.Count(got, "burnout") != len(decided) {
			t.Errorf("%q: %s, and first %s", said, got, first)
		}
	}
}
