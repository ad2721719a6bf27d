package cli_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// The same words, font and canvas, drawn by others as their manuals say: Python's word_cloud with its defaults, and
// d3-cloud in Node, words lying, on a canvas of @napi-rs/canvas, told the scale that we found (it looks for none). Each
// reads "word count" lines and writes a PNG.
const (
	wordCloudScript = `
import sys
from wordcloud import WordCloud
counts = {w: int(n) for w, n in (line.split() for line in open(sys.argv[1]))}
WordCloud(width=1600, height=1000, font_path=sys.argv[2], max_words=len(counts), random_state=1).generate_from_frequencies(counts).to_file(sys.argv[3])
`
	d3Script = `
const fs = require('fs'), cloud = require('d3-cloud'), { createCanvas, GlobalFonts } = require('@napi-rs/canvas');
const [list, font, out, scale] = process.argv.slice(1);
GlobalFonts.registerFromPath(font, 'F');
const words = fs.readFileSync(list, 'utf8').trim().split('\n').map(l => { const [text, n] = l.split(' '); return { text, n: +n }; });
const top = Math.max(...words.map(w => w.n));
let seed = 1; const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
cloud().size([1600, 1000]).canvas(() => createCanvas(1, 1)).words(words).font('F').padding(2).rotate(() => 0).random(random)
  .fontSize(w => scale * Math.sqrt(w.n / top)).on('end', placed => {
    const c = createCanvas(1600, 1000), g = c.getContext('2d');
    g.fillStyle = '#fff'; g.fillRect(0, 0, 1600, 1000); g.fillStyle = '#000'; g.textAlign = 'center';
    for (const w of placed) { g.font = w.size + 'px F'; g.fillText(w.text, 800 + w.x, 500 + w.y); }
    fs.writeFileSync(out, c.toBuffer('image/png'));
    console.error(words.length - placed.length + ' words dropped');
  }).start();
`
)

// TestPeers times whole processes that draw 50, 200 and 1000 words, one after the other in turns, and compares their
// processor time. It needs VERBATIM_PEERS, a folder in which npm has installed d3-cloud and @napi-rs/canvas; Debian's
// python3-wordcloud, or it is left out; and VERBATIM_FONT, a TrueType font. It prints the ratios, and fails where one is
// below what it has been on every machine so far.
func TestPeers(t *testing.T) {
	folder, font := os.Getenv("VERBATIM_PEERS"), os.Getenv("VERBATIM_FONT")
	if folder == "" || font == "" {
		t.Skip("VERBATIM_PEERS and VERBATIM_FONT are not set")
	}
	ours := build(t)
	for _, test := range []struct {
		words  int
		d3, wc float64 // times our processor time, at least
	}{{50, 4.5, 15}, {200, 3, 15}, {1000, 2, 15}} {
		t.Run(fmt.Sprint(test.words), func(t *testing.T) {
			dir := t.TempDir()
			at := func(name string) string { return filepath.Join(dir, name) }
			for name, content := range peerFiles(t, test.words) {
				if err := os.WriteFile(at(name), []byte(content), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			cloud := []string{ours, "cloud", at("answers.csv"), "-q", "2", "--whole", "--max-words", "0", "--min-count", "1", "--no-caption", "--font", font, "--quiet", "-o"}
			scale := largest(t, append(slices.Clone(cloud), at("v.png"), "--layout", at("v.json")), at("v.json"))
			peers := []peer{
				{name: "verbatim", command: append(slices.Clone(cloud), at("v.png"))},
				{name: "d3-cloud", command: []string{"node", "-e", d3Script, at("words"), font, at("d.png"), scale}, dir: folder, least: test.d3},
			}
			if exec.Command("/usr/bin/python3", "-c", "import wordcloud").Run() == nil {
				peers = append(peers, peer{name: "word_cloud", command: []string{"/usr/bin/python3", at("wc.py"), at("words"), font, at("p.png")}, least: test.wc})
			}
			for range 5 {
				for i := range peers {
					peers[i].run(t)
				}
			}
			for _, p := range peers {
				ratio := float64(slices.Min(p.cpu)) / float64(slices.Min(peers[0].cpu))
				t.Logf("%-12s %8v of processor time: %.1f times ours", p.name, slices.Min(p.cpu).Round(time.Millisecond), ratio)
				if ratio < p.least {
					t.Errorf("%s takes %.1f times our time; %.1f is the least so far", p.name, ratio, p.least)
				}
			}
		})
	}
}

// peerFiles are a list of n words for the peers, the answers that give the same list, and word_cloud's script.
func peerFiles(t *testing.T, n int) map[string]string {
	var list, answers strings.Builder
	answers.WriteString("id,What is the key?\n")
	for i, word := range benchWords(t, n) {
		count := max(1, 500/(i+1))
		fmt.Fprintf(&list, "%s %d\n", word, count)
		answers.WriteString(strings.Repeat("1,"+word+"\n", count))
	}
	return map[string]string{"words": list.String(), "answers.csv": answers.String(), "wc.py": wordCloudScript}
}

// benchWords are n words of ../shared/bench/words.txt, or made up where that is not there.
func benchWords(t *testing.T, n int) (words []string) {
	t.Helper()
	if file, err := os.ReadFile("../../../shared/bench/words.txt"); err == nil {
		return strings.Fields(string(file))[:n]
	}
	for i := range n {
		words = append(words, fmt.Sprintf("%c%c%c%c%c%c", "bcdfghjklm"[i%10], "aeiou"[i%5], "lnrst"[i/10%5], "aeiou"[i/50%5], 'a'+i/20%26, 'a'+i/250))
	}
	return words
}

// largest runs our command and reads the font height of the first word.
func largest(t *testing.T, command []string, layoutFile string) string {
	t.Helper()
	if out, err := exec.Command(command[0], command[1:]...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	data, err := os.ReadFile(layoutFile)
	if err != nil {
		t.Fatal(err)
	}
	var l struct{ Words []struct{ Size float64 } }
	if err := json.Unmarshal(data, &l); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(l.Words[0].Size)
}

// peer is a program that draws the words.
type peer struct {
	name, dir string
	command   []string
	least     float64 // how many times our processor time it takes, at least
	cpu, wall []time.Duration
}

func (p *peer) run(t *testing.T) {
	t.Helper()
	c := exec.Command(p.command[0], p.command[1:]...)
	c.Dir = cmp.Or(p.dir, t.TempDir())
	begin := time.Now()
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", p.name, err, out)
	}
	p.wall = append(p.wall, time.Since(begin))
	p.cpu = append(p.cpu, c.ProcessState.UserTime()+c.ProcessState.SystemTime())
}

// build makes the program as it is released.
func build(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "verbatim")
	c := exec.Command("go", "build", "-o", program, "verbatim/cmd/verbatim")
	c.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return program
}
