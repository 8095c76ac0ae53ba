//! The tour: what is asked, in which order, and what it shows.

use tour::Step;

pub const STEPS: &[Step] = &[
    Step::new("GET", "/projects/codrag", "a success, in the same envelope"),
    Step::new("GET", "/projects/nope", "a field as a detail"),
    Step::new("POST", "/projects/codrag/build", "a build starts"),
    Step::new("POST", "/projects/codrag/build", "a field as Retry-After"),
    Step::new("GET", "/projects/notes/index", "io::Error, NotFound: the `when` row"),
    Step::new("GET", "/projects/legacy/index", "any other io::Error: a 500 tells nothing"),
    Step::new("DELETE", "/projects/notes", "an inner enum, through `transparent`"),
    Step::new("DELETE", "/projects/notes", "another of its rows")
        .with_headers(&[("authorization", "Bearer reader")]),
    Step::new("DELETE", "/projects/notes", "the right token")
        .with_headers(&[("authorization", "Bearer writer")]),
    Step::new("GET", "/project", "axum's own 404, in the envelope"),
    Step::new("PUT", "/projects/codrag", "its 405, with `Allow`"),
    Step::new("GET", "/panic", "a panic"),
];
