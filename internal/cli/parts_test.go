package cli_test

import (
	"bytes"
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The sum of parts does not depend on their order, nor on which of them are added up first, and a part of nobody
// changes nothing: merge is associative and commutative, and has a neutral element.
func TestMergeLaws(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{"synonyms.csv": synonyms, "themes.csv": themes} {
		writeFile(t, name, text)
	}
	for i, flags := range []string{"--by region", "--weight weight --themes themes.csv --by region", "--synonyms synonyms.csv --count mentions", "--whole", "--by weight --bins 1,2.5"} {
		r := rand.New(rand.NewPCG(uint64(i), 8))
		rows := respondents(r, 80+r.IntN(80))
		args := append(fieldsOf(flags), "--lang", "en", "-q", "4", "--platform", "generic", "--header-rows", "1", "--format", "json", "--quiet", "--empty-ok", "--decisions", fmt.Sprintf("decided-%d.json", i))
		want := tallied(t, "whole", rows, args)
		tallied(t, "nobody", nil, args)
		tallied(t, "silent", []string{"900,North,1,\n"}, args)
		parts := []string{"nobody.json"}
		for k := 0; len(rows) > 0; k++ {
			n := min(len(rows), 1+r.IntN(40))
			tallied(t, fmt.Sprintf("shard-%d", k), rows[:n], args)
			parts, rows = append(parts, fmt.Sprintf("shard-%d.json", k)), rows[n:]
		}
		for round := range 6 {
			pile := slices.Clone(parts)
			r.Shuffle(len(pile), func(a, b int) { pile[a], pile[b] = pile[b], pile[a] })
			for n := 0; len(pile) > 1; n++ { // any two or three are added up, and go back to the others
				k := min(len(pile), 2+r.IntN(2))
				sum := fmt.Sprintf("sum-%d-%d.json", round, n)
				if status := run(t, append([]string{"merge", "--quiet", "-o", sum}, pile[:k]...)...); status != 0 && status != 4 {
					t.Fatalf("%q: status %d", flags, status)
				}
				if _, err := os.Stat(sum); err != nil { // of parts without a word
					sum = "nobody.json"
				}
				pile = append(pile[k:], sum)
				r.Shuffle(len(pile), func(a, b int) { pile[a], pile[b] = pile[b], pile[a] })
			}
			compareTallies(t, flags, document(t, pile[0]), want)
		}
	}
}

// sharedExports are the real exports.
func sharedExports(t *testing.T) []string {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(cmp.Or(os.Getenv("VERBATIM_SURVEYS"), "../../../shared/surveys"), "*.?sv"))
	if len(files) == 0 {
		t.Skip("no real exports: set VERBATIM_SURVEYS or put them into ../shared/surveys")
	}
	for i := range files {
		files[i], _ = filepath.Abs(files[i])
	}
	return files
}

// What is drawn and written of parts is that of the whole: tally, cloud, chart and report of random splittings of each
// real export agree, less what cannot be told from parts, which help merge lists.
func TestPartsOfSharedExports(t *testing.T) {
	files := sharedExports(t)
	if os.Getenv("VERBATIM_FULL") == "" {
		files = files[len(files)-3:]
	}
	t.Chdir(t.TempDir())
	for i, path := range files {
		if status := run(t, "inspect", path, "-o", "inspect.json"); status != 0 {
			t.Fatal(path, status)
		}
		d := document(t, "inspect.json")
		at := slices.IndexFunc(d["questions"].([]any), func(q any) bool { return q.(map[string]any)["kind"] == "open" })
		if at < 0 {
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var above int
		fmt.Sscan(fmt.Sprint(d["header_rows"]), &above)
		if !strings.Contains(string(text), "\n") {
			text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
		}
		records := recordsOf(strings.TrimRight(string(text), "\r\n"))
		if len(records) < 2+above { // quotes are letters there
			records = slices.Collect(strings.Lines(strings.TrimRight(string(text), "\r\n") + "\n"))
		}
		args := []string{"-q", fmt.Sprint(d["questions"].([]any)[at].(map[string]any)["select"]), "--platform", fmt.Sprint(d["platform"]), "--encoding", fmt.Sprint(d["encoding"]),
			"--header-rows", fmt.Sprint(above), "--allow-names", "--redact"}
		for k := range splittings() {
			parted(t, rand.New(rand.NewPCG(uint64(i), uint64(k))), filepath.Base(path), strings.Join(records[:above], ""), records[above:], args)
			if k == 0 {
				drawnAlike(t, filepath.Base(path), args)
			}
		}
	}
}

// drawnAlike compares what is drawn and written of the parts that were counted last with that of the whole.
func drawnAlike(t *testing.T, name string, args []string) {
	t.Helper()
	parts, err := filepath.Glob("part-*.json")
	if err != nil || len(parts) == 0 {
		t.Fatal("no parts", err)
	}
	survey := append([]string{"whole" + filepath.Ext(name), "--decisions", "decisions.json"}, args...)
	for _, c := range []string{"cloud -o x.svg --size 900x600", "chart -o x.svg --intervals", "report -o x.json"} {
		made := func(inputs []string) []byte {
			call := append(strings.Fields(c), inputs...)
			if status := run(t, append(call, "--quiet")...); status != 0 {
				t.Fatalf("%v: status %d", call, status)
			}
			text, err := os.ReadFile(strings.Fields(c)[2])
			if err != nil {
				t.Fatal(err)
			}
			return text
		}
		want, got := made(survey), made(parts)
		if bytes.Equal(got, want) {
			continue
		}
		if !strings.HasPrefix(c, "report") {
			t.Errorf("%s: %s differs", name, c)
			continue
		}
		compareReports(t, name, got, want)
	}
}

// anyOfFirst is the sentence of a finding that tells how many people named any of the first terms, where that is known.
var anyOfFirst = regexp.MustCompile(`^.*? (were|was) (among those )?(named|said|chosen)[^.]*\. ?`)

// compareReports compares all of two reports that can be told from parts.
func compareReports(t *testing.T, name string, got, want []byte) {
	t.Helper()
	var reports [2]map[string]any
	for i, text := range [][]byte{got, want} {
		writeFile(t, "report.json", string(text))
		reports[i] = document(t, "report.json")
		delete(reports[i], "files")
		delete(reports[i], "warnings")
		section := reports[i]["questions"].([]any)[0].(map[string]any)
		for k, finding := range section["findings"].([]any) {
			section["findings"].([]any)[k] = anyOfFirst.ReplaceAllString(finding.(string), "")
		}
		tally := section["tally"].(map[string]any)
		for _, key := range []string{"warnings", "any_of_top", "any_of_top_reason"} {
			delete(tally, key)
		}
		delete(tally["source"].(map[string]any), "files")
		delete(tally["source"].(map[string]any), "sha256")
	}
	if !reflect.DeepEqual(reports[0], reports[1]) {
		t.Errorf("%s: the reports differ:\n got %.3000v\nwant %.3000v", name, reports[0], reports[1])
	}
}
