//! The addresses. No handler says anything about how an error is answered.

use crate::{
    attempts, debug,
    error::{Anyon, Error, Fallback},
    filesystem, projects,
    settings::{self, Settings},
    store::Store,
    tasks,
};
use axum::{
    Router,
    routing::{get, post},
};
use error_runtime::ErrorLayer;
use std::{path::PathBuf, sync::Arc};

/// What all handlers share.
#[derive(Clone, Debug)]
pub struct App {
    pub store: Store,
    pub settings: Arc<Settings>,
    /// Where the attempts' worktrees are.
    pub worktrees: PathBuf,
}

/// What a handler answers.
pub type Answer<T> = Result<Anyon<T>, Error>;

pub fn router(app: App) -> Router {
    let attempt = Router::new()
        .route("/", get(attempts::show))
        .route("/stop", post(attempts::stop))
        .route("/run-agent-setup", post(attempts::run_agent_setup))
        .route("/rename-branch", post(attempts::rename_branch))
        .route("/change-target-branch", post(attempts::change_target_branch))
        .route("/rebase", post(attempts::rebase))
        .route("/branch-status", get(attempts::branch_status))
        .route("/conflicts/abort", post(attempts::abort_conflicts))
        .route("/push", post(attempts::push))
        .route("/pr", post(attempts::open_pull_request));
    let api = Router::new()
        .route("/projects", get(projects::list).post(projects::create))
        .route("/projects/{id}", get(projects::show).delete(projects::remove))
        .route("/projects/{id}/branches", get(projects::branches))
        .route("/projects/{id}/search", get(projects::search))
        .route("/tasks", post(tasks::create))
        .route("/tasks/{id}", get(tasks::show).delete(tasks::remove))
        .route("/task-attempts", post(attempts::create))
        .nest("/task-attempts/{id}", attempt)
        .route("/execution-processes/{id}", get(tasks::process))
        .route("/auth/github/check", get(settings::check_github))
        .route("/config", get(settings::config).put(settings::set_config))
        .route("/profiles", get(settings::profiles).put(settings::set_profiles))
        .route("/mcp-config", get(settings::mcp_config).post(settings::set_mcp_config))
        .route("/filesystem/directory", get(filesystem::directory))
        .route("/filesystem/git-repos", get(filesystem::git_repos));
    Router::new()
        .nest("/api", api)
        .nest("/debug", debug::router())
        .with_state(app)
        .layer(ErrorLayer::<Fallback>::new())
}
