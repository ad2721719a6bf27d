package workbook

// sharedTexts reads the texts that cells name by number. In Excel's workbooks each stands there once, however many cells
// have it:
//
//	<sst><si><t>benches</t></si> <si><r><t>more </t></r><r><rPr><b/></rPr><t>trees</t></r></si></sst>
//
// They are the one part that grows with the answers and stays in memory: a sheet may ask for any of them at any time.
func (a archive) sharedTexts(name string) ([]string, error) {
	p, err := a.open(name, maxStrings)
	if err != nil || p == nil {
		return nil, err
	}
	defer p.Close()
	if err := p.root("sst"); err != nil {
		return nil, err
	}
	var (
		texts []string
		raw   []byte
	)
	err = p.children(func(name string) error {
		if name != "si" {
			return nil
		}
		if raw, err = p.appendRich(raw[:0]); err == nil {
			texts = append(texts, string(cleaned(raw)))
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return texts, p.drain()
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
