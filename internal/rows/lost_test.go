package rows

import (
	"strings"
	"testing"

	"verbatim/internal/notice"
)

// Characters that were lost before are counted. Question marks that people type are none.
func TestLostCharacters(t *testing.T) {
	const plain = "more light in here\n"
	for text, said := range map[string]string{
		"id,Was?\n1,Gr\ufffdn\n2,sch\ufffdn\n":                                  "lost before: 2",
		"Was fehlt?\nGr?n\nB?nke\nmehr B?ume\nLicht\n":                          "inside words: 3",
		"Was fehlt?\nGr?n\nB?nke\nLicht\n":                                      "",
		"Was fehlt?\nGrün\nB?nke\nB?ume\nGr?n\n":                                "", // the file can write them
		"What?\nwhy?\nreally? yes\nwhat?! no\n":                                 "",
		"What?\n" + strings.Repeat(plain, 90) + "why?no\nreally?yes\nso?well\n": "",
		"Link\nhttps://x.org/?a\nx.org/b?c=d\nsee x?y=z\nat y.org/p?q\n":        "",
	} {
		w := lost(text, true)
		some := w.Code != ""
		if some != (said != "") || !strings.Contains(w.Message, said) {
			t.Errorf("%.40q: %v %q, want %q", text, some, w.Message, said)
		}
	}
	if codes, _ := warned(t, "Was?\nGr\ufffdn\n", Options{}); len(codes) != 1 || codes[0] != notice.LostCharacters {
		t.Errorf("warnings %v", codes)
	}
}
