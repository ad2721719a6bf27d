package cli_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

const (
	header    = "id,region,weight,What hinders you most in your work?\n"
	synonyms  = "from,to\nunit test,Testing suite\nspellcheck,Spell Check\ncost,money\nbudget,money\n"
	themes    = "theme,term\nmeans,money\nmeans,tim*\nculture,trust\nculture,open*\nmeans,openly\nculture,code review\n"
	stopwords = "really\n"
)

// respondents makes rows in which stems, spellings, negations, phrases, nil
// answers and blank cells meet.
func respondents(r *rand.Rand, n int) []string {
	words := strings.Fields("trust Trust trusting open openly openness time timing money cost budget spell-check spellcheck tools use thing work most transparent")
	shapes := []string{"%s and %s", "not %s, but %s", "no %s; %s", "unit test of %s\n and %s", "code review, %s %s", "lack of %s. Really %s!"}
	var rows []string
	for i := range n {
		answer := fmt.Sprintf(shapes[r.IntN(len(shapes))], words[r.IntN(len(words))], words[r.IntN(len(words))])
		switch r.IntN(12) {
		case 0:
			answer = ""
		case 1:
			answer = "nothing"
		case 2:
			answer = "n/a"
		case 3:
			answer = "no trust"
		}
		rows = append(rows, fmt.Sprintf("%d,%s,%d.%09d,\"%s\"\n", i, []string{"North", "South", "West"}[r.IntN(3)], r.IntN(4), r.IntN(1e9), answer))
	}
	return rows
}

// Tallies of shards, cut between any records and counted with the decisions of the whole, add up to its tally.
func TestMergeIsTheWhole(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{"synonyms.csv": synonyms, "themes.csv": themes, "stop.txt": stopwords} {
		writeFile(t, name, text)
	}
	for i, flags := range []string{
		"", "--weight weight --intervals", "--by region", "--themes themes.csv", "--synonyms synonyms.csv", "--phrase unit-test --phrase code.review",
		"--count respondents --population 9000 --intervals", "--whole", "--no-stem --stopwords stop.txt --top 5000",
		"--weight weight --by region --themes themes.csv --synonyms synonyms.csv --phrase code.review --count respondents --keep-nonanswers",
	} {
		r := rand.New(rand.NewPCG(uint64(i), 4))
		rows := respondents(r, 60+r.IntN(300))
		args := append(fieldsOf(flags), "--lang", "en", "--platform", "generic", "--header-rows", "1", "-q", "4", "--format", "json", "--quiet", "--decisions", fmt.Sprintf("decided-%d.json", i))
		want := tallied(t, "whole", rows, args)
		var parts []string
		for k, rest := 0, rows; len(rest) > 0; k++ {
			n := min(len(rest), 1+r.IntN(len(rows)/2))
			tallied(t, fmt.Sprintf("shard-%d", k), rest[:n], args)
			parts = append(parts, fmt.Sprintf("shard-%d.json", k))
			rest = rest[n:]
		}
		r.Shuffle(len(parts), func(a, b int) { parts[a], parts[b] = parts[b], parts[a] })
		if status := run(t, append([]string{"merge", "--quiet", "-o", "merged.json"}, parts...)...); status != 0 {
			t.Fatalf("%q: status %d", flags, status)
		}
		if len(want["terms"].([]any)) == 0 {
			t.Errorf("%q: no terms", flags)
		}
		compareTallies(t, flags, document(t, "merged.json"), want)
	}
}

// fieldsOf cuts flags at spaces; a full stop stands for a space within one.
func fieldsOf(flags string) []string {
	fields := strings.Fields(flags)
	for i, f := range fields {
		if i > 0 && fields[i-1] == "--phrase" {
			fields[i] = strings.NewReplacer(".", " ", "-", " ").Replace(f)
		}
	}
	return fields
}

// tallied writes an export and gives its tally as JSON has it.
func tallied(t *testing.T, name string, rows, args []string) map[string]any {
	t.Helper()
	writeFile(t, name+".csv", header+strings.Join(rows, ""))
	if status := run(t, append([]string{"tally", name + ".csv", "-o", name + ".json"}, args...)...); status != 0 {
		t.Fatalf("%v: status %d", args, status)
	}
	return document(t, name+".json")
}

func document(t *testing.T, path string) (d map[string]any) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err == nil {
		in := json.NewDecoder(strings.NewReader(string(text)))
		in.UseNumber() // exactly as written
		err = in.Decode(&d)
	}
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// compareTallies compares all that can be told from parts.
func compareTallies(t *testing.T, flags string, got, want map[string]any) {
	t.Helper()
	if got["any_of_top_reason"] == nil && !reflect.DeepEqual(got["any_of_top"], want["any_of_top"]) {
		t.Errorf("%q: no reason for what is left out", flags)
	}
	delete(got, "any_of_top_reason")
	for _, d := range []map[string]any{got, want} {
		delete(d, "warnings")
		delete(d, "any_of_top")
		delete(d["source"].(map[string]any), "files")
	}
	if len(got) != len(want) {
		t.Errorf("%q: %d keys, want %d", flags, len(got), len(want))
	}
	for key := range want {
		if !reflect.DeepEqual(got[key], want[key]) {
			t.Errorf("%q: %s differs:\n got %v\nwant %v", flags, key, got[key], want[key])
		}
	}
}

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Clean(name), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// The order that a file tells of its options and groups is in the tally, in the decisions, and in the sum of parts,
// one of which may be counted by the decisions of another.
func TestOrderOfValues(t *testing.T) {
	file, err := filepath.Abs("../../testdata/labels.sav")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for _, c := range []struct {
		column, by    string
		order, groups []any
	}{
		{":1", "region", []any{"Bad", "2", "3", "4", "Excellent"}, []any{"North", "South", "East"}},
		{":2", "q", []any{"Not at all", "7", "9", "Very likely"}, []any{"Bad", "2", "3", "4", "Excellent"}},
		{":5", "half", []any{"Night", "Early", "Late", "z"}, []any{"one", "1.5", "two"}},
	} {
		for _, part := range []string{"one", "two"} {
			if status := run(t, "tally", file, "-q", c.column, "--by", c.by, "--quiet", "--decisions", "decided"+c.column[1:]+".json", "-o", part+".json"); status != 0 {
				t.Fatalf("%v: status %d", c, status)
			}
		}
		if status := run(t, "merge", "one.json", "two.json", "--quiet", "-o", "merged.json"); status != 0 {
			t.Fatalf("%v: status %d", c, status)
		}
		for _, name := range []string{"one.json", "two.json", "merged.json"} {
			d := document(t, name)
			var groups []any
			for _, g := range d["groups"].([]any) {
				groups = append(groups, g.(map[string]any)["value"])
			}
			if !reflect.DeepEqual(d["option_order"], c.order) || !reflect.DeepEqual(groups, c.groups) || d["option_order_from"] != "values" {
				t.Errorf("%s of %s by %s: %q from %v, groups %q", name, c.column, c.by, d["option_order"], d["option_order_from"], groups)
			}
		}
	}
}
