pub mod client; // want: import client -> the-core/src/client.rs

pub struct Row;

impl Row {
    pub fn touch(&self) {}
}

pub fn touch() {}
