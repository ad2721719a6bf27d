package figure

import (
	"fmt"

	"verbatim/internal/layout"
	"verbatim/internal/prose"
)

// What can go wrong with a picture that somebody can do something about is a type; the command line makes a hint of it
// and an exit status (cli/status.go). Besides these, draw passes on render.ErrNoKey and *render.ContrastError.

// Content is what a picture shows.
type Content int

// The kinds of content.
const (
	Words  Content = iota // a word cloud
	Bars                  // a chart
	Groups                // a cloud for each group
)

// A RoomError says that a picture is too small for what it is to show.
type RoomError struct {
	Width, Height int // px
	Content       Content
	Groups        int // how many, where these are the content
}

func (e *RoomError) Error() string {
	what := "words beside title and caption"
	switch e.Content {
	case Bars:
		what = "so many bars"
	case Groups:
		what = fmt.Sprintf("%d groups", e.Groups)
	}
	return fmt.Sprintf("%dx%d leaves no room for %s", e.Width, e.Height, what)
}

// A BlankError says that a picture would show no word.
type BlankError struct {
	Content  Content
	Unplaced []layout.Unplaced // the words that could not be drawn
}

func (e *BlankError) Error() string {
	if e.Content == Groups || len(e.Unplaced) == 0 {
		return "no group that can be drawn has a word that its people used more than the others"
	}
	first := e.Unplaced[0]
	return `no word could be drawn: "` + prose.Plain(first.Text) + `": ` + first.Reason
}

// A CheckError says that a finished picture is not what it has to be: marks overlap, leave their area, or have no ink.
type CheckError struct{ Err error }

func (e *CheckError) Error() string { return e.Err.Error() }

// Unwrap is what the check found.
func (e *CheckError) Unwrap() error { return e.Err }
