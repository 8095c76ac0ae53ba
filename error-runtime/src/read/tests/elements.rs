//! Elements of arrays, and the parts that a template may put anywhere.

use crate::{Answer, Code, Envelope};
use http::{HeaderMap, StatusCode};
use serde_json::json;
use std::time::Duration;

crate::envelope! {
    /// As AIP-193 has it.
    #[api(crate = crate)]
    Google = {
        "error": {
            "code": status,
            "message": message,
            "details": [
                { "@type": "ErrorInfo", "reason": code, "metadata"?: details },
                ?{ "@type": "RetryInfo", "retryDelay": retry_after },
                ?{ "@type": "Help", "links": member("links") },
            ],
        },
    }

    #[api(crate = crate)]
    Unmarked = [?{ "hint": hint }, { "text": message }, ?{ "docs": docs, "x"?: member("x") }]

    #[api(crate = crate)]
    Only = [{ "ok": false, "code": code }]

    #[api(crate = crate)]
    Everything = {
        "status": status,
        "reason": reason,
        "type": type_uri,
        "variant": variant,
        "instance"?: instance,
        "time"?: time,
        "Host"?: context("host"),
        "error"?: { "param"?: member("param") },
        "trace"?: trace,
    }

    #[api(crate = crate)]
    Again = { "retry"?: retry }
}

fn read<E: Envelope>(body: &str) -> Answer {
    Answer::read(E::shape(), StatusCode::TOO_MANY_REQUESTS, &HeaderMap::new(), body.as_bytes())
}

fn google(details: &str) -> Answer {
    read::<Google<()>>(&format!(
        r#"{{"error":{{"code":429,"message":"m","details":[{details}]}}}}"#
    ))
}

