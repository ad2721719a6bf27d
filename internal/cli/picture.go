package cli

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"verbatim/internal/figure"
	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/typeface"
)

// The flags that all pictures share, and their checks. What a picture shows is
// in package figure; this file only turns flags into a figure.Look.

// pictureOptions are the flags of every command that draws.
type pictureOptions struct {
	// outputs are the files to write, one for each format.
	outputs []string
	// size is WIDTHxHEIGHT in px, "" the usual one; dpi is what a PNG states as its resolution, and what makes the page of a PDF so large.
	size string
	dpi  int
	// fonts are files that come before the embedded fonts; those of the system
	// come after them.
	fonts       []string
	systemFonts bool
	// palette is a name or a list of colours; background "" is that of the palette.
	palette    string
	background string
	// anyColor allows colours of too little contrast.
	anyColor bool
	// title stands above the picture instead of the question; auto is the finding.
	title string
	// noTitle and noCaption leave out the title, and the lines below title and picture.
	noTitle, noCaption bool
	// textLang is the code of the language of texts; "" is that of the answers.
	textLang string
	// altFile takes the alternative text; "" is none.
	altFile string
	// labelled says that the command draws charts, which have labels.
	labelled bool
}

// bind adds the flags of the options.
func (o *pictureOptions) bind(f *pflag.FlagSet) {
	f.StringArrayVarP(&o.outputs, "output", "o", nil, "write the picture to `FILE` ("+pictureExtensions()+"); - is a PNG on standard output; repeatable")
	f.StringVar(&o.size, "size", o.size, "`WIDTHxHEIGHT` of the picture in pixels (default "+usualSize+")")
	f.IntVar(&o.dpi, "dpi", 96, "state a resolution of `N` pixels per inch in the file")
	o.bindTextLang(f, prose.PictureLanguages())
	o.bindFonts(f)
	bindPalette(f, &o.palette)
	f.StringVar(&o.background, "background", "", "`COLOR` of the background, or transparent (default: that of the palette)")
	f.BoolVar(&o.anyColor, "any-color", false, "allow colours that are hard to read on the background")
	f.StringVar(&o.title, "title", "", "write `TEXT` above the picture instead of the question; auto writes the finding")
	f.BoolVar(&o.noTitle, "no-title", false, "leave out the title")
	f.BoolVar(&o.noCaption, "no-caption", false, "leave out the lines below the title and below the picture")
	f.StringVar(&o.altFile, "alt", "", "write the alternative text of the picture to `FILE`")
}

// bindTextLang adds --text-lang.
func (o *pictureOptions) bindTextLang(f *pflag.FlagSet, languages []string) {
	choose(f, &o.textLang, "text-lang", "language of titles, notes and numbers (default: that of the answers where it is one of these, else English)", languages...)
}

// voice is that of the texts of a picture.
func (o *pictureOptions) voice(c *counted) prose.Voice {
	return prose.VoiceOf(cmp.Or(o.textLang, c.Lang.Code))
}

// bindFonts adds the flags on fonts.
func (o *pictureOptions) bindFonts(f *pflag.FlagSet) {
	f.StringArrayVar(&o.fonts, "font", nil, "draw with the font in `FILE` (.ttf, .otf, .ttc); repeatable, the embedded fonts come last")
	f.BoolVar(&o.systemFonts, "system-fonts", false, "use fonts of this machine for characters that no other font has")
}

// bindPalette adds --palette.
func bindPalette(f *pflag.FlagSet, palette *string) {
	f.StringVar(palette, "palette", *palette, "colours from the largest words to the smallest: a `NAME`, or #rrggbb,...; names: "+strings.Join(paletteNames(), ", "))
}

// paletteNames lists the palettes, in the order of the table in render.
func paletteNames() []string {
	return prose.Texts(render.Palettes(), func(p render.Palette) string { return p.Name })
}

// pictureExtensions lists the endings of pictures for a message: ".png, .svg or .pdf".
func pictureExtensions() string {
	return prose.Alternatives(prose.Texts(render.Formats(), func(f render.Format) string { return f.Extension }))
}

// look checks the flags of a command and reads the fonts. A command that writes
// other files beside the picture names them.
func (o *pictureOptions) look(s *Streams, command string, inputs []string, beside ...string) (l figure.Look, err error) {
	if len(o.outputs) == 0 {
		return l, &notice.UsageError{Where: command, What: "no output given", Hint: "name a file: -o " + command + render.Formats()[0].Extension}
	}
	for _, path := range o.outputs {
		if err := pictureName(s, path); err != nil {
			return l, err
		}
	}
	if err := outfile.Check(slices.Concat(o.outputs, []string{o.altFile}, beside), slices.Concat(inputs, o.fonts), s.In); err != nil {
		return l, err
	}
	if o.dpi < 1 || o.dpi > 10000 {
		return l, &notice.UsageError{Where: "--dpi", What: fmt.Sprintf("%d is not between 1 and 10000", o.dpi)}
	}
	l = figure.Look{DPI: o.dpi, Title: o.title, NoTitle: o.noTitle, NoCaption: o.noCaption, FixedSize: o.size != ""}
	if o.title == "auto" {
		l.Title, l.Finding = "", true
	}
	if l.Width, l.Height, err = parseSize(cmp.Or(o.size, usualSize)); err != nil {
		return l, err
	}
	if o.background != "" {
		if _, err := render.ParseColor(o.background); err != nil {
			return l, &notice.UsageError{Where: "--background", What: err.Error()}
		}
	}
	if l.Palette, err = render.NewPalette(o.palette, o.background, o.anyColor); err != nil {
		return l, o.unreadable(err)
	}
	err = o.setFonts(&l)
	return l, err
}

