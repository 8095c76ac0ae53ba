//! One macro call for each adapter that the attribute names.

use super::Header;
use crate::names::Krate;
use crate::parse::container::Adapter;
use crate::quoted::tokens;
use proc_macro2::{Ident, Span, TokenStream};

// Expands to:
//
//     error_runtime::__adapter_axum! { [::axum] error [T: Bound] [E<T>] [where …] }
//     path::to::adapter! { error [T: Bound] [E<T>] [where …] }
pub(super) fn expand(adapters: &[Adapter], header: &Header, krate: &Krate) -> TokenStream {
    let Header { parameters, ty, clause, .. } = header;
    let clause = super::convert::without_self(clause, ty);
    let mut calls = TokenStream::new();
    for adapter in adapters {
        calls.extend(match adapter {
            Adapter::Ours { macro_name, framework } => {
                let name = Ident::new(macro_name, Span::call_site());
                tokens! {
                    [krate, name, framework, parameters, ty, clause]
                    #krate::#name! { [#framework] error [#parameters] [#ty] [#clause] }
                }
            }
            Adapter::Macro(path) => tokens! {
                [path, parameters, ty, clause]
                #path! { error [#parameters] [#ty] [#clause] }
            },
        });
    }
    calls
}
