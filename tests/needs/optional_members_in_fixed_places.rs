//! "Optional members in fixed places between the others", and the rest after
//! them.

use crate::back::{json, wire_in};
use crate::support::JSON;
use error_runtime::{ApiError, Context, envelope};

envelope! {
    /// A search engine's answer.
    Search = {
        "took"?: member("took"),
        "error": {
            "type": code,
            "param"?: member("param"),
            "reason": message,
            "line"?: member("line_number"),
            "hint"?: hint,
            ..members,
            "phase": "query",
        },
        "status": status,
        "request_id"?: request_id,
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Search, code_case = "snake_case")]
enum QueryError {
    #[error("Unexpected `{token}`")]
    #[api(status = 400)]
    Syntax {
        // Declared in another order than the template's.
        #[api(member)]
        line_number: Option<u32>,
        #[api(member)]
        token: char,
        #[api(member)]
        took: Option<u32>,
        #[api(member)]
        param: Option<&'static str>,
        #[api(hint)]
        fix: Option<String>,
        #[api(member)]
        column: Option<u32>,
    },
    #[error("No index is open")]
    #[api(status = 409)]
    Closed,
}

#[test]
fn all_of_them() {
    let error = QueryError::Syntax {
        line_number: Some(2),
        token: ')',
        took: Some(3),
        param: Some("q"),
        fix: Some("Close it first".to_owned()),
        column: Some(7),
    };
    let answer = wire_in(
        &Context::new().with_request_id("r-1"),
        Search::parse,
        &error,
        400,
        &[JSON],
        r#"{"took":3,"error":{"type":"syntax","param":"q","reason":"Unexpected `)`","line":2,"hint":"Close it first","token":")","column":7,"phase":"query"},"status":400,"request_id":"r-1"}"#,
    );
    assert_eq!(answer.code(), "syntax");
    assert_eq!(answer.hint(), Some("Close it first"));
    assert_eq!(answer.request_id(), Some("r-1"));
    let members = answer.members();
    let names: Vec<&String> = members.keys().collect();
    assert_eq!(names, ["column", "line_number", "param", "token", "took"]);
    assert_eq!((&members["took"], &members["line_number"]), (&3.into(), &2.into()));
}

#[test]
fn some_of_them() {
    let error = QueryError::Syntax {
        line_number: Some(2),
        token: ')',
        took: None,
        param: None,
        fix: None,
        column: None,
    };
    let answer = json(
        Search::parse,
        &error,
        400,
        &[],
        r#"{"error":{"type":"syntax","reason":"Unexpected `)`","line":2,"token":")","phase":"query"},"status":400}"#,
    );
    assert_eq!(answer.members()["line_number"], 2);
    assert_eq!(answer.members().get("param"), None);
    assert_eq!(answer.hint(), None);
}

#[test]
fn none_of_them() {
    let answer = json(
        Search::parse,
        &QueryError::Closed,
        409,
        &[],
        r#"{"error":{"type":"closed","reason":"No index is open","phase":"query"},"status":409}"#,
    );
    assert_eq!(answer.message(), Some("No index is open"));
    assert_eq!(answer.request_id(), None);
    assert!(answer.members().is_empty());
}
