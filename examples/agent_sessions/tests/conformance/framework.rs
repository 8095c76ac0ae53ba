//! What actix-web answers, in the service's shape.

use crate::api::{self, JSON, body, with_id};
use systems::System;

#[tokio::test]
async fn what_actix_web_answers_has_the_shape() {
    let (server, system) = (api::server(), System::read("agent_sessions"));

    // One byte more than a body may have.
    let large = "x".repeat((1 << 20) + 1);
    let answer = api::dev(&server, "POST", "/sessions", &large).await;
    assert_eq!(answer.status, 413);
    assert_eq!(answer.json()["error_code"], "VALIDATION_ERROR");
    assert_eq!(answer.json()["message"], "Invalid request parameters");

    // A query without what its route wants.
    let answer = api::dev(&server, "GET", "/debug/validation", "").await;
    assert_eq!(answer.status, 400);
    assert_eq!(answer.json()["error_code"], "VALIDATION_ERROR");
    let details = answer.json()["context"]["details"].as_str().expect("a text").to_owned();
    assert!(details.contains("missing field `message`"), "{details}");

    let expected = with_id(&body(&system, "NOT_FOUND", "Resource not found", "{}"));
    for path in ["/", "/sessions/", "/sessions/a/b", "/debug"] {
        api::dev(&server, "GET", path, "").await.is(404, JSON, &expected);
    }
}

/// Each answer says which request it belongs to, also where the client has not.
#[tokio::test]
async fn every_answer_has_an_id() {
    let server = api::server();
    for path in ["/sessions/session-run", "/nowhere", "/debug/panic"] {
        let answer = server.ask("GET", path).await;
        let id = answer.header("x-request-id").expect("an id");
        assert_eq!(answer.json()["request_id"], id);
    }
    let answer = api::dev(&server, "GET", "/sessions/session-run", "").await;
    assert_eq!((answer.status.as_u16(), answer.header("x-request-id")), (200, Some(api::ID)));
}
