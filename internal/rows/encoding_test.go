package rows

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Texts of a few words are told apart, too.
func TestEncodings(t *testing.T) {
	little := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	big := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	cases := []struct {
		text string
		in   encoding.Encoding // nil: the bytes as they are
		want string
	}{
		{"id,Why?\n1,so it is\n", little, "utf-16le"},
		{"ид,Почему?\n1,потому что так\n2,не знаю\n", little, "utf-16le"},
		{"编号,为什么?\n1,因为一个\n2,不知道\n3,一定\n", big, "utf-16be"},
		{"رقم,لماذا؟\n1,لأن هذا\n2,لا أعرف\n", big, "utf-16be"},
		{"id,Warum?\n1,schön\n2,müde – und matt\n", charmap.Windows1252, "windows-1252"},
		{"id,Pourquoi?\n1,ÉTÉ\n2,À MARSEILLE\n3,FRANÇAIS\n", charmap.Windows1252, "windows-1252"},
		{"id,Pourquoi?\n1,ÉTÉ\n2,À MARSEILLE\n3,FRANÇAIS\n", charmap.Macintosh, "macintosh"},
		{"id,Why?\n1,don’t know\n2,fine\n", charmap.Windows1252, "windows-1252"},
		{"id,Why?\n1,don’t know\n2,fine\n", charmap.Macintosh, "macintosh"},
		{"id,Why?\n1,well\u00a0done – really\n2,now—then\n", charmap.Macintosh, "macintosh"},
		{"id,¿Por qué?\n1,mañana\n2,¡SÍ! ÁÉÍÓÚ Ñ\n", charmap.Windows1252, "windows-1252"},
		{"id,¿Por qué?\n1,mañana\n2,¡SÍ! ESPAÑA\n", charmap.Macintosh, "macintosh"},
		{"id;Meinung\r1;Größe ärgert über Straße\r2;gut\r", charmap.Macintosh, "macintosh"},
		{"id;Meinung\n1;Größe\n2;Straße\n", charmap.Macintosh, "macintosh"},
		{"id;Meinung\n1;schön\n2;hören\n", charmap.Macintosh, "macintosh"},
		{"id;Meinung\n1;schön\n2;hören\n", charmap.Windows1252, "windows-1252"},
		{"id;Meinung\r1;Änderung\r2;hören\r", charmap.Windows1252, "windows-1252"},
		{"id;Avis\r1;étude\r2;à\r", charmap.Macintosh, "macintosh"},
		{"id,Why?\n1,caf\xff\n2,fine\n3,all is well\n", nil, "utf-8"},
		{"id,Why?\n1,so\x00me\n2,fine\n", nil, "utf-8"},
	}
	for _, c := range cases {
		text := c.text
		if c.in != nil {
			var err error
			if text, err = c.in.NewEncoder().String(text); err != nil {
				t.Fatal(err)
			}
		}
		sample, err := Detect(Stream("-", strings.NewReader(text)), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := sample.Table; got.Encoding != c.want || got.Width != 2 {
			t.Errorf("%q is %s with %d columns, want %s: %s", c.text, got.Encoding, got.Width, c.want, got.Evidence[0])
		}
	}
}
