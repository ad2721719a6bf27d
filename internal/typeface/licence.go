package typeface

import (
	"fmt"
	"strings"

	"golang.org/x/image/font/sfnt"
)

// Licence gives the copyright notice and the licence that the font file itself states, one paragraph each. The
// embedded fonts may be passed on only with them.
func (f *Font) Licence() (string, error) {
	parsed, err := sfnt.Parse(f.Data)
	if err != nil {
		return "", fmt.Errorf("font %s: %w", f.Name, err)
	}
	var parts []string
	for _, id := range []sfnt.NameID{sfnt.NameIDCopyright, sfnt.NameIDLicense, sfnt.NameIDLicenseURL} {
		text, err := parsed.Name(nil, id)
		if err == nil && strings.TrimSpace(text) != "" { // a field that is not there says nothing
			parts = append(parts, strings.TrimSpace(text))
		}
	}
	return strings.Join(parts, "\n"), nil
}
