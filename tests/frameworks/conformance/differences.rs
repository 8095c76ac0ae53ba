//! What a framework cannot do, and why.

use crate::bare::Own;
use crate::check::{Difference, Instead};
use crate::table::{INVALID, NO_ROUTE};
use std::fmt::Write as _;

/// Answers that could name a field.
const NO_FIELDS: Difference = Difference {
    cases: &[
        "bad query",
        "no query",
        "bad path, no UTF-8",
        "JSON of the wrong shape",
        "JSON that is no UTF-8",
    ],
    reason: "its texts name no field",
    instead: Instead::Answer(400, INVALID),
};

const FEW_FIELDS: Difference = Difference {
    cases: &["bad query", "JSON of the wrong shape", "JSON that is no UTF-8"],
    reason: "its texts name no field but one that is missing",
    ..NO_FIELDS
};

const NO_ALLOW: Difference = Difference {
    cases: &["wrong method"],
    reason: "its 405 has no `Allow`",
    instead: Instead::Without("allow"),
};

const BAD_PATHS: &[&str] = &["bad path", "bad path, no UTF-8"];

pub const ACTIX_WEB: &[Difference] = &[
    FEW_FIELDS,
    Difference {
        cases: BAD_PATHS,
        reason: "its extractor answers 404",
        instead: Instead::Answer(404, NO_ROUTE),
    },
    Difference {
        cases: &["wrong media type"],
        reason: "its extractor answers 400",
        instead: Instead::Answer(400, INVALID),
    },
];

pub const AXUM: &[Difference] = &[];

pub const HYPER: &[Difference] =
    &[Difference { reason: "it has no extractors, whose texts would name a field", ..NO_FIELDS }];

pub const LAMBDA_HTTP: &[Difference] = &[
    Difference {
        cases: &["repeated headers"],
        reason: "API Gateway has one line for each name, but for cookies",
        instead: Instead::Without("www-authenticate"),
    },
    Difference {
        cases: &["JSON that is no UTF-8"],
        reason: "an event is text",
        instead: Instead::Answer(400, INVALID),
    },
];

/// ntex has no layer.
pub const NTEX: Cases = &[
    ("a new id for the framework's answer", Own::Status(404)),
    ("no route", Own::Status(404)),
    ("no route, odd path", Own::Status(404)),
    ("no route, another method", Own::Status(404)),
    ("HEAD of no route", Own::Status(404)),
    ("wrong method", Own::Status(405)),
    ("bad path", Own::Status(404)),
    ("bad path, no UTF-8", Own::Status(404)),
    ("bad query", Own::Status(400)),
    ("no query", Own::Status(400)),
    ("JSON syntax", Own::Status(400)),
    ("JSON of the wrong shape", Own::Status(400)),
    ("JSON without a member", Own::Status(400)),
    ("JSON that is no UTF-8", Own::Status(400)),
    ("wrong media type", Own::Status(400)),
    ("too large", Own::Status(413)),
    ("timeout", Own::Status(504)),
    ("panic", Own::Closed),
    ("panic, later", Own::Closed),
];

pub const POEM: &[Difference] = &[NO_ALLOW, NO_FIELDS];

pub const ROCKET: &[Difference] = &[
    NO_FIELDS,
    Difference {
        cases: &["wrong method", "wrong media type"],
        reason: "such a route does not match",
        instead: Instead::Answer(404, NO_ROUTE),
    },
];

pub const SALVO: &[Difference] = &[
    NO_FIELDS,
    Difference {
        cases: &["wrong media type"],
        reason: "its extractor answers 400",
        instead: Instead::Answer(400, INVALID),
    },
];

/// trillium has none, either.
pub const TRILLIUM: Cases = &[
    ("a new id for the framework's answer", Own::Status(404)),
    ("no route", Own::Status(404)),
    ("no route, odd path", Own::Status(404)),
    ("no route, another method", Own::Status(404)),
    ("HEAD of no route", Own::Status(404)),
    ("wrong method", Own::Status(404)),
    ("bad path", Own::Status(404)),
    ("bad path, no UTF-8", Own::Status(404)),
    ("bad query", Own::Status(404)),
    ("no query", Own::Status(404)),
    ("good JSON", Own::Status(404)),
    ("JSON syntax", Own::Status(404)),
    ("JSON of the wrong shape", Own::Status(404)),
    ("JSON without a member", Own::Status(404)),
    ("JSON that is no UTF-8", Own::Status(404)),
    ("wrong media type", Own::Status(404)),
    ("too large", Own::Status(404)),
    ("timeout", Own::Status(404)),
    ("panic", Own::Closed),
    ("panic, later", Own::Closed),
];

pub const WARP: &[Difference] = &[
    NO_ALLOW,
    Difference {
        cases: BAD_PATHS,
        reason: "a path parameter that does not parse is no route",
        instead: Instead::Answer(404, NO_ROUTE),
    },
    NO_FIELDS,
    Difference {
        cases: &["stream"],
        reason: "its events have no space after `data:`",
        instead: Instead::Answer(200, "data:1\n\ndata:r-1\n\n"),
    },
];

/// Each framework, in the order of the README.
const ALL: &[(&str, &[Difference])] = &[
    ("actix-web", ACTIX_WEB),
    ("axum", AXUM),
    ("hyper", HYPER),
    ("Lambda", LAMBDA_HTTP),
    ("poem", POEM),
    ("rocket", ROCKET),
    ("salvo", SALVO),
    ("warp", WARP),
];

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
    for (framework, own, reason) in BARE {
        let cases: Vec<&str> = own.iter().map(|(case, _)| *case).collect();
        let _ =
            writeln!(table, "| {framework} | {}; ids and wishes | {reason} |", cases.join("; "));
    }
    table
}

/// What a framework answers itself.
type Cases = &'static [(&'static str, Own)];

/// Those that have no layer.
const BARE: &[(&str, Cases, &str)] = &[
    ("ntex", NTEX, "it has no layer: these are its own"),
    ("trillium", TRILLIUM, "the same, and its core has no router and no extractors"),
];
