mod store; // want: import store -> src/store/mod.rs
mod plain; // want: import plain -> src/plain.rs
#[path = "odd/place.rs"]
mod placed; // want: import odd/place.rs -> src/odd/place.rs
mod absent; // want: import-missing absent

mod inline {
    pub mod below; // want: import below -> src/inline/below.rs
    pub fn own() {
        super::outer(); // want: call inline::own -> outer
        lost();
        Hidden::make();
    }
    pub struct Shadow;
}

struct Hidden;
fn lost() {}
fn outer() {}

use inline::{self as inner, below::{deep, Deep as Deeper}, Shadow};
use self::store::*;

fn main() {
    inner::own(); // want: call main -> inline::own
    deep(); // want: call main -> inline::below::deep
    let _: Deeper; // want: type main -> inline::below::Deep
    let _ = Shadow; // want: type main -> inline::Shadow
    placed::here(); // want: call main -> odd::place::here
    all(); // want: call main -> store::all
    shared(); // want: call main -> store::deep::shared
    crate::plain::nested::inside(); // want: call main -> plain::nested::inside
    use plain::late as later;
    later(); // want: call main -> plain::late
}

mod tests {
    use super::plain::Hidden;
    fn run() {
        // The file's own type of this name is not seen from here.
        Hidden::make(); // want: call tests::run -> plain::Hidden::make
        outer();
    }
    // want: !call tests::run -> outer
    // want: !call inline::own -> lost
}

mod r#match; // want: import match -> src/match.rs
use r#match::r#type; // want: import match::type -> src/match.rs
fn raw() {
    r#type(); // want: call raw -> match::type
}
