package render

import (
	"encoding/binary"
	"hash"
	"hash/adler32"
	"math/bits"
	"slices"
)

// A deflater compresses the rows of a picture of one byte a pixel, as a PNG file has them: in the
// format of zlib (RFC 1950), which wraps that of deflate (RFC 1951). What repeats in such a picture
// is mostly the pixel before or the row above; where neither does, it may be a letter that stood in one
// of the last rows. That takes less than half the time of compress/flate at its fastest.
//
//	row above   · · ▒ █ █ █ █ █ ▒ · · ·
//	row         · · · ░ █ █ █ █ █ ░ · ·     three as before, ░, four as above, █ ░ · ·
//
//	rows ─▶ tokens: a pixel, or the length and distance of what repeats ─▶ Huffman codes, for each block of tokens
type deflater struct {
	out    []byte // whole bytes; the caller takes them
	rest   uint64 // bits that follow them, the first the lowest
	n      uint   // their number, at most 7 between tokens
	sum    hash.Hash32
	rows   [][]byte        // all so far
	seen   [1 << 14]uint32 // by a hash of eight pixels: row and column where they stood last, 16 bits each, of places where nothing nearer repeats
	tokens []token
	counts [symbols]int   // of each symbol in the tokens
	ways   [distances]int // of each symbol of a distance
}

// token is a symbol of deflate with the bits that belong to it: a byte, the end of a block, or the
// length of what repeats.
//
//	bits 0…8   symbol
//	9…13       what the length is beyond that of the symbol
//	14…16      the number of these bits
//	17…31      the distance, less 1
type token uint32

// What RFC 1951 says.
const (
	endOfBlock = 256
	symbols    = 286
	distances  = 30
	shortest   = 3   // of a repetition
	longest    = 258 // of one; it has a symbol of its own, the last
	deepest    = 15  // bits of a code
	farthest   = 1 << 15
)

// blockTokens is the number of tokens from which on a block is ended.
const blockTokens = 1 << 15

// newDeflater begins a stream: with the method deflate, a window of 32 KiB, and no preset dictionary.
func newDeflater() *deflater {
	return &deflater{out: []byte{0x78, 0x01}, sum: adler32.New(), tokens: make([]token, 0, blockTokens+1<<10)}
}

// row adds a row, which the caller leaves as it is until the next one. All are of one length, less
// than 32 KiB. A byte that names the filter comes before it: 0, none.
func (d *deflater) row(row []byte) {
	d.sum.Write([]byte{0})
	d.sum.Write(row)
	d.add(0)
	d.rows = append(d.rows, row)
	for x := 0; x < len(row); {
		n, distance := d.repeated(row, x)
		if n >= shortest {
			d.add(repetition(n) | token(distance-1)<<17)
			symbol, _, _ := wayOf(distance - 1)
			d.ways[symbol]++
		} else {
			n = 1
			d.add(token(row[x]))
		}
		x += n
	}
	if len(d.tokens) >= blockTokens {
		d.block(false)
	}
}

// repeated returns how many pixels from x on stood together before, and at what distance.
func (d *deflater) repeated(row []byte, x int) (n, distance int) {
	y, before := len(d.rows)-1, byte(0)
	if x > 0 {
		before = row[x-1]
	}
	if row[x] == before {
		n, distance = min(longest, 1+common(row[x+1:], row[x:])), 1
	}
	if y > 0 && row[x] == d.rows[y-1][x] {
		if m := common(row[x:], d.rows[y-1][x:]); m > n+2 { // the distance takes more bits
			n, distance = m, len(row)+1
		}
	}
	if n >= shortest || x+8 > len(row) {
		return n, distance
	}
	seen := &d.seen[binary.LittleEndian.Uint64(row[x:])*0x9E3779B97F4A7C15>>50]
	there, column := int(*seen>>16), int(*seen&0xffff)
	*seen = uint32(y<<16 | x)
	if way := (y-there)*(len(row)+1) + x - column; way > 0 && way <= farthest {
		from := d.rows[there][column:]
		if m := common(row[x:][:min(len(from), len(row)-x)], from); m >= 8 {
			return m, way
		}
	}
	return n, distance
}

