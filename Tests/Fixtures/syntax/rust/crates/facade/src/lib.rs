pub extern crate the_core as inner; // want: import ::the_core -> the-core/src/lib.rs
pub use the_core::client::*; // want: import the_core::client -> the-core/src/client.rs
