//! Status, code, message, hint and delay from fields, alone and in chains.

use super::*;
use crate::{Case, Catalogue, Part, RetryAfter};
use std::time::Duration;

/// What an error's fields say, if they do.
#[derive(Debug, Default)]
struct Fields {
    row: usize,
    text: &'static str,
    status: Option<u16>,
    code: Option<Code<'static>>,
    said: Option<&'static str>,
    after: Option<u64>,
    inner: Option<AnyError>,
}

const ALONE: usize = 0;
const ANY_STATUS: usize = 1;
const EXPOSED: usize = 2;
const AROUND: usize = 3;
const AROUND_CONSTANTS: usize = 4;
const INSIDE: usize = 5;
const SHOWN: usize = 6;

const ALL: Parts =
    Parts::STATUS.and(Parts::CODE).and(Parts::MESSAGE).and(Parts::HINT).and(Parts::RETRY_AFTER);

const ROW: Spec = Spec {
    variant: "ALONE",
    code: Code::Text("ALONE"),
    code_by_default: true,
    status: Some(409),
    dynamic: ALL,
    ..Spec::EMPTY
};

error!(
    Fields,
    &[
        ROW,
        Spec { any_status: true, ..ROW },
        Spec { exposed: true, dynamic: Parts::STATUS, displayed: true, ..ROW },
        Spec {
            variant: "Around",
            dynamic: ALL,
            stated: ALL,
            inner: Some(Table::open),
            ..Spec::EMPTY
        },
        Spec {
            variant: "Constants",
            code: Code::Text("OUTER"),
            status: Some(418),
            message: Some("outer"),
            hint: Some("outer"),
            retry_after: Some(3),
            dynamic: ALL,
            stated: ALL,
            inner: Some(Table::open),
            ..Spec::EMPTY
        },
        Spec {
            variant: "Inside",
            code: Code::Text("INSIDE"),
            status: Some(404),
            message: Some("inside"),
            hint: Some("inside"),
            retry_after: Some(9),
            ..Spec::EMPTY
        },
        Spec { dynamic: Parts::STATUS.and(Parts::MESSAGE).and(Parts::DISPLAY), ..ROW },
    ]
);

impl ApiError for Fields {
    by_fields!();

    fn fill<'e>(&'e self, _row: usize, part: Part<'e, '_>) {
        match part {
            Part::Status(status) => *status = self.status,
            Part::Code(code) => *code = self.code,
            Part::Message(out) | Part::Hint(out) => out.text(self.said.unwrap_or_default()),
            Part::RetryAfter(after) => {
                *after = self.after.map(|s| RetryAfter::after(Duration::from_secs(s)));
            }
            Part::Inner(inner) => *inner = self.inner.as_ref().map(|inner| &**inner as _),
            _ => {}
        }
    }
}

static SHAPE: Shape = ruled(
    Node::Array(&[
        slot(Slot::Status),
        slot(Slot::Code),
        slot(Slot::Message),
        slot(Slot::Hint),
        slot(Slot::RetryAfter),
        slot(Slot::Variant),
    ]),
    Policy { code_case: Some(Case::Snake), ..Policy::EMPTY },
);

fn fields(row: usize) -> Fields {
    Fields { row, text: "shown", ..Fields::default() }
}

fn with_status(row: usize, status: u16) -> u16 {
    Fields { status: Some(status), ..fields(row) }.status().as_u16()
}

#[test]
fn a_field_says_the_status_within_bounds() {
    assert_eq!(with_status(ALONE, 400), 400);
    assert_eq!(with_status(ALONE, 599), 599);
    for status in [0, 199, 200, 302, 399, 600, 999, 1000, u16::MAX] {
        assert_eq!(with_status(ALONE, status), 409, "{status}");
    }
    assert_eq!(with_status(ANY_STATUS, 200), 200);
    assert_eq!(with_status(ANY_STATUS, 999), 999);
    for status in [0, 100, 199, 1000] {
        assert_eq!(with_status(ANY_STATUS, status), 409, "{status}");
    }
    let mut failures = Vec::new();
    let error = Fields { status: Some(302), ..fields(ALONE) };
    super::super::Chosen::of_row(&error, ALONE, &SHAPE, &mut failures);
    assert_eq!(failures, [crate::Failure::Status { status: 302 }]);
}