// close ends the stream.
func (d *deflater) close() {
	d.block(true)
	d.write(0, -d.n&7) // up to a whole byte
	d.out = binary.BigEndian.AppendUint32(d.out, d.sum.Sum32())
}

// add notes a token.
func (d *deflater) add(t token) {
	d.tokens = append(d.tokens, t)
	d.counts[t&511]++
}

// common returns how many bytes a begins with in common with b, which is no shorter: as many as can
// be repeated at once, at most.
func common(a, b []byte) (n int) {
	a = a[:min(len(a), longest)]
	for b = b[:len(a)]; len(a)-n >= 8; n += 8 {
		if differ := binary.LittleEndian.Uint64(a[n:]) ^ binary.LittleEndian.Uint64(b[n:]); differ != 0 {
			return n + bits.TrailingZeros64(differ)/8
		}
	}
	for n < len(a) && a[n] == b[n] {
		n++
	}
	return n
}

// repetition is the token of a length. Four symbols share each number of extra bits; the first eight
// have none.
func repetition(length int) token {
	if length == longest {
		return symbols - 1
	}
	n := length - shortest
	extra := max(0, bits.Len(uint(n))-3)
	return token(endOfBlock+1+4*extra+n>>extra) | token(n&(1<<extra-1))<<9 | token(extra)<<14
}

// block writes the tokens as one block, with codes of its own.
func (d *deflater) block(last bool) {
	d.add(endOfBlock)
	d.ways[0]++ // a code has two symbols at least
	d.ways[1]++
	lengths, ways := codeLengths(d.counts[:]), codeLengths(d.ways[:])
	codes, wayCodes := codesOf(lengths), codesOf(ways)
	d.header(last, append(slices.Clone(lengths), ways...))
	for _, t := range d.tokens {
		s := t & 511
		code, n := uint64(codes[s]), uint(lengths[s])
		if s > endOfBlock {
			code |= uint64(t>>9&31) << n
			n += uint(t >> 14 & 7)
			way, extra, more := wayOf(int(t >> 17))
			code |= (uint64(wayCodes[way]) | extra<<ways[way]) << n
			n += uint(ways[way]) + more
		}
		d.write(code, n)
	}
	d.tokens, d.counts, d.ways = d.tokens[:0], [symbols]int{}, [distances]int{}
}

// header begins a block: how long the code of each symbol is, and that of each distance. A length is
// written in four bits, in a code that the header declares first: 0000 for 0, 0001 for 1, and so on.
func (d *deflater) header(last bool, lengths []uint8) {
	final := uint64(0)
	if last {
		final = 1
	}
	d.write(final|2<<1|(symbols-257)<<3|(distances-1)<<8|(19-4)<<13, 17)
	for i := range 19 {
		if i < 3 { // these stand for repeated lengths
			d.write(0, 3)
		} else {
			d.write(4, 3)
		}
	}
	for _, n := range lengths {
		d.write(uint64(bits.Reverse8(n)>>4), 4)
	}
}

// wayOf returns the symbol of a distance, less 1, with its extra bits. Two symbols share each number
// of extra bits; the first four have none.
func wayOf(way int) (symbol int, extra uint64, n uint) {
	n = uint(max(0, bits.Len(uint(way))-2))
	return int(2*n) + way>>n, uint64(way & (1<<n - 1)), n
}

// write appends n bits, at most 56.
func (d *deflater) write(v uint64, n uint) {
	d.rest |= v << (d.n & 7)
	d.n += n
	whole := d.n / 8
	d.out = binary.LittleEndian.AppendUint64(d.out, d.rest)[:uint(len(d.out))+whole]
	d.rest >>= 8 * whole
	d.n &= 7
}
