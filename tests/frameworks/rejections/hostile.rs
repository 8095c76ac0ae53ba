//! What a client can do to the answers by what it sends.

use crate::{check, servers};
use serde_json::{Value, json};
use std::net::SocketAddr;

/// A JSON pointer as a URI fragment, read back: RFC 6901, sections 4 and 6.
fn steps(pointer: &str) -> Vec<String> {
    let bytes = pointer.strip_prefix("#/").unwrap().as_bytes();
    let mut plain = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'%' {
            let hex = std::str::from_utf8(&bytes[at + 1..at + 3]).unwrap();
            plain.push(u8::from_str_radix(hex, 16).unwrap());
            at += 3;
        } else {
            plain.push(bytes[at]);
            at += 1;
        }
    }
    let plain = String::from_utf8(plain).unwrap();
    plain.split('/').map(|step| step.replace("~1", "/").replace("~0", "~")).collect()
}

/// axum knows the path itself, so that no key is taken for another.
#[test]
fn a_key_is_one_step() {
    let server = servers::axum::start();
    for key in [
        "a.b",
        "a[0]",
        "[0]",
        "\"a\"",
        "'",
        "`a`",
        "a: b",
        "a/b",
        "~0~1",
        "%2F",
        "#",
        "?",
        "",
        " ",
        "gr\u{f6}\u{df}e",
        "\u{1f600}",
        "\u{0}",
        "a\r\nb",
        "\u{1b}[31m",
        "\u{202e}",
        "</script>",
        "at line 1 column 2",
    ] {
        let (status, body) = check::post(server, "/map", json!({ key: "no" }).to_string());
        assert_eq!(status, 422, "{key:?}");
        let body: Value = serde_json::from_str(&body).unwrap();
        assert_eq!(body["fields"][0]["loc"], json!([key]), "{key:?}");
        let pointer = body["fields"][0]["pointer"].as_str().unwrap();
        assert_eq!(steps(pointer), [key], "{pointer}");
        assert_eq!(
            body["fields"][0]["message"], "invalid type: string \"no\", expected u8",
            "{key:?}"
        );
        let message = body["message"].as_str().unwrap();
        assert!(!message.contains(char::is_control), "{message:?}");
    }
}

/// A value or a key of a megabyte does not come back.
fn answers_stay_short(server: SocketAddr, path: &str) {
    let huge = "\u{fc}".repeat(1 << 19);
    for body in [
        json!({ "a": huge }).to_string(),
        json!({ huge.as_str(): "no" }).to_string(),
        json!({ "a": "\u{1}".repeat(1 << 20) }).to_string(),
        "[".repeat(1 << 20),
        format!("{{\"{huge}\""),
        huge.clone(),
    ] {
        let (status, answer) = check::post(server, path, body);
        assert!([400, 422].contains(&status), "{status}");
        assert!(answer.len() < 16 << 10, "{}", answer.len());
        let answer: Value = serde_json::from_str(&answer).unwrap();
        assert!(answer["code"].as_str().unwrap().starts_with("JSON_"), "{answer}");
    }
}

#[test]
fn answers_of_axum_stay_short() {
    answers_stay_short(servers::axum::start(), "/map");
}

#[test]
fn answers_of_actix_web_stay_short() {
    answers_stay_short(servers::actix_web::start(), "/map");
}

#[test]
fn answers_of_poem_stay_short() {
    answers_stay_short(servers::poem::start(), "/map");
}
