//! What a framework cannot do, and why.

use crate::check::{Difference, Instead};
use crate::table::{INVALID, NO_ROUTE};
use std::fmt::Write as _;

pub const AXUM: &[Difference] = &[];

pub const WARP: &[Difference] = &[
    Difference {
        cases: &["wrong method"],
        reason: "its 405 has no `Allow`",
        instead: Instead::Without("allow"),
    },
    Difference {
        cases: &["bad path", "bad path, no UTF-8"],
        reason: "a path parameter that does not parse is no route",
        instead: Instead::Answer(404, NO_ROUTE),
    },
    Difference {
        cases: &[
            "bad query",
            "no query",
            "JSON of the wrong shape",
            "JSON without a member",
            "JSON that is no UTF-8",
        ],
        reason: "its texts name no field",
        instead: Instead::Answer(400, INVALID),
    },
    Difference {
        cases: &["stream"],
        reason: "its events have no space after `data:`",
        instead: Instead::Answer(200, "data:1\n\ndata:r-1\n\n"),
    },
];

/// Each framework, in the order of the README.
const ALL: &[(&str, &[Difference])] = &[("axum", AXUM), ("warp", WARP)];

/// The README's table.
pub fn readme() -> String {
    let mut table = String::from("| framework | request | what bounds it |\n| --- | --- | --- |\n");
    for (framework, differences) in ALL {
        if differences.is_empty() {
            let _ = writeln!(table, "| {framework} | | nothing |");
        }
        for Difference { cases, reason, .. } in *differences {
            let _ = writeln!(table, "| {framework} | {} | {reason} |", cases.join("; "));
        }
    }
    table
}
