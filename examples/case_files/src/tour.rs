//! The tour: what is asked, in which order, and what it shows.

use tour::Step;

const ANA: &[(&str, &str)] = &[("x-user", "ana")];

pub const STEPS: &[Step] = &[
    Step::new("GET", "/cases/c-1", "a success").with_headers(ANA),
    Step::new("GET", "/cases/c-9", "a case that is not there").with_headers(ANA),
    Step::new("GET", "/sessions/s-9", "the same code with another message").with_headers(ANA),
    Step::new("GET", "/cases/c-2", "somebody else's case").with_headers(ANA),
    Step::new("GET", "/documents/d-9", "a document that is not there").with_headers(ANA),
    Step::new("GET", "/documents/d-3", "io::Error, NotFound: the `when` row").with_headers(ANA),
    Step::new("GET", "/documents/d-2", "any other io::Error: a 500 tells nothing")
        .with_headers(ANA),
    Step::new("GET", "/cases/old-7", "the database is down").with_headers(ANA),
    Step::new("POST", "/cases", "a rule is broken: the field, by its path")
        .with_headers(ANA)
        .with_body("{}"),
    Step::new("POST", "/cases", "a type is wrong: the same")
        .with_headers(ANA)
        .with_body(r#"{"title":7}"#),
    create("a case is made"),
    create("and another one"),
    create("and the last one for now"),
    create("a field as Retry-After, and in the details"),
    run(r#"{"agent":"drafter"}"#, "a run that succeeds at the third attempt"),
    run(r#"{"agent":"researcher"}"#, "a run that does not, after three attempts"),
    run(r#"{"agent":"reviewer"}"#, "one that is not worth another attempt"),
    Step::new("GET", "/case", "poem's own 404, in the same shape"),
    Step::new("PUT", "/cases/c-1", "its 405, with `Allow`"),
    Step::new("GET", "/debug/panic", "a panic"),
];

const fn create(shows: &'static str) -> Step {
    Step::new("POST", "/cases", shows).with_headers(ANA).with_body(r#"{"title":"A new case"}"#)
}

const fn run(body: &'static str, shows: &'static str) -> Step {
    Step::new("POST", "/cases/c-1/runs", shows).with_headers(ANA).with_body(body)
}
