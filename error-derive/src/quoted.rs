//! Pieces of generated code that stand in many places.

use crate::diag::meaning;
use proc_macro2::{Group, Ident, Punct, Spacing, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt, quote};

/// `Some(value)`
pub(crate) fn some(value: &dyn ToTokens) -> TokenStream {
    quote!(::core::option::Option::Some(#value))
}

/// `None`
pub(crate) fn none() -> TokenStream {
    quote!(::core::option::Option::None)
}

/// `&[one, two]`
pub(crate) fn slice(items: &[TokenStream]) -> TokenStream {
    quote!(&[#(#items),*])
}

/// What `quote!` makes, of these names in scope and a text with `#name` in it.
///
/// rustc expands and compiles `quote!` token by token, this as one constant. But
/// the text is read each time, so it is for what a type has once, and not for
/// what each of its variants has.
macro_rules! tokens {
    ([$($name:ident),*] $($text:tt)*) => {
        $crate::quoted::fill(stringify!($($text)*), &[$((stringify!($name), &$name)),*])
    };
}
pub(crate) use tokens;

/// See `tokens!`.
pub(crate) fn fill(text: &str, values: &[(&str, &dyn ToTokens)]) -> TokenStream {
    let tokens: TokenStream = text.parse().expect("tokens, as rustc has read them");
    fill_stream(tokens, values)
}

fn fill_stream(tokens: TokenStream, values: &[(&str, &dyn ToTokens)]) -> TokenStream {
    let mut filled = TokenStream::new();
    let mut trees = tokens.into_iter().peekable();
    while let Some(tree) = trees.next() {
        match tree {
            TokenTree::Punct(punct) => {
                match trees.peek() {
                    Some(TokenTree::Ident(name)) if punct.as_char() == '#' => {
                        value_of(name, values).to_tokens(&mut filled);
                        trees.next();
                    }
                    // A sign joins another one, not what stands for a name.
                    Some(TokenTree::Punct(hash)) if hash.as_char() == '#' => {
                        filled.append(Punct::new(punct.as_char(), Spacing::Alone));
                    }
                    _ => filled.append(punct),
                }
            }
            TokenTree::Group(group) => {
                let inside = fill_stream(group.stream(), values);
                filled.append(Group::new(group.delimiter(), inside));
            }
            tree => filled.append(tree),
        }
    }
    filled
}

fn value_of<'v>(name: &Ident, values: &[(&str, &'v dyn ToTokens)]) -> &'v dyn ToTokens {
    match meaning(values, &name.to_string()) {
        Some(value) => *value,
        None => unreachable!("`#{name}` is not among the names of `tokens!`"),
    }
}
