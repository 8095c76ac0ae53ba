//! The corpus where clippy may have nothing to say of it.

#![deny(warnings, clippy::all, clippy::pedantic, clippy::nursery)]

#[path = "../../hostile/framework.rs"]
pub mod framework;

pub mod corpus {
    //! All of the corpus but `loud.rs`, which is what rustc does complain of.

    extern crate error_runtime as runtime;

    use crate::framework;

    include!("../../hostile/basic.rs");
}
