pub fn shared() { crate::outer() } // want: call store::deep::shared -> outer