#[test]
fn a_field_says_the_code_as_it_stands() {
    // The case is for names of variants.
    assert_eq!(body(&fields(ALONE)), r#"[409,"alone","Conflict",null,null,"ALONE"]"#);
    let given = |code| body(&Fields { code: Some(code), ..fields(ALONE) });
    assert!(given(Code::Text("GivenCode")).starts_with(r#"[409,"GivenCode","#));
    assert!(given(Code::Number(0)).starts_with("[409,0,"));
    assert!(given(Code::None).starts_with("[409,null,"));
    assert_eq!(Fields { code: Some(Code::Number(-1)), ..fields(ALONE) }.code(), -1);
}

#[test]
fn a_display_is_hidden_where_the_field_says_5xx() {
    let message =
        |row, status| Fields { status: Some(status), ..fields(row) }.message().into_owned();
    assert_eq!(message(SHOWN, 404), "shown");
    assert_eq!(message(SHOWN, 500), "Internal Server Error");
    let exposed = Fields { status: Some(500), ..fields(EXPOSED) };
    // Its text is the row's, which is none here.
    assert!(!exposed.spec().displayed || exposed.spec().exposed);
}

fn around(row: usize) -> Fields {
    Fields { inner: Some(fields(INSIDE).into()), ..fields(row) }
}

#[test]
fn silent_fields_leave_it_to_the_error_inside() {
    let error = around(AROUND);
    assert_eq!(body(&error), r#"[404,"INSIDE","inside","inside",9,"Inside"]"#);
    assert_eq!(error.code(), "INSIDE");
    let spec = error.spec();
    assert_eq!(
        (spec.status, spec.code, spec.hint),
        (Some(404), Code::Text("INSIDE"), Some("inside"))
    );

    let error = Fields {
        status: Some(429),
        code: Some(Code::Number(7)),
        said: Some("said"),
        after: Some(2),
        ..around(AROUND)
    };
    assert_eq!(body(&error), r#"[429,7,"said","said",2,"Around"]"#);
    assert_eq!(error.code(), 7);
    assert_eq!(error.message(), "said");
    // One that is not allowed is none.
    assert_eq!(Fields { status: Some(200), ..around(AROUND) }.status(), 404);
}

#[test]
fn a_constant_stands_before_the_error_inside() {
    let error = around(AROUND_CONSTANTS);
    let [status, code, after] = [r#"418,"OUTER""#, r#""OUTER""#, "3"];
    let text = body(&error);
    assert!(text.starts_with(&format!("[{status},")), "{text}");
    assert!(text.ends_with(&format!(",{after},\"Constants\"]")), "{text}");
    assert_eq!(format!("\"{}\"", error.code()), code);
}

#[test]
fn silence_goes_on_through_the_chain() {
    let middle = around(AROUND);
    let error = Fields { inner: Some(middle.into()), ..fields(AROUND) };
    assert_eq!(body(&error), r#"[404,"INSIDE","inside","inside",9,"Inside"]"#);
    let middle = Fields { said: Some("middle"), ..around(AROUND) };
    let error = Fields { inner: Some(middle.into()), ..fields(AROUND) };
    assert_eq!(body(&error), r#"[404,"INSIDE","middle","middle",9,"Inside"]"#);
    // And without an end, what is left is the usual.
    let error = fields(AROUND);
    assert_eq!(body(&error), r#"[500,null,"Internal Server Error",null,null,"Around"]"#);
    assert_eq!(error.code(), Code::None);
}

#[test]
fn a_field_that_says_the_code_opens_the_catalogue() {
    assert!(Catalogue::of::<Fields>().is_open());
}
