//! `Problem`: the default envelope, every member in its place.

use crate::support::{PROBLEM, answers_in};
use error_runtime::{ApiError, Context, Declared, Envelope, Problem};

#[derive(Debug, thiserror::Error, ApiError)]
enum Everything {
    #[error("x")]
    #[api(
        status = 503, message = "Down for {left} s", title = "Down", hint = "Wait {left} s", docs = "https://d.example/{code}",
        retry(exponential, attempts = 3), header("x-a" = "b"), detail("why" = "because"),
        member("balance" = 30, "accounts" = ["/a", "/b"])
    )]
    Full {
        #[api(retry_after, detail)]
        left: u8,
    },
}

#[test]
fn the_order_is_documented() {
    let context = Context::new().with_instance("/x").with_request_id("r");
    answers_in(
        &context,
        &Everything::Full { left: 3 },
        503,
        &[PROBLEM, ("x-a", "b"), ("retry-after", "3")],
        r#"{"type":"about:blank","title":"Down","status":503,"detail":"Down for 3 s","instance":"/x","code":"FULL","hint":"Wait 3 s","docs":"https://d.example/FULL","retry":{"advice":"exponential","attempts":3},"retry_after":3,"request_id":"r","details":{"left":3,"why":"because"},"balance":30,"accounts":["/a","/b"]}"#,
    );
}

/// RFC 9457, 3.2: a letter first, then letters, digits and `_`, three or more.
#[test]
fn extension_names_are_as_the_rfc_wants_them() {
    for name in <Problem as Envelope>::NAMES {
        let mut bytes = name.bytes();
        assert!(bytes.next().is_some_and(|b| b.is_ascii_alphabetic()), "{name}");
        assert!(bytes.all(|b| b.is_ascii_alphanumeric() || b == b'_') && name.len() > 2, "{name}");
    }
    assert_eq!(Everything::catalogue().iter().next().unwrap().shape().name, "Problem");
}
