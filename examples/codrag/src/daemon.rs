//! The registry of projects.

use crate::{build::Build, error::Failure, index::Index, settings::Settings, trace::Trace};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::fs;

#[derive(Debug)]
pub struct Daemon {
    workspace: PathBuf,
    projects: Mutex<BTreeMap<String, Arc<Project>>>,
}

#[derive(Debug)]
pub struct Project {
    pub id: String,
    /// As the client wrote it.
    pub path: String,
    /// As it is.
    root: PathBuf,
    settings: Mutex<Settings>,
    pub index: Build<Index>,
    pub trace: Build<Trace>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct NewProject {
    /// Relative to the daemon's workspace, or absolute.
    pub path: String,
    #[serde(default)]
    pub settings: Settings,
}

/// What a client sees of a project.
#[derive(Debug, Serialize)]
pub struct Summary {
    pub id: String,
    pub path: String,
    pub settings: Settings,
}

impl Daemon {
    pub fn new(workspace: PathBuf) -> Self {
        Self { workspace, projects: Mutex::default() }
    }

    pub async fn add(
        &self,
        NewProject { path, settings }: NewProject,
    ) -> Result<Arc<Project>, Failure> {
        let root = match fs::canonicalize(self.workspace.join(&path)).await {
            Ok(root) => root,
            Err(source) => return Err(Failure::ProjectPathMissing { path, source }),
        };
        let mut projects = self.projects();
        if let Some(project) = projects.values().find(|project| project.root == root) {
            return Err(Failure::ProjectAlreadyExists { path, id: project.id.clone() });
        }
        let id = free_id(&root, &projects);
        let project = Arc::new(Project {
            id: id.clone(),
            path,
            root,
            settings: Mutex::new(settings),
            index: Build::default(),
            trace: Build::default(),
        });
        projects.insert(id, Arc::clone(&project));
        Ok(project)
    }

    pub fn project(&self, id: &str) -> Result<Arc<Project>, Failure> {
        let found = self.projects().get(id).cloned();
        found.ok_or_else(|| Failure::ProjectNotFound { id: id.to_owned() })
    }

    pub fn remove(&self, id: &str) -> Result<Arc<Project>, Failure> {
        let removed = self.projects().remove(id);
        removed.ok_or_else(|| Failure::ProjectNotFound { id: id.to_owned() })
    }

    pub fn summaries(&self) -> Vec<Summary> {
        self.projects().values().map(|project| project.summary()).collect()
    }

    fn projects(&self) -> MutexGuard<'_, BTreeMap<String, Arc<Project>>> {
        self.projects.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Project {
    /// Where it is, which is checked each time: folders go away.
    pub async fn root(&self) -> Result<PathBuf, Failure> {
        let root = fs::canonicalize(&self.root).await;
        root.map_err(|source| Failure::ProjectPathMissing { path: self.path.clone(), source })
    }

    pub fn settings(&self) -> Settings {
        self.settings.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn set(&self, settings: Settings) {
        *self.settings.lock().unwrap_or_else(PoisonError::into_inner) = settings;
    }

    pub fn summary(&self) -> Summary {
        Summary { id: self.id.clone(), path: self.path.clone(), settings: self.settings() }
    }
}

/// The folder's name, with a number where another project has it.
fn free_id(root: &std::path::Path, taken: &BTreeMap<String, Arc<Project>>) -> String {
    let name = root.file_name().map_or("root".into(), |name| name.to_string_lossy());
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let mut names = std::iter::once(name.to_string()).chain(numbered);
    names.find(|name| !taken.contains_key(name)).expect("there is no end of numbers")
}
