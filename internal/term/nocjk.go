//go:build !cjk

package term

// dictionaryLanguages are in the build with the tag cjk: the dictionaries are
// larger than the rest of the program.
func dictionaryLanguages() []Language { return nil }
