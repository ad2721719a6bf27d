package workbook

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"
)

// calendarText has the names of months and days by language.
//
//go:embed calendar.txt
var calendarText string

// calendar gives the names by language, or its number, and what they are for: "de months", "07 months".
var calendar = sync.OnceValue(func() map[string][]string {
	names := map[string][]string{}
	for line := range strings.Lines(calendarText) {
		key, list, _ := strings.Cut(line, ":")
		if fields := strings.Fields(key); len(fields) == 3 {
			names[fields[0]+" "+fields[2]] = strings.Fields(list)
			names[fields[1]+" "+fields[2]] = strings.Fields(list)
		}
	}
	return names
})

// languageOf is the language of a locale as formats name it: by a number (407, in which the lower ten bits are the
// language, and the upper bits digits and calendars), or by a tag (de-DE).
func languageOf(locale string) string {
	if n, err := strconv.ParseUint(locale, 16, 64); err == nil {
		return fmt.Sprintf("%02x", n&0x3ff)
	}
	language, _, _ := strings.Cut(strings.ToLower(locale), "-")
	return language
}

// names are those of the section's language for a use, or the English ones.
func (s *section) names(use string) []string {
	if found := calendar()[s.language+" "+use]; found != nil {
		return found
	}
	if use == "dated" { // the language has no forms of its own for it
		return s.names("months")
	}
	return calendar()["en "+use]
}

// monthName is a month as many letters ask for it: mmm Jan, mmmm January, mmmmm J.
func (s *section) monthName(m time.Month, letters int) string {
	use := "months"
	switch {
	case letters == 3:
		use = "short-months"
	case letters == 4 && s.hasDay:
		use = "dated"
	}
	name := s.names(use)[m-1]
	if letters == 5 {
		return name[:len(string([]rune(name)[:1]))]
	}
	return name
}

// dayName is a day of the week: ddd Mon, dddd Monday.
func (s *section) dayName(d time.Weekday, letters int) string {
	use := "days"
	if letters == 3 {
		use = "short-days"
	}
	return s.names(use)[(d+6)%7]
}
