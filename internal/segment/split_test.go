package segment

import (
	"fmt"
	"strings"
	"testing"
)

// marked shows pieces with a letter before those that are no words (n: number, a: address, x: damaged)
// and a bar where a clause begins.
func marked(text string) string {
	kinds := map[Kind]string{Number: "n:", Address: "a:", Noise: "x:"}
	var out []string
	for _, p := range new(Splitter).Split(text) {
		if p.Clause && len(out) > 0 {
			out = append(out, "|")
		}
		out = append(out, kinds[p.Kind]+Spelled(text[p.Start:p.End]))
	}
	return strings.Join(out, " ")
}

func TestSplit(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Trust, and openness", "Trust | and openness"},
		{"(work-life) \"balance\"\nIt's", "work-life | balance | It's"},
		{"trust\u2028team", "trust | team"},
		{"3 of 10, 1,000.5 and 10%", "n:3 of n:10 | n:1,000.5 and n:10"},
		{"C/C++, C#/.NET, .net; D3.js R&D I/O 24/7", "C | C++ | C# | .NET | .net | D3.js R&D I/O 24/7"},
		{"me@example.org, @handle (www.example.org) github.com/a", "a:me@example.org | a:@handle | a:www.example.org | a:github.com/a"},
		{"[errors](https://a.org/x_(y)), unclear docs<http://a.org>now see:https://b.org/c.", "errors | a:https://a.org/x_(y | unclear docs a:http://a.org now see | a:https://b.org/c"},
		{"(https://a.org/b) https://a.org/go?(u)=http://c.org,d", "a:https://a.org/b | a:https://a.org/go?(u)=http://c.org,d"},
		{"ask" + string(MarkEMail) + "or " + string(MarkPhone), "ask a:[e-mail] or a:[phone]"},
		{"strengths:people trust.Openness slow.warm EU:ssa", "strengths | people trust | Openness slow | warm EU:ssa"},
		{"node.js main.py data.table task.find() e.g.", "node.js main.py data.table task.find | e.g"},
		{"-- trust ... ★ 👍 great °", "trust | 👍 great"},
		{"K\ufffdln _slow_ work_life", "x:K\ufffdln slow work_life"},
		{"доверие и 信頼, 看看", "доверие и 信頼 | 看看"},
	}
	for _, tt := range tests {
		if got := marked(tt.text); got != tt.want {
			t.Errorf("%q:\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// slowPieces cuts an answer the long way only: the obvious version that the
// table of bytes has to agree with.
func slowPieces(text string) []Piece {
	s := &Splitter{text: text, clause: true, damaged: true} // it always looks for damage
	for at := 0; at < len(text); {
		switch byteKinds[text[at]] {
		case kindSpace:
			at++
		case kindLine:
			s.clause = true
			at++
		default:
			at = s.longChunk(at)
		}
	}
	return s.pieces
}

// The short way and the long way of the split agree; pieces lie in the text one after the other.
func FuzzSplit(f *testing.F) {
	for _, seed := range []string{"Trust", "C++ .NET D3.js", "don't", "a@b.c", "\xff\xfe", "👩‍💻🇬🇧", "ä\u0308\u200b", "IT HELPS",
		"(work-life) \"balance\", it's; no-one's 1-2 --", "neither a nor b", "x'y z-", "a.b:c"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, answer string) {
		text := Normalised(answer)
		fast, slow := new(Splitter).Split(text), slowPieces(text)
		if fmt.Sprint(fast) != fmt.Sprint(slow) {
			t.Fatalf("%q: short way %v, long way %v", answer, fast, slow)
		}
		at := 0
		for _, p := range fast {
			if p.Start < at || p.End <= p.Start || p.End > len(text) {
				t.Fatalf("%q: piece at %d-%d after %d", answer, p.Start, p.End, at)
			}
			at = p.End
		}
	})
}

// Raised digits make units, which are no words; lowered ones belong to a word.
func TestRaisedAndLoweredDigits(t *testing.T) {
	for text, want := range map[string]string{
		"80 m² and m³":     "0:80 0:m² and 0:m³",
		"100m², 5 km²/day": "0:100m² 0:5 0:km² day",
		"R² and noise²":    "R² and noise",
		"H₂O, H2O, CO₂":    "H2O H2O CO2",
	} {
		var s Splitter
		var got []string
		text = Normalised(text)
		for _, p := range s.Split(text) {
			piece := text[p.Start:p.End]
			if p.Kind == Number {
				piece = "0:" + piece
			}
			got = append(got, piece)
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

// What was encoded twice is one piece, whatever it looks like, and the rest is cut as ever.
func TestSplitTwice(t *testing.T) {
	text := Normalised("(schÃ¶n, fÃ¼r BÃ¼cher) dÃ´ner aquÃ\u00ad voilÃ\u00a0 nett über")
	s := Splitter{Twice: true}
	var got []string
	for _, p := range s.Split(text) {
		got = append(got, text[p.Start:p.End])
	}
	if want := "schÃ¶n|fÃ¼r|BÃ¼cher|dÃ´ner|aquÃ\u00ad|voilÃ\u00a0|nett|über"; strings.Join(got, "|") != want {
		t.Errorf("got %q", got)
	}
	for word, want := range map[string]bool{"qualitÃ": true, "BĂĽcher": true, "über": false, "Größe": false, "Сёмга": false} {
		if IsTwice(word) != want {
			t.Errorf("%s: %v", word, !want)
		}
	}
}
