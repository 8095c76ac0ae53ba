//! `any_status`: answers that are no errors to HTTP, and those without a body.

use crate::support::{answers, problem};
use error_runtime::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum Odd {
    #[error("Already done")]
    #[api(status = 200, any_status)]
    Done,
    #[error("Elsewhere")]
    #[api(status = 302, any_status, code = none, header("location" = "/login?code=expired"))]
    Elsewhere,
    #[error("x")]
    #[api(status = NO_CONTENT, any_status, header("x-why" = "nothing"))]
    NoContent,
    #[error("x")]
    #[api(status = 205, any_status)]
    Reset,
    #[error("x")]
    #[api(status = NOT_MODIFIED, any_status, header("etag" = "{tag}"))]
    NotModified { tag: String },
    #[error("Beyond HTTP")]
    #[api(status = 999, any_status, expose)]
    Beyond,
}

#[test]
fn it_opens_the_range_for_one_row() {
    problem(
        &Odd::Done,
        200,
        &[],
        r#"{"type":"about:blank","title":"OK","status":200,"detail":"Already done","code":"DONE"}"#,
    );
    problem(
        &Odd::Elsewhere,
        302,
        &[("location", "/login?code=expired")],
        r#"{"type":"about:blank","title":"Found","status":302,"detail":"Elsewhere"}"#,
    );
    problem(
        &Odd::Beyond,
        999,
        &[],
        r#"{"type":"about:blank","title":"Unknown Status","status":999,"detail":"Beyond HTTP","code":"BEYOND"}"#,
    );
}

/// RFC 9110, 15.3.5, 15.3.6 and 15.4.5: no content, and so nothing that
/// describes it.
#[test]
fn some_statuses_send_no_body() {
    answers(&Odd::NoContent, 204, &[("x-why", "nothing")], "");
    answers(&Odd::Reset, 205, &[], "");
    let tag = "\"a1\"".to_owned();
    answers(&Odd::NotModified { tag }, 304, &[("etag", "\"a1\"")], "");
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 200, any_status)]
enum Always {
    #[error("One")]
    One,
    #[error("Two")]
    #[api(status = 409)]
    Two,
}

#[test]
fn a_type_may_allow_it_for_all_its_rows() {
    assert_eq!((Always::One.status().as_u16(), Always::Two.status().as_u16()), (200, 409));
}
