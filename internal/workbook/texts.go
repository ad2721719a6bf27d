package workbook

import "strings"

// sharedTexts reads the texts that cells name by number. In Excel's workbooks each stands there once, however many cells
// have it:
//
//	<sst><si><t>benches</t></si> <si><r><t>more </t></r><r><rPr><b/></rPr><t>trees</t></r></si></sst>
//
// They are the one part that grows with the answers and stays in memory: a sheet may ask for any of them at any time.
func (a archive) sharedTexts(name string) (*texts, error) {
	all := new(texts)
	p, err := a.open(name, maxStrings)
	if err != nil || p == nil {
		return all, err
	}
	defer p.Close()
	if err := p.root("sst"); err != nil {
		return nil, err
	}
	var raw []byte
	err = p.children(func(name string) error {
		if name != "si" {
			return nil
		}
		if raw, err = p.appendRich(raw[:0]); err == nil {
			err = all.add(cleaned(raw))
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	all.seal()
	return all, p.drain()
}

// Texts are kept one behind the other in blocks, so that a text takes four bytes more than it has: as strings of their
// own, millions of short ones would take four times as much. No text is in two blocks.
type texts struct {
	blocks []string
	starts []uint32        // of each text: the number of its block in the upper bits, its place there in the lower
	block  strings.Builder // the last, while it grows
}

const (
	placeBits = 20 // of a start
	blockSize = 1 << placeBits
)

// add takes the next text.
func (t *texts) add(text []byte) error {
	if t.block.Len()+len(text) >= blockSize {
		t.seal()
		t.block.Grow(blockSize) // small workbooks have one block, which grows as it needs to
	}
	switch {
	case len(t.starts) == maxTexts:
		return refuse("has more than %d million shared texts", maxTexts>>20)
	case len(t.blocks) == maxKept/blockSize:
		return refuse("has more than %d MiB of shared texts", maxKept>>20)
	}
	t.starts = append(t.starts, uint32(len(t.blocks)<<placeBits|t.block.Len()))
	t.block.Write(text)
	return nil
}

// seal ends the last block.
func (t *texts) seal() {
	t.blocks = append(t.blocks, t.block.String())
	t.block = strings.Builder{}
}

// text gives a text by its number; ok is false if there is none. It ends where the next begins, or with its block.
func (t *texts) text(n int) (text string, ok bool) {
	if n >= len(t.starts) {
		return "", false
	}
	number, from := t.starts[n]>>placeBits, t.starts[n]%blockSize
	block := t.blocks[number]
	if n+1 < len(t.starts) && t.starts[n+1]>>placeBits == number {
		return block[from : t.starts[n+1]%blockSize], true
	}
	return block[from:], true
}

// appendRich appends the text of the element that has just begun: of <t>, and of the <t> in runs <r>. How a word of
// Japanese is read aloud (<rPh>) is no part of the text.
func (t *tokens) appendRich(to []byte) ([]byte, error) {
	inside, inText := t.depth, 0
	for t.depth >= inside {
		kind, err := t.next()
		switch {
		case err != nil:
			return to, err
		case kind == element && string(t.name) == "rPh":
			if err := t.skip(); err != nil {
				return to, err
			}
		case kind == element && string(t.name) == "t":
			inText = t.depth
		case kind == closing && t.depth < inText:
			inText = 0
		case kind == text && t.depth == inText && inText > 0:
			if to, err = t.appendToken(to); err != nil {
				return to, err
			}
		}
	}
	return to, nil
}

// appendToken appends a token of text, and refuses a text that has become too long.
func (t *tokens) appendToken(to []byte) ([]byte, error) {
	if len(to)+len(t.text) > maxToken {
		return to, errLongText
	}
	if t.plain {
		to = append(to, t.text...)
	} else {
		to = appendText(to, t.text)
	}
	if len(to) > maxText {
		return to, errLongText
	}
	return to, nil
}

var errLongText = refuse("has a cell of more than %d KiB, and a cell of Excel has at most 32,767 characters", maxText>>10)
