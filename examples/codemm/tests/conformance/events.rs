//! `GET /activities/{id}/events`.

use crate::api::{self, repeat};
use reqwest::Response;
use serde_json::{Value, json};
use systems::{Server, System};

/// One event, as a client reads it.
#[derive(Debug, Clone, PartialEq)]
struct Event {
    name: String,
    id: Option<String>,
    data: String,
}

/// The events of a stream that has ended, which says so by its last line.
fn events(text: &str) -> Vec<Event> {
    assert!(text.ends_with("\n\n"), "{text:?}");
    text.split_terminator("\n\n").map(event).collect()
}

fn event(block: &str) -> Event {
    let values = |name| block.lines().filter_map(move |line| line.strip_prefix(name));
    Event {
        name: values("event: ").next().expect("a name").to_owned(),
        id: values("id: ").next().map(str::to_owned),
        data: values("data: ").collect::<Vec<_>>().join("\n"),
    }
}

/// Opens a stream, which is one from its first byte.
async fn ask(server: &Server, path: &str, headers: &[(&str, &str)]) -> Response {
    let mut request = server.request("GET", path).bearer_auth("ada");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.send().await.expect("an answer")
}

async fn open(server: &Server, path: &str, headers: &[(&str, &str)]) -> Response {
    let response = ask(server, path, headers).await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    response
}

/// All of a stream that ends.
async fn read(server: &Server, path: &str, headers: &[(&str, &str)]) -> Vec<Event> {
    events(&open(server, path, headers).await.text().await.expect("the stream ends well"))
}

