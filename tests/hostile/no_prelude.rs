//! No name of the prelude is in scope, and no macro of the standard library.

#![no_implicit_prelude]

extern crate error_runtime as runtime;

use crate::framework;

::core::include!("basic.rs");
::core::include!("loud.rs");

#[::core::prelude::v1::test]
fn answers_as_declared() {
    check();
    check_loud();
}
