//! The service. No handler says anything about how an error is answered.

use crate::{
    auth,
    error::{CoDrag, IndexError},
    fallback::Fallback,
    store::{Project, Store},
};
use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    routing::{get, post},
};
use error_runtime::ErrorLayer;
use serde::Serialize;
use std::sync::Arc;
use tokio::fs;

#[derive(Debug, Serialize)]
struct Index {
    files: Vec<String>,
}

pub fn router(store: Arc<Store>) -> Router {
    Router::new()
        .route("/projects/{id}", get(show).delete(remove))
        .route("/projects/{id}/index", get(index))
        .route("/projects/{id}/build", post(build))
        .route("/panic", get(panic))
        .with_state(store)
        .layer(ErrorLayer::<Fallback>::new())
}

async fn show(
    State(store): State<Arc<Store>>,
    Path(id): Path<String>,
) -> Result<CoDrag<Project>, IndexError> {
    Ok(CoDrag(store.project(&id)?))
}

async fn remove(
    State(store): State<Arc<Store>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<CoDrag<Project>, IndexError> {
    auth::may_write(&headers)?;
    Ok(CoDrag(store.remove(&id)?))
}

async fn index(
    State(store): State<Arc<Store>>,
    Path(id): Path<String>,
) -> Result<CoDrag<Index>, IndexError> {
    store.project(&id)?;
    let text = fs::read_to_string(store.index(&id)).await?;
    Ok(CoDrag(Index { files: text.lines().map(str::to_owned).collect() }))
}

async fn build(
    State(store): State<Arc<Store>>,
    Path(id): Path<String>,
) -> Result<(StatusCode, CoDrag<Project>), IndexError> {
    let project = store.project(&id)?;
    store.build()?;
    Ok((StatusCode::ACCEPTED, CoDrag(project)))
}

/// For the tour.
async fn panic() -> &'static str {
    panic!("the log says why")
}
