use app::Order; // want: import app::Order -> app/src/lib.rs

#[test]
fn whole() {
    let _ = app::unused(); // want: call whole::whole -> unused @app/src/lib.rs
    let order: Option<Order> = None;
    order.unwrap().row.touch(); // want: call whole::whole -> Row::touch
}
