package spss

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"verbatim/internal/notice"
)

const sysmis = -math.MaxFloat64

// lowest stands for the beginning of a range that has none.
var lowest = math.Nextafter(sysmis, 0)

// garden is a file that has one of everything.
func garden(order binary.ByteOrder, compression int) *saved {
	s := &saved{order: order, compression: compression, cases: 3, weight: 4}
	s.variable("MOOD", 0, 5, "How is your mood?", 2, s.floats(8, 9))
	s.variable("SEX", 1, 1, "", 1, padded("x", 8))
	s.variable("AGE", 0, 5, "Age", -3, s.floats(lowest, 10, 99))
	s.number("WEIGHT")
	s.text("PLOT", 20)
	s.text("LONG", 255)
	s.text("LONG1", 48) // 300 bytes: 252 and 48
	s.number("BOX1")
	s.number("BOX2")
	s.labels([]int{1}, s.floats(1), []byte("good"), s.floats(2), []byte("could be better"), s.floats(9), []byte("refused"))
	s.labels([]int{2}, padded("f", 8), []byte("woman"), padded("x", 8), []byte("no answer"))
	s.ints(6, 1) // a document
	s.dictionary = append(s.dictionary, padded("a note", 80)...)
	s.ints(7, 3, 4, 8, 1, 2, 3, -1, 1, 1, 2, 65001)
	s.ints(7, 4, 8, 3)
	s.dictionary = append(s.dictionary, s.floats(sysmis, math.MaxFloat64, lowest)...)
	s.extension(7, []byte("$box=D1 1 11 Your tools? box1 box2\n"))
	s.ints(7, 11, 4, 27)
	for i := range 9 {
		s.ints(i%4, 8, 0)
	}
	s.extension(13, []byte("MOOD=MoodToday\tLONG=WhyDoYouGarden\tPLOT=NameOfThePlot"))
	s.extension(14, []byte("LONG=00300\x00\t"))
	s.extension(18, []byte("MoodToday:x('1'\n)"))
	s.extension(20, []byte("UTF-8"))
	s.extension(21, bytes.Join([][]byte{s.sized("NameOfThePlot"), s.sized("")[:0], int4(order, 20), int4(order, 1), s.sized(string(padded("behind the shed", 20))), s.sized("Shed")}, nil))
	s.extension(22, bytes.Join([][]byte{s.sized("NameOfThePlot"), {1}, s.sized("none    ")}, nil))
	s.extension(99, []byte("what nobody knows"))
	s.data = bytes.Join([][]byte{
		s.floats(1), padded("f", 8), s.floats(30, 1.5), padded("behind the shed", 24), padded(strings.Repeat("To see beans grow. ", 12), 255), []byte(" "), padded("", 48), s.floats(1, 0),
		s.floats(9), padded("x", 8), s.floats(10, 1), padded("none", 24), padded(strings.Repeat("Äpfel ", 36)+"und", 255), []byte(" "), padded(" Birnen", 48), s.floats(0, 1),
		s.floats(sysmis), padded("", 8), s.floats(99, 1), padded("", 24), padded("", 256), padded("", 48), s.floats(sysmis, sysmis),
	}, nil)
	return s
}

// int4 gives a whole number as it stands in the file.
func int4(order binary.ByteOrder, n int) []byte {
	p := make([]byte, 4)
	order.PutUint32(p, uint32(n))
	return p
}

func TestVariants(t *testing.T) {
	wantRows := "good|woman|30|1.5|Shed|" + strings.TrimSpace(strings.Repeat("To see beans grow. ", 12)) + "|1|0\n" +
		"refused(user)|no answer(user)|10(user)|1|none(user)|" + strings.Repeat("Äpfel ", 36) + "und Birnen|0|1\n" +
		"(sys)||99(user)|1|||(sys)|(sys)\n"
	want := `3 cases in utf-8, weighted by "WEIGHT"
MoodToday "How is your mood?" kind 1 measure 0 1=good 2=could be better 9=refused(user) missing 8, 9
SEX "" kind 0 measure 1 f=woman x=no answer(user) missing x
AGE "Age" kind 1 measure 2 missing 10 and less, 99
WEIGHT "" kind 1 measure 3
NameOfThePlot "" kind 0 measure 0 behind the shed=Shed missing none
WhyDoYouGarden "" kind 0 measure 1
BOX1 "" kind 1 measure 3
BOX2 "" kind 1 measure 0
$box "Your tools?" dichotomies true: BOX1 BOX1=1 BOX2 BOX2=1
`
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		for compression := range 3 {
			for _, cases := range []int{3, -1} {
				t.Run(fmt.Sprint(order, compression, cases), func(t *testing.T) {
					s := garden(order, compression)
					s.cases, s.block = cases, 40
					f := open(t, s.bytes())
					if got := described(f); got != strings.Replace(want, "3", fmt.Sprint(cases), 1) {
						t.Errorf("got\n%s\nwant\n%s", got, want)
					}
					if got := rows(f); got != wantRows {
						t.Errorf("got\n%s\nwant\n%s", got, wantRows)
					}
					if rows(f) != wantRows {
						t.Error("a second reading gives other rows")
					}
				})
			}
		}
	}
}

