package cli

import (
	"cmp"
	"context"
	"slices"

	"verbatim/internal/intake"
	"verbatim/internal/notice"
	"verbatim/internal/prose"
	"verbatim/internal/survey"
	"verbatim/internal/tallyfile"
)

// Tallies that were written as JSON are read like a survey: what they add up to is a counted question.

// sorted are the inputs of a run, and whether they are tallies. A command that needs answers, which it names, takes
// none.
func sorted(ctx context.Context, s *Streams, files []string, answers string) (in []survey.Input, tallies bool, err error) {
	in = intake.Source{Files: files, Stdin: s.In}.Inputs(ctx)
	tallies, err = tallyfile.Among(in)
	if err == nil && tallies && answers != "" {
		err = &notice.UsageError{Where: answers, What: in[0].Name + " is a tally, which holds counts and no answers", Hint: "give the survey that it was counted from"}
	}
	return in, tallies, err
}

// runTallies adds up the tallies, as run counts a survey.
func (o *surveyOptions) runTallies(ctx context.Context, s *Streams, in []survey.Input, ask func(*counted) error) (*counted, error) {
	if err := checkRules(o.flags, tallyRules, isChanged); err != nil {
		return nil, err
	}
	m := tallyfile.Merger{By: o.By}
	if err := tallyfile.Read(ctx, in, m.Add); err != nil {
		return nil, err
	}
	c, err := o.merged(s, &m)
	if err = cmp.Or(err, m.CheckGroups()); err != nil {
		return nil, err
	}
	return c, ask(c)
}

// addTallies adds up the tallies of each question, in the order in which the questions come.
func (r *reporter) addTallies(ctx context.Context, s *Streams, in []survey.Input) error {
	if err := checkRules(r.flags, tallyRules, isChanged); err != nil {
		return err
	}
	r.compared = r.By != ""
	var questions []*tallyfile.Merger
	err := tallyfile.Read(ctx, in, func(p tallyfile.Part) error {
		at := slices.IndexFunc(questions, func(m *tallyfile.Merger) bool { return m.Asks(p) })
		if at < 0 {
			at, questions = len(questions), append(questions, &tallyfile.Merger{By: r.By})
		}
		return questions[at].Add(p)
	})
	if err != nil {
		return err
	}
	if alone := slices.IndexFunc(questions, func(m *tallyfile.Merger) bool { return m.CheckGroups() == nil }) < 0; alone {
		return questions[0].CheckGroups()
	}
	for _, m := range questions {
		c, err := r.merged(s, m)
		if err != nil {
			return err
		}
		for i, file := range c.Export.Files {
			if !slices.Contains(r.files, file) {
				r.files = append(r.files, file)
				r.hashes = append(r.hashes, c.hashes[min(i, len(c.hashes)):min(i+1, len(c.hashes))]...)
			}
		}
		if err := r.addCounted(c); err != nil {
			return err
		}
	}
	return r.complete(ctx)
}

// merged is the sum of tallies as a command shows it. The flags of the tallies apply unless others are given here; with
// these the options of the command become those of the sum.
func (o *surveyOptions) merged(s *Streams, m *tallyfile.Merger) (*counted, error) {
	choice := tallyfile.Choice{Suppress: o.Suppress, Intervals: o.Intervals, Population: o.Population, Compare: o.compared, Unordered: o.Unordered}
	if o.flags.Changed("count") {
		choice.Count = o.Count
	} else if m.Mixed() {
		o.Note(s, "note: some tallies are ranked by people, others by mentions; their sum is ranked by people (--count)")
	}
	count, err := m.Count(choice)
	if err != nil {
		return nil, err
	}
	o.Options.Count, o.Options.Suppress, o.Options.Weight, o.Options.Themes = count.Options.Count, count.Options.Suppress, count.Options.Weight, count.Options.Themes
	if cut := count.Shown.Tally().Cut.Terms > 0; cut || o.asTallies {
		if !o.flags.Changed("min-count") {
			o.MinCount = count.Options.MinCount
		}
		if !o.flags.Changed("top") {
			o.Top = count.Options.Top
		}
	}
	o.TellRemoved(s, count)
	return &counted{count, m.Hashes(), slices.Concat(count.Warnings, cautions(prose.Voice{}, count, !o.unranked))}, nil
}
