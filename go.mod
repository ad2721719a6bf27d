module verbatim

go 1.26.0

require (
	github.com/blevesearch/snowballstem v0.9.0 // stemmers of the languages that kljensen/snowball lacks or gets wrong, compiled from Snowball's source
	github.com/chromedp/cdproto v0.159.0 // tests only: with chromedp
	github.com/chromedp/chromedp v0.23.0 // tests only: use the page of a report in Chromium, as a reader would
	github.com/clipperhouse/uax29/v2 v2.7.0 // Unicode word boundaries
	github.com/go-ego/gse v0.80.3 // tag cjk only: Chinese words; its dictionary adds 33 MB
	github.com/go-fonts/dejavu v0.3.2 // embedded font for scripts that Liberation lacks
	github.com/go-fonts/liberation v0.3.3 // embedded font
	github.com/go-text/typesetting v0.3.5 // shapes text: kerning, scripts, right-to-left
	github.com/gocarina/gocsv v0.0.0-20240520201108-78e41c74b4b1 // decodes the chosen columns of a survey into structs
	github.com/ikawaha/kagome-dict/ipa v1.2.6 // tag cjk only: dictionary of kagome, 13 MB
	github.com/ikawaha/kagome/v2 v2.10.3 // tag cjk only: Japanese words
	github.com/jedib0t/go-pretty/v6 v6.8.3 // aligns tables by display width, writes Markdown tables
	github.com/kljensen/snowball v0.10.0 // stemmers of the languages in which it agrees with Snowball's vocabularies
	github.com/lucasb-eyer/go-colorful v1.3.0 // tests only: how far apart colours look
	github.com/psykhi/wordclouds v0.0.0-20231014190151-b9dd58fabbef // chooses places in the engine of that name
	github.com/rogpeppe/go-internal v1.16.0 // tests only: runs the stories in testdata/script
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3 // tests only: holds what the stories write against the schemas
	github.com/spf13/cobra v1.10.2 // commands, help, completion
	github.com/spf13/pflag v1.1.0 // flags
	golang.org/x/image v0.47.0 // numbers of the shaper, licences in font files; tests: a second rasteriser
	golang.org/x/term v0.47.0 // tells whether standard output is a terminal, and how wide
	golang.org/x/text v0.43.0 // encodings, Unicode normalisation, bidirectional text
)

require (
	github.com/BurntSushi/toml v1.4.1-0.20240526193622-a339e1f7089c // indirect
	github.com/fogleman/gg v1.3.0 // indirect
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect
	github.com/golang/freetype v0.0.0-20170609003504-e2365dfdc4a0 // indirect
	github.com/google/uuid v1.6.0 // indirect
	github.com/ikawaha/kagome-dict v1.1.7 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/mattn/go-runewidth v0.0.31 // indirect
	github.com/stretchr/testify v1.11.1 // indirect
	github.com/vcaesar/cedar v0.20.2 // indirect
	golang.org/x/exp/typeparams v0.0.0-20231108232855-2478ac86f678 // indirect
	golang.org/x/mod v0.41.0 // indirect
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/telemetry v0.0.0-20260924152758-ed294f943157 // indirect
	golang.org/x/tools v0.51.0 // indirect
	honnef.co/go/tools v0.8.2 // indirect
)

// run by .ci/run
tool (
	golang.org/x/tools/cmd/deadcode
	honnef.co/go/tools/cmd/staticcheck
)
