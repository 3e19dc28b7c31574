package store_test

import (
	"testing"

	"example.org/shop/store"
)

// Another package in the same folder: it sees nothing without its name.
func TestOpen(t *testing.T) {
	s, err := store.Open("x") // want: call store_test.TestOpen -> store.Open
	if err != nil {
		t.Fatal(err)
	}
	s.Grow(1).Grow(2) // want: call store_test.TestOpen -> store.Store.Grow
	helper()
	// want: !call store_test.TestOpen -> store.helper
	// want: unresolved 1
}
