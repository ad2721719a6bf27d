package figure

import (
	"cmp"
	"context"
	"errors"
	"strings"

	"verbatim/internal/chart"
	"verbatim/internal/layout"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/wording"
)

// A subject is the content of one picture, whatever its kind:
//
//	cloud.go        one layout of words              legend of themes, key to sizes
//	bars.go         a chart with a panel a group     legend of themes; the height follows from the rows
//	differences.go  a chart with a zero line         the height follows from the rows
//	groups.go       headings and a layout a zone     fails if there is no room for a zone
type subject struct {
	content  Content
	groups   int // how many zones it has, for messages
	rows     int // of bars and headings, which decide the height; 0: the picture keeps its height
	question string
	voice    prose.Voice // of its texts
	language string      // code of that of its words
	finding  []string    // in place of the question, where Look.Finding asks for it; ever shorter ways to say it
	leads    bool        // the finding is the title of such pictures without a request
	base     []string    // ever shorter ways to say it
	caveat   string      // ends the note, except on a page, which has it as text; "" is none
	legend   []render.Entry
	key      string // the unit in a key to sizes; "" is no key
	alt      string // in one line
	// caption gives the sentences of the note, the most important first. Some name words that could not be placed.
	caption func(missing []prose.Missing) []string
	// place fills the area of a frame: it gives a Layout, a Chart, or both.
	place func(ctx context.Context, l *Look, frame render.Frame) (render.Picture, error)
}

// canvas is a picture while it is drawn. Its Look is a copy: height and fixed size change as the picture finds its size.
type canvas struct {
	Look
	*subject
}

// draw makes every picture: it frames, places, draws and verifies.
//
//	┌▶ frame ─▶ place ─▶ frame again ─▶ same area, or a larger one? ─ yes ─▶ draw ─▶ verify
//	│                                        │ no
//	└──────── within what both leave ◀───────┘
//
// The caption names the words that found no place, and those are known only after placing. So the second frame may have
// a longer caption and leave less area than the content was given. A chart may also need less height than it was given.
// In both cases the content is placed again, within the area that both frames leave. The area only ever shrinks, so the
// loop ends.
func (l Look) draw(ctx context.Context, s *subject) (*Picture, error) {
	e := canvas{Look: l, subject: s}
	e.Type = l.scale() // a picture that grows keeps its letters
	frame, err := e.frame(nil)
	for err == nil {
		area := frame.Area
		var p render.Picture
		if p, err = s.place(ctx, &e.Look, frame); err != nil {
			break
		}
		e.shrink(p.Chart)
		missing := missingOf(p.Layout)
		if frame, err = e.frame(missing); err != nil {
			break
		}
		if area.In(frame.Area) {
			p.Language, p.Words = s.voice.Code(), s.language
			p.Frame, p.Background, p.DPI, p.Alt, p.ID = frame, e.Palette.Background, e.DPI, e.described(missing), e.ID
			return e.verified(p, missing)
		}
		frame.Area = area.Intersect(frame.Area)
	}
	if errors.Is(err, chart.ErrNoRoom) {
		err = e.noRoom()
	}
	return nil, err
}

// frame sets title, base, legend and note, and leaves an area for the content. If the size is not fixed, the picture is made
// as high as its rows need. A larger picture may have a higher frame, so the frame is set again until the area is enough.
func (e *canvas) frame(missing []prose.Missing) (render.Frame, error) {
	spec := render.FrameSpec{
		Width: e.Width, Height: e.Height, Type: e.Type, Title: e.titles(), Eager: e.leads || e.Finding, Key: e.key != "", Ground: e.Palette.Ground(), Fonts: e.Frame,
	}
	if !e.noLegend {
		spec.Legend = e.legend
	}
	if !e.NoCaption {
		spec.Base, spec.Note = e.bases(), e.sentences(missing)
	}
	for {
		frame := render.NewFrame(spec)
		if frame.Area.Empty() {
			return frame, e.noRoom()
		}
		lacking := e.rows*max(chart.MinRow, e.Type.Px(leastRow)) - frame.Area.Dy()
		if e.FixedSize || e.rows == 0 || lacking <= 0 {
			return frame, nil
		}
		e.Height += lacking
		if spec.Height = e.Height; !Fits(e.Width, e.Height) {
			return frame, e.noRoom()
		}
	}
}

