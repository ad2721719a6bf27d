package segment

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"verbatim/internal/value"
)

// A product is added by an entry alone, and what is wrong is named with its line.
func TestAddName(t *testing.T) {
	n := readNames(nameList + "\n[product]\nverbatims\n[library ending]\npy\n")
	if !n.products["verbatims"] || n.libraryName("num.py") != "numpy" || n.libraryName("d3.js") != "d3" {
		t.Errorf("got %+v", n)
	}
	defer func() {
		if err := fmt.Sprint(recover()); !strings.HasPrefix(err, "segment/names.txt:3:") {
			t.Errorf("got %v", err)
		}
	}()
	readNames("# x\n[brand]\nacme\n")
}

func TestNames(t *testing.T) {
	if !IsProduct("windows") || IsProduct("window") || LibraryName("node.js") != "nodejs" || LibraryName("trust") != "" || keyboardRows()[0] != "qwertyuiop" {
		t.Error("names are not read")
	}
}

func TestPictures(t *testing.T) {
	for r, want := range map[rune]bool{'👍': true, '❤': true, '★': false, '█': false, 'a': false, '™': false} {
		if isPicture(r) != want {
			t.Errorf("isPicture(%c) is %t", r, !want)
		}
	}
	for _, wrong := range []string{"23F3-23E9", "x", "1-", "110000"} {
		if _, err := spanOf(wrong); err == nil {
			t.Errorf("%s is read as a range", wrong)
		}
	}
}

// The README explains every section of the lists.
func TestListsAreExplained(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"names.txt": nameList, "pictures.txt": pictureList} {
		for section := range value.Lists(name, text) {
			if !strings.Contains(string(readme), "`["+section+"]`") {
				t.Errorf("section [%s] of %s is not in README.md", section, name)
			}
		}
	}
}
