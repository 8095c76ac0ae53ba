//! "Odd statuses: 200, 302, 304, 425, 451, 470, 507, 570."

use crate::back::{json, wire};
use error_runtime::{ApiError, Code, envelope};
use serde_json::json;

envelope! {
    Tutor = { "code"?: code, "error": message, "status": status, "reason": reason, ..members }
    field_case = "camelCase"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Tutor)]
enum Session {
    #[error("A generation is already running for this session")]
    #[api(status = 200, any_status, code = none, member("accepted" = false, "done" = false))]
    NotAccepted {
        #[api(member)]
        next_question: &'static str,
    },
    #[error("Sign in first")]
    #[api(status = FOUND, any_status, header("Location" = "https://id.example/login"))]
    SignIn,
    #[error("The problem set is as you have it")]
    #[api(status = 304, any_status, header("ETag" = "W/\"{revision}\""))]
    Unchanged { revision: u32 },
    #[error("Send it again over a finished handshake")]
    #[api(status = TOO_EARLY, retry = "now")]
    TooEarly,
    #[error("Not to be shown in {country}")]
    #[api(
        status = 451,
        header("Link" = "<https://authority.example/{country}>; rel=\"blocked-by\"")
    )]
    Blocked { country: &'static str },
    #[error("The workspace has been archived")]
    #[api(status = 470)]
    Archived,
    #[error("the disk is full")]
    #[api(status = INSUFFICIENT_STORAGE, message = "No room for this submission")]
    Full,
    #[error("model node 17 is lost")]
    #[api(status = 570, retry_after = 30)]
    ModelLost,
    /// What the model's host said, whatever it was.
    #[error("The host said {0}")]
    #[api(status = 470, any_status, code = none)]
    Host(#[api(status)] u16),
}

#[test]
fn an_answer_that_went_well_for_http() {
    let error = Session::NotAccepted { next_question: "Which language?" };
    let body = r#"{"error":"A generation is already running for this session","status":200,"reason":"OK","nextQuestion":"Which language?","accepted":false,"done":false}"#;
    let answer = json(Tutor::parse, &error, 200, &[], body);
    assert_eq!(answer.code(), Code::None);
    assert_eq!(answer.message(), Some("A generation is already running for this session"));
    assert_eq!(answer.members()["nextQuestion"], "Which language?");
    assert_eq!(answer.members()["accepted"], json!(false));
}

#[test]
fn a_redirect_has_a_body_too() {
    let body = r#"{"code":"SIGN_IN","error":"Sign in first","status":302,"reason":"Found"}"#;
    let location = ("location", "https://id.example/login");
    let answer = json(Tutor::parse, &Session::SignIn, 302, &[location], body);
    assert_eq!(answer.code(), "SIGN_IN");
}

/// RFC 9110, 15.4.5: it has no content, and the `ETag` that a 200 would have.
#[test]
fn not_modified_has_none() {
    let response = Session::Unchanged { revision: 7 }.response();
    assert_eq!(response.status(), 304);
    assert_eq!(crate::support::lines(response.headers()), [("etag".into(), "W/\"7\"".into())]);
    assert!(response.body().is_empty());
    let answer = Tutor::parse(response.status(), response.headers(), response.body());
    assert_eq!((answer.status().as_u16(), answer.message()), (304, None));
}

#[test]
fn statuses_that_few_know() {
    let body = r#"{"code":"TOO_EARLY","error":"Send it again over a finished handshake","status":425,"reason":"Too Early"}"#;
    let answer = json(Tutor::parse, &Session::TooEarly, 425, &[], body);
    assert_eq!(answer.status(), http::StatusCode::TOO_EARLY);
    // RFC 7725, section 4: the link names who demands it.
    let link = ("link", "<https://authority.example/de>; rel=\"blocked-by\"");
    let body = r#"{"code":"BLOCKED","error":"Not to be shown in de","status":451,"reason":"Unavailable For Legal Reasons"}"#;
    let answer = json(Tutor::parse, &Session::Blocked { country: "de" }, 451, &[link], body);
    assert_eq!(answer.code(), "BLOCKED");
    let body = r#"{"code":"FULL","error":"No room for this submission","status":507,"reason":"Insufficient Storage"}"#;
    assert_eq!(json(Tutor::parse, &Session::Full, 507, &[], body).code(), "FULL");
}

/// RFC 9110, 15: a status that is not known is as its class's first.
#[test]
fn statuses_that_nobody_knows() {
    let body = r#"{"code":"ARCHIVED","error":"The workspace has been archived","status":470,"reason":"Client Error"}"#;
    let answer = json(Tutor::parse, &Session::Archived, 470, &[], body);
    assert_eq!(answer.message(), Some("The workspace has been archived"));
    // A 5xx is private, whether it has a name or not.
    let body =
        r#"{"code":"MODEL_LOST","error":"Server Error","status":570,"reason":"Server Error"}"#;
    let content = crate::support::JSON;
    let answer =
        wire(Tutor::parse, &Session::ModelLost, 570, &[content, ("retry-after", "30")], body);
    assert_eq!(answer.retry_after().map(|after| after.as_secs()), Some(30));
}

#[test]
fn a_field_may_have_them_where_the_variant_allows_it() {
    let host = |status, body| json(Tutor::parse, &Session::Host(status), status, &[], body);
    host(200, r#"{"error":"The host said 200","status":200,"reason":"OK"}"#);
    host(302, r#"{"error":"The host said 302","status":302,"reason":"Found"}"#);
    host(
        451,
        r#"{"error":"The host said 451","status":451,"reason":"Unavailable For Legal Reasons"}"#,
    );
    host(507, r#"{"error":"Insufficient Storage","status":507,"reason":"Insufficient Storage"}"#);
    // No final answer has a 1xx.
    let body = r#"{"error":"The host said 101","status":470,"reason":"Client Error"}"#;
    json(Tutor::parse, &Session::Host(101), 470, &[], body);
    assert!(Session::Host(204).response().body().is_empty());
}
