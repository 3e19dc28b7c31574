pub mod deep; // want: import deep -> src/store/deep/mod.rs
pub use deep::shared; // want: import deep::shared -> src/store/deep/mod.rs
pub use self::circle::*;
pub mod circle { pub use super::circle2::*; }
pub mod circle2 { pub use super::circle::*; }
pub fn all() { nowhere(); }
// want: unresolved 1
