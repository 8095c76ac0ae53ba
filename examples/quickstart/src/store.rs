//! What the service keeps: projects in memory, their indexes as files.

use crate::error::IndexError;
use serde::Serialize;
use std::{
    collections::BTreeMap,
    env, fs, io,
    path::PathBuf,
    process,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// How long a build takes, and how often it says how far it is.
const BUILD: Duration = Duration::from_secs(30);
const PROGRESS: Duration = Duration::from_secs(10);

#[derive(Clone, Debug, Serialize)]
pub struct Project {
    pub id: String,
    pub files: u32,
}

#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    projects: BTreeMap<String, Project>,
    build_since: Option<Instant>,
}

impl Store {
    /// Three projects: one with an index, one without, and one whose index is
    /// not even text.
    pub fn open() -> io::Result<Self> {
        let folder = env::temp_dir().join(format!("quickstart-{}", process::id()));
        fs::create_dir_all(&folder)?;
        let store = Self { folder, state: Mutex::default() };
        for (id, files) in [("codrag", 2), ("legacy", 7), ("notes", 1)] {
            let project = Project { id: id.to_owned(), files };
            store.state().projects.insert(id.to_owned(), project);
        }
        fs::write(store.index("codrag"), "src/lib.rs\nsrc/main.rs\n")?;
        fs::write(store.index("legacy"), [0xff, 0xfe])?;
        Ok(store)
    }

    pub fn project(&self, id: &str) -> Result<Project, IndexError> {
        let found = self.state().projects.get(id).cloned();
        found.ok_or_else(|| IndexError::ProjectNotFound { id: id.to_owned() })
    }

    pub fn remove(&self, id: &str) -> Result<Project, IndexError> {
        let removed = self.state().projects.remove(id);
        removed.ok_or_else(|| IndexError::ProjectNotFound { id: id.to_owned() })
    }

    /// Where the index of a project would be.
    pub fn index(&self, id: &str) -> PathBuf {
        self.folder.join(id)
    }

    /// Starts a build, unless there is one.
    pub fn build(&self) -> Result<(), IndexError> {
        let mut state = self.state();
        if let Some(since) = state.build_since {
            let steps = since.elapsed().as_secs() / PROGRESS.as_secs();
            let left = BUILD.saturating_sub(Duration::from_secs(steps * PROGRESS.as_secs()));
            if !left.is_zero() {
                return Err(IndexError::BuildAlreadyRunning { left });
            }
        }
        state.build_since = Some(Instant::now());
        Ok(())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // It is a temporary folder: who cannot remove it, leaves it.
        let _ = fs::remove_dir_all(&self.folder);
    }
}
