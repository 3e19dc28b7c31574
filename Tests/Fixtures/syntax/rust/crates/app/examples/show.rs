fn main() { app::unused(); } // want: call show::main -> unused @app/src/lib.rs
