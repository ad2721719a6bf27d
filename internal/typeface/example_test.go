package typeface_test

import (
	"fmt"

	"verbatim/internal/typeface"
)

// The outline of a word has no size; one outline is scaled to every size.
func ExampleChain_Shape() {
	chain, err := typeface.Embedded(typeface.Bold)
	if err != nil {
		panic(err)
	}
	word, err := chain.Shape("trust")
	if err != nil {
		panic(err)
	}
	for _, px := range []float64{12, 120} {
		size := typeface.Px(px)
		fmt.Printf("%v px: advances %d/256 px\n", size.Px(), size.Coord(word.Advance))
	}
	// Output:
	// 12 px: advances 6827/256 px
	// 120 px: advances 68265/256 px
}
