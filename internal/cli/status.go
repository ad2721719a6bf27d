package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"verbatim/internal/console"
	"verbatim/internal/figure"
	"verbatim/internal/lang"
	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/study"
	"verbatim/internal/survey"
)

// Errors end here: one line that says where and what, one hint that says what to do, one exit
// status. No other file decides the status. Line and hint come from where the error is found, or,
// for errors of packages that know of no flags, from here.

// The exit statuses, a contract with scripts.
const (
	statusDone        = 0
	statusFailed      = 1 // an output cannot be written; an internal failure; --strict and a warning
	statusUsage       = 2 // wrong use, or a choice that only the user can make
	statusInput       = 3 // input missing or unreadable; no such question
	statusNothing     = 4 // nothing to count or draw
	statusUnsound     = 5 // the finished picture fails its own check; --strict and a word not drawn
	statusWithheld    = 6 // withheld by disclosure control; names of respondents
	statusInterrupted = 130
)

// exitStatusHelp ends the description of each command.
const exitStatusHelp = `Exit status: 0 done, 1 output failed, 2 wrong use, 3 input, 4 nothing to count,
5 picture failed its check, 6 withheld; see verbatim help status.`

// fail writes an error for people, one line and a hint, and returns the exit status
// for programs. Only this function decides them.
func fail(ctx context.Context, s *Streams, err error) int {
	err = ofPicture(err)
	status, hint := verdict(ctx, err)
	line := err.Error()
	if status == statusInterrupted {
		line = "interrupted"
	}
	fmt.Fprintf(s.Err, "verbatim: %s\n", prose.Plain(line))
	if hint != "" {
		fmt.Fprintf(s.Err, "hint: %s\n", hint)
	}
	return status
}

// verdict is the exit status of an error, and what the user can do about it. The
// first error of the chain that gives a reason decides; a failed output decides
// only if there is no other reason.
func verdict(ctx context.Context, err error) (status int, hint string) {
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		return statusInterrupted, ""
	}
	for ; err != nil; err = errors.Unwrap(err) {
		switch e := err.(type) {
		case *notice.UsageError:
			return statusUsage, prose.Plain(e.Hint)
		case *notice.ChoiceError:
			return statusUsage, choices(e)
		case *study.SelectorError:
			if e.Several {
				return statusUsage, candidates(e)
			}
			return statusInput, candidates(e)
		case *notice.NothingError:
			return statusNothing, prose.Plain(e.Hint)
		case *privacy.WithheldError:
			return statusWithheld, e.Hint
		case *study.NamesError:
			return statusWithheld, "choose another column; --allow-names takes it all the same"
		case *notice.InputError:
			return statusInput, e.Hint
		case *figure.CheckError:
			return statusUnsound, ""
		case *lang.LanguageError:
			return statusInput, languageHint(e.Lang)
		case *console.StrictError:
			if hint = "leave --strict out to have it all the same"; e.Unsound {
				return statusUnsound, hint
			}
			return statusFailed, hint
		case *outfile.Error:
			hint = prose.Plain(e.Hint)
		}
	}
	return statusFailed, hint
}

// ofPicture explains in terms of the command line why there is no picture, and names the flag that
// helps. Other errors stay as they are.
func ofPicture(err error) error {
	var (
		room     *figure.RoomError
		blank    *figure.BlankError
		contrast *render.ContrastError
	)
	switch {
	case errors.As(err, &room):
		hint := map[figure.Content]string{
			figure.Words: "use a larger --size, or --no-caption", figure.Bars: "use a larger --size, or a lower --top", figure.Groups: "use a larger --size",
		}
		return &notice.UsageError{Where: "--size", What: room.Error(), Hint: hint[room.Content]}
	case errors.Is(err, render.ErrNoKey):
		return &notice.UsageError{Where: "--key", What: err.Error(), Hint: "use a larger --size, or leave out --key"}
	case errors.As(err, &contrast):
		return &notice.UsageError{Where: "--palette", What: contrast.Error(), Hint: "--any-color allows it"}
	case errors.As(err, &blank):
		hint := map[figure.Content]string{figure.Groups: "the table has all that was tested", figure.Bars: "lower --min-count"}
		return &notice.NothingError{What: blank.Error(), Hint: hint[blank.Content]}
	}
	return err
}

// languageHint says what can be done about answers in a language that is not
// supported.
func languageHint(code string) string {
	switch {
	case lang.HasDictionary(code):
		return "go install -tags " + lang.DictionaryTag + " ./cmd/verbatim builds a program with its dictionary; --whole and --split SEP need none"
	case lang.IsUnspaced(code):
		return "its words cannot be told apart without a dictionary; --whole counts whole answers, --split SEP the items of lists"
	}
	return "--lang takes " + strings.Join(lang.Languages(), ", ")
}

// candidates lists the questions that a selector may have meant, each with the
// number of answers and the -q that picks it.
func candidates(e *study.SelectorError) string {
	switch {
	case len(e.Candidates) == 0 && e.Flag != "-q":
		return "verbatim inspect lists the columns; " + e.Flag + " takes the number or the name of one"
	case len(e.Candidates) == 0:
		return "verbatim inspect lists the questions; -q picks one"
	}
	list := "the nearest are"
	if e.Several {
		list = "choose one with " + e.Flag
	}
	if e.Sampled {
		list += " (answers are of the beginning of the file)"
	}
	list += ":"
	for _, q := range e.Candidates {
		list += fmt.Sprintf("\n  %s %-6s %4d %-7s  %s", e.Flag, pick(q), q.Answered, prose.Agree(q.Answered, "answer", "answers"), prose.Plain(q.Text))
	}
	return list
}

// choices lists what can be chosen, with what is known of it beside it.
func choices(e *notice.ChoiceError) string {
	const widest = 40 // a longer one does not move the others
	width := 0
	for _, c := range e.Choices {
		if n := utf8.RuneCountInString(c.Typed); n <= widest {
			width = max(width, n)
		}
	}
	list := "choose one:"
	for _, c := range e.Choices {
		list += strings.TrimRight(fmt.Sprintf("\n  %-*s  %s", width, prose.Plain(c.Typed), c.About), " ")
	}
	return list
}

// pick is the shortest selector that always picks a question: the numbers of its
// columns if they are neighbours, else its own selector.
func pick(q survey.Question) string {
	first, last := q.Columns[0], q.Columns[len(q.Columns)-1]
	switch {
	case first == last:
		return fmt.Sprintf(":%d", first)
	case last-first == len(q.Columns)-1:
		return fmt.Sprintf(":%d-%d", first, last)
	}
	return notice.ShellQuoted(prose.Plain(q.Select)) // for a shell, into which it is pasted
}
