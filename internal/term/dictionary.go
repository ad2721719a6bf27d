package term

import (
	"math"
	"math/bits"
	"strings"
	"sync"

	"verbatim/internal/segment"
	"verbatim/internal/value"
)

// A dictionary holds the words that an analyzer and its forks have met. They share
// it, since it is most of their memory, and so each word is classified once. A
// worker asks its own cache first, so that few look-ups reach the lock:
//
//	worker ─ cache ─┐
//	                ├─ dictionary ─ Word
//	worker ─ cache ─┘
//
// A word does not change once it is entered. Its ID depends on which worker met it
// first, so that no output may depend on IDs.
type dictionary struct {
	// mu guards all but signs. It is a Mutex since it is held for a few nanoseconds:
	// a worker that waits for one spins, while an RWMutex would put it to sleep.
	mu    sync.Mutex
	words map[string]*Word // by written form; words that an answer turns into others have a mark after a NUL, too
	keys  map[keyName]int32
	forms int32
	signs [segment.Noise + 1]*Word // one word for all pieces of a kind but words
}

// keyName is what has one KeyID. Some forms of a stem may be ranked and others set
// aside, so each has its own ID.
type keyName struct {
	key   string
	aside Aside
}

// newDictionary is a dictionary that has only the signs.
func newDictionary() *dictionary {
	d := &dictionary{words: make(map[string]*Word), keys: make(map[keyName]int32)}
	d.signs = [...]*Word{
		segment.Number: d.sign("number", Number), segment.Address: d.sign("address", Address), segment.Noise: d.sign("noise", Dropped),
	}
	return d
}

// sign enters the word that stands for all pieces of a kind.
func (d *dictionary) sign(name string, kind Kind) *Word {
	w := &Word{Form: "\x00" + name, Key: "\x00" + name, Kind: kind}
	return d.enter(w.Form, w)
}

// known looks a word up by its name, and calls work to classify a new one. The lock
// is not held during that: if two workers meet a word at the same time, both
// classify it and the first result is kept.
func (d *dictionary) known(name string, work func(name string) *Word) *Word {
	d.mu.Lock()
	w := d.words[name]
	d.mu.Unlock()
	if w != nil {
		return w
	}
	name = strings.Clone(name) // the block that an answer is cut from must not stay alive
	return d.enter(name, work(name))
}

// enter adds a word and gives it its IDs, unless it is there already.
func (d *dictionary) enter(name string, w *Word) *Word {
	w.hint()
	d.mu.Lock()
	defer d.mu.Unlock()
	if w := d.words[name]; w != nil {
		return w
	}
	key := keyName{w.Key, w.Aside}
	id, ok := d.keys[key]
	if !ok {
		id = int32(len(d.keys))
		d.keys[key] = id
	}
	w.ID, w.KeyID = d.forms, id
	d.forms++
	d.words[name] = w
	return w
}

// cache finds words without hashing the string byte by byte: eight bytes are one
// number, and a number picks a slot. Nearly all tokens are a few thousand words. A
// new word replaces another in its slot. The dictionary has all words, so a miss
// only costs time.
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

// packed is a word of one byte to eight, text[start:end], as a number. No word holds a NUL, so
// that two words never have one number.
func packed(text string, start, end int) uint64 {
	if start+8 > len(text) {
		return packedLast(text[start:end])
	}
	return value.Eight(text[start:]) & (math.MaxUint64 >> ((64 - 8*(end-start)) & 63))
}

// packedLast is packed where fewer than eight bytes are left of the text.
func packedLast(word string) (n uint64) {
	for i := len(word) - 1; i >= 0; i-- {
		n = n<<8 | uint64(word[i])
	}
	return n
}

// slot is the slot of a number: the high bits of a product spread well.
func slot(number uint64) uint64 { return number * 0x9E3779B97F4A7C15 >> (64 - slotBits) }

// longSlot is the slot of a word of more than eight bytes.
func longSlot(raw string) uint64 {
	return slot(value.Eight(raw) ^ bits.RotateLeft64(value.Eight(raw[len(raw)-8:]), 29) + uint64(len(raw)))
}

// find finds the word text[start:end] where it was put; nil if it is not there (any more).
func (c *cache) find(text string, start, end int) *Word {
	if end-start <= 8 {
		number := packed(text, start, end)
		if s := &c.short[slot(number)]; s.number == number {
			return s.word
		}
		return nil
	}
	raw := text[start:end]
	if w := c.long[longSlot(raw)]; w != nil && w.Form == raw {
		return w
	}
	return nil
}

// put keeps a word.
func (c *cache) put(w *Word) {
	if len(w.Form) <= 8 {
		number := packed(w.Form, 0, len(w.Form))
		s := &c.short[slot(number)]
		s.number, s.word = number, w
	} else {
		c.long[longSlot(w.Form)] = w
	}
}
