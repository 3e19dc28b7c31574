pub fn inside() { super::super::store::all(); } // want: call plain::nested::inside -> store::all
