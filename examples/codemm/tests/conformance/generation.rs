//! Bounded attempts for each slot, and a fallback that leaves a trail.

use crate::api::{self, repeat};
use serde_json::{Value, json};
use systems::Server;

/// Generates with this script; the status of the problems, and the audit.
async fn generated(server: &Server, language: &str, script: &Value) -> (u16, Vec<[String; 3]>) {
    let session = api::session(server, &json!({ "language": language }).to_string()).await;
    api::teach(server, &session, script).await;
    let activity = api::generate(server, &session).await;
    let problems = api::ada(server, "GET", &format!("{activity}/problems"), "").await;
    let audit = api::ada(server, "GET", &format!("{activity}/audit"), "").await.json();
    let members = |trace: &Value| {
        let slot = trace["slotIndex"].to_string();
        [slot, api::text(&trace["by"]).to_owned(), api::text(&trace["outcome"]).to_owned()]
    };
    let trail = audit.as_array().expect("a list").iter().map(members).collect();
    (problems.status.as_u16(), trail)
}

fn trail<const N: usize>(traces: [[&str; 3]; N]) -> Vec<[String; 3]> {
    traces.map(|trace| trace.map(str::to_owned)).into()
}

#[tokio::test]
async fn an_attempt_that_fails_is_repeated() {
    let server = api::server();
    let (status, audit) = generated(&server, "rust", &json!({ "1": ["junk", "junk"] })).await;
    assert_eq!(status, 200);
    let expected = trail([
        ["0", "model", "passed"],
        ["1", "model", "contract"],
        ["1", "model", "contract"],
        ["1", "model", "passed"],
        ["2", "model", "passed"],
    ]);
    assert_eq!(audit, expected);
}

/// A panic is a failure of its slot, of which no attempt is repeated.
#[tokio::test]
async fn a_panic_ends_its_slot() {
    let server = api::server();
    let script = json!({ "1": [api::draft("crash", &[1])] });
    let (status, audit) = generated(&server, "rust", &script).await;
    assert_eq!(status, 500);
    let expected =
        trail([["0", "model", "passed"], ["1", "model", "unknown"], ["2", "model", "passed"]]);
    assert_eq!(audit, expected);
    // And one of Python's has its fallback no more than any other unknown one.
    let (status, audit) = generated(&server, "python", &script).await;
    assert_eq!((status, audit.len()), (500, 3));
}

/// The bound is each slot's own, and a slot that fails leaves the others alone.
#[tokio::test]
async fn attempts_are_bounded() {
    let server = api::server();
    let forever = api::draft("forever", &[1]);
    let script = json!({ "0": repeat("junk", 9), "1": ["junk", forever] });
    let (status, audit) = generated(&server, "rust", &script).await;
    assert_eq!(status, 500);
    let expected = trail([
        ["0", "model", "contract"],
        ["0", "model", "contract"],
        ["0", "model", "contract"],
        ["1", "model", "contract"],
        ["1", "model", "timeout"],
        ["1", "model", "passed"],
        ["2", "model", "passed"],
    ]);
    assert_eq!(audit, expected);
}

/// What is unknown is not tried again.
#[tokio::test]
async fn an_unknown_failure_is_not_repeated() {
    let server = api::server();
    for language in ["rust", "python"] {
        let (status, audit) = generated(&server, language, &json!({ "2": [null] })).await;
        assert_eq!(status, 500);
        let expected =
            trail([["0", "model", "passed"], ["1", "model", "passed"], ["2", "model", "unknown"]]);
        assert_eq!(audit, expected);
    }
}

/// After the last attempt, where there is a fallback: it is verified, too.
#[tokio::test]
async fn a_fallback_leaves_a_trail() {
    let server = api::server();
    let broken = api::draft("nonsense", &[1]);
    let script = json!({ "1": repeat(&broken, 3) });
    let (status, audit) = generated(&server, "python", &script).await;
    assert_eq!(status, 200);
    let expected = trail([
        ["0", "model", "passed"],
        ["1", "model", "compile"],
        ["1", "model", "compile"],
        ["1", "model", "compile"],
        ["1", "fallback", "passed"],
        ["2", "model", "passed"],
    ]);
    assert_eq!(audit, expected);
    // Nobody is told of an error, but the log has why.
    server.keeps_private(&["nonsense"]);
}

/// The bearer of another session's token learns nothing.
#[tokio::test]
async fn an_audit_is_its_learners_own() {
    let server = api::server();
    let session = api::session(&server, "{}").await;
    let activity = api::generate(&server, &session).await;
    for part in ["events", "problems", "audit"] {
        let request = server.request("GET", &format!("{activity}/{part}")).bearer_auth("bob");
        let answer = server.send(request).await;
        answer.is(403, "application/json", r#"{"error":"You do not have access to this session"}"#);
    }
}
