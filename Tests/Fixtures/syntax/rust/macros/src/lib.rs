use bitflags::bitflags;
use quote::quote;
use std::sync::Mutex;
#[macro_use]
mod helpers;
mod later;

macro_rules! local { // want: declare macro local definition
    ($name:ident) => { $crate::target($name) }; // want: address local -> target
}

pub fn target(value: u8) -> u8 { value }
pub const LIMIT: usize = 3;
pub struct Thing { size: usize }
impl Thing {
    pub fn len(&self) -> usize { self.size }
    pub fn part(&self, n: usize) -> Thing { Thing { size: n } }
}

pub fn run(thing: Thing) {
    local!(x); // want: call run -> local
    helper!(); // want: call run -> helpers::helper
    exported!(); // want: call run -> later::exported
    unknown_macro!();
    println!("{} {LIMIT}", thing.part(target(1).into()).len()); // want: call run -> Thing::len
    // want: call run -> target
    // want: field run -> LIMIT
    assert_eq!(thing.size, crate::later::count(), "of {}", LIMIT); // want: call run -> later::count
    let things = vec![Thing { size: 1 }, thing.part(2)]; // want: call run -> Thing::part
    assert!(matches!(later::kind(), later::Kind::One | later::Kind::Two(_))); // want: call run -> later::Kind::Two
    quote! { not_here(LIMIT) };
    // want: unresolved 1
    // want: !call run -> not_here
}

lazy_static! {
    static ref CACHE: Mutex<Vec<Thing>> = Mutex::new(vec![]); // want: declare variable CACHE definition mutableState
    static ref NAMES: Thing = make(); // want: call NAMES -> make
}

fn make() -> Thing { Thing { size: 0 } }

pub fn cached() {
    CACHE.lock().unwrap()[0].len(); // want: call cached -> Thing::len
    // want: global-write cached -> CACHE
}

bitflags! {
    pub struct Flags: u32 { const A = 1; } // want: declare type Flags definition
}

pub fn flags() -> Flags { Flags::empty() } // want: type flags -> Flags
