//! Pieces of generated code that stand in many places.

use crate::diag::meaning;
use proc_macro2::{Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
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

/// What `quote!` and `quote_spanned!` make, of these names in scope and a text
/// with `#name` in it.
///
/// rustc expands and compiles `quote!` token by token, this as one constant. But
/// the text is read each time, so it is for what a type has once, and not for
/// what each of its variants has.
macro_rules! tokens {
    ([$($name:ident),*] $($text:tt)*) => {
        $crate::quoted::fill(
            stringify!($($text)*),
            &[$((stringify!($name), &$name)),*],
            ::proc_macro2::Span::call_site(),
        )
    };
    ($at:ident => [$($name:ident),*] $($text:tt)*) => {
        $crate::quoted::fill(stringify!($($text)*), &[$((stringify!($name), &$name)),*], $at)
    };
}
pub(crate) use tokens;

/// See `tokens!`.
pub(crate) fn fill(text: &str, values: &[(&str, &dyn ToTokens)], at: Span) -> TokenStream {
    let tokens: TokenStream = text.parse().expect("tokens, as rustc has read them");
    fill_stream(tokens, values, at)
}

fn fill_stream(tokens: TokenStream, values: &[(&str, &dyn ToTokens)], at: Span) -> TokenStream {
    let mut filled = TokenStream::new();
    let mut trees = tokens.into_iter().peekable();
    while let Some(mut tree) = trees.next() {
        tree.set_span(at);
        match tree {
            TokenTree::Punct(punct) => {
                match trees.peek() {
                    Some(TokenTree::Ident(name)) if punct.as_char() == '#' => {
                        value_of(name, values).to_tokens(&mut filled);
                        trees.next();
                    }
                    // A sign joins another one, not what stands for a name.
                    Some(TokenTree::Punct(hash)) if hash.as_char() == '#' => {
                        let mut alone = Punct::new(punct.as_char(), Spacing::Alone);
                        alone.set_span(at);
                        filled.append(alone);
                    }
                    _ => filled.append(punct),
                }
            }
            TokenTree::Group(group) => {
                let mut new =
                    Group::new(group.delimiter(), fill_stream(group.stream(), values, at));
                new.set_span(at);
                filled.append(new);
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
