//! Statics and constants that are called like the corpus's fields and like the
//! locals of generated code: a shorthand pattern would mean them.

#![allow(dead_code, non_upper_case_globals, reason = "they are in the way")]

extern crate error_runtime as runtime;

use crate::framework;

macro_rules! in_the_way {
    (statics $($name:ident)*) => { $(static $name: &str = "in the way";)* };
    (constants $($name:ident)*) => { $(const $name: &str = "in the way";)* };
}

in_the_way! {
    statics
    item_id other nothing absent zero list request left said advice source place name width only
    more so_far plain field0 f r#type r#fn r#gen inner long head tail value marker count
    row part headers delay text_ error serializer
}

in_the_way! {
    constants
    __formatter out self_ text field field1 field2 field3 index slot body status code message
    cell cells shape specs r#match r#ref context
}

include!("basic.rs");

#[test]
fn answers_as_declared() {
    check();
}
