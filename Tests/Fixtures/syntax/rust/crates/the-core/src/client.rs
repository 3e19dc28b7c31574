use crate::Row; // want: import crate::Row -> the-core/src/lib.rs

pub struct Client {
    row: Row,
}

impl Client {
    pub fn send(&self) {
        self.row.touch(); // want: call client::Client::send -> Row::touch
    }
}

pub fn open() -> Client {
    Client { row: Row } // want: field client::open -> client::Client::row
}
