package segment

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

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