// titles are the title, ever shorter: the question, if nothing else is asked for.
func (e *canvas) titles() []string {
	switch {
	case e.NoTitle:
		return nil
	case e.Title != "":
		return []string{e.Title}
	case len(e.finding) > 0 && (e.Finding || e.leads):
		return e.finding
	}
	return wording.Titles(prose.Plain(e.question))
}

// bases are the base, ever shorter. The question opens it if a finding is the title.
func (e *canvas) bases() []string {
	if e.NoTitle || e.Title != "" || len(e.finding) == 0 || !e.Finding && !e.leads {
		return e.base
	}
	titles := wording.Titles(prose.Plain(e.question))
	return prose.Texts(e.base, func(base string) string { return titles[len(titles)-1] + "\n" + base })
}

// leastRow is the least height of a row of a chart that may choose, in px at 1600x1000.
const leastRow = 40

// sentences are the note.
func (e *canvas) sentences(missing []prose.Missing) []string {
	sentences := e.caption(missing)
	if e.caveat != "" && !e.noLegend {
		sentences = append(sentences, e.caveat)
	}
	return sentences
}

// described is the alternative text of the picture, and in a second line all that it says, and what it had no room for.
func (e *canvas) described(missing []prose.Missing) string {
	all := []string{prose.Plain(e.question)}
	if len(e.base) > 0 {
		all = append(all, e.base[0])
	}
	return e.alt + "\n" + strings.Join(append(all, e.sentences(missing)...), " ")
}

// shrink makes a picture lower, once, if its chart needs less than nine tenths of the height: below that, empty space
// shows as a fault.
func (e *canvas) shrink(c *chart.Chart) {
	if c != nil && !e.FixedSize && e.rows > 0 && c.Spare > e.Height/10 {
		e.Height, e.FixedSize = e.Height-c.Spare, true
	}
}

// noRoom is the error of a picture that its frame and content do not fit.
func (e *canvas) noRoom() error {
	return &RoomError{Width: e.Width, Height: e.Height, Content: e.content, Groups: e.groups}
}

// verified draws the finished picture and measures it: each word has ink of enough contrast, no pixel belongs to two
// marks, and nothing leaves the area. A picture that fails is not returned.
func (e *canvas) verified(p render.Picture, missing []prose.Missing) (*Picture, error) {
	if words := p.Layout; words != nil {
		if len(words.Words) == 0 {
			return nil, &BlankError{Content: e.content, Unplaced: words.Unplaced}
		}
		if err := cmp.Or(e.Palette.CheckContrast(words), p.Frame.SetKey(words, e.key)); err != nil {
			return nil, err
		}
	}
	d, err := render.Draw(p)
	if err != nil {
		return nil, err
	}
	if p.Layout != nil {
		p.Layout.OverlapPx, p.Layout.InkShare = d.OverlapPx, d.InkShare
	}
	if err := d.Check(); err != nil {
		return nil, &CheckError{err}
	}
	base, brief := strings.Join(e.base[:min(1, len(e.base))], ""), strings.Join(e.base[max(0, len(e.base)-2):max(0, len(e.base)-1)], "")
	return &Picture{Picture: p, Drawing: d, Base: base, Brief: cmp.Or(brief, base), Caption: strings.Join(e.sentences(missing), " "), note: e.sentences(missing), legend: e.legend, letters: e.Letters}, nil
}

// missingOf are the unplaced words, as captions name them.
func missingOf(words *layout.Layout) (missing []prose.Missing) {
	if words != nil {
		for _, u := range words.Unplaced {
			missing = append(missing, prose.Missing{Text: u.Text, Count: u.Count, NoGlyph: u.NoGlyph, Twice: u.Reason == prose.Twice})
		}
	}
	return missing
}

// most draws a chart with as many bars as asked for. Without a request (0) it has at most the usual number, and only as many
// as leave room for rows of a good height; where there is none even for a few, rows may be lower.
func most(asked, usual int, draw func(top int, roomy bool) (*Picture, error)) (*Picture, error) {
	const few, step = 5, 5
	if asked > 0 {
		return draw(asked, false)
	}
	for top := usual; top >= few; top-- {
		if p, err := draw(top, true); !errors.As(err, new(*RoomError)) {
			return p, err
		}
	}
	for top := usual; ; top -= step {
		p, err := draw(top, false)
		if top <= step || !errors.As(err, new(*RoomError)) {
			return p, err
		}
	}
}