// A file that is not whole is refused wherever it ends.
func TestCutOff(t *testing.T) {
	for compression := range 3 {
		whole := garden(binary.LittleEndian, compression).bytes()
		data := bytes.Index(whole, []byte("\xe7\x03\x00\x00\x00\x00\x00\x00")) + 8
		for n := 0; n < len(whole); n += 5 {
			f, err := Open(bytes.NewReader(whole[:n]), int64(n), "a.sav", "")
			got := ""
			if err == nil {
				got = rows(f)
			} else {
				got = err.Error()
			}
			in, ok := errors.AsType[*notice.InputError](err)
			switch {
			case err != nil && (!ok || in.Hint == ""):
				t.Fatalf("%d bytes: %v", n, err)
			case n >= data+24 && compression == 2 && (err == nil || !strings.Contains(got, "is cut off")):
				t.Fatalf("%d bytes of %d: %s", n, len(whole), got)
			case n >= data+24 && compression == 0 && !strings.Contains(got, "is cut off at case ") && strings.Count(got, "\n") != 3:
				t.Fatalf("%d bytes: %s", n, got)
			case n < data && err == nil:
				t.Fatalf("%d bytes of a dictionary are read", n)
			}
		}
	}
	whole := garden(binary.LittleEndian, 1).bytes()
	if got := rows(open(t, whole[:len(whole)-20])); !strings.HasSuffix(got, "\na.sav: is cut off at case 3 of 3\n") {
		t.Error(got)
	}
}

// What a file says of its own size is not believed.
func TestHostileSizes(t *testing.T) {
	little := binary.LittleEndian
	cases := map[string]func(s *saved){
		"a label of 2 GB":               func(s *saved) { s.ints(2, 0, 1, 0, 0, 0, 0, 0, math.MaxInt32) },
		"a label below nothing":         func(s *saved) { s.ints(2, 0, 1, 0, 0, 0, 0, 0, -5) },
		"labels without number":         func(s *saved) { s.ints(3, math.MaxInt32) },
		"a list of variables":           func(s *saved) { s.ints(3, 0, 4, math.MaxInt32) },
		"an extension of 2^62 bytes":    func(s *saved) { s.ints(7, 3, math.MaxInt32, math.MaxInt32) },
		"another of 2^62 bytes":         func(s *saved) { s.ints(7, 98, math.MaxInt32, math.MaxInt32) },
		"an extension below nothing":    func(s *saved) { s.ints(7, 98, -1, 8) },
		"documents":                     func(s *saved) { s.ints(6, math.MaxInt32) },
		"a wide string":                 func(s *saved) { s.ints(2, 256, 0, 0, 0, 0, 0, 0) },
		"a string without its elements": func(s *saved) { s.ints(2, 255, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0) },
		"missing values":                func(s *saved) { s.ints(2, 0, 0, 4, 0, 0, 0, 0) },
		"an unknown record":             func(s *saved) { s.ints(5, 5) },
		"a long string without parts":   func(s *saved) { s.text("A", 255); s.extension(14, []byte("A=32767\x00\t")) },
		"a long string that is narrow": func(s *saved) {
			s.text("A", 255)
			s.text("B", 8)
			s.extension(14, []byte("A=00500\x00\t"))
		},
		"labels of long texts": func(s *saved) {
			s.number("A")
			s.extension(21, bytes.Join([][]byte{s.sized("A"), int4(little, 9), int4(little, math.MaxInt32)}, nil))
		},
		"missing long texts": func(s *saved) {
			s.number("A")
			s.extension(22, bytes.Join([][]byte{s.sized("A"), {200}, int4(little, math.MaxInt32)}, nil))
		},
		"no variables": func(*saved) {},
	}
	for name, build := range cases {
		t.Run(name, func(t *testing.T) {
			s := &saved{order: little}
			build(s)
			p := s.bytes()
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := Open(bytes.NewReader(p), int64(len(p)), "a.sav", "")
			runtime.ReadMemStats(&after)
			if _, ok := errors.AsType[*notice.InputError](err); !ok {
				t.Errorf("%v", err)
			}
			if n := after.TotalAlloc - before.TotalAlloc; n > 4<<20 {
				t.Errorf("%d bytes were allocated", n)
			}
		})
	}
}

