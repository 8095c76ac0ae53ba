//! The success side of an envelope.

use crate::support::{JSON, seen};
use error_runtime::{Context, envelope};
use http::Response;
use serde::Serialize;

envelope! {
    /// Both sides, with a header for errors only.
    pub(crate) CoDrag = {
        "success": false, "data": null, "error": { "code"?: code, "message": message },
    }
    success = { "success": true, "data": data, "status": status, "reason": reason, "error": null }
    content_type = "application/vnd.codrag+json"
    header("x-error" = "1")
    internal_message = "Sorry"
}

envelope! {
    /// No success of its own.
    Errors = { "error": message }
}

envelope! {
    /// Where the data may be missing.
    Optional = { "e": message }
    success = { "data"?: data, "or": data | "none", "bare": data }
}

#[derive(Serialize)]
struct Project {
    id: u8,
    tags: Vec<&'static str>,
}

fn ok<T: Serialize>(data: T) -> Response<Vec<u8>> {
    CoDrag(data).into()
}

#[test]
fn it_is_written_as_declared() {
    let answer = seen(ok(Project { id: 1, tags: vec!["a\"b"] }));
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.headers,
        [("content-type".to_owned(), "application/vnd.codrag+json".to_owned())]
    );
    assert_eq!(
        answer.body,
        r#"{"success":true,"data":{"id":1,"tags":["a\"b"]},"status":200,"reason":"OK","error":null}"#
    );
}

#[test]
fn serialize_is_the_same() {
    let data = || Project { id: 2, tags: vec![] };
    assert_eq!(serde_json::to_string(&CoDrag(data())).unwrap(), seen(ok(data())).body);
    assert_eq!(
        serde_json::to_string(&[CoDrag(1), CoDrag(2)]).unwrap(),
        r#"[{"success":true,"data":1,"status":200,"reason":"OK","error":null},{"success":true,"data":2,"status":200,"reason":"OK","error":null}]"#
    );
}

#[test]
fn nothing_is_null() {
    assert_eq!(
        seen(ok(())).body,
        r#"{"success":true,"data":null,"status":200,"reason":"OK","error":null}"#
    );
}

#[test]
fn empty_data_may_be_left_out() {
    let json = |text: &str| text.to_owned();
    assert_eq!(serde_json::to_string(&Optional(())).unwrap(), json(r#"{"or":"none","bare":null}"#));
    assert_eq!(serde_json::to_string(&Optional("")).unwrap(), json(r#"{"or":"none","bare":""}"#));
    assert_eq!(
        serde_json::to_string(&Optional([0])).unwrap(),
        json(r#"{"data":[0],"or":[0],"bare":[0]}"#)
    );
}

struct Broken;

impl Serialize for Broken {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("the secret reason"))
    }
}

#[test]
fn data_that_fails_is_a_500_in_the_same_envelope() {
    let answer = seen(ok(Broken));
    assert_eq!(answer.status, 500);
    assert_eq!(answer.body, r#"{"success":false,"data":null,"error":{"message":"Sorry"}}"#);
    assert_eq!(answer.headers[1], ("x-error".to_owned(), "1".to_owned()));
    assert!(serde_json::to_string(&CoDrag(Broken)).is_err());
}

#[test]
fn the_hook_is_for_errors() {
    let context = Context::new().with_hook(|rendered| panic!("heard of {:?}", rendered.status()));
    let answer = context.scope(|| seen(ok(1)));
    assert_eq!(answer.status, 200);
    let _ = (JSON, Errors(()));
}
