package survey

import (
	"fmt"
	"strings"
)

// An EmptyError says that there is nothing to count: the files hold header rows
// and no respondent, or respondents who answered nothing. It is exit status 4. Open does not give it, so that such
// a file can be inspected; Select without a selector does.
type EmptyError struct {
	Name string // of the first input
	What string // "holds no respondents"
}

// Error gives "name: what".
func (e *EmptyError) Error() string { return e.Name + ": " + e.What }

// A SelectError says that a selector does not pick one question.
type SelectError struct {
	Selector   string     // as given; empty where none was given
	Several    bool       // it fits several: exit status 2; else it fits nothing: 3
	Candidates []Question // those it fits, or the nearest; where none was given, the open questions
}

// Error names the selector and the number of questions it fits.
func (e *SelectError) Error() string {
	switch {
	case e.Selector == "" && len(e.Candidates) == 0:
		return "no question of this survey is open-ended"
	case e.Selector == "":
		return fmt.Sprintf("%d questions of this survey are open-ended", len(e.Candidates))
	case e.Several:
		return fmt.Sprintf("%q fits %d questions", e.Selector, len(e.Candidates))
	}
	return fmt.Sprintf("no column or question fits %q", strings.TrimSpace(e.Selector))
}