func TestForeign(t *testing.T) {
	cases := map[string]string{
		"":                          "is not an SPSS data file, or not all of one",
		"$FL2":                      "is not an SPSS data file, or not all of one",
		"id,why\n1,tea\n":           "is not an SPSS data file, or not all of one",
		strings.Repeat("\x00", 300): "is not an SPSS data file, or not all of one",
		"\x1c\x00\x00\x00\x00\x00\x00\x00ENCRYPTEDSAV\x15": "is an SPSS file that is encrypted",
		"\x5b\xc6\xd3\xf2":                         "is an SPSS file of a mainframe, in EBCDIC",
		"ASCII SPSS PORT FILE                    ": "is a portable file of SPSS (.por)",
		"$FL2" + strings.Repeat(" ", 300):          "is a damaged SPSS file: the order of its bytes is not clear",
	}
	for text, want := range cases {
		if _, err := Open(strings.NewReader(text), int64(len(text)), "a", ""); err == nil || err.Error() != "a: "+want {
			t.Errorf("%.30q: %v, want %s", text, err, want)
		}
	}
}

func TestSets(t *testing.T) {
	cases := []struct{ name, old, later, want string }{
		{"each kind", "$a=C 10 my mcgroup a b\n$b=D2 55 0  b a\n$c=D3 Yes 10 mdgroup #2 s\n", "$d=E 1 1 1 13 third mdgroup a b\n$e=E 11 1 1 0  a b\n",
			"$a \"my mcgroup\" dichotomies false: A = B =\n$b \"\" dichotomies true: B Pear=55 A Apple=55\n$c \"mdgroup #2\" dichotomies true: S S=Yes\n" +
				"$d \"third mdgroup\" dichotomies true: A one=one B Pear=1\n$e \"Apple\" dichotomies true: A one=one B Pear=1\n"},
		{"blanks behind the counted value", "$b=D8 1        3 Box a b\n", "", "$b \"Box\" dichotomies true: A Apple=one B Pear=1\n"},
		{"no variable, one, and an unknown one", "\n\n$a=C 0  \n$b=C 0  a\n$c=C 0  zz b\n", "", "$b \"\" dichotomies false: A =\n$c \"\" dichotomies false: B =\n"},
		{"long names", "$a=C 0  Apples\n", "", "$a \"\" dichotomies false: A =\n"},
		{"broken behind a whole one", "$a=C 0  a b\n$b=X", "", "$a \"\" dichotomies false: A = B =\nunread_record a.sav: a description of a multiple response set cannot be read: its variables are questions by themselves\n"},
		{"a count beyond the end", "$a=D9999 1", "", "unread_record a.sav: a description of a multiple response set cannot be read: its variables are questions by themselves\n"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := &saved{order: binary.LittleEndian}
			s.variable("A", 0, 5, "Apple", 0, nil)
			s.variable("B", 0, 5, "Pear", 0, nil)
			s.text("S", 3)
			s.labels([]int{1}, s.floats(1), []byte("one"))
			s.extension(7, []byte(c.old))
			s.extension(19, []byte(c.later))
			got := described(open(t, s.bytes()))
			if _, sets, _ := strings.Cut(got, "\nS \"\" kind 0 measure 0\n"); strings.ReplaceAll(sets, "Apples", "A") != c.want && c.name != "long names" {
				t.Errorf("got\n%s\nwant\n%s", sets, c.want)
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	cases := []struct {
		name, encoding string
		page           int
		text, want     string
		found          string
	}{
		{"named", "windows-1251", 0, "\xcc\xed\xee\xe3\xee", "Много", "windows-1251"},
		{"named in other letters", "UTF8", 1252, "grün", "grün", "utf-8"},
		{"by code page", "", 1250, "\x9eena", "žena", "windows-1250"},
		{"by the code page of an ISO encoding", "", 28592, "\xbeena", "žena", "iso-8859-2"},
		{"by the code page of Shift JIS", "", 932, "\x90\x85", "水", "shift_jis"},
		{"an unknown name, a known code page", "x-unheard-of", 1253, "\xed\xe1\xe9", "ναι", "windows-1253"},
		{"said to be ASCII, and UTF-8", "", 2, "schön", "schön", "utf-8"},
		{"said to be ASCII, and older", "us-ascii", 3, "sch\xf6n und gr\xfcn, f\xfcr alle", "schön und grün, für alle", "windows-1252"},
		{"nothing said", "", 0, "plain", "plain", "windows-1252"},
		{"a byte that is none", "UTF-8", 65001, "a\xffb", "a\ufffdb", "utf-8"},
		{"NUL bytes", "UTF-8", 65001, "a\x00b\x00", "ab", "utf-8"},
		{"a character that is cut", "UTF-8", 65001, strings.Repeat("ö", 19) + "z\xc3", strings.Repeat("ö", 19) + "z", "utf-8"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := &saved{order: binary.LittleEndian, cases: 1}
			s.text("A", 40)
			if c.page > 0 {
				s.ints(7, 3, 4, 8, 1, 2, 3, -1, 1, 1, 2, c.page)
			}
			if c.encoding != "" {
				s.extension(20, []byte(c.encoding))
			}
			s.data = padded(c.text, 40)
			f := open(t, s.bytes())
			if got := rows(f); got != c.want+"\n" || f.Encoding != c.found {
				t.Errorf("%q in %s", got, f.Encoding)
			}
			if bad := strings.ContainsRune(c.want, '\ufffd'); bad != (len(f.Warnings()) == 1) {
				t.Errorf("%v", f.Warnings())
			}
			rows(f)
			if n := len(f.Warnings()); n > 1 {
				t.Errorf("%d warnings after a second reading", n)
			}
		})
	}
}

// An encoding that is asked for rules over the one that the file states.
func TestAskedEncoding(t *testing.T) {
	s := &saved{order: binary.LittleEndian, cases: 1}
	s.text("A", 8)
	s.extension(20, []byte("windows-1252"))
	s.data = padded("gr\xc3\xbcn", 8)
	for encoding, want := range map[string]string{"": "grÃ¼n\n", "utf-8": "grün\n"} {
		f, err := Open(bytes.NewReader(s.bytes()), int64(len(s.bytes())), "a.sav", encoding)
		if err != nil {
			t.Fatal(err)
		}
		if got := rows(f); got != want {
			t.Errorf("as %q: %q", encoding, got)
		}
	}
}

func TestDamagedBlocks(t *testing.T) {
	whole := garden(binary.LittleEndian, 2).bytes()
	data := bytes.Index(whole, []byte("\xe7\x03\x00\x00\x00\x00\x00\x00")) + 8 + 24
	whole[data+90] ^= 0x55
	if got := rows(open(t, whole)); !strings.HasSuffix(got, "cannot be unpacked\n") && !strings.Contains(got, "is cut off") {
		t.Error(got)
	}
}

// What the files of testdata hold, as this package reads them; UPDATE=1 writes it anew.
func TestFilesOfOthers(t *testing.T) {
	files, err := filepath.Glob("testdata/*sav")
	if err != nil || len(files) < 6 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		p, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		maker, _, _ := strings.Cut(filepath.Base(file), ".")
		maker, _, _ = strings.Cut(maker, "-")
		f := open(t, p)
		got, golden := described(f)+rows(f), filepath.Join("testdata", maker+".txt")
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s: got\n%s\nwant\n%s", file, got, want)
		}
	}
}

// Lists without end in the dictionary are no reason to work without end.
func TestHostileLists(t *testing.T) {
	s := &saved{order: binary.LittleEndian}
	s.text("A", 12)
	s.extension(7, []byte(strings.Repeat("$a=C 0  a a a a\n", 150_000)))
	f := open(t, s.bytes())
	if w := f.Warnings(); len(f.Sets) != 0 || len(w) != 1 || w[0].Code != notice.UnreadRecord {
		t.Errorf("%d sets, %v", len(f.Sets), w)
	}
	s.extension(22, bytes.Repeat(append(append(s.sized("A"), 1), s.sized("no      ")...), 20))
	if _, err := Open(bytes.NewReader(s.bytes()), int64(len(s.bytes())), "a.sav", ""); err == nil {
		t.Error("twenty missing values are read")
	}
}
