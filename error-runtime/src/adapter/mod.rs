//! How a type becomes a framework's response: one file for each framework,
//! named as the attribute's flag and the crate.

mod axum;
