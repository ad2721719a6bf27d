package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"testing"

	"verbatim/internal/figure"
	"verbatim/internal/lang"
	"verbatim/internal/layout"
	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/privacy"
	"verbatim/internal/render"
	"verbatim/internal/study"
	"verbatim/internal/survey"
)

// Every kind of error has its exit status; what is unknown is a failure of the
// program.
func TestVerdict(t *testing.T) {
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	tests := []struct {
		ctx  context.Context
		err  error
		want int
	}{
		{context.Background(), errors.New("unexpected"), 1},
		{context.Background(), outfile.Failed("x", fs.ErrPermission), 1},
		{context.Background(), &notice.UsageError{}, 2},
		{context.Background(), &study.SelectorError{SelectError: &survey.SelectError{Several: true}}, 2},
		{context.Background(), &study.SelectorError{SelectError: &survey.SelectError{}}, 3},
		{context.Background(), &notice.InputError{}, 3},
		{context.Background(), &lang.LanguageError{}, 3},
		{context.Background(), &notice.NothingError{}, 4},
		{context.Background(), &notice.UsageError{}, 2},
		{context.Background(), &notice.NothingError{}, 4},
		{context.Background(), &privacy.WithheldError{}, 6},
		{context.Background(), &figure.CheckError{Err: errors.New("overlap")}, 5},
		{cancelled, fmt.Errorf("read: %w", context.Canceled), 130},
	}
	for _, tt := range tests {
		if got, _ := verdict(tt.ctx, fmt.Errorf("wrapped: %w", tt.err)); got != tt.want {
			t.Errorf("%T: status %d, want %d", tt.err, got, tt.want)
		}
	}
}

// Why there is no picture is told in terms of flags.
func TestOfPicture(t *testing.T) {
	for _, tt := range []struct {
		err        error
		want, hint string
		status     int
	}{
		{&figure.RoomError{Width: 100, Height: 90}, "--size: 100x90 leaves no room for words next to title and caption", "use a larger --size, or --no-caption", 2},
		{&figure.RoomError{Width: 100, Height: 90, Content: figure.Bars}, "--size: 100x90 leaves no room for so many bars", "use a larger --size, or a lower --top", 2},
		{&figure.RoomError{Width: 100, Height: 90, Content: figure.Groups, Groups: 7}, "--size: 100x90 leaves no room for 7 groups", "use a larger --size", 2},
		{render.ErrNoKey, "--key: no word fits into the size key at a size that can be read", "use a larger --size, or leave out --key", 2},
		{&figure.BlankError{Unplaced: []layout.Unplaced{{Text: "a\tb", Reason: "no room"}}}, `no word could be drawn: "a b": no room`, "", 4},
		{&figure.BlankError{Content: figure.Groups}, "no group that can be drawn has a word that its people used more than the others", "the table has all that was tested", 4},
		{&figure.CheckError{Err: errors.New("overlap")}, "overlap", "", 5},
		{io.EOF, "EOF", "", 1},
	} {
		err := ofPicture(tt.err)
		if status, hint := verdict(context.Background(), err); err.Error() != tt.want || hint != tt.hint || status != tt.status {
			t.Errorf("%T: %v; %s; status %d", tt.err, err, hint, status)
		}
	}
}
