package store

// Tests declare for tests alone.
func use() { fake() } // want: unresolved 1
