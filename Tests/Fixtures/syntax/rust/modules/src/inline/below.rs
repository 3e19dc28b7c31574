pub fn deep() { super::own() } // want: call inline::below::deep -> inline::own
pub struct Deep;
