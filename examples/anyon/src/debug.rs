//! Failures that no request of the API can provoke.

use crate::{
    error::Anyon,
    server::{Answer, App},
};
use axum::{Router, extract::State, routing::post};

pub fn router() -> Router<App> {
    Router::new().route("/copy", post(copy)).route("/panic", post(panic))
}

/// Into a folder that does not exist: the database names the file.
async fn copy(State(app): State<App>) -> Answer<()> {
    app.store.copy_to(&app.worktrees.join("missing/anyon.sqlite")).await?;
    Ok(Anyon(()))
}

async fn panic() -> Answer<()> {
    panic!("the log says why")
}
