//! The corpus in the 2024 edition.

#[path = "../../../hostile/framework.rs"]
pub mod framework;

pub mod corpus {
    //! Nothing else is hostile.

    extern crate error_runtime as runtime;

    use crate::framework;

    include!("../../../hostile/basic.rs");
    include!("../../../hostile/loud.rs");
}

#[test]
fn answers_as_declared() {
    corpus::check();
    corpus::check_loud();
}
