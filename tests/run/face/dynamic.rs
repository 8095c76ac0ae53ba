//! What only the value knows, on several faces: status, code, lists of
//! errors, and the headers that are made of parts.

use super::Partner;
use crate::support::{Flat, json};
use error_runtime::{ApiError, Declared, Faced, envelope};

#[derive(Debug, thiserror::Error, ApiError)]
#[error("upstream said {status}")]
#[api(envelope = Flat, status = 502, message = "m", face(Partner, status = 500, code = "P"))]
struct Upstream {
    #[api(status, face(Partner, member = "upstream"))]
    status: u16,
    #[api(face(Partner, code))]
    code: Option<&'static str>,
}

#[test]
fn a_field_gives_status_or_code_on_one_face() {
    let error = Upstream { status: 404, code: Some("theirs") };
    json(&error, 404, &[], r#"{"code":"UPSTREAM","message":"m"}"#);
    let body = r#"{"code":"theirs","message":"m","upstream":404}"#;
    json(&error.face::<Partner>(), 500, &[], body);
    let error = Upstream { status: 0, code: None };
    json(&error, 502, &[], r#"{"code":"UPSTREAM","message":"m"}"#);
    json(&error.face::<Partner>(), 500, &[], r#"{"code":"P","message":"m","upstream":0}"#);
    assert!(Faced::<Partner, Upstream>::catalogue().is_open());
    assert!(!Upstream::catalogue().is_open());
}

envelope! {
    /// A list of errors.
    Many = { "code": code, "errors"?: errors[{ "code": code, "message": message, ..members }] }
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Item {
    #[error("{field} is empty")]
    #[api(status = 422, face(Partner, status = 400, code = 7, message = "no {field}"))]
    Empty {
        #[api(member, face(Partner))]
        field: &'static str,
    },
    #[error("too long")]
    #[api(status = 413)]
    TooLong,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{} mistakes", .0.len())]
#[api(envelope = Many, status = 418, face(Partner, code = "P-LIST"))]
struct List(#[api(errors, status, face(Partner, errors, status))] Vec<Item>);

#[test]
fn the_items_of_a_list_are_shown_in_the_same_face() {
    let list = List(vec![Item::Empty { field: "name" }, Item::TooLong]);
    json(
        &list,
        422,
        &[],
        r#"{"code":"LIST","errors":[{"code":"EMPTY","message":"name is empty","field":"name"},{"code":"TOO_LONG","message":"too long"}]}"#,
    );
    // The status is the first item's, on that face.
    json(
        &list.face::<Partner>(),
        400,
        &[],
        r#"{"code":"P-LIST","errors":[{"code":7,"message":"no name"},{"code":"TOO_LONG","message":"too long"}]}"#,
    );
    json(&List(Vec::new()).face::<Partner>(), 418, &[], r#"{"code":"P-LIST"}"#);
    let status = |catalogue: error_runtime::Catalogue| {
        let row = catalogue.iter().next().expect("a row");
        row.errors().expect("a list").specs()[0].status
    };
    assert_eq!(status(List::catalogue()), Some(422));
    assert_eq!(status(Faced::<Partner, List>::catalogue()), Some(400));
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("sign in")]
#[api(envelope = Flat, status = 302, any_status, redirect(.uri, error = code))]
#[api(face(Partner, status = 401, header("Location" = none), challenge("Bearer", error = code)))]
#[api(face(super::Legacy, status = 303, redirect("https://old.example/{uri}")))]
struct SignIn {
    uri: &'static str,
}

#[test]
fn a_redirect_on_one_face_is_a_challenge_on_the_other() {
    let error = SignIn { uri: "/in" };
    let body = r#"{"code":"SIGN_IN","message":"sign in"}"#;
    json(&error, 302, &[("location", "/in?error=SIGN_IN")], body);
    json(&error.face::<Partner>(), 401, &[("www-authenticate", r#"Bearer error="SIGN_IN""#)], body);
    // There is one redirect: the face's own stands in place of the first.
    json(&error.face::<super::Legacy>(), 303, &[("location", "https://old.example/%2Fin")], body);
}