// setFonts reads the fonts of the words, and of labels if any are given for them.
// Title and caption use the embedded fonts first, whatever the fonts of the words
// are.
func (o *pictureOptions) setFonts(l *figure.Look) (err error) {
	l.NoGlyph = "; --font FILE or --system-fonts may have it"
	if o.systemFonts {
		l.NoGlyph = "; nor has one of this machine; --font FILE may"
	}
	if l.Words, err = o.readFonts(typeface.Bold); err != nil {
		return err
	}
	l.Frame = &render.Fonts{Bold: l.Words.Around(typeface.Bold), Regular: l.Words.Around(typeface.Regular)}
	if o.labelled && (len(o.fonts) > 0 || o.systemFonts) {
		l.Labels, err = o.readFonts(typeface.Regular)
	}
	return err
}

// unreadable is the error of a palette that cannot be used, or of a background on which
// no palette is readable.
func (o *pictureOptions) unreadable(err error) error {
	e := &notice.UsageError{Where: "--palette", What: err.Error()}
	if errors.As(err, new(*render.ContrastError)) {
		e.Hint = "--any-color allows it"
		if o.palette == "" {
			e.Where = "--background"
		}
	}
	return e
}

// readFonts opens the fonts of the words, or of a chart's labels.
func (o *pictureOptions) readFonts(weight typeface.Weight) (*typeface.Chain, error) {
	choice := typeface.Choice{Weight: weight, System: o.systemFonts}
	for _, path := range o.fonts {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, &notice.InputError{Name: path, What: notice.Cause(err), Err: err}
		}
		choice.Files = append(choice.Files, typeface.File{Name: path, Data: data})
	}
	chain, err := typeface.NewChain(choice)
	if file, ok := errors.AsType[*typeface.FileError](err); ok {
		return nil, &notice.InputError{Name: file.Name, What: "this is not a TrueType or OpenType font", Hint: "--font takes files that end in .ttf, .otf or .ttc", Err: err}
	}
	return chain, err
}

// encode makes the bytes of every file asked for. They are made in memory, so that
// a picture that fails its check leaves no file.
func (o *pictureOptions) encode(p *figure.Picture) ([]outfile.File, error) {
	var outputs []outfile.File
	for _, path := range o.outputs {
		format, _ := render.FormatOf(path)           // checked before
		b := bytes.NewBuffer(make([]byte, 0, 1<<18)) // most clouds are no larger
		if err := format.Write(p.Drawing, b); err != nil {
			return nil, err
		}
		outputs = append(outputs, outfile.File{Path: path, Data: b.Bytes()})
	}
	if o.altFile != "" {
		outputs = append(outputs, outfile.File{Path: o.altFile, Data: []byte(p.Alt + "\n")})
	}
	return outputs, nil
}

// pictureName checks the name of an output for a picture.
func pictureName(s *Streams, path string) error {
	_, known := render.FormatOf(path)
	ext := strings.ToLower(filepath.Ext(path))
	switch {
	case path == "-" && s.OutIsTerminal:
		return &notice.UsageError{Where: "-o", What: "a picture is not written to a terminal", Hint: "name a file: -o cloud" + render.Formats()[0].Extension}
	case known:
		return nil
	case ext == "":
		return &notice.UsageError{Where: path, What: "the name says no format", Hint: "use " + pictureExtensions()}
	}
	return &notice.UsageError{Where: path, What: "cannot draw a " + ext + " picture", Hint: "use " + pictureExtensions() + otherCommand(path)}
}

// usualSize is the size of a picture if none is given.
const usualSize = "1600x1000"

// leastSide is the shortest side, in pixels, that a picture may have.
const leastSide = 100

// parseSize reads "1600x1000".
func parseSize(size string) (width, height int, err error) {
	w, h, ok := strings.Cut(strings.ToLower(size), "x")
	width, errW := strconv.Atoi(w)
	height, errH := strconv.Atoi(h)
	switch {
	case !ok || errW != nil || errH != nil:
		return 0, 0, &notice.UsageError{Where: "--size", What: prose.Quoted(size) + " is not WIDTHxHEIGHT", Hint: "for example --size 1600x1000"}
	case min(width, height) < leastSide || !figure.Fits(width, height):
		return 0, 0, &notice.UsageError{Where: "--size", What: size + " is out of range",
			Hint: fmt.Sprintf("each side from %d to %d px, and at most %d megapixels", leastSide, figure.MostSide, figure.MostPixels/1_000_000)}
	}
	return width, height, nil
}
