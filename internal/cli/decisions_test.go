package cli_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// parted counts an export with --decisions, then random parts of it with the same file, and
// compares the sum of the parts with the whole. The header rows stand above each part.
func parted(t *testing.T, r *rand.Rand, name, above string, rows, args []string) {
	t.Helper()
	args = append(slices.Clip(args), "--decisions", "decisions.json", "--format", "json", "--quiet")
	count := func(part string, rows []string) {
		writeFile(t, part+filepath.Ext(name), above+strings.Join(rows, ""))
		if status := run(t, append([]string{"tally", part + filepath.Ext(name), "-o", part + ".json"}, args...)...); status != 0 && status != 4 {
			t.Fatalf("%s, %v: status %d", name, args, status)
		}
	}
	old, _ := filepath.Glob("part-*.json")
	for _, path := range append(old, "decisions.json") {
		if err := os.RemoveAll(path); err != nil {
			t.Fatal(err)
		}
	}
	count("whole", rows)
	before, err := os.ReadFile("decisions.json")
	if err != nil {
		t.Fatal(err)
	}
	shuffled, parts := slices.Clone(rows), []string{"merge", "--quiet", "-o", "merged.json"}
	r.Shuffle(len(rows), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	for k := 0; len(shuffled) > 0; k++ {
		n := min(len(shuffled), 1+r.IntN(1+len(rows)/2))
		count(fmt.Sprintf("part-%d", k), shuffled[:n])
		parts = append(parts, fmt.Sprintf("part-%d.json", k))
		shuffled = shuffled[n:]
	}
	if status := run(t, parts...); status != 0 && status != 4 {
		t.Fatalf("%s, %v: status %d", name, parts, status)
	}
	merged := document(t, "merged.json")
	compareTallies(t, name, merged, document(t, "whole.json"))
	if after, _ := os.ReadFile("decisions.json"); string(after) != string(before) {
		t.Errorf("%s: the decisions have changed", name)
	}
}

// accented are respondents in two languages, some of whom leave out accents.
func accented(r *rand.Rand, n int) []string {
	rows := respondents(r, n)
	for i := range n / 3 {
		rows = append(rows, fmt.Sprintf("%d,South,1,%s\n", n+i, []string{
			"la gente es muy buena y también los plátanos", "los platanos y la gente tambien", "más tiempo para la gente del equipo", "mas tiempo para el open code review",
		}[r.IntN(4)]))
	}
	return rows
}

// Parts that are counted with one file of decisions add up to the whole, however it is parted:
// languages, accents, phrases and words of the question are those of the whole.
func TestPartsByOneDecision(t *testing.T) {
	t.Chdir(t.TempDir())
	for i := range 8 + splittings() {
		r := rand.New(rand.NewPCG(uint64(i), 7))
		rows := accented(r, 60+r.IntN(200))
		args := []string{"-q", "4", "--platform", "generic", "--header-rows", "1"}
		args = append(args, [][]string{{"--phrases", "off"}, {"--by", "region"}, {"--no-stem"}, {"--whole"}}[i%4]...)
		parted(t, r, "generated.csv", header, rows, args)
	}
}

// splittings is how often an export is cut into parts: once, and in full 20 times.
func splittings() int {
	if os.Getenv("VERBATIM_FULL") != "" {
		return 20
	}
	return 1
}

// The same holds for the exports of all platforms.
func TestPartsOfExports(t *testing.T) {
	files, err := filepath.Glob("../../testdata/exports/*.?sv")
	if err != nil || len(files) < 10 {
		t.Fatal("no exports", err)
	}
	for i, path := range files {
		files[i], _ = filepath.Abs(path)
	}
	t.Chdir(t.TempDir())
	for i, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if status := run(t, "inspect", path, "-o", "inspect.json"); status != 0 {
			t.Fatal(path, status)
		}
		d := document(t, "inspect.json")
		var above int
		fmt.Sscan(fmt.Sprint(d["header_rows"]), &above)
		if !strings.Contains(string(text), "\n") {
			text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
		}
		records := recordsOf(strings.TrimRight(string(text), "\r\n")) // empty lines at the end are no rows
		for _, q := range d["questions"].([]any) {
			q := q.(map[string]any)
			if q["kind"] != "open" {
				continue
			}
			for k := range splittings() {
				parted(t, rand.New(rand.NewPCG(uint64(i), uint64(k))), filepath.Base(path), strings.Join(records[:above], ""), records[above:],
					[]string{"-q", fmt.Sprint(q["select"]), "--platform", fmt.Sprint(d["platform"]), "--encoding", fmt.Sprint(d["encoding"]), "--header-rows", fmt.Sprint(above), "--allow-names"})
			}
			break
		}
	}
}

