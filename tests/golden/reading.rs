//! The documents' own bodies, read back by the envelopes that write them.

use error_runtime::{Advice, Code, envelope};
use http::{HeaderMap, StatusCode};
use serde_json::Value;

envelope! {
    CoDrag = {
        "success": false,
        "data": null,
        "error": { "code": code, "message": message, "hint"?: hint, "details": details | {} },
    }
    Problem = {
        "type": type_uri,
        "title": title,
        "status"?: status,
        "detail": message,
        "instance"?: instance,
        ..members,
    }
}

fn codrag() -> Value {
    serde_json::from_str(include_str!("../systems/codrag.json")).expect("the system's data")
}

#[test]
fn codrags_examples_are_read_back() {
    let data = codrag();
    let examples = data["examples"].as_array().expect("examples");
    assert_eq!(examples.len(), 3);
    for example in examples {
        let status = example["status"].as_u64().and_then(|status| u16::try_from(status).ok());
        let status = StatusCode::from_u16(status.expect("a number")).expect("a status");
        let body = example["body"].to_string();
        let answer = CoDrag::parse(status, &HeaderMap::new(), body.as_bytes());
        let error = &example["body"]["error"];
        assert!(!answer.is_foreign(), "{body}");
        assert_eq!(answer.status(), status);
        assert_eq!(answer.code(), error["code"].as_str().expect("a code"));
        assert_eq!(answer.message(), error["message"].as_str());
        assert_eq!(answer.hint(), error["hint"].as_str());
        assert_eq!(answer.details(), &error["details"]);
        assert!(answer.members().is_empty());
        assert_eq!(answer.retry(), Advice::Unstated);
    }
}

#[test]
fn the_rfcs_problem_is_read_back() {
    let body = include_bytes!("out-of-credit.json");
    let written: Value = serde_json::from_slice(body).expect("the RFC's body");
    let answer = Problem::parse(StatusCode::FORBIDDEN, &HeaderMap::new(), body);
    assert!(!answer.is_foreign());
    assert_eq!(answer.title(), written["title"].as_str());
    assert_eq!(answer.message(), written["detail"].as_str());
    assert_eq!(answer.code(), Code::None);
    let members: Vec<&String> = answer.members().keys().collect();
    assert_eq!(members, ["accounts", "balance"]);
    assert_eq!(answer.members()["balance"], 30);
}

#[test]
fn another_apis_answer_is_foreign() {
    let body = br#"{"message":"Not Found","documentation_url":"https://docs.example/rest"}"#;
    let answer = CoDrag::parse(StatusCode::NOT_FOUND, &HeaderMap::new(), body);
    assert!(answer.is_foreign());
    assert_eq!(answer.code(), Code::None);
    assert_eq!(answer.members()["message"], "Not Found");
}
