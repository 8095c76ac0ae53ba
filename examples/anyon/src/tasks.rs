//! Tasks, and the processes that work on them.

use crate::{
    body::Body,
    error::{Anyon, Error},
    server::{Answer, App},
    store::{self, Process, Task},
};
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use serde::Deserialize;
use uuid::Uuid;

#[derive(Debug, Deserialize)]
pub struct New {
    project_id: Uuid,
    title: String,
}

pub async fn show(State(app): State<App>, Path(id): Path<String>) -> Answer<Task> {
    Ok(Anyon(app.store.task(&id).await?))
}

pub async fn create(
    State(app): State<App>,
    Body(new): Body<New>,
) -> Result<(StatusCode, Anyon<Task>), Error> {
    let project = app.store.project(&new.project_id.to_string()).await?;
    let task = Task { id: store::new_id(), project_id: project.id, title: new.title };
    app.store.add_task(&task).await?;
    Ok((StatusCode::CREATED, Anyon(task)))
}

pub async fn remove(State(app): State<App>, Path(id): Path<String>) -> Result<StatusCode, Error> {
    app.store.remove_task(&id).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub async fn process(State(app): State<App>, Path(id): Path<String>) -> Answer<Process> {
    Ok(Anyon(app.store.process(&id).await?))
}
