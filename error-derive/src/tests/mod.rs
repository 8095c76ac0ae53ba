//! What the macro writes, looked at without a compiler.

mod expansion;
mod facts;
mod growth;
mod hygiene;
mod malformed;
mod robust;
mod texts;

use proc_macro2::TokenStream;

/// The expansion of a derive input.
fn expand(input: &str) -> TokenStream {
    crate::derive(&syn::parse_str(input).expect("the test's input parses"))
}

/// The complaints of an expansion, in order.
fn complaints(tokens: TokenStream) -> Vec<String> {
    let file: syn::File = syn::parse2(tokens).expect("the expansion parses");
    file.items
        .iter()
        .filter_map(|item| match item {
            syn::Item::Macro(call) if call.mac.path.segments.last()?.ident == "compile_error" => {
                Some(call.mac.parse_body::<syn::LitStr>().expect("a text").value())
            }
            _ => None,
        })
        .collect()
}
