use facade::Client; // want: import facade::Client -> the-core/src/client.rs
// want: import facade::Client -> facade/src/lib.rs
use renamed::Describe; // want: import renamed::Describe -> derive/src/lib.rs
use serde::Serialize; // want: import-external serde::Serialize
use the_core::Row; // want: import the_core::Row -> the-core/src/lib.rs
use the_core::missing::Gone; // want: import-missing the_core::missing::Gone
// want: !import the_core::Row -> the-core/src/client.rs

#[derive(Serialize, Describe)] // want: call Order -> describe @derive/src/lib.rs
pub struct Order {
    pub row: Row, // want: type Order -> Row @the-core/src/lib.rs
}

pub fn connect() -> Client { // want: type connect -> client::Client @the-core/src/client.rs
    facade::open() // want: call connect -> client::open @the-core/src/client.rs
}

pub fn unused() -> nix::Result<()> {
    ::the_core::touch(); // want: call unused -> touch @the-core/src/lib.rs
    Ok(())
}
