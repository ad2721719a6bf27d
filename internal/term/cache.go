package term

// Half of all tokens are a few hundred short words. A shortCache finds those
// without hashing the string: the bytes of a word of up to eight are a number,
// and the number picks a slot. A word that meets another in its slot takes its
// place; the map of all words stands behind.
//
//	"trust" ─▶ 0x7473757274 ─▶ slot ─▶ same number? ─▶ Word
type shortCache struct {
	slots [1 << 12]struct {
		number uint64
		word   *Word
	}
}

// packed is a word of at most eight bytes as a number; 0 where it is longer. No
// word holds a NUL, so that two words never have one number.
func packed(raw string) uint64 {
	if len(raw) > 8 {
		return 0
	}
	var n uint64
	for i := range len(raw) {
		n |= uint64(raw[i]) << (8 * i)
	}
	return n
}

// slot is where a number belongs: the high bits of a product spread well.
func slot(number uint64) int { return int(number * 0x9E3779B97F4A7C15 >> 52) }

// get finds a word that was put, nil if it is not there (any more).
func (c *shortCache) get(number uint64) *Word {
	if s := &c.slots[slot(number)]; s.number == number {
		return s.word
	}
	return nil
}

// put keeps a word of a number above 0.
func (c *shortCache) put(number uint64, w *Word) {
	if number != 0 {
		s := &c.slots[slot(number)]
		s.number, s.word = number, w
	}
}
