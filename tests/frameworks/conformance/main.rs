//! One table of requests and answers, for a real server in every framework,
//! through a real client.

#![allow(unreachable_pub)]

mod check;
mod house;
mod table;

mod servers {
    pub mod axum;
}

use check::{Difference, Protocol};

#[test]
fn axum() {
    check::all(servers::axum::start(), &[Protocol::Http1, Protocol::Http2], &[]);
}

/// Names are what a difference is told by.
#[test]
fn the_table_is_whole() {
    let mut names: Vec<&str> = table::CASES.iter().map(|case| case.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), table::CASES.len());
    assert!(names.len() >= 40);
}

#[allow(dead_code, reason = "for frameworks that differ")]
const NONE: &[Difference] = &[];
