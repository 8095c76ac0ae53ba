//! A text that is a link as code: each value in it is escaped by itself.

use super::fill::Writer;
use super::text::literal;
use crate::link::Piece;
use crate::lists;
use crate::quoted::{separated, tokens};
use crate::template::{Arg, Template};
use proc_macro2::TokenStream;

impl Writer<'_> {
    /// `format_args!(…)` of a link.
    // Expands to, for "/{name:>5}":
    //
    //     format_args!("{0}", link_path(format_args!(
    //         "/{0}", link_value(format_args!("{0:>5}", field0)),
    //     )))
    pub(super) fn link_args(&self, template: &Template) -> TokenStream {
        let krate = self.krate;
        let args = self.arguments(template);
        let mut format = String::new();
        let mut places: Vec<&str> = Vec::new();
        let mut values = Vec::new();
        for piece in &template.pieces() {
            let value = match piece {
                Piece::Text(text) => {
                    format.push_str(text);
                    continue;
                }
                Piece::Value(value) => value,
            };
            let known = lists::place(&places, &|place| *place == value.source);
            let at = known.unwrap_or(places.len());
            for part in &["{", &at.to_string(), "}"] {
                format.push_str(part);
            }
            if known.is_some() {
                continue;
            }
            places.push(value.source);
            values.push(match value.reads.as_slice() {
                // The runtime has escaped it.
                [index] if matches!(template.args[*index], Arg::Code(_)) => args[*index].clone(),
                reads => {
                    let place = literal(&value.format, template);
                    let mut read = Vec::with_capacity(reads.len());
                    for index in reads {
                        read.push(args[*index].clone());
                    }
                    let read = separated(&read, ',');
                    tokens! {
                        [krate, place, read]
                        #krate::__private::link_value(::core::format_args!(#place, #read))
                    }
                }
            });
        }
        let is_path = format.starts_with("/{") && !format.starts_with("/{{");
        let format = literal(&format, template);
        let values = separated(&values, ',');
        let link = tokens!([format, values] ::core::format_args!(#format, #values));
        if !is_path {
            return link;
        }
        let whole = literal("{0}", template);
        tokens! {
            [whole, krate, link]
            ::core::format_args!(#whole, #krate::__private::link_path(#link))
        }
    }
}
