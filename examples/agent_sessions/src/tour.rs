//! The tour: what is asked, in which order, and what it shows.

use tour::Step;

const DEV: &[(&str, &str)] = &[("x-api-key", "key-dev")];
const MESSAGES: &str = "/sessions/session-run/messages";

pub const STEPS: &[Step] = &[
    Step::new("GET", "/sessions/session-run", "no key"),
    Step::new("GET", "/sessions/session-run", "an old one")
        .with_headers(&[("x-api-key", "key-2023")]),
    Step::new("GET", "/sessions/abc-123", "a struct that four endpoints share").with_headers(DEV),
    Step::new("POST", "/sessions", "a rule of the service's")
        .with_headers(DEV)
        .with_body(r#"{"session_type":"invalid","project_path":"/path/to/project"}"#),
    Step::new("POST", "/sessions", "the same code, as a 422")
        .with_headers(DEV)
        .with_body(r#"{"session_type":"docker_deployment","project_path":"/path/to/library"}"#),
    Step::new("POST", "/sessions", "serde's refusal, by `when`")
        .with_headers(DEV)
        .with_body(r#"{"session_type":"test_generation"}"#),
    Step::new("POST", "/sessions", "a project that is in use")
        .with_headers(DEV)
        .with_body(r#"{"session_type":"test_generation","project_path":"/path/to/project"}"#),
    Step::new("POST", "/sessions/session-old/start", "a provider that is down").with_headers(DEV),
    Step::new("POST", "/sessions/session-old/cancel", "a state that forbids it").with_headers(DEV),
    Step::new("POST", MESSAGES, "reqwest's error, a 401: the `when` row")
        .with_headers(DEV)
        .with_body(r#"{"prompt":"answer 401"}"#),
    Step::new("POST", MESSAGES, "a 429, with the provider's own Retry-After")
        .with_headers(DEV)
        .with_body(r#"{"prompt":"answer 429"}"#),
    Step::new("POST", MESSAGES, "a provider that is slow: the address, and the key in it, stay")
        .with_headers(DEV)
        .with_body(r#"{"prompt":"be slow"}"#),
    Step::new("POST", "/sessions/session-run/run", "a 504 with its own message").with_headers(DEV),
    Step::new("GET", "/sessions/session-run/artifacts/lost.log", "io::Error: a 500 tells nothing")
        .with_headers(DEV),
    Step::new("GET", "/session", "actix-web's own 404, in the envelope"),
    Step::new("PUT", "/sessions", "its 405, with `Allow`"),
    Step::new("GET", "/debug/panic", "a panic"),
];
