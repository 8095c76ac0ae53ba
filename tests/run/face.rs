//! `face`: what another API shows of the same error.

mod dynamic;
mod keys;
mod lists;
mod nested;
mod served;

use crate::support::{Flat, PROBLEM, json, pairs, problem, seen};
use error_runtime::{ApiError, Code, Declared, Face, Faced, envelope};

envelope! {
    /// The first API's body.
    pub(crate) Now = { "error": { "code": code, "message": message, "details": details | {}, ..members } }
}

envelope! {
    /// The older one's, which writes nulls; it names that face, too.
    pub(crate) Legacy = { "result": null, "errcode": code, "msg": message, "hint": hint, ..members }
    keep_null
}

/// The partners' face, which has the default envelope.
#[derive(Debug)]
pub(crate) struct Partner;

/// Asserts the answer on the partners' face, which has only the usual header.
#[track_caller]
fn partner<E: Face<Partner>>(error: &E, status: u16, body: &str) {
    json(&error.face::<Partner>(), status, &[], body);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Now, header("x-api" = "2"))]
#[api(face(Legacy, envelope = Legacy, code_case = "kebab-case", code_prefix = "e-"))]
#[api(face(Partner, envelope = Flat, code_suffix = "_P", header("x-partner" = "1")))]
enum Store {
    #[error("No project '{id}' of {owner:?}")]
    #[api(status = 404, hint = "Look again")]
    #[api(face(Legacy, status = 400, code = "nosuch", message = "unknown {id}"))]
    NoProject {
        #[api(detail, face(Legacy, member = "project"))]
        id: String,
        #[api(member, face(Legacy, member), face(Partner))]
        owner: Option<String>,
    },
    #[error("The disk is full")]
    #[api(
        status = 507,
        code = "FULL",
        face(Partner, status = 503, hint = "Later", retry_after = 9)
    )]
    DiskFull,
    #[error("It is locked")]
    #[api(status = 423, header("x-lock" = "a", "x-api" = none))]
    #[api(face(Legacy, header("x-lock" = none, "x-api" = "1")), face(Partner, header("x-lock" = "b")))]
    Locked,
}

fn no_project(owner: Option<&str>) -> Store {
    Store::NoProject { id: "p1".to_owned(), owner: owner.map(str::to_owned) }
}

#[test]
fn the_first_face_is_as_without_others() {
    json(
        &no_project(None),
        404,
        &[("x-api", "2")],
        r#"{"error":{"code":"NO_PROJECT","message":"No project 'p1' of None","details":{"id":"p1"}}}"#,
    );
    json(
        &Store::DiskFull,
        507,
        &[("x-api", "2")],
        r#"{"error":{"code":"FULL","message":"Insufficient Storage","details":{}}}"#,
    );
    json(
        &Store::Locked,
        423,
        &[("x-lock", "a")],
        r#"{"error":{"code":"LOCKED","message":"It is locked","details":{}}}"#,
    );
}

/// Code, status, message, envelope, null policy, and a field elsewhere.
#[test]
fn a_face_says_otherwise() {
    json(
        &no_project(None).face::<Legacy>(),
        400,
        &[("x-api", "2")],
        r#"{"result":null,"errcode":"nosuch","msg":"unknown p1","hint":"Look again","project":"p1","owner":null}"#,
    );
    json(
        &no_project(Some("me")).into_face::<Legacy>(),
        400,
        &[("x-api", "2")],
        r#"{"result":null,"errcode":"nosuch","msg":"unknown p1","hint":"Look again","project":"p1","owner":"me"}"#,
    );
    // The second field is nothing there, the first what it is on the first.
    json(
        &no_project(Some("me")).face::<Partner>(),
        404,
        &[("x-api", "2"), ("x-partner", "1")],
        r#"{"code":"NO_PROJECT_P","message":"No project 'p1' of Some(\"me\")","hint":"Look again","details":{"id":"p1"}}"#,
    );
}

/// A code from a name follows the face's rule, a stated one stays.
#[test]
fn codes_follow_the_faces_rule() {
    let codes = |error: &dyn ApiError| error.code().to_string();
    assert_eq!(codes(&Store::Locked.face::<Legacy>()), "e-locked");
    assert_eq!(codes(&Store::Locked.face::<Partner>()), "LOCKED_P");
    assert_eq!(codes(&Store::DiskFull.face::<Legacy>()), "FULL");
    assert_eq!(codes(&Store::DiskFull.face::<Partner>()), "FULL");
}

