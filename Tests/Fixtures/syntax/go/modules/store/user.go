package store

// Tests declare for tests alone.
// want: unresolved 1
func use() { fake() }
