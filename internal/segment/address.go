package segment

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// brackets open and close a URL that stands right after a word, as in Markdown. Other signs open it alone.
var brackets = map[byte]string{'(': ")", '<': ">", '[': "]", ':': "", ',': "", ';': "", '|': "|"}

// linked is where the URL of a chunk begins that a bracket or another sign opens, and where it ends: where
// the bracket does. 0, 0 is none.
func linked(chunk string) (at, to int) {
	at = strings.Index(chunk, "://")
	for at > 0 && 'a' <= chunk[at-1]|0x20 && chunk[at-1]|0x20 <= 'z' {
		at--
	}
	if at <= 0 || !strings.EqualFold(chunk[at:min(at+4, len(chunk))], "http") || strings.TrimLeftFunc(chunk[:at], isEdge) == "" {
		return 0, 0
	}
	closing, opens := brackets[chunk[at-1]]
	if !opens {
		return 0, 0
	}
	if n := strings.IndexByte(chunk[at:], (closing + " ")[0]); n > 0 {
		return at, at + n
	}
	return at, len(chunk)
}

// isAddress reports whether a chunk, trimmed of its edges, is a URL, an e-mail
// address or a handle.
func isAddress(s string) bool {
	if !strings.ContainsAny(s, "@:.") {
		return false
	}
	if strings.HasPrefix(s, "@") {
		first, _ := utf8.DecodeRuneInString(s[1:])
		return IsWordRune(first)
	}
	if strings.Contains(s, "://") {
		u, err := url.Parse(s)
		return err != nil || u.Host != "" // a broken URL is still not a word
	}
	if strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "mailto:") {
		return true
	}
	if host, path, ok := strings.Cut(s, "/"); ok && path != "" && knownNames().isWebHost(host) {
		return true
	}
	user, host, ok := strings.Cut(s, "@")
	return ok && user != "" && strings.Contains(host, ".") && !strings.Contains(host, "@")
}
