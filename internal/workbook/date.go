package workbook

import (
	"math"
	"strconv"
	"time"
)

// A date is a number: the days since an epoch, and the time as a part of a day. Excel takes 1900 for a leap year, so its
// days count from 30 December 1899 for all dates from March 1900 on; before, LibreOffice and this package are a day
// behind it. Old workbooks of the Macintosh count from 1904.
var (
	epoch1900 = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	epoch1904 = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
)

// lastDay is the day after 31 December 9999. A number from there on is no date, and is shown as a number. Excel shows ####
// for it, and for days before the epoch, which LibreOffice and this package show as dates.
const lastDay = 2958466

// showDate appends a date, a time or a duration. What it does not show is cut off: 9:30:59 is 9:30. A number of days is
// not exact, so it is rounded to a thousandth of a second before. Durations are rounded to what is shown.
func (s *section) showDate(to []byte, v float64, epoch time.Time) []byte {
	if v >= lastDay || v <= -lastDay {
		return appendGeneral(to, math.Abs(v))
	}
	unit := math.Pow10(min(s.decimals, 9)) // parts of a second
	units := int64(math.Floor(math.Round(v*86400*1e3) / 1e3))
	if s.decimals > 0 || s.isElapsed {
		units = int64(math.Round(v * 86400 * unit))
	}
	at := moment{section: s, units: units, unit: int64(unit)}
	at.seconds = floorDiv(units, at.unit)
	at.Time = epoch.AddDate(0, 0, int(floorDiv(at.seconds, 86400))).Add(time.Duration(floorMod(at.seconds, 86400)) * time.Second)
	for i, m := range s.marks {
		if m.kind == fraction && i > 0 && s.marks[i-1].kind == fraction {
			continue // its digits are shown by the first
		}
		to = at.show(to, m)
	}
	return to
}

// A moment is a date with the time since the epoch, in whole parts of a second: all that a format can show of it is whole
// numbers.
type moment struct {
	*section
	time.Time
	units, unit int64 // parts of a second since the epoch, and how many make one
	seconds     int64 // since the epoch
}

// show appends what a mark shows.
func (at moment) show(to []byte, m mark) []byte {
	n := len(m.text)
	switch m.kind {
	case year:
		return at.showYear(to, n)
	case monthOf:
		if n > 2 {
			return append(to, at.monthName(at.Month(), n)...)
		}
		return appendPadded(to, int64(at.Month()), n)
	case day:
		if n > 2 {
			return append(to, at.dayName(at.Weekday(), n)...)
		}
		return appendPadded(to, int64(at.Day()), n)
	case hour:
		h := at.Hour()
		if at.hasHalves {
			h = (h+11)%12 + 1
		}
		return appendPadded(to, int64(h), n)
	case minute:
		return appendPadded(to, int64(at.Minute()), n)
	case second:
		return appendPadded(to, int64(at.Second()), n)
	case fraction:
		return appendPadded(to, floorMod(at.units, at.unit), at.decimals)
	case half:
		return append(to, at.halfOfDay(m.text)...)
	case elapsed:
		return at.showElapsed(to, m.text[0], n)
	}
	return append(to, m.text...)
}

// showYear appends a year with two digits or with four.
func (at moment) showYear(to []byte, letters int) []byte {
	if letters <= 2 {
		return appendPadded(to, int64(at.Year()%100), 2)
	}
	return appendPadded(to, int64(at.Year()), 4)
}

// halfOfDay is AM or PM, or A or P, as the mark has it. It is English, whatever language the format asks for.
func (at moment) halfOfDay(text string) string {
	names := "AMPM"
	if at.Hour() < 12 {
		return names[:min(2, len(text)/2)]
	}
	return names[2:][:min(2, len(text)/2)]
}

// A duration is shown by its first part in brackets, which goes beyond 24 hours or 60 minutes, and the usual parts behind
// it: 1.5 in [h]:mm is 36:00. Negative ones, which Excel shows as ####, have a sign, as in LibreOffice.

// showElapsed appends the hours, minutes or seconds since the epoch.
func (at moment) showElapsed(to []byte, letter byte, digits int) []byte {
	total := at.seconds
	if total < 0 {
		total = -total
		to = append(to, '-')
	}
	return appendPadded(to, total/map[byte]int64{'h': 3600, 'm': 60, 's': 1}[letter], digits)
}

// appendPadded appends a number with noughts before it.
func appendPadded(to []byte, n int64, digits int) []byte {
	for limit := int64(10); digits > 1; digits-- {
		if n < limit {
			to = append(to, '0')
		}
		limit *= 10
	}
	return strconv.AppendInt(to, n, 10)
}

// floorDiv divides and rounds down, also below zero.
func floorDiv(n, by int64) int64 { return (n - floorMod(n, by)) / by }

// floorMod is the rest of floorDiv, which is never negative.
func floorMod(n, by int64) int64 { return (n%by + by) % by }
