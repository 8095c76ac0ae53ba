//! The corpus in the 2015 edition.

// A path that begins with `::` begins at the crate's root in this edition.
extern crate core;
extern crate error_runtime;
extern crate http;

#[path = "../../../hostile/framework.rs"]
pub mod framework;

// `async`, `await`, `try` and `dyn` are names in this edition, too, and yet no
// derive can read a declaration of such a name: syn takes them for keywords in
// all editions. Written `r#async` they are read: the corpus has that.
#[path = "../keywords.rs"]
mod keywords;
pub mod corpus {
    //! Nothing else is hostile.

    extern crate error_runtime as runtime;

    use framework;

    include!("../../../hostile/basic.rs");
    include!("../../../hostile/loud.rs");
}

#[test]
fn answers_as_declared() {
    corpus::check();
    corpus::check_loud();
}
