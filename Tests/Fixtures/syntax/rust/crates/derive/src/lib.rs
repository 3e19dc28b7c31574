use proc_macro::TokenStream; // want: import-external proc_macro::TokenStream

#[proc_macro_derive(Describe, attributes(describe))]
pub fn describe(input: TokenStream) -> TokenStream { // want: declare function describe definition
    input
}
