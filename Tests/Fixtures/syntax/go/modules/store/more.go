package store

// In another file than its type.
func (s *Store) Grow(by int) *Store { // want: type store.Store.Grow -> store.Store @store/store.go
	s.size += by          // want: field store.Store.Grow -> store.Store.size @store/store.go
	s.Log.Write("grown") // want: call store.Store.Grow -> audit.Log.Write
	return s
}

func helper() int { return limit } // want: field store.helper -> store.limit @store/limits.go
