package term

import (
	"strings"
	"sync"
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
	words map[string]*Word // by written form
	lone  map[string]*Word // fillers that are the whole answer, by written form
	own   map[string]*Word // stop words of another language where they are none, by written form
	keys  map[keyName]int
	forms int
	signs [classPunctuation + 1]*Word // what stands for all of a class
}

// keyName is what has one KeyID. Some forms of a stem may be ranked and others set
// aside, so that each has an ID of its own.
type keyName struct {
	key   string
	aside Aside
}

// newDictionary is a dictionary that has only the signs.
func newDictionary() *dictionary {
	d := &dictionary{
		words: make(map[string]*Word), lone: make(map[string]*Word), own: make(map[string]*Word),
		keys: make(map[keyName]int),
	}
	for class, sign := range [...]Word{
		classNumber:      {Form: "\x00number", Kind: Number},
		classAddress:     {Form: "\x00address", Kind: Address},
		classPunctuation: {Form: "\x00punctuation", Kind: Dropped},
	} {
		if sign.Key = sign.Form; sign.Form != "" {
			d.signs[class] = d.enter(d.words, sign.Form, &sign)
		}
	}
	return d
}

// known looks a word up in one of the maps, and classifies a new one by work. The
// lock is not held meanwhile: if two workers meet a word at the same time, both
// classify it and the first result is kept.
func (d *dictionary) known(words map[string]*Word, name string, work func(name string) *Word) *Word {
	d.mu.Lock()
	w := words[name]
	d.mu.Unlock()
	if w != nil {
		return w
	}
	name = strings.Clone(name) // the block that an answer is cut from must not stay alive
	return d.enter(words, name, work(name))
}

// enter adds a word and gives it its IDs, unless it is there already.
func (d *dictionary) enter(words map[string]*Word, name string, w *Word) *Word {
	w.hint()
	d.mu.Lock()
	defer d.mu.Unlock()
	if w := words[name]; w != nil {
		return w
	}
	key := keyName{w.Key, w.Aside}
	id, ok := d.keys[key]
	if !ok {
		id = len(d.keys)
		d.keys[key] = id
	}
	w.ID, w.KeyID = d.forms, id
	d.forms++
	words[name] = w
	return w
}
