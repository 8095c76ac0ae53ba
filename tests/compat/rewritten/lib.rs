//! The corpus in a function's body and through macros.

#[path = "../../hostile/framework.rs"]
pub mod framework;

/// Each declaration arrives as an item that has been parsed.
macro_rules! items {
    ($($item:item)*) => { $($item)* };
}

/// Each declaration arrives as it was.
macro_rules! tokens {
    ($($token:tt)*) => { $($token)* };
}

pub mod function {
    include!(concat!(env!("OUT_DIR"), "/function.rs"));
}

pub mod items {
    extern crate error_runtime as runtime;

    use crate::framework;

    include!(concat!(env!("OUT_DIR"), "/items.rs"));
}

pub mod tokens {
    extern crate error_runtime as runtime;

    use crate::framework;

    include!(concat!(env!("OUT_DIR"), "/tokens.rs"));
}

pub mod function_items {
    include!(concat!(env!("OUT_DIR"), "/function_items.rs"));
}

#[test]
fn answers_as_declared() {
    function::corpus();
    items::check();
    items::check_loud();
    tokens::check();
    tokens::check_loud();
    function_items::corpus();
}
