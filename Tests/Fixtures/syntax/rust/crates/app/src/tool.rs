fn main() { // want: declare function tool::main definition entryPoint
    let order = app::connect(); // want: call tool::main -> connect @app/src/lib.rs
    order.send(); // want: call tool::main -> client::Client::send @the-core/src/client.rs
}
