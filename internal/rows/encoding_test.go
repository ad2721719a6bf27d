package rows

import (
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

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

// A repair that is not whole says so: text that was encoded three times, and what another
// mistake made of it.
func TestRepairRemains(t *testing.T) {
	for text, want := range map[string]string{
		"id,Was\n1,schÃ¶n\n2,so\n":                          "a cell was encoded twice, which is undone as asked for",
		"id,Was\n1,schÃƒÂ¶n\n2,mÃ¼de\n":                     "2 cells were encoded twice, which is undone as asked for; in a cell some of it remains",
		"id,Co\n1,wiÄ™cej Å‚Ã³dÅº\n2,Ã³w miĹ‚y\n3,tÃ³ Ĺ›\n": "3 cells were encoded twice, which is undone as asked for; in 2 cells some of it remains",
	} {
		_, table := warned(t, text, Options{Repair: true})
		if len(table.Warnings) != 1 || table.Warnings[0].Message != want {
			t.Errorf("%q: %v", text, table.Warnings)
		}
	}
}

// The mark says which half of a pair comes first, where only UTF-16 is asked for; without
// one the zero bytes do.
func TestUTF16ByName(t *testing.T) {
	for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		for _, mark := range []unicode.BOMPolicy{unicode.UseBOM, unicode.IgnoreBOM} {
			text, err := unicode.UTF16(order, mark).NewEncoder().String("id,Why?\n1,größer\n2,so it is\n")
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range []string{"utf-16", "UTF16", ""} {
				codes, table := warned(t, text, Options{Encoding: EncodingOf(name)})
				if len(codes) > 0 || table.Width != 2 || !strings.HasPrefix(table.Encoding, "utf-16") {
					t.Errorf("%q: %s, %d columns, %v", name, table.Encoding, table.Width, codes)
				}
			}
		}
	}
	for name, want := range map[string]string{"utf-16-le": "utf-16le", "UTF16BE": "utf-16be"} {
		if got := EncodingOf(name); got != want {
			t.Errorf("%s is %q", name, got)
		}
	}
}

// A file in UTF-8 and in another encoding is read in both, with a warning. One that is
// damaged here and there is not.
func TestTwoEncodings(t *testing.T) {
	const line = "1,schöne Bücher für Köln\n"
	other, err := charmap.Windows1252.NewEncoder().String(line)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		text  string
		codes []notice.Code
		want  string
	}{
		{strings.Repeat(line+other, 8), []notice.Code{notice.EncodingUnsure}, line},
		{strings.Repeat(line+other+other+other, 8), []notice.Code{notice.EncodingUnsure}, line},
		{strings.Repeat(line+line+other, 2000), []notice.Code{notice.EncodingUnsure}, line},
		// Single words are enough, as all are in Latin letters.
		{"1,Bücher\n2,B\xfccher\n3,Bücher\n4,B\xfccher\n5,B\xfccher\n", []notice.Code{notice.EncodingUnsure}, ""},
		{"1,Türen\n2,B\xfccher\n3,B\xe4nke\n4,gr\xfcn\n5,R\xe4ume\n", []notice.Code{notice.EncodingUnsure}, ""},
		{strings.Repeat("1,schön\n2,sch\xc3n\n3,große B\xffcher für Köln\n", 8), nil, ""},
	} {
		codes, table := warned(t, "id,Was?\n"+test.text, Options{})
		if !slices.Equal(codes, test.codes) || table.Encoding != "utf-8" {
			t.Errorf("%.60q: %s, %v", test.text, table.Encoding, codes)
		}
		for _, row := range cellsOf(t, table) {
			if test.codes != nil && strings.ContainsAny(row, "\ufffdÃ") {
				t.Errorf("%.60q: %q", test.text, row)
			}
			if want := strings.TrimSuffix(test.want, "\n"); want != "" && row != want {
				t.Fatalf("%.60q: %q", test.text, row)
			}
		}
	}
}

// cellsOf joins the cells of each record below the first.
func cellsOf(t *testing.T, table *Table) (all []string) {
	t.Helper()
	for block, err := range table.Blocks(t.Context(), 1) {
		if err != nil {
			t.Fatal(err)
		}
		for _, rec := range block.Records {
			cells := table.Cells(nil, rec, 2)
			all = append(all, At(cells, 1)+","+At(cells, 2))
		}
	}
	return all
}

// Bytes that are no characters in an encoding that is not UTF-8 are reported as in UTF-8.
func TestDamageInAnyEncoding(t *testing.T) {
	for _, name := range []string{"shift_jis", "euc-kr", "windows-1253", "utf-16le"} {
		text := "id,Why?\n1,caf\xe9 \xff\xd8,\n"
		if name == "utf-16le" {
			text = "i\x00,\x00W\x00\n\x001\x00,\x00\x00\xd8x\x00\n\x00"
		}
		_, table := warned(t, text, Options{Encoding: name})
		troubles := 0
		for block, err := range table.Blocks(t.Context(), 1) {
			if err != nil {
				t.Fatal(err)
			}
			for _, rec := range block.Records {
				cells := table.Cells(nil, rec, 2)
				if !strings.Contains(At(cells, 2), "\ufffd") {
					t.Errorf("%s: %q", name, At(cells, 2))
				}
				for _, w := range table.Troubles(rec, cells, 2) {
					if w.Code == notice.BadBytes {
						troubles++
					}
				}
			}
		}
		if troubles != 1 {
			t.Errorf("%s: %d warnings", name, troubles)
		}
	}
}

// Decoders give the same text however the bytes are cut.
func TestDecodersInPieces(t *testing.T) {
	raw := "a\xe9b größer \xfc\xfcx\ufffd\uffee文字\xef" + strings.Repeat("文", 300) + "\xfc"
	for _, e := range []textEncoding{{name: utf8Name, other: "windows-1252"}, {name: "windows-1253"}, {name: "gb18030"}} {
		whole, err := decode(strings.NewReader(raw), e)
		if err != nil {
			t.Fatal(err)
		}
		want, err := io.ReadAll(whole)
		if err != nil {
			t.Fatal(err)
		}
		pieces, _ := decode(iotest.OneByteReader(strings.NewReader(raw)), e)
		if got, err := io.ReadAll(pieces); err != nil || string(got) != string(want) {
			t.Errorf("%s: %q, %v, want %q", e.name, got, err, want)
		}
		if e.other != "" && string(want) != "aéb größer üüx\ufffd\uffee"+"文字\xef"+strings.Repeat("文", 300)+"\xfc" {
			t.Errorf("%q", want)
		}
	}
}

// UTF-8 that was taken for windows-1251 is found, though each cell has one letter of it only.
func TestTwiceAsCyrillic(t *testing.T) {
	const twice = "id,Was?\n1,SchГ¶ne Stadt\n2,Licht\n3,viele BГ¤ume\n4,fГјr uns\n"
	for text, want := range map[string]int{twice: 1, "id,Что?\n1,Сёмга и рыба\n2,С…\n3,Рёв\n4,Сёла\n": 0} {
		s := sampleOf(t, text)
		n := 0
		for _, w := range s.Table.Warnings {
			if w.Code == notice.EncodedTwice && w.Column == 2 && strings.HasPrefix(w.Message, "3 cells were encoded twice") {
				n++
			}
		}
		if n != want || len(s.Table.Warnings) != want {
			t.Errorf("%q: %v", text, s.Table.Warnings)
		}
	}
}
