package figure

import (
	"fmt"

	"verbatim/internal/layout"
	"verbatim/internal/prose"
)

// Each error that a user can do something about is a type; the command line gives it a hint and an exit status
// (cli/status.go). Besides these, draw passes on render.ErrNoKey and *render.ContrastError.

// Content is what a picture shows. Messages differ by it: the remedy for too many bars is not that for too many words.
type Content int

// The kinds of content.
const (
	Words  Content = iota // a word cloud
	Bars                  // a chart
	Groups                // a cloud for each group
	Dots                  // a dot plot
)

// A RoomError says that a picture is too small for its content.
type RoomError struct {
	Width, Height int // px
	Content       Content
	Groups        int // how many, if the content is groups
}

// Error names the size, and the content that has no room.
func (e *RoomError) Error() string {
	what := map[Content]string{Words: "words next to title and caption", Bars: "so many bars", Dots: "so many rows", Groups: fmt.Sprintf("%d groups", e.Groups)}
	return fmt.Sprintf("%dx%d leaves no room for %s", e.Width, e.Height, what[e.Content])
}

// A BlankError says that a picture would show no word.
type BlankError struct {
	Content  Content
	Unplaced []layout.Unplaced // the words that could not be drawn
}

// Error gives the reason of the first word that could not be drawn; a list of all would fill a screen.
func (e *BlankError) Error() string {
	switch {
	case e.Content == Bars:
		return "no theme has the least count that was asked for"
	case e.Content == Groups, len(e.Unplaced) == 0:
		return "no group that can be drawn has a word that its people used more than the others"
	}
	first := e.Unplaced[0]
	return `no word could be drawn: "` + prose.Plain(first.Text) + `": ` + first.Reason
}

// A CheckError says that a finished picture failed its check: marks overlap, leave their area, or have no ink. It is a
// fault of this program, never of the answers.
type CheckError struct{ Err error }

// Error is the finding of the check.
func (e *CheckError) Error() string { return e.Err.Error() }

// Unwrap is the finding of the check.
func (e *CheckError) Unwrap() error { return e.Err }
