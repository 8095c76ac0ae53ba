//! Reading one file of a project.

use crate::{daemon::Project, error::Failure};
use std::{
    io::{self, ErrorKind},
    path::{Component, Path},
};
use tokio::fs;

pub async fn read(project: &Project, path: String) -> Result<String, Failure> {
    let settings = project.settings();
    let relative = Path::new(&path);
    // Decided by the name alone: no answer tells whether such a file exists.
    if !is_inside(&path) {
        return Err(Failure::InvalidPath { path });
    }
    if settings.excludes(relative) {
        return Err(Failure::FileExcluded { path });
    }
    if !settings.includes(relative) {
        return Err(Failure::FileNotIncluded { path });
    }

    let root = project.root().await?;
    let file = root.join(relative);
    let failed =
        |source| Failure::FileReadFailed { path: path.clone(), file: file.clone(), source };
    let target = fs::canonicalize(&file).await.map_err(failed)?;
    // A link may lead anywhere.
    if !target.starts_with(&root) {
        return Err(Failure::InvalidPath { path });
    }
    let found = fs::metadata(&target).await.map_err(failed)?;
    // A folder has no text, and a device no end.
    if !found.is_file() {
        return Err(failed(io::Error::new(ErrorKind::NotFound, "it is no file")));
    }
    let size = found.len();
    if size > settings.max_file_bytes {
        return Err(Failure::FileTooLarge { path, size, max_file_bytes: settings.max_file_bytes });
    }
    fs::read_to_string(&target).await.map_err(failed)
}

/// Whether this is names with `/` between them, and nothing else.
fn is_inside(path: &str) -> bool {
    let is_name = |part| matches!(part, Component::Normal(_));
    !path.is_empty()
        && !path.contains(|char: char| char.is_control() || char == '\\')
        && Path::new(path).components().all(is_name)
}
