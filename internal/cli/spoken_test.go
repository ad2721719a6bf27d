package cli

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// spokenSurvey is a survey in Russian, so that a Latin word on a picture of it comes from the program.
func spokenSurvey() string {
	var b strings.Builder
	b.WriteString("№,Район,Возраст,Вес,На что городу следует тратить больше денег?\n")
	words := []string{"автобусы", "школы", "дороги", "парки", "библиотека", "бассейн", "больницы", "освещение"}
	for i := range 240 {
		answer := fmt.Sprintf("прежде всего нужны %s около дома %d", words[(i*i+i/7)%len(words)], i)
		if area := i % 2; i%3 > 0 {
			answer = fmt.Sprintf("больше денег на %s и %s возле дома %d", words[area], words[2+i%6], i)
		}
		if i%17 == 0 {
			answer = ""
		}
		fmt.Fprintf(&b, "%d,%s,%s,%d,%s\n", i+1, []string{"Центр", "Пригород"}[i%2], []string{"до 25", "25–39", "40–54", "55–69", "70 и старше", "другое"}[min(i*7%11/2, 5)], 1+i%3, answer)
	}
	return b.String()
}

var (
	markupPattern = regexp.MustCompile(`(?s)<(style|script|defs)\b.*?</(style|script|defs)>|<[^>]*>`)
	latinPattern  = regexp.MustCompile(`[A-Za-z]{2,}`)
	englishWords  = regexp.MustCompile(`(?i)\b(the|and|of|with|people|are|were|that|which|than|from|not|by|gave|said|named|for|answers?|groups?|shares?)\b`)
)

// Every text on a picture and on a page is in their language: none is put together from English parts on a way of its own.
func TestNothingIsSaidInEnglish(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{"s.csv": spokenSurvey(), "themes.csv": "theme,term\nТранспорт,автобусы\nТранспорт,дороги\nОбучение,школы\nЗдоровье,больницы\n"} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, call := range []string{
		"cloud", "cloud --key --themes themes.csv", "cloud --count mentions --title auto", "cloud --suppress 5", "cloud --weight Вес",
		"chart", "chart --intervals --top 3", "chart --count mentions", "chart --themes themes.csv --of themes", "chart --suppress 5 --weight Вес",
		"chart --by Район", "chart --by Район --intervals --suppress 5", "chart --by Возраст --count mentions", "chart --by Район --of themes --themes themes.csv",
		"compare --by Район", "compare --by Возраст --intervals", "compare --by Район --suppress 5", "compare --by Район --as bars", "compare --by Возраст --as bars", "compare --by Район --as clouds", "compare --by Возраст --as clouds --weight Вес",
	} {
		command, flags, _ := strings.Cut(call, " ")
		told := written(t, strings.TrimSpace(command+" s.csv -q 5 --lang ru --size 1600x1000 -o picture.svg --alt alt.of "+flags))
		svg, err := os.ReadFile("picture.svg")
		if err != nil {
			t.Errorf("verbatim %s draws nothing: %s", call, told)
			continue
		}
		alt, _ := os.ReadFile("alt.of")
		said := latinPattern.FindAllString(markupPattern.ReplaceAllString(string(svg), " ")+string(alt), -1)
		said = slices.DeleteFunc(said, func(word string) bool { return word == "lt" || word == "gt" || word == "amp" || word == "quot" })
		if !strings.Contains(string(svg), "человек") || len(said) > 0 {
			t.Errorf("verbatim %s: %q", call, said)
		}
		for _, name := range []string{"picture.svg", "alt.of"} {
			_ = os.Remove(name)
		}
	}
	for _, code := range []string{"de", "fr", "es"} {
		for _, flags := range []string{"", "--by Район", "--by Возраст --suppress 5 --themes themes.csv", "--themes themes.csv --quotes --intervals --weight Вес", "--count mentions --by Возраст"} {
			written(t, strings.TrimSpace("report s.csv -q 5 --lang ru --text-lang "+code+" -o page.html "+flags))
			page, err := os.ReadFile("page.html")
			if err != nil {
				t.Fatalf("report %s %s writes nothing", code, flags)
			}
			texts := strings.Split(markupPattern.ReplaceAllString(string(page), "\n"), "\n")
			for _, text := range texts {
				text = strings.ReplaceAll(text, "--by ", "")
				if english := englishWords.FindString(text); english != "" {
					t.Errorf("report --text-lang %s %s: %q", code, flags, strings.TrimSpace(text))
				}
			}
		}
	}
}