#[test]
fn constants_tell_elements_apart() {
    let info = r#"{"@type":"ErrorInfo","reason":"R","metadata":{"a":1}}"#;
    let help = r#"{"@type":"Help","links":["l"]}"#;
    let answer = google(&format!("{info},{help}"));
    assert!(!answer.is_foreign());
    assert_eq!(answer.code(), "R");
    assert_eq!(answer.details(), &json!({"a": 1}));
    assert_eq!(answer.retry_after(), None);
    assert_eq!(json!(answer.members()), json!({"links": ["l"]}));

    let answer = google(&format!(r#"{info},{{"@type":"RetryInfo","retryDelay":5}},{help}"#));
    assert_eq!(answer.retry_after(), Some(Duration::from_secs(5)));
    assert_eq!(answer.members()["links"], json!(["l"]));

    // One that a newer server has added is kept, and moves no other.
    let answer = google(&format!(r#"{info},{{"@type":"New","retryDelay":7}},{help}"#));
    assert!(!answer.is_foreign());
    assert_eq!(answer.retry_after(), None);
    assert_eq!(
        json!(answer.members()),
        json!({"links": ["l"], "details": [{"@type": "New", "retryDelay": 7}]})
    );
    // Others may reorder them.
    let answer = google(&format!("{help},{info}"));
    assert!(!answer.is_foreign());
    assert_eq!(answer.code(), "R");
    assert_eq!(json!(answer.members()), json!({"links": ["l"]}));
    for foreign in ["", help, "1", r#"{"reason":"R"}"#] {
        assert!(google(foreign).is_foreign(), "{foreign}");
    }
}

#[test]
fn names_tell_elements_apart_where_nothing_else_does() {
    for (body, hint, docs) in [
        (r#"[{"text":"m"}]"#, None, None),
        (r#"[{"hint":"h"},{"text":"m"}]"#, Some("h"), None),
        (r#"[{"text":"m"},{"docs":"d"}]"#, None, Some("d")),
        (r#"[{"hint":"h"},{"text":"m"},{"docs":"d","x":1}]"#, Some("h"), Some("d")),
    ] {
        let answer = read::<Unmarked<()>>(body);
        assert!(!answer.is_foreign(), "{body}");
        assert_eq!((answer.hint(), answer.message(), answer.docs()), (hint, Some("m"), docs));
    }
    // The only one is told from no other.
    let answer = read::<Only<()>>(r#"[{"ok":true,"code":"C"}]"#);
    assert!(!answer.is_foreign());
    assert_eq!(answer.code(), "C");
    for foreign in ["[]", r#"[{"hint":"h"}]"#, "[null]", "{}"] {
        assert!(read::<Unmarked<()>>(foreign).is_foreign(), "{foreign}");
    }
}

#[test]
fn every_slot_is_read() {
    let answer = read::<Everything<()>>(
        r#"{"status":429,"reason":"Too Many Requests","type":"t","variant":"V","instance":"/i",
            "time":"1970-01-01T00:00:00.000Z","Host":"h",
            "error":{"param":"p","more":1},"trace":["a","b"]}"#,
    );
    assert!(!answer.is_foreign());
    assert_eq!(answer.type_uri(), Some("t"));
    assert_eq!(answer.variant(), Some("V"));
    assert_eq!(answer.instance(), Some("/i"));
    assert_eq!(answer.time(), Some("1970-01-01T00:00:00.000Z"));
    assert_eq!(
        json!(answer.members()),
        json!({"host": "h", "param": "p", "more": 1, "trace": ["a", "b"]})
    );
    // HTTP's status stands; one that differs is not lost.
    let answer = read::<Everything<()>>(
        r#"{"status":"503","reason":"Slow Down","type":null,"variant":null}"#,
    );
    assert!(!answer.is_foreign());
    assert_eq!(answer.status(), 429);
    assert_eq!(json!(answer.members()), json!({"status": "503", "reason": "Slow Down"}));
}

#[test]
fn a_code_of_any_size_is_kept() {
    let code = |json: &str| {
        let body = format!(r#"{{"code":{json},"message":"m"}}"#);
        crate::envelope! {
            #[api(crate = crate)]
            Coded = { "code": code, "message": message }
        }
        read::<Coded<()>>(&body).code().to_string()
    };
    assert_eq!(code("0"), "0");
    assert_eq!(code("-7"), "-7");
    assert_eq!(code("18446744073709551615"), "18446744073709551615");
    assert_eq!(code("1.5"), "1.5");
    assert_eq!(code("\"A b\""), "A b");
}

#[test]
fn retry_advice_is_read_whole() {
    let retry = |json: &str| read::<Again<()>>(&format!(r#"{{"retry":{json}}}"#));
    let answer = retry(r#"{"advice":"now","safe":"never","token":"Replay-Nonce","base_ms":200}"#);
    assert_eq!(
        json!(answer.retry_fields()),
        json!({"safe": "never", "token": "Replay-Nonce", "base_ms": 200})
    );
    // What `Retry::should_retry` says of the declaration.
    assert_eq!(answer.should_retry(), Some(false));
    for (json, should) in [
        (r#"{"advice":"now"}"#, Some(true)),
        (r#"{"advice":"never"}"#, Some(false)),
        (r#"{"advice":"poll","when":"maybe"}"#, None),
        (r#"{"advice":"poll","safe":"idempotent"}"#, None),
        (r#"{"advice":"poll","safe":"on Sundays"}"#, None),
        (r#"{"advice":"poll","when":"on Sundays"}"#, None),
        (r#"{"advice":"someday"}"#, None),
        (r#"{"note":"n"}"#, None),
    ] {
        assert_eq!(retry(json).should_retry(), should, "{json}");
    }
    assert!(retry(r#"{"advice":"now"}"#).retry_fields().is_empty());
    // A word of another vocabulary is kept.
    assert_eq!(retry(r#"{"advice":"someday"}"#).retry_fields()["advice"], "someday");
    assert_eq!(retry("5").code(), Code::None);
}
