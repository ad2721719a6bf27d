package render

import (
	"io"
	"path/filepath"
	"slices"
	"strings"
)

// A Format is a kind of file that a picture can be written as.
type Format struct {
	Extension string // of file names, in small letters: ".png"
	Write     func(d *Drawing, w io.Writer) error
}

// Formats is the table of all kinds of files that pictures are written as. What the command line takes as the name of an
// output, what help says of it and what writes the file all come from here, so a further kind is one more line and, in a
// file of its own, one function:
//
//	{".pdf", (*Drawing).PDF},
//
// The function may draw the pixels that are there (png.go) or the outlines of the picture's marks (svg.go). Standard
// output gets the first kind.
func Formats() []Format {
	return []Format{
		{".png", (*Drawing).PNG},
		{".svg", (*Drawing).SVG},
	}
}

// FormatOf is the format that a file's name asks for; ok is false where there is none.
func FormatOf(path string) (f Format, ok bool) {
	formats, extension := Formats(), strings.ToLower(filepath.Ext(path))
	i := slices.IndexFunc(formats, func(f Format) bool { return f.Extension == extension || path == "-" })
	if i < 0 {
		return f, false
	}
	return formats[i], true
}

// Extensions lists the endings of the names of pictures: ".png or .svg".
func Extensions() string {
	var names []string
	for _, f := range Formats() {
		names = append(names, f.Extension)
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
