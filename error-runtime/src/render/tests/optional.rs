//! Objects that are left out when nothing was declared in them.

use super::*;
use crate::render::Chosen;
use crate::{Context, FieldSpec, Part};

/// An error whose hint, member and details a test sets.
#[derive(Debug)]
struct Quiet {
    row: usize,
    text: &'static str,
    said: Option<&'static str>,
}

const NOTHING: usize = 0;
const MEMBERS: usize = 1;
const HINT: usize = 2;
const DETAILS: usize = 3;

const ROW: Spec = Spec { status: Some(400), message: Some("m"), ..Spec::EMPTY };

error!(
    Quiet,
    &[
        ROW,
        Spec {
            members: &[FieldSpec::named("a", ""), FieldSpec::by_default("b", "")],
            dynamic: Parts::MEMBERS,
            ..ROW
        },
        Spec { dynamic: Parts::HINT, ..ROW },
        Spec { dynamic: Parts::DETAILS, details: &[FieldSpec::named("d", "")], ..ROW },
    ]
);

impl ApiError for Quiet {
    by_fields!();

    fn fill<'e>(&'e self, _row: usize, part: Part<'e, '_>) {
        match part {
            Part::Members(out) => {
                out.entry("a", Keep::Default, &self.said);
                out.field("b", Keep::Default, &self.said);
            }
            Part::Details(out) => out.entry("d", Keep::Default, &self.said),
            Part::Hint(out) => out.text(self.said.unwrap_or_default()),
            _ => {}
        }
    }

    fn cells(&self) -> &'static [Cell] {
        static CELLS: [Cell; 4] = [const { Cell::new() }; 4];
        &CELLS
    }
}

static SHAPE: Shape = shape(Node::Object(&[
    maybe(
        "\"one\":",
        "one",
        Node::Object(&[
            named("\"fixed\":", "fixed", Node::Literal("1")),
            maybe("\"a\":", "a", slot(Slot::Member("a"))),
        ]),
    ),
    maybe(
        "\"deep\":",
        "deep",
        Node::Object(&[maybe(
            "\"er\":",
            "er",
            Node::Object(&[maybe("\"hint\":", "hint", slot(Slot::Hint))]),
        )]),
    ),
    maybe("\"rest\":", "rest", Node::Object(&[Member::Rest])),
    named(
        "\"list\":",
        "list",
        Node::Array(&[
            Node::Optional(&Node::Object(&[maybe("\"d\":", "d", slot(Slot::Details))])),
            Node::Optional(&Node::Object(&[named("\"id\":", "id", slot(Slot::RequestId))])),
            Node::Literal("0"),
        ]),
    ),
]));

fn quiet(row: usize, said: Option<&'static str>) -> String {
    body(&Quiet { row, said, text: "" })
}

#[test]
fn nothing_declared_is_nothing_written() {
    assert_eq!(quiet(NOTHING, None), r#"{"list":[0]}"#);
    assert!(Quiet { row: NOTHING, said: None, text: "" }.cells()[NOTHING].get().is_some());
}

#[test]
fn what_is_declared_stays_though_it_is_empty() {
    assert_eq!(quiet(MEMBERS, None), r#"{"one":{"fixed":1},"rest":{},"list":[0]}"#);
    assert_eq!(
        quiet(MEMBERS, Some("x")),
        r#"{"one":{"fixed":1,"a":"x"},"rest":{"b":"x"},"list":[0]}"#
    );
    assert_eq!(quiet(HINT, None), r#"{"deep":{"er":{}},"list":[0]}"#);
    assert_eq!(quiet(HINT, Some("h")), r#"{"deep":{"er":{"hint":"h"}},"list":[0]}"#);
    assert_eq!(quiet(DETAILS, None), r#"{"list":[{},0]}"#);
    assert_eq!(quiet(DETAILS, Some("x")), r#"{"list":[{"d":{"d":"x"}},0]}"#);
}

#[test]
fn what_is_said_stays_too() {
    let context = Context::new().with_request_id("r");
    let error = Quiet { row: NOTHING, said: None, text: "" };
    assert_eq!(error.response_with(&context).body(), r#"{"list":[{"id":"r"},0]}"#);
    assert_eq!(quiet(NOTHING, None), r#"{"list":[0]}"#);
}

static OWING: Shape = shape(Node::Object(&[
    maybe(
        "\"object\":",
        "object",
        Node::Object(&[
            named("\"@type\":", "@type", Node::Literal("\"x\"")),
            named("\"message\":", "message", slot(Slot::Hint)),
        ]),
    ),
    named(
        "\"list\":",
        "list",
        Node::Array(&[
            Node::Optional(&Node::Object(&[
                named("\"@type\":", "@type", Node::Literal("\"x\"")),
                named("\"message\":", "message", slot(Slot::Hint)),
            ])),
            Node::Optional(&Node::Object(&[
                named("\"@type\":", "@type", Node::Literal("\"y\"")),
                maybe("\"message\":", "message", slot(Slot::Hint)),
            ])),
        ]),
    ),
]));

/// A bare slot in an element that has nothing to say would only be `null`: no
/// client of such a list expects that.
#[test]
fn an_element_that_owes_a_part_is_left_out_without_it() {
    let written = |row, said| {
        let error = Quiet { row, said, text: "" };
        let mut out = crate::Out::json(&OWING);
        let chosen = Chosen::of_row(&error, row, &OWING, &mut Vec::new());
        crate::render::body(&chosen, None, &mut out);
        String::from_utf8(out.bytes().to_vec()).unwrap()
    };
    // Not declared at all.
    assert_eq!(written(NOTHING, None), r#"{"list":[]}"#);
    // Declared, and silent: only what owes nothing stays in the list.
    assert_eq!(
        written(HINT, None),
        r#"{"object":{"@type":"x","message":null},"list":[{"@type":"y"}]}"#
    );
    assert_eq!(
        written(HINT, Some("h")),
        r#"{"object":{"@type":"x","message":"h"},"list":[{"@type":"x","message":"h"},{"@type":"y","message":"h"}]}"#
    );
}
