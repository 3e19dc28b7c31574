pub mod nested; // want: import nested -> src/plain/nested.rs
pub struct Hidden;
impl Hidden { pub fn make() -> Self { Hidden } }
pub fn late() {}
