//! "Two wire faces of one enum (other codes, statuses, envelope, and other
//! fields as members)."

use crate::back::json;
use error_runtime::{Answer, ApiError, Declared, Faced, envelope};
use serde_json::json;

envelope! {
    /// The API of today.
    Chat = { "error": { "code": code, "message": message, "hint"?: hint, "details"?: details } }

    /// The API of the apps that are out there: every answer is a 200, the code
    /// is a word, and what is missing is written.
    Classic = { "ok": false, "error": code, "notice": hint, ..members }
    keep_null
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Chat)]
#[api(face(Classic, envelope = Classic, code_case = "snake_case", header("X-Api" = "classic")))]
enum PostError {
    #[error("There is no channel {channel}")]
    #[api(status = 404, hint = "List them with /channels")]
    #[api(face(Classic, status = 200, any_status, code = "channel_not_found", hint = none))]
    NoChannel {
        #[api(detail, face(Classic, member = "channel_id"))]
        channel: &'static str,
        #[api(face(Classic, member))]
        team: Option<&'static str>,
    },
    #[error("The token may not {needed}")]
    #[api(status = 403, face(Classic, status = 200, any_status))]
    MissingScope {
        #[api(detail, face(Classic, member))]
        needed: &'static str,
        #[api(face(Classic, member))]
        provided: &'static str,
    },
    /// Both say 429, and the same hint.
    #[error("Too many messages")]
    #[api(status = 429, hint = "Slow down", face(Classic, code = "ratelimited"))]
    TooMany {
        #[api(retry_after)]
        left: u16,
    },
    #[error("the message could not be stored")]
    #[api(status = 500, face(Classic, status = 200, any_status, code = "fatal_error"))]
    #[api(
        when(Store::ReadOnly),
        status = 503,
        code = "READ_ONLY",
        message = "Only reading is possible",
        face(Classic, code = "service_unavailable", hint = "See the status page")
    )]
    Store(#[from] Store),
    #[error("a {0} is no file")]
    #[api(status = 415, face(Classic, envelope = Chat, code = 415))]
    NoFile(&'static str),
}

#[derive(Debug, thiserror::Error)]
enum Store {
    #[error("replica of shard 7")]
    ReadOnly,
    #[error("page 0x1f")]
    Broken,
}

#[track_caller]
fn today(error: &PostError, status: u16, headers: &[(&str, &str)], body: &str) -> Answer {
    json(Chat::parse, error, status, headers, body)
}

#[track_caller]
fn classic(error: &PostError, status: u16, headers: &[(&str, &str)], body: &str) -> Answer {
    let headers: Vec<_> =
        std::iter::once(("x-api", "classic")).chain(headers.iter().copied()).collect();
    json(Classic::parse, &error.face::<Classic>(), status, &headers, body)
}

#[test]
fn another_status_code_envelope_and_other_members() {
    let error = PostError::NoChannel { channel: "C1", team: None };
    let body = r#"{"error":{"code":"NO_CHANNEL","message":"There is no channel C1","hint":"List them with /channels","details":{"channel":"C1"}}}"#;
    let answer = today(&error, 404, &[], body);
    assert_eq!(answer.code(), "NO_CHANNEL");
    assert_eq!(answer.hint(), Some("List them with /channels"));
    assert_eq!(answer.details(), &json!({ "channel": "C1" }));
    // Its envelope writes nulls.
    let body =
        r#"{"ok":false,"error":"channel_not_found","notice":null,"channel_id":"C1","team":null}"#;
    let answer = classic(&error, 200, &[], body);
    assert_eq!(answer.code(), "channel_not_found");
    assert_eq!(answer.hint(), None);
    assert_eq!(answer.members()["channel_id"], "C1");
    assert_eq!(answer.members()["team"], json!(null));
}

#[test]
fn a_code_from_the_name_in_the_faces_case() {
    let error = PostError::MissingScope { needed: "chat:write", provided: "identify" };
    let body = r#"{"error":{"code":"MISSING_SCOPE","message":"The token may not chat:write","details":{"needed":"chat:write"}}}"#;
    assert_eq!(today(&error, 403, &[], body).code(), "MISSING_SCOPE");
    let body = r#"{"ok":false,"error":"missing_scope","notice":null,"needed":"chat:write","provided":"identify"}"#;
    let answer = classic(&error, 200, &[], body);
    assert_eq!(answer.members()["provided"], "identify");
}

#[test]
fn what_a_face_does_not_say_is_the_firsts() {
    let error = PostError::TooMany { left: 30 };
    let after = [("retry-after", "30")];
    let body = r#"{"error":{"code":"TOO_MANY","message":"Too many messages","hint":"Slow down"}}"#;
    today(&error, 429, &after, body);
    let body = r#"{"ok":false,"error":"ratelimited","notice":"Slow down"}"#;
    let answer = classic(&error, 429, &after, body);
    assert_eq!(answer.retry_after().map(|after| after.as_secs()), Some(30));
    assert_eq!(answer.hint(), Some("Slow down"));
}

#[test]
fn rows_have_faces_too() {
    let error = PostError::from(Store::ReadOnly);
    let body = r#"{"error":{"code":"READ_ONLY","message":"Only reading is possible"}}"#;
    today(&error, 503, &[], body);
    let body = r#"{"ok":false,"error":"service_unavailable","notice":"See the status page"}"#;
    classic(&error, 503, &[], body);
    let error = PostError::from(Store::Broken);
    today(&error, 500, &[], r#"{"error":{"code":"STORE","message":"Internal Server Error"}}"#);
    classic(&error, 200, &[], r#"{"ok":false,"error":"fatal_error","notice":null}"#);
}

#[test]
fn a_variant_of_a_face_has_another_envelope() {
    let error = PostError::NoFile("folder");
    let body = r#"{"error":{"code":"NO_FILE","message":"a folder is no file"}}"#;
    today(&error, 415, &[], body);
    let body = r#"{"error":{"code":415,"message":"a folder is no file"}}"#;
    let face = error.face::<Classic>();
    let answer = json(Chat::parse, &face, 415, &[("x-api", "classic")], body);
    assert_eq!(answer.code(), 415);
}

#[test]
fn each_has_its_catalogue() {
    let codes = PostError::catalogue().codes().join(" ");
    assert_eq!(codes, "NO_CHANNEL MISSING_SCOPE TOO_MANY READ_ONLY STORE NO_FILE");
    let catalogue = Faced::<Classic, PostError>::catalogue();
    let codes = catalogue.codes().join(" ");
    assert_eq!(
        codes,
        "channel_not_found missing_scope ratelimited service_unavailable fatal_error 415"
    );
    let statuses: Vec<_> = catalogue.iter().filter_map(|entry| entry.spec().status).collect();
    assert_eq!(statuses, [200, 200, 429, 503, 200, 415]);
}
