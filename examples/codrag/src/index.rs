//! The index: the text of each file that the settings allow.

use crate::{daemon::Project, error::Failure, settings::Settings};
use serde::Serialize;
use std::{
    collections::BTreeMap,
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};
use tokio::{fs, time};

/// Files by their paths.
pub type Index = BTreeMap<PathBuf, String>;

#[derive(Debug, Serialize)]
pub struct Built {
    pub files: usize,
}

#[derive(Debug, Serialize)]
pub struct Hit {
    pub file: PathBuf,
    pub line: usize,
    pub text: String,
}

/// Starts a build, unless there is one.
pub async fn build(project: Arc<Project>) -> Result<(), Failure> {
    let root = project.root().await?;
    if !project.index.begin() {
        return Err(Failure::BuildAlreadyRunning { id: project.id.clone() });
    }
    tokio::spawn(async move { project.index.end(read(&root, &project.settings()).await) });
    Ok(())
}

/// What the last build has made, as soon as it is over.
pub async fn built(project: &Project) -> Result<Built, Failure> {
    let failed = |source| Failure::BuildFailed { id: project.id.clone(), source };
    let index = project.index.finished().await.map_err(failed)?.ok_or(Failure::IndexNotBuilt)?;
    Ok(Built { files: index.len() })
}

pub fn search(project: &Project, words: &str) -> Result<Vec<Hit>, Failure> {
    let index = project.index.built().ok_or(Failure::IndexNotBuilt)?;
    Ok(lines(&index)
        .filter(|(_, _, text)| text.contains(words))
        .map(|(file, line, text)| Hit { file: file.to_owned(), line, text: text.to_owned() })
        .collect())
}

/// All lines, each with its file and number.
pub fn lines(index: &Index) -> impl Iterator<Item = (&Path, usize, &str)> {
    index.iter().flat_map(|(file, text)| {
        text.lines().zip(1..).map(move |(text, line)| (file.as_path(), line, text))
    })
}

async fn read(root: &Path, settings: &Settings) -> io::Result<Index> {
    let mut index = Index::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        let mut entries = fs::read_dir(root.join(&folder)).await?;
        while let Some(entry) = entries.next_entry().await? {
            let path = folder.join(entry.file_name());
            let kind = entry.file_type().await?;
            if kind.is_dir() && !settings.excludes(&path) {
                folders.push(path);
            } else if kind.is_file() && is_wanted(&path, entry.metadata().await?.len(), settings) {
                let text = fs::read_to_string(entry.path()).await;
                let text = text.map_err(|cause| at(&entry.path(), &cause))?;
                index.insert(path, text);
                time::sleep(Duration::from_millis(settings.pause_ms)).await;
            }
        }
    }
    Ok(index)
}

fn is_wanted(path: &Path, size: u64, settings: &Settings) -> bool {
    settings.includes(path) && !settings.excludes(path) && size <= settings.max_file_bytes
}

/// The log says which file it was.
fn at(file: &Path, cause: &io::Error) -> io::Error {
    io::Error::new(cause.kind(), format!("{}: {cause}", file.display()))
}
