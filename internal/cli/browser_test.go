package cli_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A tab is a page in a real browser, which notes what the page asks for and complains of.
type tab struct {
	*testing.T
	ctx context.Context

	mu       sync.Mutex
	requests []string // everything that was fetched
	trouble  []string // console messages, exceptions, dialogs
}

// chromium starts headless Chromium for all tests together; ending it is up to TestMain.
var chromium = sync.OnceValues(func() (context.Context, error) {
	path, err := exec.LookPath("chromium")
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "chromium")
	if err != nil {
		return nil, err
	}
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path), chromedp.UserDataDir(dir), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
	}
	for _, flag := range []string{"disable-quic", "disable-background-networking", "disable-component-update", "disable-sync", "hide-scrollbars"} {
		options = append(options, chromedp.Flag(flag, true))
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	browser, closeBrowser := chromedp.NewContext(allocator)
	endChromium = func() {
		_ = chromedp.Cancel(browser) // waits until it is gone
		closeBrowser()
		stop()
		_ = os.RemoveAll(dir)
	}
	return browser, chromedp.Do(browser)
})

// endChromium ends Chromium if a test has started it.
var endChromium = func() {}

// startBrowser opens a tab in Chromium and gives a function that clears it for a test; the test is skipped where Chromium
// is not installed.
func startBrowser(t *testing.T) func(t *testing.T) *tab {
	t.Helper()
	if testing.Short() {
		t.Skip("-short: no browser")
	}
	browser, err := chromium()
	if errors.Is(err, exec.ErrNotFound) {
		t.Skip("chromium is not installed")
	}
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	b := &tab{T: t, ctx: ctx}
	if err := chromedp.Listen(ctx, b.note); err != nil {
		t.Fatal(err)
	}
	return func(t *testing.T) *tab {
		t.Helper()
		b.T = t
		b.reset()
		return b
	}
}

// reset makes the tab as if it were new: a tab of its own for each test would take most of the tests' time.
func (b *tab) reset() {
	b.Helper()
	b.do(chromedp.Navigate("about:blank"))
	b.media("", "")
	b.scripts(true)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.requests, b.trouble = nil, nil
}

// scripts says whether pages may run them.
func (b *tab) scripts(on bool) {
	b.Helper()
	if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on}); err != nil {
		b.Fatal(err)
	}
}

// note keeps what happens in the page.
func (b *tab) note(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	case *runtime.EventConsoleAPICalled:
		b.trouble = append(b.trouble, "console."+string(e.Type))
	case *runtime.EventExceptionThrown:
		b.trouble = append(b.trouble, "exception: "+e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		b.trouble = append(b.trouble, "log: "+e.Entry.Text)
	case *page.EventJavascriptDialogOpening:
		b.trouble = append(b.trouble, "dialog: "+e.Message)
	}
}

// do runs steps in the page.
func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.Fatal(err)
	}
}

// open shows a file in a window of a width.
func (b *tab) open(file string, width int64) {
	b.Helper()
	path, err := filepath.Abs(file)
	if err != nil {
		b.Fatal(err)
	}
	b.do(chromedp.EmulateViewport(width, 900), chromedp.Navigate("file://"+path))
}

// media sets what the page is shown on: "screen" or "print", "light" or "dark".
func (b *tab) media(kind, scheme string) {
	b.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: kind, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
	if err != nil {
		b.Fatal(err)
	}
}

// value is that of an expression in the page.
func value[T any](b *tab, expression string) T {
	b.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	return v
}

// want compares the value of an expression.
func want[T comparable](b *tab, expression string, expected T) {
	b.Helper()
	if got := value[T](b, expression); got != expected {
		b.Errorf("%s is %v, want %v", expression, got, expected)
	}
}

// quiet checks that the page fetched nothing but itself, and complained of nothing.
func (b *tab) quiet() {
	b.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, url := range b.requests {
		if strings.HasPrefix(url, "data:") { // a picture that the page has in itself
			continue
		}
		if !strings.HasPrefix(url, "file://") || !strings.HasSuffix(url, ".html") {
			b.Errorf("the page asks for %s", url)
		}
	}
	if len(b.requests) == 0 {
		b.Error("no request was seen, not even for the page")
	}
	for _, message := range b.trouble {
		b.Errorf("the page says: %s", message)
	}
}
