pub fn flush() {}
// want: lines 2 1
