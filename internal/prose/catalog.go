package prose

import (
	"embed"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

// A catalogue is what one language needs: its signs, and its texts. It is a file of lines:
//
//	# a comment
//	thousands .                        a sign: its name, and what it is
//
//	%d of %d people answered.          a text, as it stands in code
//	  %d von %d Personen antworteten.  its translation, set in
//	%d people
//	  1=one: %d Person                 its translation where argument 1 has the plural form one;
//	  1=other: %d Personen             the last has the form other, which fits always
//	%d of %d people
//	  1=one 2=one: …                   where two arguments have the forms
//
// ~ is a space at which no line is broken, and _ a narrow one. Forms are those of the Unicode CLDR:
// zero, one, two, few, many, other; a number is just that. English has entries for texts that differ
// by a number; all others stand in the code as they are.

//go:embed text/*.txt
var texts embed.FS

// A tongue is a language as it is spoken.
type tongue struct {
	printer *message.Printer
	entries map[Text][]variant // what the file has
	signs   map[string]string
	grouped int // how many digits a number has, at least, that are in groups
	english bool
}

// has reports whether the language has a text. English has all, and every language has what has no
// words, such as "%.1f".
func (t *tongue) has(text Text) bool { return t.english || t.entries[text] != nil || text.wordless() }

// wordless reports whether a text has no letters but those of verbs.
func (x Text) wordless() bool {
	return strings.IndexFunc(verbs.ReplaceAllString(string(x), ""), unicode.IsLetter) < 0
}

// verbs are what stands for arguments, or for a per cent sign.
var verbs = regexp.MustCompile(`%([.0-9]*)(\[[1-9]\])?([a-z%])`)

// indexed gives each verb the number of its argument: "%s of %d" is "%[1]s of %[2]d". Then a text may
// leave out arguments, and not only have them in another order.
func indexed(text string) string {
	next := 1
	return verbs.ReplaceAllStringFunc(text, func(verb string) string {
		m := verbs.FindStringSubmatch(verb)
		if m[3] == "%" {
			return verb
		}
		if m[2] != "" {
			next = int(m[2][1] - '0')
		}
		next++
		return fmt.Sprintf("%%%s[%d]%s", m[1], next-1, m[3])
	})
}

// tongues are the languages, each read when it is first spoken.
var tongues = func() map[string]func() *tongue {
	all := make(map[string]func() *tongue)
	for _, code := range PictureLanguages() {
		all[code] = sync.OnceValue(func() *tongue {
			text, err := texts.ReadFile("text/" + code + ".txt")
			if err != nil {
				panic(err) // PictureLanguages has a language without a file
			}
			t, err := newTongue(code, string(text))
			if err != nil {
				panic(fmt.Sprintf("text/%s.txt: %v", code, err)) // a test reads every file
			}
			return t
		})
	}
	return all
}()

// A variant is a translation, and for which plural forms of its arguments it is.
type variant struct {
	forms []condition
	text  string
}

// A condition is that an argument, counted from 1, has a plural form.
type condition struct {
	arg  int
	name string
}

// newTongue reads a catalogue.
func newTongue(code, text string) (*tongue, error) {
	t := &tongue{entries: make(map[Text][]variant), signs: make(map[string]string), english: code == "en"}
	var key Text
	inSigns := true
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		switch set, isSet := strings.CutPrefix(line, "  "); {
		case line == "":
			inSigns = false
		case line[0] == '#':
		case inSigns:
			name, sign, _ := strings.Cut(line, " ")
			t.signs[name] = unbroken.Replace(sign)
		case isSet:
			t.entries[key] = append(t.entries[key], variantOf(set))
		default:
			if key = Text(line); t.entries[key] != nil {
				return nil, fmt.Errorf("%q is there twice", key)
			}
		}
	}
	var err error
	if t.grouped, err = strconv.Atoi(t.signs["grouped"]); err != nil {
		return nil, err
	}
	return t, t.compile(language.MustParse(code))
}

// unbroken are the signs for spaces at which no line is broken.
var unbroken = strings.NewReplacer("~", "\u00a0", "_", "\u202f")

// plural forms before a translation: "1=one 2=other: ".
var formsPattern = regexp.MustCompile(`^((?:[1-9]=\w+ ?)+): `)

// variantOf reads a translation.
func variantOf(line string) (v variant) {
	if m := formsPattern.FindStringSubmatch(line); m != nil {
		line = line[len(m[0]):]
		for _, f := range strings.Fields(m[1]) {
			v.forms = append(v.forms, condition{int(f[0] - '0'), f[2:]})
		}
	}
	v.text = indexed(unbroken.Replace(line))
	return v
}

// compile makes the printer of the language.
func (t *tongue) compile(tag language.Tag) error {
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	for key, variants := range t.entries {
		message, err := messageOf(variants)
		if err == nil {
			err = b.Set(tag, string(key), message)
		}
		if err != nil {
			return fmt.Errorf("%q: %w", key, err)
		}
	}
	t.printer = message.NewPrinter(tag, message.Catalog(b))
	return nil
}

// messageOf is the message that chooses among variants by the form of the first argument that they
// name, then by that of the next.
func messageOf(variants []variant) (catalog.Message, error) {
	if len(variants) == 0 {
		return nil, fmt.Errorf("has no translation")
	}
	first := variants[0]
	if len(first.forms) == 0 {
		if len(variants) > 1 {
			return nil, fmt.Errorf("has several translations without a form")
		}
		return catalog.String(first.text), nil
	}
	var names []string
	byForm := make(map[string][]variant)
	for _, v := range variants {
		if len(v.forms) == 0 || v.forms[0].arg != first.forms[0].arg {
			return nil, fmt.Errorf("has translations that name different arguments")
		}
		name := v.forms[0].name
		if byForm[name] == nil {
			names = append(names, name)
		}
		byForm[name] = append(byForm[name], variant{v.forms[1:], v.text})
	}
	var cases []any
	for _, name := range names {
		inner, err := messageOf(byForm[name])
		if err != nil {
			return nil, err
		}
		if name[0] >= '0' && name[0] <= '9' {
			name = "=" + name
		}
		cases = append(cases, name, inner)
	}
	if names[len(names)-1] != "other" {
		return nil, fmt.Errorf("has no translation for the form other")
	}
	return plural.Selectf(first.forms[0].arg, "", cases...), nil
}
