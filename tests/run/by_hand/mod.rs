//! The README's comparison: the quickstart's declaration and the same service
//! by hand give the same bytes, and the README quotes their lines truly.

use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use std::{io, time::Duration};

mod service;

#[path = "../../../examples/quickstart/src/error.rs"]
mod declared;

const DECLARED: &str = include_str!("../../../examples/quickstart/src/error.rs");
const BY_HAND: &str = include_str!("service.rs");
const README: &str = include_str!("../../../README.md");

/// Status, sorted headers and body.
async fn read(response: Response) -> (u16, Vec<(String, String)>, String) {
    let (head, body) = response.into_parts();
    let mut headers: Vec<(String, String)> = head
        .headers
        .iter()
        // axum's `Json` says the length itself; a server adds it anyway.
        .filter(|(name, _)| *name != "content-length")
        .map(|(name, value)| (name.to_string(), value.to_str().expect("ASCII").to_owned()))
        .collect();
    headers.sort();
    let body = body.collect().await.expect("a body").to_bytes();
    (head.status.as_u16(), headers, String::from_utf8(body.to_vec()).expect("UTF-8"))
}

macro_rules! same {
    ($($error:expr),* $(,)?) => {$(
        let ours = { use declared::{AuthError, CoDrag, IndexError}; let _ = CoDrag(()); let _: Option<AuthError> = None; let error: IndexError = $error; error.into_response() };
        let theirs = { use service::{AuthError, CoDrag, IndexError}; let _ = CoDrag(()); let _: Option<AuthError> = None; let error: IndexError = $error; error.into_response() };
        assert_eq!(read(ours).await, read(theirs).await, stringify!($error));
    )*};
}

#[tokio::test]
async fn both_give_the_same_answers() {
    same! {
        IndexError::ProjectNotFound { id: "a \"b\" \u{7}".to_owned() },
        IndexError::BuildAlreadyRunning { left: Duration::from_millis(1_001) },
        IndexError::BuildAlreadyRunning { left: Duration::ZERO },
        IndexError::from(io::Error::from(io::ErrorKind::NotFound)),
        IndexError::from(io::Error::other("a secret path")),
        IndexError::Auth(AuthError::TokenMissing),
        IndexError::Auth(AuthError::ReadOnlyToken),
    }
    let ours = declared::CoDrag(vec![1, 2]).into_response();
    let theirs = service::CoDrag(vec![1, 2]).into_response();
    assert_eq!(read(ours).await, read(theirs).await);
}

/// Lines that say something: no blank ones, no comments.
fn lines(source: &str) -> usize {
    source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).count()
}

#[test]
fn the_readme_quotes_the_lines_truly() {
    let row = format!("| lines of code | {} | {} |", lines(DECLARED), lines(BY_HAND));
    assert!(README.contains(&row), "README.md should say: {row}");
}

#[test]
fn the_readme_shows_the_quickstarts_fallback() {
    let text = include_str!("../../../examples/quickstart/src/fallback.rs");
    let (_, declared) = text.split_once("\n\n#[derive").expect("the enum");
    assert_eq!(shown("<!-- fallback -->"), format!("#[derive{}", declared.trim()));
}

#[test]
fn the_readme_shows_the_quickstarts_declaration() {
    let declared = DECLARED.split_once("\n\n").expect("a first paragraph").1;
    assert_eq!(shown("<!-- example -->"), declared.trim());
}

/// The block of Rust after this mark.
fn shown(mark: &str) -> &'static str {
    README
        .split(mark)
        .nth(1)
        .and_then(|rest| rest.split("```rust").nth(1))
        .and_then(|rest| rest.split("```").next())
        .map(|block| block.split_once('\n').expect("a line").1.trim())
        .expect("the README's example")
}
