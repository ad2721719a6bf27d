package spss

import (
	"encoding/binary"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// readByOthers lists files that other programs are asked to read: those in testdata, and some written byte by byte.
func readByOthers(t *testing.T) []string {
	files, err := filepath.Glob("testdata/*sav")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		for compression := range 3 {
			name := filepath.Join(folder, fmt.Sprintf("%v-%d.sav", order, compression))
			s := garden(order, compression)
			if err := os.WriteFile(name, s.bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			files = append(files, name)
		}
	}
	return files
}

// tool finds a program that results are compared with, or skips the test.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed", name)
	}
	return path
}

// table reads the CSV that another program wrote, without the header.
func table(t *testing.T, file string) [][]string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil || len(all) == 0 {
		t.Fatal(file, err)
	}
	return all[1:]
}

// compare holds the cells of a file against those of another program. same says whether a cell is the same.
func compare(t *testing.T, file string, want [][]string, same func(c *column, cell Cell, want string) bool) {
	t.Helper()
	p, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	f, n := open(t, p), 0
	for cells, err := range f.Rows() {
		if err != nil || n == len(want) {
			t.Fatalf("%s: case %d: %v, and %d are expected", file, n+1, err, len(want))
		}
		for i, cell := range cells {
			if !same(&f.columns[i], cell, want[n][i]) {
				t.Errorf("%s: case %d, %s: %q, want %q", file, n+1, f.Variables[i].Name, cell.Text+marks[cell.Missing], want[n][i])
			}
		}
		n++
	}
	if n != len(want) {
		t.Errorf("%s: %d cases, want %d", file, n, len(want))
	}
}

// PSPP reads the same cells, and knows the same as missing.
func TestAgainstPSPP(t *testing.T) {
	program := tool(t, "pspp-convert")
	for _, file := range readByOthers(t) {
		for _, recode := range []bool{false, true} {
			out := filepath.Join(t.TempDir(), "out.csv")
			arguments := []string{"-O", "csv", "--labels", file, out}
			if recode {
				arguments = append([]string{"--recode"}, arguments...)
			}
			command := exec.Command(program, arguments...)
			command.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
			if said, err := command.CombinedOutput(); err != nil {
				t.Fatalf("%s: %v\n%s", file, err, said)
			}
			compare(t, file, table(t, out), func(c *column, cell Cell, want string) bool {
				if cell.Missing == SystemMissing || recode && cell.Missing == UserMissing {
					return strings.TrimSpace(want) == ""
				}
				return sameAsPSPP(c, cell.Text, want)
			})
		}
	}
}

// sameAsPSPP compares a cell with how pspp-convert writes it: dates with the month first, and other numbers as they
// are, whatever their format.
func sameAsPSPP(c *column, got, want string) bool {
	// PSPP does not take labels of long texts whose width is a multiple of 8 and not that of the variable, as haven
	// writes them.
	if got == want || got == "the deep end" && want == "deep end of it" {
		return true
	}
	if day, clock, _ := strings.Cut(want, " "); c.width == 0 && strings.Count(want, "/") == 2 {
		date, err := time.Parse("01/02/2006", day)
		return err == nil && got == strings.TrimSpace(shownDate(c.format.kind, date)+" "+clock)
	}
	x, err := strconv.ParseFloat(want, 64)
	switch {
	case c.width > 0 || err != nil:
		return false
	case c.format.kind == formatWeekday:
		return got == strings.ToUpper(time.Weekday(int(x)-1).String())
	case c.format.kind == formatMonth:
		return got == strings.ToUpper(time.Month(int(x)).String())
	}
	y, err := strconv.ParseFloat(strings.NewReplacer("$", "", ",", "", "%", "").Replace(got), 64)
	return err == nil && math.Abs(x-y) <= 1e-12+1e-14*math.Abs(x) // 15 digits are shown
}

// shownDate is what is shown of the first day of a period.
func shownDate(format int, d time.Time) string {
	switch format {
	case formatMoYr:
		return d.Format("2006-01")
	case formatQYr:
		return fmt.Sprintf("%d-Q%d", d.Year(), (d.Month()+2)/3)
	case formatWkYr:
		return fmt.Sprintf("%d WK %d", (d.YearDay()+6)/7, d.Year())
	}
	return d.Format("2006-01-02")
}

// byHaven has R write the cells of each file as text, and again without those that are missing to haven.
const byHaven = `
suppressMessages(library(haven))
shown <- function(x) {
  if (inherits(x, "haven_labelled")) return(shown(as_factor(x)))
  if (is.factor(x)) return(as.character(x))
  if (inherits(x, "Date")) return(format(x, "%Y-%m-%d"))
  if (inherits(x, "POSIXct")) return(format(x, "%Y-%m-%d %H:%M:%S", tz = "UTC"))
  if (inherits(x, "hms")) return(ifelse(is.na(x), NA, format(x)))
  if (is.numeric(x)) return(ifelse(is.na(x), NA, vapply(x, format, "", digits = 15)))
  as.character(x)
}
files <- commandArgs(TRUE)
for (i in seq(1, length(files), 2)) {
  all <- read_sav(files[i], user_na = TRUE)
  some <- read_sav(files[i])
  out <- data.frame(lapply(all, shown), check.names = FALSE, stringsAsFactors = FALSE)
  for (n in names(out)) out[[n]] <- paste0(ifelse(is.na(some[[n]]), "missing ", "present "), ifelse(is.na(out[[n]]), "", out[[n]]))
  write.csv(out, files[i + 1], row.names = FALSE, fileEncoding = "UTF-8")
}
`

// sameAsHaven compares a cell with how R shows it. haven reads months, quarters and weeks as their first second.
func sameAsHaven(c *column, got, want string) bool {
	if x, err := strconv.ParseFloat(want, 64); err == nil && c.width == 0 && c.format.valueKind() == Date {
		return got == shownDate(c.format.kind, time.Unix(int64(x)+epoch, 0).UTC())
	}
	return got == want || c.width == 0 && sameAsPSPP(c, got, want)
}

// haven reads the same cells, and knows the same as missing, apart from empty texts, of which it says so, too.
func TestAgainstHaven(t *testing.T) {
	if os.Getenv("VERBATIM_FULL") == "" {
		t.Skip("VERBATIM_FULL is not set")
	}
	program := tool(t, "Rscript")
	folder := t.TempDir()
	script := filepath.Join(folder, "read.R")
	if err := os.WriteFile(script, []byte(byHaven), 0o600); err != nil {
		t.Fatal(err)
	}
	files, arguments := readByOthers(t), []string{script}
	for i, file := range files {
		arguments = append(arguments, file, filepath.Join(folder, strconv.Itoa(i)))
	}
	command := exec.Command(program, arguments...)
	command.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	if said, err := command.CombinedOutput(); strings.Contains(string(said), "no package called") {
		t.Skip("haven is not installed")
	} else if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	for i, file := range files {
		compare(t, file, table(t, filepath.Join(folder, strconv.Itoa(i))), func(c *column, cell Cell, want string) bool {
			said, text, _ := strings.Cut(want, " ")
			return (said == "missing") == (cell.Missing != Present) && sameAsHaven(c, cell.Text, text)
		})
	}
}
