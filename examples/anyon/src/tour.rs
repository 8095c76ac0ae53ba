//! The tour: what is asked, in which order, and what it shows.

use tour::Step;

pub const STEPS: &[Step] = &[
    Step::new("GET", "/api/config", "a success: all four members, as in every answer"),
    Step::new("GET", "/api/tasks/invalid-uuid", "an error without `error_data`"),
    Step::new("POST", "/api/tasks", "a 422: the body is one thing that all handlers take alike")
        .with_body("{}"),
    Step::new("GET", "/api/execution-processes/1", "sqlx::Error, RowNotFound: a `when` row"),
    Step::new(
        "DELETE",
        "/api/projects/00000000-0000-4000-8000-0000000000a1",
        "a foreign key of SQLite's: another one",
    ),
    Step::new("POST", "/debug/copy", "any other sqlx::Error: a 500 tells nothing"),
    Step::new("GET", "/api/filesystem/directory?path=/nope", "io::Error, NotFound"),
    Step::new(
        "POST",
        "/api/task-attempts/00000000-0000-4000-8000-0000000000c1/push",
        "no failure, but no success: 200, and a bare string as `error_data`",
    ),
    Step::new("PUT", "/api/config", "a token").with_body(r#"{"github_token":"valid"}"#),
    Step::new(
        "POST",
        "/api/task-attempts/00000000-0000-4000-8000-0000000000c1/push",
        "a real push",
    ),
    Step::new(
        "POST",
        "/api/task-attempts/00000000-0000-4000-8000-0000000000c3/rebase",
        "a real rebase, which stops: an object as `error_data`",
    ),
    Step::new(
        "POST",
        "/api/task-attempts/00000000-0000-4000-8000-0000000000c3/rebase",
        "it has not ended",
    ),
    Step::new(
        "POST",
        "/api/task-attempts/00000000-0000-4000-8000-0000000000c3/push",
        "its conflicts stop this, too: the same code in other words",
    ),
    Step::new(
        "POST",
        "/api/task-attempts/00000000-0000-4000-8000-0000000000c3/conflicts/abort",
        "the way out",
    ),
    Step::new("GET", "/api/project", "axum's own 404, in the envelope"),
    Step::new("PUT", "/api/tasks", "its 405, with `Allow`"),
    Step::new("POST", "/debug/panic", "a panic"),
];
