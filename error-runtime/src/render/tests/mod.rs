//! Whole answers, from hand-written tables.

mod dynamic;
mod errors;
mod headers;
mod hostile;
mod optional;
mod plan;
mod reports;
mod rows;
mod shape;

use crate::__private::Cell;
use crate::{
    Advice, AnyError, ApiError, Code, Declared, Envelope, HeaderSpec, Keep, Part, Parts, Retry,
    RetryAfter, Spec, Table, Text,
};
use crate::{Body, Kind, Member, Node, Policy, Shape, Slot};
use http::{HeaderValue, StatusCode};
use std::fmt;

/// An error whose every part a test sets.
#[derive(Debug)]
struct Sample {
    row: usize,
    text: &'static str,
    status: u16,
    inner: Option<AnyError>,
}

fn sample(row: usize) -> Sample {
    Sample { row, text: "told", status: 404, inner: None }
}

const CONSTANT: usize = 0;
const DISPLAYED: usize = 1;
const BY_FIELDS: usize = 2;
const HIDDEN: usize = 3;
const ANY_STATUS: usize = 4;
const TRANSPARENT: usize = 5;
const STATING: usize = 6;
const OWN_SHAPE: usize = 7;
const NO_CONTENT: usize = 8;
const HEADERS: usize = 9;

static ROWS: [Spec; 10] = [
    Spec {
        variant: "Locked",
        code: Code::Text("LOCKED"),
        code_by_default: true,
        status: Some(423),
        message: Some("It is \"locked\""),
        hint: Some("wait"),
        retry: Retry {
            base: Some(std::time::Duration::from_millis(200)),
            ..Retry::new(Advice::Poll)
        },
        retry_after: Some(30),
        ..Spec::EMPTY
    },
    Spec {
        variant: "Displayed",
        status: Some(404),
        dynamic: Parts::MESSAGE.and(Parts::DISPLAY),
        ..Spec::EMPTY
    },
    Spec {
        variant: "ByFields",
        code: Code::Number(0),
        status: Some(400),
        message: Some("{text}"),
        dynamic: Parts::MESSAGE.and(Parts::HINT).and(Parts::DETAILS).and(Parts::MEMBERS),
        ..Spec::EMPTY
    },
    Spec {
        variant: "Hidden",
        code: Code::Text("DATABASE_ERROR"),
        status: Some(500),
        ..Spec::EMPTY
    },
    Spec {
        variant: "AnyStatus",
        status: Some(409),
        dynamic: Parts::STATUS.and(Parts::MESSAGE).and(Parts::DISPLAY),
        ..Spec::EMPTY
    },
    Spec { variant: "Inner", inner: Some(Table::open), ..Spec::EMPTY },
    Spec {
        variant: "Stating",
        code: Code::Text("OUTER"),
        status: Some(502),
        stated: Parts::CODE.and(Parts::STATUS),
        dynamic: Parts::DETAILS.and(Parts::MEMBERS),
        inner: Some(Table::open),
        ..Spec::EMPTY
    },
    Spec {
        variant: "OwnShape",
        status: Some(418),
        message: Some("short and stout"),
        shape: Some(<Text as Envelope>::shape),
        ..Spec::EMPTY
    },
    Spec { variant: "NoContent", status: Some(304), ..Spec::EMPTY },
    Spec {
        variant: "Headers",
        status: Some(503),
        headers: &[
            HeaderSpec::constant("www-authenticate", "Basic"),
            HeaderSpec::constant("www-authenticate", "Bearer"),
            HeaderSpec::dynamic("x-text", "{text}"),
            HeaderSpec::constant("x-last", "1"),
        ],
        retry: Retry::new(Advice::Exponential),
        dynamic: Parts::HEADERS.and(Parts::RETRY_AFTER),
        ..Spec::EMPTY
    },
];

impl fmt::Display for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.text == "broken" {
            f.write_str("half")?;
            return Err(fmt::Error);
        }
        f.write_str(self.text)
    }
}

impl std::error::Error for Sample {}

impl ApiError for Sample {
    fn specs(&self) -> &'static [Spec] {
        &ROWS
    }

    fn row(&self) -> usize {
        self.row
    }

    fn fill<'e>(&'e self, _row: usize, part: Part<'e, '_>) {
        match part {
            Part::Message(out) | Part::Hint(out) => out.fmt(format_args!("{self}")),
            Part::Details(out) => {
                out.entry("row", Keep::Default, &self.row);
                out.entry("text", Keep::Default, self.text);
            }
            Part::Members(out) => {
                out.entry("extra", Keep::Default, self.text);
                out.entry("status", Keep::Default, "must not stand twice");
            }
            Part::Headers(headers) => headers.header("x-text", self.text),
            Part::RetryAfter(after) => *after = Some(RetryAfter::seconds_from_now(0)),
            Part::Status(status) => *status = Some(self.status),
            Part::Inner(inner) => *inner = self.inner.as_ref().map(|inner| &**inner as _),
            Part::Code(_) | Part::Docs(_) | Part::Errors(_) => {}
        }
    }

    fn cells(&self) -> &'static [Cell] {
        static CELLS: [Cell; 10] = [const { Cell::new() }; 10];
        &CELLS
    }
}

impl Declared for Sample {
    const SPECS: &'static [Spec] = &[];

    fn table() -> Table {
        Table::of::<Self>()
    }
}

fn body(error: &dyn ApiError) -> String {
    let response = error.response();
    let text = String::from_utf8(response.body().to_vec()).unwrap();
    assert_eq!(text, error.in_envelope().to_string());
    text
}

fn headers(error: &dyn ApiError) -> String {
    let response = error.response();
    let lines = response.headers().iter().map(|(n, v)| format!("{n}: {}", v.to_str().unwrap()));
    lines.collect::<Vec<_>>().join("\n")
}

const fn slot(slot: Slot) -> Node {
    Node::Slot { slot, or: "null", kind: Kind::AsIs }
}

/// `"name": value`, where the name is its own JSON.
const fn named(key: &'static str, name: &'static str, value: Node) -> Member {
    Member::Named { name, key, optional: false, value }
}

/// `"name"?: value`
const fn maybe(key: &'static str, name: &'static str, value: Node) -> Member {
    Member::Named { name, key, optional: true, value }
}

const fn shape(node: Node) -> Shape {
    ruled(node, Policy::EMPTY)
}

const fn ruled(node: Node, policy: Policy) -> Shape {
    Shape {
        name: "Test",
        content_type: HeaderValue::from_static("application/json"),
        body: Body::Json(node),
        success: None,
        policy,
    }
}

/// Implements what a test's error has in common with all others: its `Display`
/// is the field `text`.
macro_rules! error {
    ($name:ident, $specs:expr) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                if self.text == "broken" {
                    return Err(std::fmt::Error);
                }
                f.write_str(self.text)
            }
        }

        impl std::error::Error for $name {}

        impl crate::Declared for $name {
            const SPECS: &'static [Spec] = $specs;

            fn table() -> crate::Table {
                crate::Table::of::<Self>()
            }
        }
    };
}

/// What an error says that has a field `row`, and the envelope `SHAPE`.
macro_rules! by_fields {
    () => {
        fn specs(&self) -> &'static [Spec] {
            Self::SPECS
        }

        fn row(&self) -> usize {
            self.row
        }

        fn shape(&self) -> &'static Shape {
            &SHAPE
        }
    };
}
use {by_fields, error};
