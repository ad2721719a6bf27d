package privacy

import (
	"bytes"
	"slices"
	"strings"

	"verbatim/internal/segment"
)

// The longest parts of an address, in characters: user, host and scheme (RFC 5321,
// RFC 1035).
const longestUser, longestHost, longestScheme = 64, 253, 20

// mailOrHandle examines an @. A user before it and a host after it make an e-mail
// address. A word right after it, and none before, makes a handle.
func mailOrHandle(text []byte, at, floor int) span {
	start := at
	for start > floor && at-start < longestUser && isUser(text[start-1]) {
		start--
	}
	for start < at && !isWord(text[start]) { // dots and quotes do not begin a user
		start++
	}
	host := hostAt(text, at+1)
	switch {
	case start < at && (isHost(text[at+1:host]) || isInside(text[start:at], text[at+1:host])):
		return span{withMailto(text, start, floor), host, segment.MarkEMail}
	case startsWord(text, at, floor) && slices.ContainsFunc(text[at+1:host], isLetter):
		return handle(text, at)
	}
	return span{}
}

// handle is a name of a social network, "@joe", "@joe@host.org".
func handle(text []byte, at int) span {
	end := at + 1
	for end < len(text) && (isWord(text[end]) || text[end] == '_' || text[end] == '.' || text[end] == '-') {
		end++
	}
	for !isWord(text[end-1]) && text[end-1] != '_' {
		end--
	}
	if end < len(text) && text[end] == '@' {
		end = max(end, hostAt(text, end+1))
	}
	return span{at, end, segment.MarkHandle}
}

// isUser reports whether a character may be in the user of an address.
func isUser(b byte) bool { return isWord(b) || strings.IndexByte("._%+-'", b) >= 0 }

// hostAt is where a host that begins at a place ends: labels with single dots
// between them.
func hostAt(text []byte, at int) int {
	start, end := at, at
	for ; at < len(text) && at-start < longestHost; at++ {
		switch b := text[at]; {
		case isWord(b):
			end = at + 1
		case at > start && (b == '-' || b == '_'):
		case at > start && b == '.' && text[at-1] != '.':
		default:
			return end
		}
	}
	return end
}

// isHost reports whether a host has a domain at its end, and is not a price
// ("@3.50").
func isHost(host []byte) bool {
	dot := bytes.LastIndexByte(host, '.')
	return dot > 0 && len(host) > dot+2 && isLetter(host[dot+1])
}

// isInside reports whether a host without a domain is that of an address, and not the end
// of a word ("p@ssword") or of a phrase ("work@home").
func isInside(user, host []byte) bool {
	name := strings.ToLower(string(host))
	return words().mailHost[name] || isSigned(user) && !words().release[name] && len(host) > 2 && !slices.ContainsFunc(host, func(b byte) bool { return !isLetter(b) })
}

// isSigned reports whether a name has a sign or a digit between its letters, as names of
// accounts have: joe.smith, joe_s, joe98.
func isSigned(name []byte) bool {
	return len(name) > 2 && isLetter(name[0]) && slices.ContainsFunc(name[1:], func(b byte) bool { return isDigit(b) || b == '.' || b == '_' })
}

// tag examines a #: of an account with its four digits, "joe_s#0042", and not of a thing
// with its number, "room#1204".
func tag(text []byte, at, floor int) span {
	start, end := at, at+1
	for start > floor && at-start < longestUser && (isWord(text[start-1]) || text[start-1] == '_' || text[start-1] == '.') {
		start--
	}
	for end < len(text) && isDigit(text[end]) {
		end++
	}
	name := text[start:at]
	if end != at+5 || end < len(text) && isWord(text[end]) || len(name) < 2 || !isLetter(name[0]) || !isSigned(name) && text[at+1] != '0' {
		return span{}
	}
	return span{start, end, segment.MarkHandle}
}

// withMailto includes the scheme before an e-mail address.
func withMailto(text []byte, start, floor int) int {
	const scheme = "mailto:"
	if n := start - len(scheme); n >= floor && strings.EqualFold(string(text[n:start]), scheme) {
		return n
	}
	return start
}

// address examines a : or a /: of "scheme://", or of the path after a host.
func address(text []byte, at, floor int) span {
	if bytes.HasPrefix(text[at:], []byte("://")) {
		start := at
		for start > floor && at-start < longestScheme && (isWord(text[start-1]) || strings.IndexByte("+.-", text[start-1]) >= 0) {
			start--
		}
		if start < at {
			if end := urlEnd(text, at+3); end > at+3 {
				return span{start, end, segment.MarkURL}
			}
		}
		return span{}
	}
	if text[at] != '/' || at+1 == len(text) || !isWord(text[at+1]) {
		return span{}
	}
	start := at
	for start > floor && at-start < longestHost && (isWord(text[start-1]) || text[start-1] == '.' || text[start-1] == '-') {
		start--
	}
	if !isDomain(text[start:at]) {
		return span{}
	}
	return span{start, urlEnd(text, at), segment.MarkURL}
}

// isDomain reports whether a host before a path is one of the web, and not the
// name of a program ("Node.js/React") or an abbreviation ("e.g./i.e.").
func isDomain(host []byte) bool {
	dot := bytes.LastIndexByte(host, '.')
	return dot > 0 && isWord(host[0]) && slices.Contains(words().domains, strings.ToLower(string(host[dot+1:])))
}

// worldWideWeb examines a w: of "www.host".
func worldWideWeb(text []byte, at int) span {
	const prefix = "www."
	if at+len(prefix) >= len(text) || !strings.EqualFold(string(text[at:at+len(prefix)]), prefix) || !isWord(text[at+len(prefix)]) {
		return span{}
	}
	return span{at, urlEnd(text, at), segment.MarkURL}
}

// urlEnd is where a URL ends: before a space or a quotation mark, and without
// the punctuation of the sentence around it.
func urlEnd(text []byte, at int) int {
	end := at
	for end < len(text) && text[end] > ' ' && strings.IndexByte("<>\"`", text[end]) < 0 {
		end++
	}
	for end > at && strings.IndexByte(".,;:!?'()[]{}*", text[end-1]) >= 0 || end > at && text[end-1] == otherSign {
		end--
	}
	return end
}
