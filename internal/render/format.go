package render

import (
	"io"
	"path/filepath"
	"slices"
	"strings"
)

// Format is a file format that a picture can be written in.
type Format struct {
	Extension string // of file names, in lower case: ".png"
	Write     func(d *Drawing, w io.Writer) error
}

// Formats is the table of all formats, the default first. The command line takes the names of
// outputs from it, help its texts, and the writer its function. To add a format, add one line here
// and one function, in a file of its own:
//
//	{".eps", (*Drawing).EPS},
//
// The function may write the finished pixels (as png.go does) or the outlines of the picture's
// marks (as svg.go does).
func Formats() []Format {
	return []Format{
		{".png", (*Drawing).PNG},
		{".svg", (*Drawing).SVG},
		{".pdf", (*Drawing).PDF},
	}
}

// FormatOf returns the format that the extension of a file name asks for, in any case; ok is false
// if there is none. The path "-", standard output, gets the default.
func FormatOf(path string) (f Format, ok bool) {
	formats, extension := Formats(), strings.ToLower(filepath.Ext(path))
	i := slices.IndexFunc(formats, func(f Format) bool { return f.Extension == extension || path == "-" })
	if i < 0 {
		return f, false
	}
	return formats[i], true
}
