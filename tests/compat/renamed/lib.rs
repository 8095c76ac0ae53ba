//! The corpus with `crate = …`, under the dependency's new name, under a path
//! of this crate's, and under a name in scope.

#[path = "../../hostile/framework.rs"]
pub mod framework;

/// Re-exports, as a prelude crate has them.
pub mod deep {
    pub use other_name as inside;
}

pub mod absolute {
    #![no_implicit_prelude]

    extern crate other_name as runtime;

    use crate::framework;

    ::core::include!(::core::concat!(::core::env!("OUT_DIR"), "/absolute.rs"));
}

pub mod re_exported {
    use crate::deep::inside as runtime;
    use crate::framework;

    include!(concat!(env!("OUT_DIR"), "/re_exported.rs"));
}

pub mod in_scope {
    extern crate other_name as runtime;

    use crate::framework;

    include!(concat!(env!("OUT_DIR"), "/in_scope.rs"));
}

#[test]
fn answers_as_declared() {
    absolute::check();
    absolute::check_loud();
    re_exported::check();
    re_exported::check_loud();
    in_scope::check();
    in_scope::check_loud();
}
