//! "Status from a field with a fallback."

use crate::back::json;
use error_runtime::{ApiError, Declared, Parts, envelope};
use http::StatusCode;

envelope! {
    Proxy = { "status": status, "code": code, "message": message }
    internal_message = "The upstream failed."
    on 503 { retry_after = 10 }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Proxy)]
enum ProxyError {
    #[error("Upstream answered {} for {path}", status.as_u16())]
    #[api(status = 502)]
    Upstream {
        #[api(status)]
        status: StatusCode,
        path: &'static str,
    },
    // Without a fallback of its own it is 500.
    #[error("Script said {0:?}")]
    Script(#[api(status)] Option<u16>),
    // Passed on whatever it is, and shown.
    #[error("Passed on {0}")]
    #[api(any_status, expose)]
    Passed(#[api(status)] u16),
    // A row takes the field's status, unless it states one.
    #[error("Storage answered {status}")]
    #[api(status = 502)]
    #[api(when { status: 401 | 403, .. }, status = 404, code = "NO_SUCH_OBJECT", message = "Nothing here")]
    #[api(when { status: 429, .. }, code = "SLOW_DOWN", message = "Slow down")]
    Storage {
        #[api(status)]
        status: u16,
    },
}

#[track_caller]
fn answers(error: &ProxyError, status: u16, code: &str, message: &str) {
    let body = format!(r#"{{"status":{status},"code":"{code}","message":"{message}"}}"#);
    // The envelope's rules are asked about the status in force.
    let headers: &[_] = if status == 503 { &[("retry-after", "10")] } else { &[] };
    let answer = json(Proxy::parse, error, status, headers, &body);
    assert_eq!(answer.status(), status);
    assert_eq!(answer.code(), code);
    assert_eq!(answer.message(), Some(message));
}

fn upstream(status: StatusCode) -> ProxyError {
    ProxyError::Upstream { status, path: "/a" }
}

#[test]
fn the_field_says_it() {
    answers(&upstream(StatusCode::NOT_FOUND), 404, "UPSTREAM", "Upstream answered 404 for /a");
    answers(&ProxyError::Script(Some(451)), 451, "SCRIPT", "Script said Some(451)");
    // What it says is hidden where it is a 5xx.
    answers(&upstream(StatusCode::SERVICE_UNAVAILABLE), 503, "UPSTREAM", "The upstream failed.");
    answers(&ProxyError::Script(Some(507)), 507, "SCRIPT", "The upstream failed.");
}

#[test]
fn the_fallback_stands_where_it_may_not() {
    for status in [StatusCode::OK, StatusCode::FOUND, StatusCode::CONTINUE] {
        answers(&upstream(status), 502, "UPSTREAM", "The upstream failed.");
    }
    for status in [None, Some(0), Some(399), Some(600), Some(u16::MAX)] {
        answers(&ProxyError::Script(status), 500, "SCRIPT", "The upstream failed.");
    }
}

#[test]
fn any_status_allows_more() {
    answers(&ProxyError::Passed(200), 200, "PASSED", "Passed on 200");
    answers(&ProxyError::Passed(302), 302, "PASSED", "Passed on 302");
    answers(&ProxyError::Passed(503), 503, "PASSED", "Passed on 503");
    for status in [100, 199, 1000] {
        answers(&ProxyError::Passed(status), 500, "PASSED", &format!("Passed on {status}"));
    }
}

#[test]
fn rows_by_the_status() {
    let storage = |status| ProxyError::Storage { status };
    answers(&storage(409), 409, "STORAGE", "Storage answered 409");
    answers(&storage(500), 500, "STORAGE", "The upstream failed.");
    answers(&storage(403), 404, "NO_SUCH_OBJECT", "Nothing here");
    answers(&storage(429), 429, "SLOW_DOWN", "Slow down");
}

#[test]
fn the_catalogue_has_the_fallback() {
    let catalogue = ProxyError::catalogue();
    let rows: Vec<_> = catalogue.iter().map(|entry| entry.spec().status.unwrap()).collect();
    assert_eq!(rows, [502, 500, 500, 404, 502, 502]);
    let dynamic = catalogue.iter().map(|entry| entry.spec().dynamic.has(Parts::STATUS));
    assert_eq!(dynamic.collect::<Vec<_>>(), [true, true, true, false, true, true]);
}
