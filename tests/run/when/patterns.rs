//! Every kind of pattern, and its bindings in every kind of text.

use super::{Db, Kind};
use crate::support::{Flat, json};
use error_runtime::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Bound {
    #[error("m")]
    #[api(status = 500)]
    #[api(
        when(Db::Limited { after, scope } if *after > 10 && !scope.is_empty()),
        status = 429,
        message = "Wait {after:03} for {scope:?}",
        hint("In {:>width$} s, {again}", after, width = 4, again = after * 2),
        header("x-after" = "{after}/{scope}"),
        detail("after" = after, "text" = "{scope}!", "deep" = { "len": scope.len(), "sum": after + 1 }),
        member("scope" = scope.to_uppercase()),
        docs = "https://d.example/{code}#{scope}"
    )]
    #[api(when(Db::Limited { after: 1..=3 | 7, .. }), status = 409, message = "Soon")]
    #[api(when(Db::Io(number @ (5 | 8..)) | Db::Limited { after: number, .. }), status = 502,
        message = "Number {number}")]
    #[api(when(Db::Constraint { table: "users", kind: Kind::Unique(column) }), status = 422,
        message = "{column} is taken")]
    #[api(when(whole @ Db::Constraint { .. } if whole.to_string().len() > 3), status = 400,
        message("{} characters", whole.to_string().len()))]
    Database(
        #[api(public)]
        #[source]
        Db,
    ),
}

fn limited(after: u32, scope: &str) -> Bound {
    Bound::Database(Db::Limited { after, scope: scope.to_owned() })
}

#[test]
fn bindings_stand_in_every_text() {
    json(
        &limited(30, "a\"b"),
        429,
        &[("x-after", "30/a\"b")],
        r#"{"code":"DATABASE","message":"Wait 030 for \"a\\\"b\"","hint":"In   30 s, 60","details":{"after":30,"text":"a\"b!","deep":{"len":3,"sum":31}},"scope":"A\"B"}"#,
    );
    assert_eq!(limited(30, "x").docs().as_deref(), Some("https://d.example/DATABASE#x"));
}

