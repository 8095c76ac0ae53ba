//! One corpus under every hostile setting.
//!
//! `basic.rs` and the files that it includes are the corpus; each module here
//! is a setting. What needs a crate of its own (an edition, a renamed
//! dependency, an attribute of the whole crate) is in `tests/compat`.

#![allow(unreachable_pub, reason = "the corpus is a library's elsewhere, and documented")]

mod beside;
mod by_macro;
mod corpus;
mod deprecated;
mod framework;
mod huge;
mod no_axum;
mod no_prelude;
mod plain;
mod scratch;
mod shadowed;
mod statics;
