//! Rendering cannot fail, panic, or produce broken JSON, whatever the values.

use crate::support::{Flat, headers, json, pairs, seen};
use error_runtime::{ApiError, Context, Failure, Keep, Out, Part, Parts, Spec, Text};
use serde::{Serialize, Serializer};
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::{Arc, Mutex};

struct Broken;

impl Serialize for Broken {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::{Error as _, SerializeMap as _};
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("begun", &[1, 2])?;
        Err(S::Error::custom("the reason"))
    }
}

impl fmt::Debug for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Broken")
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("begun ")?;
        Err(fmt::Error)
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Bad {
    #[error("m")]
    #[api(status = 400, detail("fine" = 1, "text" = "a {broken}", "deep" = { "x": Broken, "y": "{broken}", "z": 2 }))]
    Details {
        #[api(detail, member)]
        broken: Broken,
        #[api(detail)]
        before: u8,
    },
    #[error("shown {0}")]
    #[api(status = 404)]
    Display(Broken),
    #[error("x")]
    #[api(status = 409, message = "said {0}", hint = "hint {0}", docs = "https://d.example/{0}")]
    Texts(Broken),
    #[error("m {0}")]
    #[api(status = 400, envelope = Text)]
    Text(Broken),
    #[error("m")]
    #[api(status = 400, header("x-a" = "{text}"), header("x-b" = "1"), header("x-c" = "{broken}"))]
    Headers {
        #[api(header = "x-text")]
        text: String,
        broken: Broken,
    },
    #[error("m")]
    #[api(status = 400)]
    Whole(#[api(detail(flatten))] Broken, #[api(member(flatten))] Broken),
    #[error("m")]
    #[api(status = 400)]
    Members(#[api(member(flatten))] Vec<u8>),
}

/// The body, and what the hook is told.
#[track_caller]
fn told(error: &dyn ApiError) -> (String, Vec<Failure>) {
    let failures = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&failures);
    let context = Context::new().with_hook(move |rendered| {
        heard.lock().unwrap().extend_from_slice(rendered.failures());
    });
    let body = seen(error.response_with(&context)).body;
    assert_eq!(body, crate::support::body(error));
    let failures = failures.lock().unwrap().clone();
    (body, failures)
}

fn serialize(name: &str) -> Failure {
    // The enum is open, but its variants' fields are not.
    let text = format!("`{name}` failed to serialize: the reason");
    let known = told(&Bad::Details { broken: Broken, before: 0 }).1;
    known.into_iter().find(|failure| failure.to_string() == text).expect("that failure")
}

#[test]
fn a_serialize_that_fails_is_left_out() {
    let (body, failures) = told(&Bad::Details { broken: Broken, before: 7 });
    assert_eq!(
        body,
        r#"{"code":"DETAILS","message":"m","details":{"before":7,"fine":1,"deep":{"z":2}}}"#
    );
    let texts: Vec<_> = failures.iter().map(ToString::to_string).collect();
    assert_eq!(
        texts,
        [
            "`broken` failed to serialize: the reason",
            "the `Display` behind `text` failed",
            "`x` failed to serialize: the reason",
            "the `Display` behind `y` failed",
            "`broken` failed to serialize: the reason",
        ]
    );
    assert_eq!(failures[0], serialize("broken"));
}

#[test]
fn a_flattened_one_too() {
    let (body, failures) = told(&Bad::Whole(Broken, Broken));
    assert_eq!(body, r#"{"code":"WHOLE","message":"m"}"#);
    assert_eq!(failures.len(), 2);
    let (body, failures) = told(&Bad::Members(vec![1]));
    assert_eq!(body, r#"{"code":"MEMBERS","message":"m"}"#);
    assert_eq!(failures, [Failure::NotAnObject]);
}

#[test]
fn a_display_that_fails_is_the_status_phrase() {
    let (body, failures) = told(&Bad::Display(Broken));
    assert_eq!(body, r#"{"code":"DISPLAY","message":"Not Found"}"#);
    assert_eq!(failures.len(), 1);
    let (body, _) = told(&Bad::Texts(Broken));
    assert_eq!(body, r#"{"code":"TEXTS","message":"Conflict"}"#);
    assert_eq!(Bad::Texts(Broken).message(), "Conflict");
    assert_eq!((Bad::Texts(Broken).hint(), Bad::Texts(Broken).docs()), (None, None));
    assert_eq!(told(&Bad::Text(Broken)).0, "Bad Request");
}

#[test]
fn header_values_that_cannot_be_are_left_out() {
    for text in ["a\r\nset-cookie: b", "a\nb", "\0", "\u{7f}", "\u{1}"] {
        let error = Bad::Headers { text: text.to_owned(), broken: Broken };
        assert_eq!(headers(&error), pairs(&[("x-b", "1")]), "{text:?}");
        let failures: Vec<_> = told(&error).1.iter().map(ToString::to_string).collect();
        assert_eq!(failures.len(), 3, "{failures:?}");
    }
    let error = Bad::Headers { text: "caf\u{e9}\t".to_owned(), broken: Broken };
    assert_eq!(
        headers(&error),
        pairs(&[("x-a", "caf\u{e9}\t"), ("x-b", "1"), ("x-text", "caf\u{e9}\t")])
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(envelope = Flat, status = 400, code = none)]
struct Detail<T>(#[api(detail = "v", member = "w", keep_null)] T);

/// As `serde_json` has it, or left out where `serde_json` fails.
#[track_caller]
fn as_serde_json<T: Serialize + fmt::Debug>(value: T) {
    let expected = serde_json::to_string(&value).map_or_else(
        |_| r#"{"message":"m"}"#.to_owned(),
        |json| format!(r#"{{"message":"m","details":{{"v":{json}}},"w":{json}}}"#),
    );
    json(&Detail(value), 400, &[], &expected);
}

#[derive(Debug, Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct Key(u8, u8);

#[test]
fn odd_numbers_and_keys() {
    as_serde_json(f64::NAN);
    as_serde_json(f64::NEG_INFINITY);
    as_serde_json([f64::MIN_POSITIVE, 1e300, -0.0, 1.0, 1e16, 123_456_789.125]);
    as_serde_json([f32::MAX, 0.1, f32::NAN]);
    as_serde_json((u64::MAX, i64::MIN, u128::MAX, i128::MIN));
    as_serde_json(BTreeMap::from([(1_u8, 'a'), (2, '\u{2028}')]));
    as_serde_json(BTreeMap::from([(-1_i64, 1)]));
    as_serde_json(BTreeMap::from([(true, 1), (false, 2)]));
    as_serde_json(BTreeMap::from([('c', 1)]));
    as_serde_json(BTreeMap::from([(Key(1, 2), 1)]));
    as_serde_json(BTreeMap::from([(Some("k"), 1)]));
    as_serde_json(BTreeMap::from([(None::<&str>, 1)]));
    as_serde_json(BTreeMap::from([((), 1)]));
    as_serde_json(BTreeMap::from([("", 1), ("a\"b\\\n", 2)]));
    as_serde_json(b"bytes".as_slice());
    as_serde_json(std::time::Duration::from_millis(1_500));
}

#[derive(Debug, Serialize)]
enum Shapes {
    Unit,
    New(u8),
    Tuple(u8, ()),
    Struct { a: Option<u8>, r#b: &'static str },
}

#[derive(Debug, Serialize)]
#[serde(tag = "t")]
enum Tagged {
    A { x: u8 },
}

#[test]
fn every_shape_of_serde() {
    as_serde_json([
        Shapes::Unit,
        Shapes::New(1),
        Shapes::Tuple(1, ()),
        Shapes::Struct { a: None, b: "" },
    ]);
    as_serde_json(Tagged::A { x: 1 });
    as_serde_json(HashMap::from([("k", vec![(1, "a")])]));
    as_serde_json(serde_json::json!({"b": 1, "a": [null, 1.5, {"c": "d"}]}));
    as_serde_json(std::net::Ipv6Addr::LOCALHOST);
    as_serde_json(std::path::Path::new("a/b"));
}

#[cfg(unix)]
#[test]
fn what_serde_json_cannot_write_is_left_out() {
    use std::os::unix::ffi::OsStrExt as _;
    as_serde_json(std::path::Path::new(std::ffi::OsStr::from_bytes(b"a\xff")));
}

#[derive(Debug, Serialize)]
struct Deep(Option<Box<Deep>>, u8);

#[test]
fn deep_nesting_is_written() {
    let mut value = serde_json::json!(1);
    for _ in 0..120 {
        value = serde_json::json!([value, { "k": null }]);
    }
    as_serde_json(value);
    let mut deep = Deep(None, 0);
    for n in 0..1_000_u16 {
        deep = Deep(Some(Box::new(deep)), (n % 10) as u8);
    }
    as_serde_json(deep);
}

/// A hand-written error whose status is whatever it is told.
#[derive(Debug)]
struct Dynamic(u16, Option<u16>);

impl fmt::Display for Dynamic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("shown")
    }
}

impl std::error::Error for Dynamic {}

impl ApiError for Dynamic {
    fn specs(&self) -> &'static [Spec] {
        const SPEC: Spec = Spec { variant: "Dynamic", ..Spec::EMPTY };
        const DYNAMIC: Parts = Parts::STATUS.and(Parts::MESSAGE).and(Parts::DISPLAY);
        const SPECS: &[Spec] = &[
            Spec { status: Some(418), dynamic: DYNAMIC, ..SPEC },
            Spec { status: Some(302), dynamic: DYNAMIC, ..SPEC },
            Spec { status: Some(99), ..SPEC },
            Spec { dynamic: Parts::DETAILS.and(Parts::MEMBERS), ..SPEC },
        ];
        SPECS
    }
    fn row(&self) -> usize {
        usize::from(self.0)
    }
    fn fill<'e>(&'e self, _row: usize, part: Part<'e, '_>) {
        let write = |out: &mut Out| {
            out.text("no place for text");
            out.entry("a", Keep::Default, &1);
            out.entry("a", Keep::Default, &2);
            out.object("title", |out| out.entry("title", Keep::Null, &()));
        };
        match part {
            Part::Status(status) => *status = self.1,
            Part::Details(out) | Part::Members(out) => write(out),
            _ => {}
        }
    }
}

#[test]
fn a_status_that_is_not_allowed_falls_back() {
    for (status, expected) in
        [(404, 404), (599, 599), (200, 418), (302, 418), (600, 418), (100, 418)]
    {
        let error = Dynamic(0, Some(status));
        assert_eq!(error.status(), expected, "{status}");
        assert_eq!(told(&error).1.len(), usize::from(status != expected), "{status}");
    }
    assert_eq!(Dynamic(0, None).status(), 418);
    assert_eq!(Dynamic(1, Some(204)).status(), 204);
    assert_eq!(Dynamic(1, Some(101)).status(), 302);
    assert_eq!(Dynamic(2, None).status(), 500);
}

#[test]
fn a_status_of_run_time_hides_display_at_a_5xx() {
    assert_eq!(Dynamic(0, Some(404)).message(), "shown");
    assert_eq!(Dynamic(0, Some(503)).message(), "Service Unavailable");
}

#[test]
fn a_row_that_is_not_there_is_a_500() {
    let (body, failures) = told(&Dynamic(9, None));
    assert_eq!(
        body,
        r#"{"type":"about:blank","title":"Internal Server Error","status":500,"detail":"Internal Server Error"}"#
    );
    assert_eq!(failures.len(), 1);
}

#[test]
fn names_are_never_repeated() {
    let (body, failures) = told(&Dynamic(3, None));
    assert_eq!(
        body,
        r#"{"type":"about:blank","title":"Internal Server Error","status":500,"detail":"Internal Server Error","details":{"a":1,"title":{"title":null}},"a":1}"#
    );
    assert_eq!(failures.len(), 3);
}

/// Goes on after a part of it has failed.
#[derive(Debug)]
struct Swallows;

impl Serialize for Swallows {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap as _;
        let mut map = serializer.serialize_map(None)?;
        let _ = map.serialize_entry("a", &Broken);
        map.serialize_entry("b", &1)?;
        map.end()
    }
}

#[test]
fn a_failure_that_nobody_minds_breaks_no_json() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("m")]
    #[api(status = 400, envelope = Flat)]
    struct Swallowed(#[api(detail = "x")] Swallows, #[api(member(flatten))] Swallows);
    let (body, failures) = told(&Swallowed(Swallows, Swallows));
    assert_eq!(body, r#"{"code":"SWALLOWED","message":"m","details":{"x":{"b":1}},"b":1}"#);
    assert_eq!(failures, []);
}

/// Stands inside itself.
#[derive(Debug, thiserror::Error)]
#[error("endless")]
struct Endless;

impl ApiError for Endless {
    fn specs(&self) -> &'static [Spec] {
        const SPECS: &[Spec] = &[Spec { inner: Some(error_runtime::Table::open), ..Spec::EMPTY }];
        SPECS
    }

    fn row(&self) -> usize {
        0
    }

    fn fill<'e>(&'e self, _row: usize, part: Part<'e, '_>) {
        if let Part::Inner(inner) = part {
            *inner = Some(self);
        }
    }
}

#[test]
fn a_chain_without_an_end_is_cut_loudly() {
    let (body, failures) = told(&Endless);
    assert!(body.contains(r#""status":500"#), "{body}");
    assert_eq!(failures.len(), 1);
    assert_eq!(
        failures[0].to_string(),
        "more than 1024 transparent errors stand inside one another"
    );
    assert_eq!(Endless.code(), error_runtime::Code::None);
}

#[test]
fn a_long_chain_keeps_its_answer() {
    #[derive(Debug, thiserror::Error, ApiError)]
    enum Deep {
        #[error("m")]
        #[api(status = 404)]
        End,
        #[error(transparent)]
        #[api(transparent)]
        Next(Box<Deep>),
    }
    let error = (0..300).fold(Deep::End, |error, _| Deep::Next(Box::new(error)));
    assert_eq!((error.status().as_u16(), error.code().to_string()), (404, "END".to_owned()));
    assert_eq!(told(&error).1, []);
}