/// A generation of a Rust session, as the path of its events.
async fn generation(server: &Server, script: &Value) -> String {
    let session = api::session(server, r#"{"language":"rust"}"#).await;
    api::teach(server, &session, script).await;
    format!("{}/events", api::generate(server, &session).await)
}

fn names(events: &[Event]) -> Vec<&str> {
    events.iter().map(|event| &*event.name).collect()
}

#[tokio::test]
async fn a_failure_ends_the_stream() {
    let (server, system) = (api::server(), System::read("codemm"));
    let path = generation(&server, &json!({ "2": repeat("junk", 3) })).await;
    let events = read(&server, &path, &[("x-request-id", "stream-1")]).await;
    assert_eq!(names(&events), ["problem", "problem", "generation_failed"]);
    let golden = |member| system.in_example(3, &["stream_event", member]);
    assert_eq!(json!(events[2].name).to_string(), golden("event"));
    assert_eq!(events[2].data, golden("data"));
    // Of the code only the log knows, and it is told once.
    assert_eq!(server.logged("stream-1"), ["GENERATION_CONTRACT_FAILED"]);
}

#[tokio::test]
async fn a_success_ends_it_too() {
    let server = api::server();
    let path = generation(&server, &json!({})).await;
    let events = read(&server, &path, &[]).await;
    assert_eq!(names(&events), ["problem", "problem", "problem", "generation_completed"]);
    let end: Value = serde_json::from_str(&events[3].data).expect("JSON");
    assert_eq!(end, json!({ "type": "generation_completed", "problems": 3 }));
}

/// A slot that fails leaves the others alone: they come before the end.
#[tokio::test]
async fn a_failure_is_isolated() {
    let server = api::server();
    let path = generation(&server, &json!({ "0": repeat("junk", 3) })).await;
    let events = read(&server, &path, &[]).await;
    assert_eq!(names(&events), ["problem", "problem", "generation_failed"]);
    let slot = |event: &Event| serde_json::from_str::<Value>(&event.data).expect("JSON");
    let slots: Vec<_> = events.iter().map(|event| slot(event)["slotIndex"].clone()).collect();
    assert_eq!(slots, [1, 2, 0]);
}

/// Before the stream opens, an error is JSON like any other: 404 here.
#[tokio::test]
async fn what_is_missing_is_json() {
    let (server, system) = (api::server(), System::read("codemm"));
    let message = system.row("ACTIVITY_NOT_FOUND")["message"].to_string();
    let body = system.error_body(&[("error", Some(&message)), ("detail", None)]);
    for path in ["/activities/0/events", "/activities/1/events?format=sdk"] {
        let request = server.request("GET", path).bearer_auth("ada");
        let answer = server.send(request.header("accept", "text/event-stream")).await;
        answer.is(404, "application/json", &body);
    }
}

#[tokio::test]
async fn data_may_have_several_lines() {
    let server = api::server();
    let path = generation(&server, &json!({})).await;
    let text = open(&server, &path, &[]).await.text().await.expect("the stream");
    let (first, _) = text.split_once("\n\n").expect("an event");
    assert!(first.matches("\ndata: ").count() > 1, "{first}");
    let problem: Value = serde_json::from_str(&event(first).data).expect("JSON");
    let statement = api::text(&problem["statement"]);
    assert_eq!(statement, "Given a list of numbers,\nreturn it in ascending order.");
    // Reference artifacts are not a learner's.
    let members: Vec<_> = problem.as_object().expect("an object").keys().collect();
    assert_eq!(members, ["slotIndex", "statement", "title"]);
}

/// Who comes back says what came last, and the rest is replayed.
#[tokio::test]
async fn a_lost_stream_is_taken_up() {
    let server = api::server();
    let session = api::session(&server, r#"{"language":"rust"}"#).await;
    // Slot 1 waits until the model is told what to say.
    api::teach(&server, &session, &json!({ "1": [] })).await;
    let path = format!("{}/events", api::generate(&server, &session).await);

    let mut lost = open(&server, &path, &[]).await;
    let mut text = String::new();
    while !text.ends_with("\n\n") {
        let chunk = lost.chunk().await.expect("the stream").expect("it goes on");
        text.push_str(std::str::from_utf8(&chunk).expect("UTF-8"));
    }
    drop(lost);
    let before = events(&text);
    assert_eq!(names(&before), ["problem"]);

    api::teach(&server, &session, &json!({ "2": repeat("junk", 3) })).await;
    let id = before[0].id.as_deref().expect("an id");
    let after = read(&server, &path, &[("last-event-id", id)]).await;
    assert_eq!(names(&after), ["problem", "generation_failed"]);
    // Both together are what somebody reads who comes only now; and what is no
    // id of ours begins from the start.
    let whole = read(&server, &path, &[]).await;
    assert_eq!([before, after.clone()].concat(), whole);
    assert_eq!(read(&server, &path, &[("last-event-id", "x")]).await, whole);
    // The end is replayed as often as it is asked for.
    let id = after[0].id.as_deref().expect("an id");
    assert_eq!(read(&server, &path, &[("last-event-id", id)]).await, after[1..]);
    for id in ["999", &usize::MAX.to_string()] {
        assert_eq!(read(&server, &path, &[("last-event-id", id)]).await, after[1..], "{id}");
    }
}

/// A browser's `EventSource` comes back after each end, but for a 204.
#[tokio::test]
async fn who_has_seen_all_is_sent_away() {
    let server = api::server();
    let path = generation(&server, &json!({})).await;
    let events = read(&server, &path, &[]).await;
    let last = events.last().expect("an event");
    assert_eq!(last.name, "generation_completed");
    let id = last.id.as_deref().expect("an id");
    let answer = ask(&server, &path, &[("last-event-id", id)]).await;
    assert_eq!(answer.status(), 204);
    assert_eq!(answer.bytes().await.expect("a body"), "");
}

/// The event that the SDKs' parsers throw on, with the code.
#[tokio::test]
async fn sdks_get_their_own_event() {
    let server = api::server();
    let path = generation(&server, &json!({ "2": repeat(&api::draft("forever", &[1]), 3) })).await;
    let events = read(&server, &format!("{path}?format=sdk"), &[]).await;
    assert_eq!(names(&events), ["problem", "problem", "error"]);
    let expected = r#"{"type":"error","error":{"type":"GENERATION_TIMEOUT","message":"Generation failed after 3 attempts"}}"#;
    assert_eq!(events[2].data, expected);
}

/// What ended the stream is private here, too.
#[tokio::test]
async fn a_stream_keeps_secrets() {
    let server = api::server();
    let draft = api::draft("sort REFERENCE-55", &[1]);
    let script = json!({ "0": repeat("RAW-OUTPUT-55", 3), "1": repeat(&draft, 3), "2": [null] });
    let path = generation(&server, &script).await;
    for format in ["", "?format=sdk"] {
        let events = read(&server, &format!("{path}{format}"), &[]).await;
        assert_eq!(events.len(), 1, "{events:?}");
    }
    server.keeps_private(&["RAW-OUTPUT-55", "sort REFERENCE-55", "You are a tutor"]);
}
