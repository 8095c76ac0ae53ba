//! Compile time: crates of so many variants by everyone's means, written into
//! the target folder and compiled there.

mod binary;
mod cold;
mod counted;
mod crates;
mod flavours;
mod growth;
mod incremental;
mod project;
mod variants;

pub(crate) use counted::{MODE as COUNTED, stand_between};

use std::process::ExitCode;

type Part = (&'static str, fn());

const PARTS: &[Part] = &[
    ("check", || growth::run(&growth::CHECK)),
    ("release", || growth::run(&growth::RELEASE)),
    ("incremental", incremental::run),
    ("cold", cold::run),
    ("counted", counted::run),
    ("crates", crates::run),
    ("binary", binary::run),
];

/// Measures these parts; all, if none are named.
pub(crate) fn run(names: &[String]) -> ExitCode {
    for (name, part) in PARTS {
        if names.is_empty() || names.iter().any(|one| one == name) {
            part();
        }
    }
    ExitCode::SUCCESS
}
