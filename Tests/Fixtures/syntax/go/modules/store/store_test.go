package store

func fake() *Store { return &Store{size: helper()} } // want: call store.fake -> store.helper @store/more.go
