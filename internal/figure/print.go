package figure

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"unicode/utf8"

	"verbatim/internal/layout"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/tally"
	"verbatim/internal/wording"
)

// A Print is a picture of a document for a word processor or slides, which have title and base as texts of their own.
type Print struct {
	Name    string // of its file, without an ending
	PNG     []byte
	Caption string // the base, and what the picture shows
	Slide   string // the caption on a slide, which has no room for more: the question, and the base in brief
	Alt     string
	Notes   string // how it is to be read, in sentences

	Unplaced []layout.Unplaced
}

// The size of prints, in px: that of a slide without its title, and 6.4 inches, as wide as the text of a page of paper. Their
// texts are 10 points high there.
const printWidth, printHeight, printText, printDPI = 1600, 860, 36, 250

// printWords is how many words the cloud of a document has at most.
const printWords = 60

// ofPrint is the look of a print.
func (l Look) ofPrint() Look {
	l.Width, l.Height, l.DPI, l.NoTitle, l.NoCaption, l.FixedSize = printWidth, printHeight, printDPI, true, true, true
	l.Type = render.SmallType(printText)
	return l
}

// How much a slide has room for, in characters: two lines of a title, three of a caption.
const slideTitle, slideCaption = 76, 165

// Headline is the finding on the terms in one short sentence; "" where there is none to tell.
func (q *Question) Headline() string {
	if len(q.finding()) == 0 {
		return ""
	}
	return prose.Shorten(q.Voice.BriefHeadline(q.tally, q.Options, q.leading()), slideTitle)
}

// onSlide adds to prints what stands below them on a slide. A question that is too long is cut; the document has all of it.
func (q *Question) onSlide(list []Print) []Print {
	titles := wording.Titles(prose.Plain(q.Text))
	for i := range list {
		below := append([]string{list[i].Slide}, q.Voice.MoreOften(q.tally)...)
		room := slideCaption - utf8.RuneCountInString(prose.Sentences(below))
		list[i].Slide = prose.Sentences(append([]string{prose.Shorten(titles[len(titles)-1], max(60, room))}, below...))
	}
	return list
}

// Prints draws the pictures of a question for a document: its cloud, and its bars. Those that would show nothing, or have
// no room, are left out.
func (q *Question) Prints(ctx context.Context, l Look, words, bars Colours) (list []Print, err error) {
	l = l.ofPrint()
	if q.tally.Terms[0].By(q.tally.RankBy) > 1 {
		c := &Cloud{Scale: layout.Sqrt, Colours: words, Engine: layout.Exact{}}
		p, _, failed := c.Draw(ctx, q, l, tally.Limits{Top: printWords, Lone: true})
		list, err = printed(list, "cloud", p, failed)
	}
	if whole := q.shares(); err == nil && len(whole.tally.Terms) > 1 {
		p, failed := l.draw(ctx, whole.termBars(l, bars))
		list, err = printed(list, "bars", p, failed)
	}
	return q.onSlide(list), err
}

// Prints draws what sets groups apart, if anything does.
func (c *Comparison) Prints(ctx context.Context, l Look) ([]Print, error) {
	if !c.tells() {
		return nil, nil
	}
	p, err := c.Draw(ctx, l.ofPrint(), AsDots, tally.Limits{})
	list, err := printed(nil, "groups", p, err)
	return c.onSlide(list), err
}

// printed adds a picture to a list, if it could be drawn.
func printed(list []Print, name string, p *Picture, err error) ([]Print, error) {
	if errors.As(err, new(*RoomError)) || errors.As(err, new(*BlankError)) {
		return list, nil
	}
	var b bytes.Buffer
	if err == nil {
		err = p.Drawing.PNG(&b)
	}
	if err != nil {
		return list, err
	}
	alt, _, _ := strings.Cut(p.Alt, "\n")
	print := Print{Name: name, PNG: b.Bytes(), Caption: p.Base, Slide: p.Brief, Alt: alt, Notes: p.Caption}
	if p.Layout != nil {
		print.Unplaced = p.Layout.Unplaced
	}
	return append(list, print), nil
}
