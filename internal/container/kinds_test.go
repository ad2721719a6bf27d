package container

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/notice"
)

// readFile opens a file and reads its table to the end.
func readFile(t *testing.T, path string) (*Table, string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return readAll(t, data)
}

// readAll reads the table of a container to the end.
func readAll(t *testing.T, data []byte) (*Table, string) {
	t.Helper()
	table, err := opened(data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(table.Text)
	if err != nil {
		t.Fatal(err)
	}
	return table, string(text)
}

// What a workbook hides, and cells without a value, are told once the rows have been read.
func TestWhatWorkbooksHideIsTold(t *testing.T) {
	table, _ := readFile(t, "../workbook/testdata/survey-libreoffice.xlsx")
	var codes []notice.Code
	for _, w := range table.Warnings() {
		codes = append(codes, w.Code)
	}
	if !slices.Contains(codes, notice.HiddenCells) {
		t.Errorf("warnings %v", codes)
	}
}

// A workbook with macros is read like any other; they are not looked at.
func TestWorkbookWithMacros(t *testing.T) {
	const path = "../../testdata/exports/google-forms.xlsx"
	plain, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	in, err := zip.NewReader(bytes.NewReader(plain), int64(len(plain)))
	if err != nil {
		t.Fatal(err)
	}
	var archive bytes.Buffer
	out := zip.NewWriter(&archive)
	add := func(name, text string) {
		w, err := out.Create(name)
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range in.File {
		r, err := m.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		add(m.Name, strings.ReplaceAll(string(text), "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "vnd.ms-excel.sheet.macroEnabled.main+xml"))
	}
	add("xl/vbaProject.bin", "Sub Auto_Open()")
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	_, want := readFile(t, path)
	if _, got := readAll(t, archive.Bytes()); got != want || strings.Count(got, "\n") < 25 {
		t.Errorf("%d lines, want those of the workbook without macros", strings.Count(got, "\n"))
	}
}

// The three packings of SPSS give one table.
func TestPackingsOfSPSS(t *testing.T) {
	_, want := readFile(t, "../spss/testdata/haven-plain.sav")
	for _, name := range []string{"haven-codes.sav", "haven.zsav"} {
		if table, got := readFile(t, "../spss/testdata/"+name); got != want || table.Kind != "sav" || table.Header != 2 {
			t.Errorf("%s: %s with %d header rows:\n%s\nwant\n%s", name, table.Kind, table.Header, got, want)
		}
	}
}