#[test]
fn literals_ranges_and_alternatives_match() {
    json(&limited(1, "x"), 409, &[], r#"{"code":"DATABASE","message":"Soon"}"#);
    json(&limited(3, ""), 409, &[], r#"{"code":"DATABASE","message":"Soon"}"#);
    json(&limited(7, "x"), 409, &[], r#"{"code":"DATABASE","message":"Soon"}"#);
    json(&limited(4, "x"), 502, &[], r#"{"code":"DATABASE","message":"Number 4"}"#);
}

#[test]
fn at_patterns_bind_in_all_alternatives() {
    json(&Bound::Database(Db::Io(5)), 502, &[], r#"{"code":"DATABASE","message":"Number 5"}"#);
    json(&Bound::Database(Db::Io(9)), 502, &[], r#"{"code":"DATABASE","message":"Number 9"}"#);
    json(
        &Bound::Database(Db::Io(6)),
        500,
        &[],
        r#"{"code":"DATABASE","message":"Internal Server Error"}"#,
    );
}

#[test]
fn nested_patterns_and_a_whole_match() {
    let unique = Kind::Unique("name".to_owned());
    let error = Bound::Database(Db::Constraint { table: "users", kind: unique.clone() });
    json(&error, 422, &[], r#"{"code":"DATABASE","message":"name is taken"}"#);
    let error = Bound::Database(Db::Constraint { table: "rows", kind: unique });
    json(&error, 400, &[], r#"{"code":"DATABASE","message":"20 characters"}"#);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Several {
    #[error("{0} {1} {3:?}")]
    #[api(status = 400)]
    #[api(when(0, ..), status = 404)]
    #[api(when(.., Some(last)), status = 409, message = "Last {last}, first {0}")]
    #[api(when(first, middle, .. if middle.len() > usize::from(*first)), status = 413,
        message = "{middle} is longer than {first}")]
    #[api(when(_, _, 'a'..='f' | 'x', Option::None), status = 422, message = "{2:?}")]
    Tuple(u8, String, char, #[api(detail = "last")] Option<bool>),
    #[error("m")]
    #[api(status = 400)]
    #[api(when([]), status = 404)]
    #[api(when([one]), status = 409, message = "Only {one}")]
    #[api(when([first, .., last] if first == last), status = 410, message = "{first} twice")]
    #[api(when([_, rest @ ..] if rest.len() > 1), status = 411, message("{rest:?} {}", rest.len()))]
    Slice(&'static [u8]),
    #[error("m")]
    #[api(status = 400)]
    #[api(when((a, (-1, b)), [x, ..]), status = 404, message = "{a} {b} {x}")]
    Deep(&'static (&'static str, (i8, bool)), [u8; 2]),
    #[error("m")]
    #[api(status = 400)]
    #[api(when(self::LIMIT), status = 404)]
    #[api(when(self::MORE | 30), status = 409)]
    #[api(when(i32::MAX), status = 410)]
    Constants(i32),
}

const LIMIT: i32 = 10;
const MORE: i32 = 20;

fn tuple(first: u8, text: &str, c: char, last: Option<bool>) -> Several {
    Several::Tuple(first, text.to_owned(), c, last)
}

#[test]
fn tuples_are_matched_part_by_part() {
    json(&tuple(0, "a", 'z', None), 404, &[], r#"{"code":"TUPLE","message":"0 a None"}"#);
    json(
        &tuple(1, "a", 'z', Some(true)),
        409,
        &[],
        r#"{"code":"TUPLE","message":"Last true, first 1","details":{"last":true}}"#,
    );
    json(
        &tuple(1, "ab", 'z', None),
        413,
        &[],
        r#"{"code":"TUPLE","message":"ab is longer than 1"}"#,
    );
    json(&tuple(9, "a", 'c', None), 422, &[], r#"{"code":"TUPLE","message":"'c'"}"#);
    json(&tuple(9, "a", 'z', None), 400, &[], r#"{"code":"TUPLE","message":"9 a None"}"#);
}

#[test]
fn slices_match() {
    json(&Several::Slice(&[]), 404, &[], r#"{"code":"SLICE","message":"m"}"#);
    json(&Several::Slice(&[1]), 409, &[], r#"{"code":"SLICE","message":"Only 1"}"#);
    json(&Several::Slice(&[1, 2, 1]), 410, &[], r#"{"code":"SLICE","message":"1 twice"}"#);
    json(&Several::Slice(&[1, 2, 3]), 411, &[], r#"{"code":"SLICE","message":"[2, 3] 2"}"#);
    json(&Several::Slice(&[1, 2]), 400, &[], r#"{"code":"SLICE","message":"m"}"#);
}

#[test]
fn patterns_see_through_references() {
    json(
        &Several::Deep(&("a", (-1, true)), [7, 8]),
        404,
        &[],
        r#"{"code":"DEEP","message":"a true 7"}"#,
    );
    json(&Several::Deep(&("a", (0, true)), [7, 8]), 400, &[], r#"{"code":"DEEP","message":"m"}"#);
}

#[test]
fn constants_are_patterns_by_their_path() {
    let statuses = [10, 20, 30, i32::MAX, 0].map(|n| Several::Constants(n).status().as_u16());
    assert_eq!(statuses, [404, 409, 409, 410, 400]);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, status = 400)]
enum Guarded {
    #[error("m")]
    #[api(when((Some(x), _) | (_, Some(x)) if *x > 5), status = 404, message = "{x}")]
    Pair((Option<u8>, Option<u8>)),
    #[error("m")]
    #[api(when(Some(x)) if *x > u8::MAX - 55, status = 404, message = "{x} is much")]
    #[api(when(Some(x),) if LIMIT < i32::from(*x), status = 409, message = "{x} is more")]
    #[api(when(None), status = 410, message = "None")]
    Behind(Option<u8>),
    #[error("m")]
    #[api(when { n: x, .. } if let 3..=5 = *x, status = 404, message = "{x} is some")]
    #[api(when { #[cfg(all())] n: x, .. } if matches!(x, 6 | 7), status = 409, message = "{x} is more")]
    #[api(when { n: x if *x == 8, }, status = 410, message = "{x} is inside")]
    Named { n: u8 },
}

fn answer(error: &Guarded) -> (u16, String) {
    (error.status().as_u16(), error.message().into_owned())
}

#[test]
fn the_guard_says_which_alternative_it_was() {
    assert_eq!(answer(&Guarded::Pair((Some(1), Some(9)))), (404, "9".to_owned()));
    assert_eq!(answer(&Guarded::Pair((Some(8), Some(9)))), (404, "8".to_owned()));
    assert_eq!(answer(&Guarded::Pair((Some(1), Some(2)))), (400, "m".to_owned()));
}

#[test]
fn a_guard_may_stand_behind_its_pattern() {
    assert_eq!(answer(&Guarded::Behind(Some(201))), (404, "201 is much".to_owned()));
    assert_eq!(answer(&Guarded::Behind(Some(11))), (409, "11 is more".to_owned()));
    assert_eq!(answer(&Guarded::Behind(Some(10))), (400, "m".to_owned()));
    assert_eq!(answer(&Guarded::Behind(None)), (410, "None".to_owned()));
    assert_eq!(answer(&Guarded::Named { n: 4 }), (404, "4 is some".to_owned()));
    assert_eq!(answer(&Guarded::Named { n: 7 }), (409, "7 is more".to_owned()));
    assert_eq!(answer(&Guarded::Named { n: 8 }), (410, "8 is inside".to_owned()));
    assert_eq!(answer(&Guarded::Named { n: 9 }), (400, "m".to_owned()));
}
