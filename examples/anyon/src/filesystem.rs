//! What the user can choose a project's folder from.

use crate::{error::Anyon, git::Tree, server::Answer};
use axum::extract::Query;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use tokio::fs;

#[derive(Debug, Deserialize)]
pub struct Folder {
    path: PathBuf,
}

#[derive(Debug, Serialize)]
pub struct Entry {
    name: String,
    is_directory: bool,
    is_git_repo: bool,
}

pub async fn directory(Query(folder): Query<Folder>) -> Answer<Vec<Entry>> {
    Ok(Anyon(entries(&folder.path).await?))
}

pub async fn git_repos(Query(folder): Query<Folder>) -> Answer<Vec<Entry>> {
    let mut entries = entries(&folder.path).await?;
    entries.retain(|entry| entry.is_git_repo);
    Ok(Anyon(entries))
}

async fn entries(folder: &Path) -> std::io::Result<Vec<Entry>> {
    let mut list = fs::read_dir(folder).await?;
    let mut entries = Vec::new();
    while let Some(entry) = list.next_entry().await? {
        entries.push(Entry {
            name: entry.file_name().to_string_lossy().into_owned(),
            is_directory: entry.file_type().await?.is_dir(),
            is_git_repo: Tree::new(entry.path()).is_repository(),
        });
    }
    Ok(entries)
}
