package layout_test

import (
	"context"
	"fmt"
	"image"

	"verbatim/internal/layout"
	"verbatim/internal/typeface"
)

// A quarter of the mentions is half of the letter height, on the sqrt scale. What cannot be drawn is named.
func ExampleWordclouds() {
	chain, err := typeface.Embedded(typeface.Bold)
	if err != nil {
		panic(err)
	}
	l, err := layout.Wordclouds{}.Layout(context.Background(), layout.Spec{
		Width: 400, Height: 250, Area: image.Rect(10, 10, 390, 240), Chain: chain,
		Words: []layout.Word{{Text: "trust", Count: 16}, {Text: "time", Count: 4}, {Text: "信頼", Count: 4}},
	})
	if err != nil {
		panic(err)
	}
	for _, w := range l.Words {
		fmt.Printf("%s: %v of the largest\n", w.Text, w.Size/l.Words[0].Size)
	}
	for _, u := range l.Unplaced {
		fmt.Printf("%s: %s\n", u.Text, u.Reason)
	}
	// Output:
	// trust: 1 of the largest
	// time: 0.5 of the largest
	// 信頼: no font has the character '信' (U+4FE1)
}
