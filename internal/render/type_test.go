package render

import "testing"

// The sizes are those that figure.md of the reference lists, to the px.
func TestType(t *testing.T) {
	for _, test := range []struct {
		width, height int
		want          [5]int
	}{
		{800, 500, [5]int{26, 14, 12, 12, 29}}, {1600, 1000, [5]int{44, 24, 20, 18, 48}},
		{4000, 2500, [5]int{87, 48, 40, 36, 95}}, {1080, 1350, [5]int{57, 31, 26, 23, 63}},
	} {
		s := NewType(test.width, test.height)
		if got := [5]int{s.Title, s.Text, s.Head, s.Note, s.Margin}; got != test.want {
			t.Errorf("%dx%d: %v, want %v", test.width, test.height, got, test.want)
		}
	}
}
