package console

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/prose"
	"verbatim/internal/report"
)

// What --github adds, for runs in GitHub Actions: warnings as annotations of the file and line that
// they are about, and the result as Markdown on the page that sums up the run.

// annotation is a warning as a workflow command. Its text may come from an answer, and cannot
// begin another command: everything that could end the line is escaped.
func annotation(w notice.Warning) string {
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	properties := []string{"title=verbatim"}
	if w.File != "" && w.File != "-" {
		properties = append(properties, "file="+property.Replace(prose.Plain(w.File)))
		if w.Line > 0 {
			properties = append(properties, fmt.Sprintf("line=%d", w.Line))
		}
	}
	return "::warning " + strings.Join(properties, ",") + "::" + data.Replace(prose.Plain(w.Text()))
}

// mostSummary is what GitHub takes of one step's summary, less what a closing line needs.
const mostSummary = 1<<20 - 1024

// Summarize appends a document to the summary of the run, as Markdown.
func (o *Messages) Summarize(s *Streams, write func(io.Writer, report.Format) error) error {
	if !o.GitHub {
		return nil
	}
	if s.Summary == "" {
		s.message("--github: this is no step of GitHub Actions (GITHUB_STEP_SUMMARY is not set), so there is no summary")
		return nil
	}
	var b bytes.Buffer
	if err := write(&b, report.Markdown); err != nil {
		return err
	}
	text := b.Bytes()
	if len(text) > mostSummary {
		text = append(text[:bytes.LastIndexByte(text[:mostSummary], '\n')+1], "\n… and more: a summary holds 1 MiB.\n"...)
	}
	f, err := os.OpenFile(s.Summary, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o666)
	if err == nil {
		_, err = f.Write(append(text, '\n'))
		err = cmp.Or(err, f.Close())
	}
	return outfile.Failed("GITHUB_STEP_SUMMARY", err)
}
