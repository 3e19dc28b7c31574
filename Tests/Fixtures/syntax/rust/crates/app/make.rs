fn main() {
    the_core::touch(); // want: call main -> touch @the-core/src/lib.rs
}
