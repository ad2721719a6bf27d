package render

import (
	"image"
	"image/color"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/chart"
	"verbatim/internal/typeface"
)

// The texts of a frame are set flush left, in lines broken at spaces. How they are cut where there is
// no room is the same for every sort of picture:
//
//	title   one line, down to 84 % of its height; else two of about equal length, down to 85 %; else, in an upright picture,
//	        three; else cut at 110 characters
//	base    one line, by saying less; else two lines
//	note    one line, else broken between sentences; at most two; sentences that have no room are left out
//
// A paragraph from right to left keeps its direction on every line (typeface.Chain.ShapeLine).

// textBlock is some lines of text of the frame, one below the other.
type textBlock struct {
	class string // of the marks
	chain *typeface.Chain
	px    int // font height
	ink   color.NRGBA
	lines []*typeface.Outline
}

// size returns the font height as the outlines need it.
func (b *textBlock) size() typeface.Size { return typeface.Px(float64(b.px)) }

// width returns the width of a line, in px. A little ink may reach beyond the advance; the margin
// has room for it.
func (b *textBlock) width(o *typeface.Outline) int { return b.size().Ceil(o.Advance) }

// pitch returns the distance between baselines, in px: that of large letters is relatively smaller.
func (b *textBlock) pitch() int {
	if b.class == "title" {
		return b.px * 118 / 100
	}
	return b.px * 135 / 100
}

// marks returns one mark per line, the first line on a baseline that starts at x.
func (b *textBlock) marks(x, baseline int) (list []mark) {
	for i, o := range b.lines {
		line := chart.Line{Outline: o, Size: b.size(), Origin: image.Pt(x, baseline+i*b.pitch())}
		list = append(list, mark{Shape: chart.Shape{Ink: b.ink, Class: b.class, Lines: []chart.Line{line}}})
	}
	return list
}

// The title shrinks to so many percent for one line, then for two; longer ones are cut.
const oneLinePercent, twoLinePercent, longestTitle = 84, 85, 110

// setTitle sets the first of the texts that fits on one line, or else the last on as many lines as are
// allowed. With eager each is tried on several lines before the next.
func setTitle(b textBlock, texts []string, eager bool, width, most int) textBlock {
	full := b.px
	for _, text := range texts {
		line, _ := b.chain.Shown(text)
		if line == nil {
			return b
		}
		for b.px = full; b.px*100 >= full*oneLinePercent; b.px-- {
			if b.width(line) <= width {
				b.lines = []*typeface.Outline{line}
				return b
			}
		}
		if b.px = full; eager && b.balanced(text, width, most) {
			return b
		}
	}
	if len(texts) == 0 {
		return b
	}
	text := texts[len(texts)-1]
	if b.px = full; !b.balanced(text, width, most) {
		b.cut(strings.FieldsFunc(text, breaks), text, width, most)
	}
	return b
}

// balanced sets a text on two lines, or on more where so many are allowed, in smaller letters if need
// be, and reports whether it fits.
func (b *textBlock) balanced(text string, width, most int) bool {
	words, full := strings.FieldsFunc(text, breaks), b.px
	least := (full*twoLinePercent + 99) / 100
	for n := 2; n <= most; n++ {
		for b.px = full; b.px >= least; b.px-- {
			if b.balance(words, text, width, n) {
				return true
			}
		}
	}
	b.px = least
	return false
}

// cut sets the first words that have room on so many lines, of so many characters at most, and "…".
func (b *textBlock) cut(words []string, text string, width, most int) {
	letters, n := 0, 0
	for n < len(words) && letters+utf8.RuneCountInString(words[n]) < longestTitle {
		letters += utf8.RuneCountInString(words[n]) + 1
		n++
	}
	for ; n > 0; n-- {
		last := strings.TrimRightFunc(words[n-1], unicode.IsPunct) + "…"
		if b.balance(append(slices.Clone(words[:n-1]), last), text, width, most) {
			return
		}
	}
	b.wrap(strings.Join(words, " "), width, most) // not even one word has room
}

// balance sets words on n lines at most, so that the longest is as short as can be. It reports whether
// they fit.
func (b *textBlock) balance(words []string, text string, width, n int) bool {
	widths, space := make([]int, len(words)), b.px*28/100
	widest, sum := 0, 0
	for i, w := range words {
		if o, _ := b.chain.Shown(w); o != nil {
			widths[i] = b.width(o) + space
		}
		widest, sum = max(widest, widths[i]), sum+widths[i]
	}
	if sum > n*(width+space) || widest > width+space {
		return false
	}
	ends := func(room int) (list []int) { // of the lines that have so much room
		line := 0
		for i, w := range widths {
			if line > 0 && line+w > room {
				list, line = append(list, i), 0
			}
			line += w
		}
		return append(list, len(words))
	}
	room := widest + sort.Search(width+space+1-widest, func(more int) bool { return len(ends(widest+more)) <= n })
	b.lines = nil
	from := 0
	for _, end := range ends(room) {
		if line, _ := b.chain.ShownLine(strings.Join(words[from:end], " "), text); line != nil {
			b.lines = append(b.lines, line)
		}
		from = end
	}
	return len(b.lines) <= n && !slices.ContainsFunc(b.lines, func(o *typeface.Outline) bool { return b.width(o) > width })
}

