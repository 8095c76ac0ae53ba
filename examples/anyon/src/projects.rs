//! Projects: repositories on this machine.

use crate::{
    body::Body,
    error::{Anyon, Error, GitError},
    git::Tree,
    server::{Answer, App},
    store::{self, Project},
};
use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
};
use serde::Deserialize;
use tokio::fs;

#[derive(Debug, Deserialize)]
pub struct New {
    name: String,
    git_repo_path: String,
    #[serde(default)]
    use_existing_repo: bool,
}

#[derive(Debug, Deserialize)]
pub struct Search {
    #[serde(default)]
    q: String,
}

pub async fn list(State(app): State<App>) -> Answer<Vec<Project>> {
    Ok(Anyon(app.store.projects().await?))
}

pub async fn show(State(app): State<App>, Path(id): Path<String>) -> Answer<Project> {
    Ok(Anyon(app.store.project(&id).await?))
}

pub async fn create(
    State(app): State<App>,
    Body(new): Body<New>,
) -> Result<(StatusCode, Anyon<Project>), Error> {
    // What these find wrong is the answer.
    let folder = fs::canonicalize(&new.git_repo_path).await?;
    drop(fs::read_dir(&folder).await?);
    let tree = Tree::new(&folder);
    if !tree.is_repository() {
        if new.use_existing_repo {
            return Err(GitError::NotARepository.into());
        }
        tree.run(&["init", "--quiet"]).await?;
    }
    let git_repo_path = folder.to_string_lossy().into_owned();
    let project = Project { id: store::new_id(), name: new.name, git_repo_path };
    app.store.add_project(&project).await?;
    Ok((StatusCode::CREATED, Anyon(project)))
}

pub async fn remove(State(app): State<App>, Path(id): Path<String>) -> Result<StatusCode, Error> {
    app.store.project(&id).await?;
    app.store.remove_project(&id).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub async fn branches(State(app): State<App>, Path(id): Path<String>) -> Answer<Vec<String>> {
    let project = app.store.project(&id).await?;
    Ok(Anyon(Tree::new(project.git_repo_path).branches().await?))
}

/// The files that have it in their path.
pub async fn search(
    State(app): State<App>,
    Path(id): Path<String>,
    Query(search): Query<Search>,
) -> Answer<Vec<String>> {
    let project = app.store.project(&id).await?;
    let wanted = search.q.trim();
    if wanted.is_empty() {
        return Err(Error::EmptyQuery);
    }
    let mut files = Tree::new(project.git_repo_path).files().await?;
    files.retain(|file| file.contains(wanted));
    Ok(Anyon(files))
}
