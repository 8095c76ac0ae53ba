//! What the flags make, where the user's crate makes it hard: only that it
//! compiles, and without a warning, is asked.

mod lints;
mod no_prelude;
mod shadowed;
