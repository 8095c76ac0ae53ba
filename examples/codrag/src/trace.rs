//! The trace index: where each function is.

use crate::{daemon::Project, error::Failure, index};
use serde::Serialize;
use std::{collections::BTreeMap, path::PathBuf, sync::Arc, time::Duration};
use tokio::time;

/// Nodes by their IDs, such as `src/main.rs:main`.
pub type Trace = BTreeMap<String, Node>;

#[derive(Clone, Debug, Serialize)]
pub struct Node {
    pub file: PathBuf,
    pub line: usize,
}

#[derive(Debug, Serialize)]
pub struct Built {
    pub nodes: usize,
}

/// Starts a build from the index, unless there is one.
pub fn build(project: Arc<Project>) -> Result<(), Failure> {
    enabled(&project)?;
    let index = project.index.built().ok_or(Failure::IndexNotBuilt)?;
    if !project.trace.begin() {
        return Err(Failure::TraceBuildAlreadyRunning { id: project.id.clone() });
    }
    tokio::spawn(async move {
        let mut trace = Trace::new();
        for (file, line, text) in index::lines(&index) {
            let Some((name, _)) = text.split_once("fn ").and_then(|(_, it)| it.split_once('('))
            else {
                continue;
            };
            trace.insert(format!("{}:{name}", file.display()), Node { file: file.into(), line });
            time::sleep(Duration::from_millis(project.settings().pause_ms)).await;
        }
        project.trace.end(Ok(trace));
    });
    Ok(())
}

/// How many nodes the last build has found, as soon as it is over.
pub async fn built(project: &Project) -> Result<Built, Failure> {
    enabled(project)?;
    let failed = |source| Failure::BuildFailed { id: project.id.clone(), source };
    let trace = project.trace.finished().await.map_err(failed)?.ok_or(Failure::IndexNotBuilt)?;
    Ok(Built { nodes: trace.len() })
}

pub fn node(project: &Project, id: String) -> Result<Node, Failure> {
    enabled(project)?;
    let node = project.trace.built().and_then(|trace| trace.get(&id).cloned());
    node.ok_or(Failure::NodeNotFound { id })
}

fn enabled(project: &Project) -> Result<(), Failure> {
    if !project.settings().trace {
        return Err(Failure::TraceDisabled { id: project.id.clone() });
    }
    Ok(())
}
