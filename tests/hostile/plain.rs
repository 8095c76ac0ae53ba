//! Nothing hostile: what the other settings are compared with.

extern crate error_runtime as runtime;

use crate::framework;

include!("basic.rs");
include!("loud.rs");

#[test]
fn answers_as_declared() {
    check();
    check_loud();
}
