package store

import "example.org/shop/internal/audit" // want: import example.org/shop/internal/audit -> internal/audit/audit.go

type Store struct { // want: declare type store.Store definition
	Log  *audit.Log // want: type store.Store -> audit.Log @internal/audit/audit.go
	size int
}

func Open(path string) (*Store, error) { // want: declare function store.Open definition
	return &Store{Log: audit.New()}, nil // want: call store.Open -> audit.New
	// want: field store.Open -> store.Store.Log
}
