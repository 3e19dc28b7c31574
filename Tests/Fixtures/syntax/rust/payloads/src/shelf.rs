use crate::Order;

pub struct Shelf {
    orders: Vec<Order>,
}

impl Shelf {
    pub fn check(&self) {
        self.orders.iter().for_each(|order| order.check()); // want: call shelf::Shelf::check -> Order::check
        self.orders.iter().map(|order| order.total).sum(); // want: field shelf::Shelf::check -> Order::total
        for order in self.orders.iter() {
            order.check(); // want: call shelf::Shelf::check -> Order::check
        }
    }
}
