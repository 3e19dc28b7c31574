#[macro_export]
macro_rules! exported { () => {}; }
pub fn count() -> usize { local!(1); 0 } // want: call later::count -> local
pub enum Kind { One, Two(u8) }
pub fn kind() -> Kind { Kind::One }
