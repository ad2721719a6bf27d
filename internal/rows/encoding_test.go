package rows

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"verbatim/internal/notice"
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
		{"id,Czego brak?\n1,więcej ławek\n2,dłużej otwarte\n", charmap.Windows1250, "windows-1250"},
		{"id,Czego brak?\n1,więcej ścieżek\n2,są dłużej otwarte\n", charmap.ISO8859_2, "iso-8859-2"},
		{"ид,Почему?\n1,потому что так\n2,не знаю\n", charmap.KOI8R, "koi8-r"},
		{"id,Neden?\n1,çalışma saatleri\n2,değişmeli\n", charmap.Windows1254, "windows-1254"},
		{"id,理由\n1,時間が足りない\n2,特にありません\n", japanese.ShiftJIS, "shift_jis"},
		{"id,理由\n1,時間が足りない\n2,特にありません\n", japanese.ISO2022JP, "iso-2022-jp"},
		{"id,Why?\n1,\x1b[31mred\x1b[0m\n2,fine\n3,all is well\n4,nothing to say\n5,the people here\n", nil, "utf-8"},
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

// warned are the codes of the warnings about a text, by what Detect says.
func warned(t *testing.T, text string, opt Options) (codes []notice.Code, table *Table) {
	t.Helper()
	sample, err := Detect(Stream("-", strings.NewReader(text)), opt)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range sample.Table.Warnings {
		codes = append(codes, w.Code)
	}
	return codes, sample.Table
}

// Two readings that are close are a warning, which names the other; a name settles it.
func TestEncodingUnsure(t *testing.T) {
	text := "id,X\n1,\x9aok\n" // šok, and for old Macs öok
	codes, table := warned(t, text, Options{})
	if !slices.Equal(codes, []notice.Code{notice.EncodingUnsure}) || table.Next == "" {
		t.Errorf("%s, then %q: %v", table.Encoding, table.Next, codes)
	}
	codes, table = warned(t, text, Options{Encoding: "windows-1250"})
	if len(codes) > 0 || table.Encoding != "windows-1250" {
		t.Errorf("%s: %v", table.Encoding, codes)
	}
}

// Encodings that give the same text are no reason for a warning.
func TestEncodingSure(t *testing.T) {
	if codes, table := warned(t, "id;Warum?\n1;sch\xf6n\n2;m\xfcde\n", Options{}); len(codes) > 0 || table.Encoding != "windows-1252" {
		t.Errorf("%s: %v", table.Encoding, codes)
	}
}

// What is no text in any encoding is refused, unless one is named.
func TestNoEncoding(t *testing.T) {
	text, chance := "id,X\n", rand.New(rand.NewPCG(1, 2))
	for range 50 {
		for range 20 {
			text += string([]byte{byte(0x80 + chance.IntN(0x80))})
		}
		text += ",\n"
	}
	if _, err := Detect(Stream("-", strings.NewReader(text)), Options{}); err == nil {
		t.Error("it is read")
	}
	if _, err := Detect(Stream("-", strings.NewReader(text)), Options{Encoding: "windows-1251"}); err != nil {
		t.Error(err)
	}
}

// Text that was encoded twice is counted by column, and repaired there on request.
func TestEncodedTwice(t *testing.T) {
	text := "id,GrÃ¼nde,Ort\n1,\"schÃ¶n, \"\"sÃ¼Ã\u009f\"\"\",Köln\n2,gut,Ã\n3,fÃ¼r alle,Bonn\n"
	codes, table := warned(t, text, Options{})
	if !slices.Equal(codes, []notice.Code{notice.EncodedTwice}) || table.Warnings[0].Column != 2 || !strings.HasPrefix(table.Warnings[0].Message, "3 cells ") {
		t.Errorf("%v", table.Warnings)
	}
	codes, table = warned(t, text, Options{Repair: true})
	if !slices.Equal(codes, []notice.Code{notice.EncodedOnce}) {
		t.Errorf("%v", table.Warnings)
	}
	var got []string
	for block, err := range table.Blocks(t.Context(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		for _, rec := range block.Records {
			cells := table.Cells(nil, rec, 3)
			got = append(got, At(cells, 2)+"|"+At(cells, 3))
		}
	}
	if want := []string{"Gründe|Ort", `schön, "süß"|Köln`, "gut|Ã", "für alle|Bonn"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
