package term

import "math/bits"

// Nearly all tokens are a few thousand words. A cache finds those without
// hashing the string byte by byte: eight bytes are one number, and a number picks a
// slot. A new word replaces another in its slot. The dictionary has all words, so
// that a miss costs time and nothing else.
//
//	"trust"       ─▶ 0x7473757274          ─▶ slot ─▶ same number? ─▶ Word
//	"partnership" ─▶ "partners", "tnership" ─▶ slot ─▶ same Form?   ─▶ Word
type cache struct {
	short [1 << slotBits]struct {
		number uint64 // of at most eight bytes, which it holds whole
		word   *Word
	}
	long [1 << slotBits]*Word
}

const slotBits = 13

// packed is text[start:end], at most eight bytes, as a number; 0 where it is
// longer. No word holds a NUL, so that two words never have one number.
func packed(text string, start, end int) (n uint64) {
	switch size := end - start; {
	case size > 8:
		return 0
	case start+8 <= len(text):
		return eight(text[start:]) & (1<<(8*size) - 1)
	}
	for i := end - 1; i >= start; i-- {
		n = n<<8 | uint64(text[i])
	}
	return n
}

// slot is where a number belongs: the high bits of a product spread well.
func slot(number uint64) uint64 { return number * 0x9E3779B97F4A7C15 >> (64 - slotBits) }

// longSlot is where a word of more than eight bytes belongs.
func longSlot(raw string) uint64 {
	return slot(eight(raw) ^ bits.RotateLeft64(eight(raw[len(raw)-8:]), 29) + uint64(len(raw)))
}

// get finds a word that was put, nil if it is not there (any more). The number
// is that of the word.
func (c *cache) get(number uint64, raw string) *Word {
	if number != 0 {
		if s := &c.short[slot(number)]; s.number == number {
			return s.word
		}
		return nil
	}
	if w := c.long[longSlot(raw)]; w != nil && w.Form == raw {
		return w
	}
	return nil
}

// put keeps a word.
func (c *cache) put(number uint64, w *Word) {
	if number != 0 {
		s := &c.short[slot(number)]
		s.number, s.word = number, w
	} else {
		c.long[longSlot(w.Form)] = w
	}
}
