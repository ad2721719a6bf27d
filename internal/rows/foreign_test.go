package rows

import (
	"bytes"
	"compress/gzip"
	"errors"
	"strings"
	"testing"

	"verbatim/internal/notice"
)

// What is no table of answers is refused as what it is, packed or not.
func TestForeignFilesAreNamed(t *testing.T) {
	tar := "answers.csv" + strings.Repeat("\x00", 246) + "ustar\x0000" + strings.Repeat("\x00", 248) + "id,why\n1,trust\n"
	for text, want := range map[string]string{
		tar: "is a tar archive, which is not read",
		strings.Replace(tar, "ustar\x0000", "ustar  \x00", 1):              "is a tar archive, which is not read",
		"BZh91AY&SY\x12\x34\x00\x00":                                       "is packed with bzip2, which is not read",
		"\xfd7zXZ\x00\x00\x04\xe6":                                         "is packed with xz, which is not read",
		"\x28\xb5\x2f\xfd\x04\x00":                                         "is packed with zstd, which is not read",
		"7z\xbc\xaf\x27\x1c\x00\x04":                                       "is a 7z archive, which is not read",
		"Rar!\x1a\x07\x01\x00":                                             "is a RAR archive, which is not read",
		strings.Repeat("\x00", 12) + "\xc2\xea\x81\x60\xb3\x14\x11\xcf":    "is a SAS file, which is not read",
		"HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!0000":             "is a SAS file, which is not read",
		strings.Repeat("ASCII SPSS PORT FILE", 12):                         "is a portable file of SPSS (.por)",
		strings.Repeat("\xc1", 40) + "ASCII SPSS PORT FILE" + "0000":       "is a portable file of SPSS (.por)",
		"\x1c\x00\x00\x00\x00\x00\x00\x00ENCRYPTEDSAV\x15\x00\x00\x00\x00": "is an SPSS file that is encrypted",
	} {
		var packed bytes.Buffer
		w := gzip.NewWriter(&packed)
		_, err := w.Write([]byte(text))
		if err = errors.Join(err, w.Close()); err != nil {
			t.Fatal(err)
		}
		for _, file := range []string{text, packed.String()} {
			_, err := Detect(Stream("-", strings.NewReader(file)), Options{})
			var input *notice.InputError
			if !errors.As(err, &input) || input.What != want || input.Hint == "" {
				t.Errorf("%.20q: %v, want %s", file, err, want)
			}
		}
	}
}
