mod shelf;

pub mod serve;
pub use self::serve::serve;

pub enum Fetched<T, E> {
    Ready(T),
    Late { value: T, since: u64 },
    Lost(E),
}

pub struct Order {
    pub total: u64,
}

impl Order {
    pub fn check(&self) {}
}

#[derive(Default)]
pub struct Lost;

impl Lost {
    pub fn explain(&self) {}
    pub fn count(&self) -> u64 {
        0
    }
}

pub fn fetch() -> Fetched<Order, Lost> {
    Fetched::Lost(Lost)
}

pub fn load() -> Result<Order, Lost> {
    Err(Lost::default())
}

pub fn run() {
    match fetch() {
        Fetched::Ready(order) => order.check(), // want: call run -> Order::check
        Fetched::Late { value, .. } => value.check(), // want: call run -> Order::check
        Fetched::Lost(lost) => lost.explain(), // want: call run -> Lost::explain
    }
}

pub fn failures() {
    if let Err(lost) = load() {
        lost.explain(); // want: call failures -> Lost::explain
    }
    match load() {
        Ok(order) => order.check(), // want: call failures -> Order::check
        Err(lost) => lost.explain(), // want: call failures -> Lost::explain
    }
    load().unwrap_err().explain(); // want: call failures -> Lost::explain
    Lost::default().count(); // want: call failures -> Lost::count
    crate::serve(1); // want: call failures -> serve::serve
}

pub fn others(fetched: Fetched<u64, String>) {
    if let Fetched::Ready(order) = fetched {
        order.check(); // want: !call others -> Order::check
    }
}

pub type Loaded<T> = std::result::Result<T, Lost>;

pub fn aliased(loaded: Loaded<Order>) {
    match loaded {
        Ok(order) => order.check(), // want: call aliased -> Order::check
        Err(lost) => lost.explain(), // want: call aliased -> Lost::explain
    }
}
