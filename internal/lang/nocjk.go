//go:build !cjk

package lang

// dictionaryOf finds no dictionary: they are in the build with the tag cjk, since
// they are larger than the rest of the program.
func dictionaryOf(string) (segment func(string) []string, base func(string) string) { return nil, nil }
