//! The addresses. No handler says anything about how an error is answered.

use crate::{
    daemon::{Daemon, NewProject, Summary},
    error::{CoDrag, Failure, Fallback},
    file,
    index::{self, Hit},
    settings::Settings,
    trace::{self, Node},
};
use axum::{
    Json, Router,
    extract::{DefaultBodyLimit, Path, Query, State},
    http::StatusCode,
    routing::{get, put},
};
use error_runtime::ErrorLayer;
use serde::Deserialize;
use std::sync::Arc;

type Shared = State<Arc<Daemon>>;
type Answer<T> = Result<CoDrag<T>, Failure>;
type Accepted = Result<(StatusCode, CoDrag<()>), Failure>;

#[derive(Deserialize)]
struct File {
    path: String,
}

#[derive(Deserialize)]
struct Search {
    q: String,
}

pub fn router(daemon: Arc<Daemon>) -> Router {
    Router::new()
        .route("/projects", get(list).post(add))
        .route("/projects/{id}", get(show).delete(remove))
        .route("/projects/{id}/settings", put(set))
        .route("/projects/{id}/file", get(read))
        .route("/projects/{id}/build", get(built).post(build))
        .route("/projects/{id}/search", get(search))
        .route("/projects/{id}/trace/build", get(built_trace).post(build_trace))
        .route("/projects/{id}/trace/nodes/{*node}", get(node))
        .route("/debug/new-error", get(new_error))
        .route("/debug/panic", get(panic))
        .with_state(daemon)
        .layer(DefaultBodyLimit::max(16 * 1024))
        .layer(ErrorLayer::<Fallback>::new())
}

async fn list(State(daemon): Shared) -> CoDrag<Vec<Summary>> {
    CoDrag(daemon.summaries())
}

async fn add(
    State(daemon): Shared,
    Json(project): Json<NewProject>,
) -> Result<(StatusCode, CoDrag<Summary>), Failure> {
    Ok((StatusCode::CREATED, CoDrag(daemon.add(project).await?.summary())))
}

async fn show(State(daemon): Shared, Path(id): Path<String>) -> Answer<Summary> {
    Ok(CoDrag(daemon.project(&id)?.summary()))
}

async fn remove(State(daemon): Shared, Path(id): Path<String>) -> Answer<Summary> {
    Ok(CoDrag(daemon.remove(&id)?.summary()))
}

async fn set(
    State(daemon): Shared,
    Path(id): Path<String>,
    Json(settings): Json<Settings>,
) -> Answer<Summary> {
    let project = daemon.project(&id)?;
    project.set(settings);
    Ok(CoDrag(project.summary()))
}

async fn read(
    State(daemon): Shared,
    Path(id): Path<String>,
    Query(File { path }): Query<File>,
) -> Answer<String> {
    Ok(CoDrag(file::read(&*daemon.project(&id)?, path).await?))
}

async fn build(State(daemon): Shared, Path(id): Path<String>) -> Accepted {
    index::build(daemon.project(&id)?).await?;
    Ok((StatusCode::ACCEPTED, CoDrag(())))
}

/// Answers when the build is over.
async fn built(State(daemon): Shared, Path(id): Path<String>) -> Answer<index::Built> {
    Ok(CoDrag(index::built(&*daemon.project(&id)?).await?))
}

async fn search(
    State(daemon): Shared,
    Path(id): Path<String>,
    Query(Search { q }): Query<Search>,
) -> Answer<Vec<Hit>> {
    Ok(CoDrag(index::search(&*daemon.project(&id)?, &q)?))
}

async fn build_trace(State(daemon): Shared, Path(id): Path<String>) -> Accepted {
    trace::build(daemon.project(&id)?)?;
    Ok((StatusCode::ACCEPTED, CoDrag(())))
}

/// Answers when the build is over.
async fn built_trace(State(daemon): Shared, Path(id): Path<String>) -> Answer<trace::Built> {
    Ok(CoDrag(trace::built(&*daemon.project(&id)?).await?))
}

async fn node(State(daemon): Shared, Path((id, node)): Path<(String, String)>) -> Answer<Node> {
    Ok(CoDrag(trace::node(&*daemon.project(&id)?, node)?))
}

/// A new code, answered.
async fn new_error() -> Failure {
    Failure::MyNewError
}

/// An unexpected error.
async fn panic() -> &'static str {
    panic!("the log says why: token=hunter2")
}
