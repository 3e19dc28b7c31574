fn main() {
    the_core::touch(); // want: call make::main -> touch @the-core/src/lib.rs
}
