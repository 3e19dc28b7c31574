use std::marker::PhantomData;

pub trait Named {
    fn name(&self) -> String;
}

pub trait Keyed {
    type Key;
    fn key(&self) -> Self::Key;
}

pub struct User;
impl Named for User { fn name(&self) -> String { String::new() } }
impl Keyed for User {
    type Key = Id;
    fn key(&self) -> Id { Id }
}

pub struct Id;
impl Id { pub fn number(&self) -> u64 { 1 } }

pub struct Store<T, M = ()> {
    items: Vec<T>,
    mark: PhantomData<M>,
}

impl<M, T: Named + Keyed> Store<T, M> {
    pub fn first(&self) -> Option<&T> {
        self.items.iter().for_each(|item| {
            item.name(); // want: call Store::first -> Named::name
            item.key(); // want: call Store::first -> Keyed::key
        });
        self.items.first()
    }
}

pub fn read(store: &Store<User>) {
    store.first().unwrap().name(); // want: call read -> User::name
    store.first().unwrap().key().number(); // want: call read -> Id::number
}

pub fn bounded<A, F>(value: A, make: F)
where
    A: Named, // want: type bounded -> Named
    F: Fn(u8) -> Id,
{
    value.name(); // want: call bounded -> Named::name
    make(1).number(); // want: call bounded -> Id::number
}

/// A method for types of the library.
pub trait Shout {
    fn shout(&self) -> String;
    fn loudly(&self) -> String { self.shout() }
}

impl Shout for str { fn shout(&self) -> String { self.to_uppercase() } }
impl<T: Named> Louder for T { fn louder(&self) {} }
pub trait Louder { fn louder(&self); }

pub fn extended(text: &str, user: User) {
    text.shout(); // want: call extended -> Shout::shout
    user.louder(); // want: call extended -> Louder::louder
    text.len();
}

impl From<Id> for User { fn from(id: Id) -> Self { User } }
impl From<u8> for User { fn from(id: u8) -> Self { User } }

pub fn converted() -> User {
    User::from(Id) // want: call converted -> User::from #src/lib.rs:User::from@From<Id>
}

pub struct Sketch { pub strokes: Vec<u8> }
impl From<Sketch> for Id { fn from(sketch: Sketch) -> Self { Id } }

// A conversion from another type does not make that type's fields members.
pub fn counted(ids: &[Id]) {
    ids.iter().find(|id| true).map(|id| id.strokes()); // want: !field counted -> Sketch::strokes
}
