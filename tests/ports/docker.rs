//! Docker Engine API.
//!
//! Documented in the Engine API reference (`api/swagger.yaml` of moby/moby):
//! "Errors", the examples of the 404 of a container, and the example of the
//! schema `ErrorResponse`.

use crate::{JSON, documented};
use error_runtime::{ApiError, Code, envelope};

envelope! {
    Docker = { "message": message }
    internal_message = "Something went wrong."
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Docker)]
enum EngineError {
    #[error("page not found")]
    #[api(status = 404)]
    PageNotFound,
    #[error("No such container: {id}")]
    #[api(status = 404)]
    NoSuchContainer { id: &'static str },
    #[error("the layer store is gone")]
    #[api(status = 500)]
    Daemon,
}

#[test]
fn a_page() {
    let golden = include_str!("golden/docker-page-not-found.json");
    let answer = documented(Docker::parse, &EngineError::PageNotFound, 404, JSON, golden);
    assert_eq!(answer.message(), Some("page not found"));
    assert_eq!(answer.code(), Code::None);
    assert!(answer.errors().is_empty() && answer.members().is_empty());
}

#[test]
fn a_container() {
    let error = EngineError::NoSuchContainer { id: "c2ada9df5af8" };
    let golden = include_str!("golden/docker-no-such-container.json");
    let answer = documented(Docker::parse, &error, 404, JSON, golden);
    assert_eq!(answer.message(), Some("No such container: c2ada9df5af8"));
}

#[test]
fn the_daemon() {
    let golden = include_str!("golden/docker-something-went-wrong.json");
    let answer = documented(Docker::parse, &EngineError::Daemon, 500, JSON, golden);
    assert_eq!(answer.message(), Some("Something went wrong."));
}
