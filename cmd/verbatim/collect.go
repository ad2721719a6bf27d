package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

const (
	// little is the memory in bytes that is taken before anything is collected:
	// the fonts and a small survey need as much.
	little = 30 << 20
	// beside is what the runtime and the gaps between objects take of it.
	beside = 12 << 20
)

// collectLate has garbage collected when memory comes to a bound instead of when
// it has grown by a percentage, with which a heap of 2 MB is gone through at 3,
// at 4.5, at 7 MB … That costs a short run a tenth of its time, and a count of
// many rows a twelfth. The bound follows what is in use:
//
//	bound │           ╱  beside + 1.5 times what is in use
//	      │──────────╱   little
//	      └──────────────
//
// A percentage that followed would not do: it takes effect when a collection has
// ended, and memory may have doubled until it is heard of.
func collectLate() {
	debug.SetGCPercent(-1)
	setBound()
}

// setBound sets the bound, and sets it again after each collection: a new object
// that nothing points to tells of the next one by being collected.
func setBound() {
	inUse := []metrics.Sample{{Name: "/gc/heap/live:bytes"}} // after the last collection
	metrics.Read(inUse)
	debug.SetMemoryLimit(max(little, beside+int64(inUse[0].Value.Uint64())*3/2))
	runtime.AddCleanup(new([64]byte), func(int) { setBound() }, 0)
}
