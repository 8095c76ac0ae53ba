//! "Redirects whose query carries the code", and optional state, URL-escaped.

use crate::back::{json, parse_as, wire};
use crate::support::Lines;
use error_runtime::{Answer, ApiError, Empty, envelope};

envelope! {
    Login = { "error": code, "message": message }
    code_case = "snake_case"
}

/// RFC 6749, section 4.1.2.1: the client hears of it by its own URI.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Empty, code_case = "snake_case", header("Cache-Control" = "no-store"))]
enum Authorize {
    #[error("The resource owner denied the request")]
    #[api(status = 302, any_status, redirect(.uri, error = code, state = .state))]
    AccessDenied { uri: &'static str, state: Option<&'static str> },
    #[error("No scope '{scope}'")]
    #[api(
        status = 302, any_status,
        redirect(.uri, error = code, error_description = message, state = .state)
    )]
    InvalidScope { uri: String, scope: &'static str, state: Option<String> },
    #[error("the server failed")]
    #[api(status = 500)]
    #[api(when { uri: Some(_), .. }, status = 303, any_status, code = "server_error", message = "Try again",
        redirect(.uri, error = code, error_description = message))]
    Failed { uri: Option<String>, shard: u8 },
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Login)]
enum Page {
    #[error("The session has expired")]
    #[api(
        status = 307, any_status, hint = "Sign in as {user}",
        redirect("https://id.example/{tenant}/login#form", reason = code, tip = hint, back = "/orders/{order}?tab=pay")
    )]
    SessionExpired { tenant: &'static str, user: &'static str, order: u32 },
    #[error("Moved")]
    #[api(status = 308, any_status, code = none, redirect(.target, reason = code))]
    Moved { target: Option<&'static str> },
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("Choose a plan")]
#[api(envelope = Empty, status = 303, any_status, code = 402, redirect("/plans", code = code))]
struct NoPlan;

#[track_caller]
fn goes(error: &dyn ApiError, status: u16, location: Option<&str>) {
    let location = location.map(|location| ("location", location));
    let headers: Vec<_> = std::iter::once(("cache-control", "no-store")).chain(location).collect();
    assert_eq!(wire(parse_as::<Empty>, error, status, &headers, "").message(), None);
}

/// The RFC's own example.
#[test]
fn the_query_carries_code_and_state() {
    let uri = "https://client.example.com/cb";
    goes(
        &Authorize::AccessDenied { uri, state: Some("xyz") },
        302,
        Some("https://client.example.com/cb?error=access_denied&state=xyz"),
    );
    goes(
        &Authorize::AccessDenied { uri, state: None },
        302,
        Some("https://client.example.com/cb?error=access_denied"),
    );
}

#[test]
fn values_are_escaped_and_a_query_is_kept() {
    let error = Authorize::InvalidScope {
        uri: "https://app.example/cb?tenant=7#/done".to_owned(),
        scope: "admin:all (é & +): 100%",
        state: Some("a b/ç=1&x".to_owned()),
    };
    goes(
        &error,
        302,
        Some(
            "https://app.example/cb?tenant=7&error=invalid_scope&error_description=No%20scope%20%27admin%3Aall%20%28%C3%A9%20%26%20%2B%29%3A%20100%25%27&state=a%20b%2F%C3%A7%3D1%26x#/done",
        ),
    );
}

#[test]
fn a_row_redirects_and_another_does_not() {
    let uri = Some("https://app.example/cb".to_owned());
    goes(
        &Authorize::Failed { uri, shard: 3 },
        303,
        Some("https://app.example/cb?error=server_error&error_description=Try%20again"),
    );
    goes(&Authorize::Failed { uri: None, shard: 3 }, 500, None);
}

/// A target cannot add a header of its own.
#[test]
fn what_no_uri_can_hold_is_escaped_in_a_target() {
    let uri = "https://app.example/\r\nSet-Cookie: a=b";
    goes(
        &Authorize::AccessDenied { uri, state: None },
        302,
        Some("https://app.example/%0D%0ASet-Cookie:%20a=b?error=access_denied"),
    );
}

/// Nor can a value in it lead elsewhere, or add to the query.
#[test]
fn a_value_in_a_target_stays_in_its_place() {
    let error = Page::SessionExpired { tenant: "../x?reason=ok#\u{e9}/", user: "u", order: 1 };
    let location = "https://id.example/..%2Fx%3Freason%3Dok%23%C3%A9%2F/login?reason=session_expired&tip=Sign%20in%20as%20u&back=%2Forders%2F1%3Ftab%3Dpay#form";
    let body = r#"{"error":"session_expired","message":"The session has expired"}"#;
    page(&error, 307, &[("location", location)], body);
}

#[track_caller]
fn page(error: &Page, status: u16, headers: Lines<'_>, body: &str) -> Answer {
    json(Login::parse, error, status, headers, body)
}

#[test]
fn the_target_is_a_text_with_fields_and_there_may_be_a_body() {
    let error = Page::SessionExpired { tenant: "acme", user: "ada@corp.example", order: 7 };
    let location = "https://id.example/acme/login?reason=session_expired&tip=Sign%20in%20as%20ada%40corp.example&back=%2Forders%2F7%3Ftab%3Dpay#form";
    let body = r#"{"error":"session_expired","message":"The session has expired"}"#;
    let answer = page(&error, 307, &[("location", location)], body);
    assert_eq!(answer.code(), "session_expired");
}

#[test]
fn what_is_absent_is_left_out() {
    let body = r#"{"error":null,"message":"Moved"}"#;
    let target = Some("https://new.example/");
    page(&Page::Moved { target }, 308, &[("location", "https://new.example/")], body);
    page(&Page::Moved { target: None }, 308, &[], body);
}

#[test]
fn a_constant_target_and_a_number() {
    assert_eq!(
        wire(parse_as::<Empty>, &NoPlan, 303, &[("location", "/plans?code=402")], "").message(),
        None
    );
}
