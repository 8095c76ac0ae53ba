//! Attempts at a task: each has a branch, in a worktree of its own.

use crate::{
    body::Body,
    error::{Anyon, Error, GitHubServiceError},
    executor::Executor,
    git::{self, ConflictOp, Tree},
    server::{Answer, App},
    store::{self, Attempt},
};
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// GitHub's name in a repository.
const REMOTE: &str = "origin";

#[derive(Debug, Deserialize)]
pub struct New {
    task_id: Uuid,
    executor_profile: Profile,
    target_branch: String,
}

#[derive(Debug, Deserialize)]
struct Profile {
    executor: Executor,
}

#[derive(Debug, Deserialize)]
pub struct Rename {
    new_branch_name: String,
}

#[derive(Debug, Deserialize)]
pub struct ChangeTarget {
    new_target_branch: String,
}

#[derive(Debug, Deserialize)]
pub struct Rebase {
    new_base_branch: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct BranchStatus {
    conflict_op: Option<ConflictOp>,
    conflicted_files: Vec<String>,
}

pub async fn show(State(app): State<App>, Path(id): Path<String>) -> Answer<Attempt> {
    Ok(Anyon(app.store.attempt(&id).await?))
}

pub async fn create(
    State(app): State<App>,
    Body(new): Body<New>,
) -> Result<(StatusCode, Anyon<Attempt>), Error> {
    let (task, executor) = (new.task_id.to_string(), new.executor_profile.executor);
    let attempt = start(&app, store::new_id(), &task, executor, new.target_branch).await?;
    Ok((StatusCode::CREATED, Anyon(attempt)))
}

/// Begins an attempt, in a new worktree.
pub async fn start(
    app: &App,
    id: String,
    task_id: &str,
    executor: Executor,
    target_branch: String,
) -> Result<Attempt, Error> {
    let task = app.store.task(task_id).await?;
    let project = Tree::new(app.store.project(&task.project_id).await?.git_repo_path);
    project.require_branch(&target_branch).await?;
    let branch = format!("{}/{id}", app.settings.config().git_branch_prefix);
    let worktree = app.worktrees.join(&id);
    project.add_worktree(&worktree, &branch, &target_branch).await?;
    let attempt = Attempt {
        id,
        task_id: task.id,
        executor,
        branch,
        target_branch,
        worktree: worktree.to_string_lossy().into_owned(),
        pull_request_open: false,
    };
    app.store.add_attempt(&attempt).await?;
    Ok(attempt)
}

pub async fn stop(State(app): State<App>, Path(id): Path<String>) -> Answer<()> {
    app.store.attempt(&id).await?;
    app.store.stop_processes(&id).await?;
    Ok(Anyon(()))
}

pub async fn run_agent_setup(State(app): State<App>, Path(id): Path<String>) -> Answer<()> {
    app.store.attempt(&id).await?.executor.require_setup_helper()?;
    Ok(Anyon(()))
}

pub async fn rename_branch(
    State(app): State<App>,
    Path(id): Path<String>,
    Body(rename): Body<Rename>,
) -> Answer<Attempt> {
    let mut attempt = app.store.attempt(&id).await?;
    let name = git::branch_name(&rename.new_branch_name).await?;
    if attempt.pull_request_open {
        return Err(Error::PullRequestOpen);
    }
    Tree::new(&attempt.worktree).rename_branch(&attempt.branch, name).await?;
    name.clone_into(&mut attempt.branch);
    app.store.change_attempt(&attempt).await?;
    Ok(Anyon(attempt))
}

pub async fn change_target_branch(
    State(app): State<App>,
    Path(id): Path<String>,
    Body(change): Body<ChangeTarget>,
) -> Answer<Attempt> {
    let mut attempt = app.store.attempt(&id).await?;
    Tree::new(&attempt.worktree).require_branch(&change.new_target_branch).await?;
    attempt.target_branch = change.new_target_branch;
    app.store.change_attempt(&attempt).await?;
    Ok(Anyon(attempt))
}

pub async fn rebase(
    State(app): State<App>,
    Path(id): Path<String>,
    Body(rebase): Body<Rebase>,
) -> Answer<()> {
    let attempt = app.store.attempt(&id).await?;
    let base = rebase.new_base_branch.unwrap_or(attempt.target_branch);
    Tree::new(attempt.worktree).rebase(&base).await?;
    Ok(Anyon(()))
}

pub async fn branch_status(State(app): State<App>, Path(id): Path<String>) -> Answer<BranchStatus> {
    let attempt = app.store.attempt(&id).await?;
    let (conflict_op, conflicted_files) = Tree::new(attempt.worktree).conflicts().await?.unzip();
    let conflicted_files = conflicted_files.unwrap_or_default();
    Ok(Anyon(BranchStatus { conflict_op, conflicted_files }))
}

pub async fn abort_conflicts(State(app): State<App>, Path(id): Path<String>) -> Answer<()> {
    let attempt = app.store.attempt(&id).await?;
    Tree::new(attempt.worktree).abort().await?;
    Ok(Anyon(()))
}

pub async fn push(State(app): State<App>, Path(id): Path<String>) -> Answer<()> {
    publish(&app, &app.store.attempt(&id).await?).await?;
    Ok(Anyon(()))
}

pub async fn open_pull_request(State(app): State<App>, Path(id): Path<String>) -> Answer<Attempt> {
    let mut attempt = app.store.attempt(&id).await?;
    publish(&app, &attempt).await?;
    attempt.pull_request_open = true;
    app.store.change_attempt(&attempt).await?;
    Ok(Anyon(attempt))
}

async fn publish(app: &App, attempt: &Attempt) -> Result<(), Error> {
    let tree = Tree::new(&attempt.worktree);
    tree.require_no_conflicts().await?;
    app.settings.config().github_token.check()?;
    if !tree.reaches(REMOTE).await? {
        return Err(GitHubServiceError::RepoNotFoundOrNoAccess.into());
    }
    Ok(tree.push(REMOTE, &attempt.branch).await?)
}
