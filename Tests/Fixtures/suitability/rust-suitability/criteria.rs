use redis::Commands; // want: B25 -> file
use std::{fs, thread};

// want: B5 -> later
fn later() { thread::spawn(|| 1); }

// want: B6 -> save
fn save() { fs::write("/srv/x", "y").unwrap(); }

// want: !B6 -> plain
// want: !B5 -> plain
fn plain() -> String { fs::read_to_string("fs::write thread::spawn").unwrap() }
