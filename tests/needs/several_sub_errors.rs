//! "Several sub-errors in one response (a list in the error's own shape;
//! nested problems; a field map; items with a member of their own; the status
//! of the first or of the outer)."

mod one_inside;
mod other_crates;
mod shapes;

use crate::back::json;
use error_runtime::{Answer, ApiError, Declared, Parts, envelope};

envelope! {
    /// A list in the error's own shape, whether there are several or one.
    Orders = {
        "success": false,
        "errors": errors[{
            "code": code,
            "message": message,
            "status"?: status,
            "line"?: member("line"),
            "hint"?: hint,
            ..members,
        }],
        "count"?: member("count"),
        "result": null,
    }
    code_case = "snake_case"
}

#[derive(Debug, thiserror::Error, ApiError)]
enum LineError {
    #[error("{sku} is sold out")]
    #[api(status = 409, hint = "Remove it")]
    SoldOut {
        #[api(member)]
        line: u32,
        sku: &'static str,
    },
    #[error("At most {most} of these")]
    #[api(status = 422)]
    TooMany {
        #[api(member)]
        line: u32,
        #[api(member)]
        most: u32,
    },
    #[error("price table of {0} is broken")]
    #[api(status = 500)]
    Unpriced(&'static str),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Orders)]
enum OrderError {
    #[error("The order was refused")]
    #[api(status = 400, member("count" = .lines.len()))]
    Refused {
        #[api(errors)]
        lines: Vec<LineError>,
    },
    #[error("The batch stopped")]
    #[api(status = 424)]
    Stopped(#[api(errors, status)] Option<Vec<LineError>>),
    #[error("No such order")]
    #[api(status = 404, hint = "Look into the archive")]
    NoSuchOrder,
}

fn lines() -> Vec<LineError> {
    vec![
        LineError::SoldOut { line: 2, sku: "A-1" },
        LineError::TooMany { line: 5, most: 3 },
        LineError::Unpriced("B-2"),
    ]
}

const LINES: &str = concat!(
    r#"{"code":"sold_out","message":"A-1 is sold out","status":409,"line":2,"hint":"Remove it"},"#,
    r#"{"code":"too_many","message":"At most 3 of these","status":422,"line":5,"most":3},"#,
    // Private, as anywhere.
    r#"{"code":"unpriced","message":"Internal Server Error","status":500}"#,
);

fn codes(answer: &Answer) -> Vec<String> {
    answer.errors().iter().map(|item| item.code().to_string()).collect()
}

#[test]
fn each_in_the_errors_own_shape_and_the_status_of_the_outer() {
    let body = format!(r#"{{"success":false,"errors":[{LINES}],"count":3,"result":null}}"#);
    let error = OrderError::Refused { lines: lines() };
    let answer = json(Orders::parse, &error, 400, &[], &body);
    assert_eq!(codes(&answer), ["sold_out", "too_many", "unpriced"]);
    let first = &answer.errors()[0];
    assert_eq!(first.message(), Some("A-1 is sold out"));
    assert_eq!(first.hint(), Some("Remove it"));
    assert_eq!(first.members()["line"], 2);
    assert_eq!(answer.errors()[1].members()["most"], 3);
    // What the template says only of items is the first one's.
    assert_eq!(answer.code(), "sold_out");
    assert_eq!(answer.members()["count"], 3);
}

#[test]
fn the_status_of_the_first() {
    let body = format!(r#"{{"success":false,"errors":[{LINES}],"result":null}}"#);
    let answer = json(Orders::parse, &OrderError::Stopped(Some(lines())), 409, &[], &body);
    assert_eq!(answer.errors().len(), 3);
    let mut turned = lines();
    turned.swap(0, 1);
    assert_eq!(OrderError::Stopped(Some(turned)).status(), 422);
    // Of an empty list, the variant's.
    let empty = r#"{"success":false,"errors":[],"result":null}"#;
    let answer = json(Orders::parse, &OrderError::Stopped(Some(vec![])), 424, &[], empty);
    assert!(answer.errors().is_empty());
}

/// Without a list, the error is the one item.
#[test]
fn one_of_the_same_shape() {
    let answer = json(
        Orders::parse,
        &OrderError::NoSuchOrder,
        404,
        &[],
        r#"{"success":false,"errors":[{"code":"no_such_order","message":"No such order","status":404,"hint":"Look into the archive"}],"result":null}"#,
    );
    assert_eq!(answer.code(), "no_such_order");
    assert_eq!(answer.hint(), Some("Look into the archive"));
    let answer = json(
        Orders::parse,
        &OrderError::Stopped(None),
        424,
        &[],
        r#"{"success":false,"errors":[{"code":"stopped","message":"The batch stopped","status":424}],"result":null}"#,
    );
    assert_eq!(codes(&answer), ["stopped"]);
}

#[test]
fn the_catalogue_has_the_table_of_the_items() {
    let catalogue = OrderError::catalogue();
    let lists: Vec<_> =
        catalogue.iter().map(|entry| entry.errors().map(|table| table.name())).collect();
    assert_eq!(lists, [Some("LineError"), Some("LineError"), None]);
    let by_field = catalogue.iter().map(|entry| entry.spec().dynamic.has(Parts::STATUS));
    assert_eq!(by_field.collect::<Vec<_>>(), [false, true, false]);
}