// setBase sets the first of the texts that fits on one line, or else the last on two lines, broken where the text itself has
// a line end if it can be.
func setBase(b textBlock, texts []string, width int) textBlock {
	for _, text := range texts {
		line, _ := b.chain.Shown(text)
		if line == nil {
			return b
		}
		if b.width(line) <= width {
			b.lines = []*typeface.Outline{line}
			return b
		}
	}
	if len(texts) == 0 {
		return b
	}
	parts := strings.Split(texts[len(texts)-1], "\n")
	if b.lines = b.twoLines(parts, width); b.lines == nil {
		for _, part := range parts { // each is cut to its share of the two lines
			line := b
			line.wrap(part, width, 2/min(2, len(parts)))
			b.lines = append(b.lines, line.lines...)
		}
	}
	return b
}

// setNote sets sentences in their order, and leaves out those that have no room on two lines. If not
// even the first has, it is cut.
func setNote(b textBlock, sentences []string, width int) textBlock {
	var kept []string
	for _, s := range sentences {
		if lines := b.twoLines(append(slices.Clone(kept), s), width); lines != nil {
			kept, b.lines = append(kept, s), lines
		}
	}
	if len(kept) == 0 && len(sentences) > 0 {
		b.wrap(sentences[0], width, 2)
	}
	return b
}

// twoLines sets sentences on one line, or else on two that are broken between sentences if they can
// be; nil where there is no room.
func (b *textBlock) twoLines(sentences []string, width int) []*typeface.Outline {
	all := strings.Join(sentences, " ")
	whole, _ := b.chain.Shown(all)
	if whole == nil || b.width(whole) > 2*width {
		return nil
	}
	if b.width(whole) <= width {
		return []*typeface.Outline{whole}
	}
	for n := len(sentences) - 1; n > 0; n-- {
		first, _ := b.chain.ShownLine(strings.Join(sentences[:n], " "), all)
		if first == nil || b.width(first) > width {
			continue
		}
		if second, _ := b.chain.ShownLine(strings.Join(sentences[n:], " "), all); second != nil && b.width(second) <= width {
			return []*typeface.Outline{first, second}
		}
		break
	}
	flowed := textBlock{chain: b.chain, px: b.px}
	if flowed.wrap(all, width, 2) {
		return flowed.lines
	}
	return nil
}

// wrap breaks a paragraph into lines of at most width px, at most so many, the last of which is cut
// where text is left over. It reports whether none is.
func (b *textBlock) wrap(p string, width, most int) bool {
	b.lines = nil
	for words := b.words(p, width); len(words) > 0; {
		line, n := b.fill(words, p, width)
		if len(b.lines)+1 == most && n < len(words) {
			for ; n > 0; n-- {
				line, _ = b.chain.ShownLine(strings.Join(words[:n], " ")+"…", p)
				if n == 1 || b.width(line) <= width {
					break
				}
			}
			b.lines = append(b.lines, line)
			return false
		}
		b.lines, words = append(b.lines, line), words[n:]
	}
	return true
}

// fill sets as many words of a paragraph as fit on a line of width px, at least one. It returns the
// line and the number of words in it. It begins with a guess: to shape a line takes long.
func (b *textBlock) fill(words []string, paragraph string, width int) (line *typeface.Outline, n int) {
	set := func(n int) *typeface.Outline {
		line, _ := b.chain.ShownLine(strings.Join(words[:n], " "), paragraph)
		return line
	}
	letters := 0 // most are half an em wide
	for n < len(words) && (n == 0 || letters*b.px < 2*width) {
		letters += utf8.RuneCountInString(words[n]) + 1
		n++
	}
	for line = set(n); n > 1 && b.width(line) > width; line = set(n) {
		n = max(1, min(n-1, n*width/b.width(line)))
	}
	for n < len(words) {
		longer := set(n + 1)
		if b.width(longer) > width {
			break
		}
		line, n = longer, n+1
	}
	return line, n
}

// breaks reports whether a line may end at a character. The spaces within a number are no such place.
func breaks(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }

// words splits a paragraph at its spaces, and a word that is wider than width px wherever the line
// is full. Words without a visible character are left out.
func (b *textBlock) words(paragraph string, width int) (list []string) {
	for _, word := range strings.FieldsFunc(paragraph, breaks) {
		for rest := []rune(word); len(rest) > 0; {
			n := len(rest)
			o, _ := b.chain.Shown(string(rest))
			for o != nil && b.width(o) > width && n > 1 {
				n = max(1, min(n-1, n*width/b.width(o))) // in proportion, as a first guess
				o, _ = b.chain.Shown(string(rest[:n]))
			}
			if o != nil {
				list = append(list, o.Text)
			}
			rest = rest[n:]
		}
	}
	return list
}