// recordsOf cuts a text after the line ends that no quotes are around.
func recordsOf(text string) (records []string) {
	start, quoted := 0, false
	for i := range len(text) {
		if text[i] == '"' {
			quoted = !quoted
		}
		if text[i] == '\n' && !quoted {
			records = append(records, text[start:i+1])
			start = i + 1
		}
	}
	if rest := text[start:]; rest != "" {
		records = append(records, rest+"\n")
	}
	return records
}

// Rows in another order change nothing but line numbers.
func TestShuffledRows(t *testing.T) {
	t.Chdir(t.TempDir())
	r := rand.New(rand.NewPCG(5, 6))
	rows := accented(r, 7_000) // more than decide
	var first string
	for i := range 3 {
		writeFile(t, "survey.csv", header+strings.Join(rows, ""))
		if status := run(t, "tally", "survey.csv", "-q", "4", "--by", "region", "-o", "tally.json", "--quiet"); status != 0 {
			t.Fatal(status)
		}
		text, err := os.ReadFile("tally.json")
		if err != nil {
			t.Fatal(err)
		}
		if i > 0 && string(text) != first {
			t.Error("the tally is another one")
		}
		first = string(text)
		if !strings.Contains(first, `"of": "sample"`) {
			t.Error("not decided from a sample")
		}
		r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	}
}

// Neither the order of files nor how the rows are cut into files changes what is decided.
func TestDecidedByAllFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	var rows []string
	for i := range 5_400 { // more than decide; in three languages, one after the other
		answer := []string{"we need more time for the tests of the team", "mi equipo no tiene tiempo para las pruebas", "wir brauchen mehr Zeit und gute Werkzeuge"}[i/1_800]
		rows = append(rows, fmt.Sprintf("%d,%s %s%d\n", i, answer, strings.Repeat("x", i%7), i%100))
	}
	decided := func(cuts ...[]string) any {
		args := []string{"tally", "-q", "2", "-o", "tally.json", "--quiet"}
		for i, rows := range cuts {
			name := fmt.Sprintf("%d.csv", i)
			writeFile(t, name, "id,What should be better?\n"+strings.Join(rows, ""))
			args = append(args, name)
		}
		if status := run(t, args...); status != 0 {
			t.Fatal(status)
		}
		return document(t, "tally.json")["decisions"]
	}
	whole := decided(rows)
	if d := whole.(map[string]any); len(d["detected"].(map[string]any)["others"].([]any)) != 2 || fmt.Sprint(d["from"].(map[string]any)["answers"]) != "5000" {
		t.Errorf("decided: %v", d)
	}
	for _, cuts := range [][][]string{{rows[:1_800], rows[1_800:]}, {rows[1_800:], rows[:1_800]}, {rows[3_600:], rows[:30], rows[30:3_600]}} {
		if again := decided(cuts...); !reflect.DeepEqual(again, whole) {
			t.Errorf("%d files: decided %v, of one file %v", len(cuts), again, whole)
		}
	}
}

// Columns with the same header are told apart; a column that has moved goes by the same decisions.
func TestDecisionsOfAnotherColumn(t *testing.T) {
	t.Chdir(t.TempDir())
	rows := strings.Repeat("climate change hurts us,machine learning for all,trust\nwe see climate change,no machine learning yet,time\n", 20)
	writeFile(t, "a.csv", "Comments,Comments,Why?\n"+rows)
	writeFile(t, "b.csv", "Why?,When?\n"+strings.Repeat("trust,now\ntime,then\n", 20))
	for _, tt := range []struct {
		file, question, decisions string
		status                    int
	}{{"a.csv", "1", "1.json", 0}, {"a.csv", "1", "1.json", 0}, {"a.csv", "2", "1.json", 3}, {"a.csv", "1-2", "1.json", 3}, {"a.csv", "3", "3.json", 0}, {"b.csv", "1", "3.json", 0}} {
		if status := run(t, "tally", tt.file, "-q", tt.question, "--decisions", tt.decisions, "-o", "t.json", "--quiet"); status != tt.status {
			t.Errorf("%+v: status %d", tt, status)
		}
	}
}
