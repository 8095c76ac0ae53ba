//! The tour: what is asked, in which order, and what it shows.

use tour::Step;

const JSON: &[(&str, &str)] = &[("content-type", "application/json")];

pub const STEPS: &[Step] = &[
    Step::new("GET", "/projects/codrag", "a success, in the same envelope"),
    Step::new("GET", "/projects/abc123", "an error, with a hint"),
    Step::new("GET", "/projects/codrag/file?path=src/main.rs", "a file"),
    Step::new("GET", "/projects/codrag/file?path=../legacy/umlaut.rs", "a path that leads out"),
    Step::new("GET", "/projects/codrag/file?path=target/build.rs", "what the settings exclude"),
    Step::new("GET", "/projects/codrag/file?path=src/table.rs", "fields as details"),
    Step::new(
        "GET",
        "/projects/codrag/file?path=src/nope.rs",
        "io::Error, NotFound: the `when` row",
    ),
    Step::new(
        "GET",
        "/projects/legacy/file?path=umlaut.rs",
        "any other io::Error: only the log has it",
    ),
    Step::new("GET", "/projects/codrag/search?q=needle", "nothing is built yet"),
    Step::new("POST", "/projects/codrag/build", "as the hint says"),
    Step::new("GET", "/projects/codrag/build", "the build is over"),
    Step::new("GET", "/projects/codrag/search?q=needle", "the same search again"),
    Step::new("POST", "/projects/legacy/build", "a build that will fail"),
    Step::new("GET", "/projects/legacy/build", "it has failed: why, the log says"),
    Step::new("POST", "/projects", "what an extractor refuses")
        .with_headers(JSON)
        .with_body(r#"{"path":"docs","settings":{"include_globs":["***"]}}"#),
    Step::new("POST", "/projects", "a long build")
        .with_headers(JSON)
        .with_body(r#"{"path":"docs","settings":{"pause_ms":60000}}"#),
    Step::new("POST", "/projects/docs/build", "it begins"),
    Step::new("POST", "/projects/docs/build", "it has begun"),
    Step::new("PUT", "/projects", "axum's own 405, in the envelope"),
    Step::new("GET", "/debug/panic", "a panic"),
];