#[test]
fn headers_add_up_and_go_away() {
    json(
        &Store::Locked.face::<Legacy>(),
        423,
        &[("x-api", "1")],
        r#"{"result":null,"errcode":"e-locked","msg":"It is locked","hint":null}"#,
    );
    json(
        &Store::Locked.face::<Partner>(),
        423,
        &[("x-partner", "1"), ("x-lock", "a"), ("x-lock", "b")],
        r#"{"code":"LOCKED_P","message":"It is locked"}"#,
    );
    json(
        &Store::DiskFull.face::<Partner>(),
        503,
        &[("x-api", "2"), ("x-partner", "1"), ("retry-after", "9")],
        r#"{"code":"FULL","message":"Service Unavailable","hint":"Later"}"#,
    );
}

#[test]
fn every_question_is_answered_by_the_face() {
    let error = Store::DiskFull;
    let face = error.face::<Partner>();
    assert_eq!(face.status(), 503);
    assert_eq!(face.hint().as_deref(), Some("Later"));
    assert_eq!(face.message(), "Service Unavailable");
    assert_eq!(face.retry_after().map(|after| after.seconds()), Some(9));
    assert_eq!(face.spec().status, Some(503));
    assert_eq!(
        (face.title(), error.title()),
        ("Service Unavailable".into(), "Insufficient Storage".into())
    );
    assert_eq!(face.row(), error.row());
    assert_eq!(error.retry_after(), None);
}

/// What it is beside its answer, the error is itself.
#[test]
fn a_face_is_the_error_itself() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("cannot read")]
    #[api(status = 500, face(Partner, expose))]
    struct Unreadable(#[source] std::io::Error);
    let error = Unreadable(std::io::Error::other("bad sector"));
    let shown = error.face::<Partner>();
    assert_eq!(shown.to_string(), "cannot read");
    assert_eq!(format!("{shown:?}"), format!("{error:?}"));
    let source = std::error::Error::source(&shown).expect("the error's");
    assert_eq!(source.to_string(), "bad sector");
    problem(
        &error,
        500,
        &[],
        r#"{"type":"about:blank","title":"Internal Server Error","status":500,"detail":"Internal Server Error","code":"UNREADABLE"}"#,
    );
    problem(
        &shown,
        500,
        &[],
        r#"{"type":"about:blank","title":"Internal Server Error","status":500,"detail":"cannot read","code":"UNREADABLE"}"#,
    );
    let again = shown.clone();
    assert_eq!(again.get_ref().to_string(), "cannot read");
    assert_eq!(error.into_face::<Partner>().into_inner().0.to_string(), "bad sector");
}

#[test]
fn the_question_mark_converts() {
    fn find() -> Result<(), Store> {
        Err(Store::Locked)
    }
    fn handler() -> Result<(), Faced<Legacy, Store>> {
        find()?;
        Ok(())
    }
    let response: http::Response<Vec<u8>> = handler().unwrap_err().into();
    let seen = seen(response);
    assert_eq!(seen.status, 423);
    assert_eq!(
        seen.body,
        r#"{"result":null,"errcode":"e-locked","msg":"It is locked","hint":null}"#
    );
}

#[test]
fn references_and_boxes_have_the_same_faces() {
    let body = r#"{"result":null,"errcode":"e-locked","msg":"It is locked","hint":null}"#;
    let boxed = Box::new(Store::Locked);
    let shared = std::sync::Arc::new(Store::Locked);
    for error in [
        &boxed.face::<Legacy>() as &dyn ApiError,
        &shared.face::<Legacy>(),
        &(&Store::Locked).into_face::<Legacy>(),
        &Box::new(Store::Locked).into_face::<Legacy>(),
    ] {
        json(error, 423, &[("x-api", "1")], body);
    }
}

#[test]
fn the_catalogue_is_the_faces() {
    assert_eq!(
        Faced::<Legacy, Store>::catalogue().snapshot(),
        "nosuch\t400\tStore::NoProject\tunknown {id}\n\
         FULL\t507\tStore::DiskFull\t-\n\
         e-locked\t423\tStore::Locked\tIt is locked\n"
    );
    assert_eq!(Faced::<Partner, Store>::catalogue().codes(), ["NO_PROJECT_P", "FULL", "LOCKED_P"]);
    assert_eq!(Store::catalogue().codes(), ["NO_PROJECT", "FULL", "LOCKED"]);
    assert_eq!(<Store as Face<Legacy>>::FACE_SPECS.len(), Store::SPECS.len());
    assert_eq!(<Faced<Legacy, &Store> as Declared>::SPECS[0].code, Code::Text("nosuch"));
    let shape = Faced::<Legacy, Store>::catalogue().iter().next().expect("a row").shape();
    assert_eq!(shape.name, "Legacy");
}

/// A type may only name a face: then all of it is the first's, but the name
/// is there for errors around it.
#[test]
fn a_face_may_say_nothing() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("m")]
    #[api(status = 400, face(Partner))]
    struct Same;
    let expected = seen(Same.response());
    assert_eq!(seen(Same.face::<Partner>().response()), expected);
    assert_eq!(expected.headers, pairs(&[PROBLEM]));
}
