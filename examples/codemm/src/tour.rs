//! The tour: what is asked, in which order, and what it shows.

use tour::Step;

const ADA: (&str, &str) = ("authorization", "Bearer ada");
const JSON: (&str, &str) = ("content-type", "application/json");

const fn get(path: &'static str, shows: &'static str) -> Step {
    Step::new("GET", path, shows).with_headers(&[ADA])
}

const fn post(path: &'static str, body: &'static str, shows: &'static str) -> Step {
    Step::new("POST", path, shows).with_headers(&[ADA, JSON]).with_body(body)
}

const fn generate(shows: &'static str) -> Step {
    Step::new("POST", "/sessions/1/generate", shows).with_headers(&[ADA])
}

const fn teach(body: &'static str, shows: &'static str) -> Step {
    Step::new("PUT", "/debug/sessions/1/model", shows).with_headers(&[JSON]).with_body(body)
}

pub const STEPS: &[Step] = &[
    Step::new("GET", "/sessions/1", "without a token: 401, and a challenge"),
    post("/sessions", r#"{"language":"cobol"}"#, "a value in the message"),
    post("/sessions", "{}", "a session"),
    post("/sessions/1/messages", "{}", "salvo's error is a source: only the log has it"),
    post("/sessions/1/messages", r#"{"message":"cobol"}"#, "not applied, and no failure: 200"),
    post("/sessions/1/messages", r#"{"message":"rust"}"#, "applied"),
    teach(r#"{"message":[null]}"#, "the model goes down"),
    post("/sessions/1/messages", r#"{"message":"rust"}"#, "a 500 tells nothing of the prompt"),
    teach(r#"{"1":["junk"],"2":["junk","junk","junk"]}"#, "slot 1 fails once, slot 2 each time"),
    generate("the generation starts"),
    get("/activities/1/events", "its events: an error is the last one"),
    Step::new("GET", "/activities/1/events", "taken up again, after the first one")
        .with_headers(&[ADA, ("last-event-id", "1")]),
    get("/activities/1/events?format=sdk", "the end as the parsers of SDKs want it"),
    get("/activities/1/problems", "the same error as a response, with its detail"),
    get("/activities/1/audit", "every attempt"),
    get("/activities/2/events", "before a stream opens an error is JSON"),
    generate("a session that failed may try again"),
    get("/activities/2/problems", "and this time it works"),
    generate("a conflict"),
    get("/debug/panic", "a panic"),
];
