pub fn flush() {}
pub fn only_unix() {}
// want: lines 3 2
