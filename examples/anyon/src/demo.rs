//! Something to ask about: two repositories, and attempts of which one will
//! have conflicts.

use crate::{
    attempts,
    error::Error,
    executor::Executor,
    git::Tree,
    server::App,
    store::{Project, Task},
};
use std::path::Path;
use tokio::fs;

const PROJECT: &str = "00000000-0000-4000-8000-0000000000a1";
/// Its repository has no `origin`.
const LOCAL_PROJECT: &str = "00000000-0000-4000-8000-0000000000a2";
const TASK: &str = "00000000-0000-4000-8000-0000000000b1";
const LOCAL_TASK: &str = "00000000-0000-4000-8000-0000000000b2";
const ATTEMPT: &str = "00000000-0000-4000-8000-0000000000c1";
const LOCAL_ATTEMPT: &str = "00000000-0000-4000-8000-0000000000c2";
/// Its files have changed in `main`, too.
const STALE_ATTEMPT: &str = "00000000-0000-4000-8000-0000000000c3";

pub async fn set_up(app: &App, folder: &Path) -> Result<(), Error> {
    let shop = repository(&folder.join("shop")).await?;
    let origin = folder.join("shop.git");
    shop.run(&["clone", "--quiet", "--bare", ".", &origin.to_string_lossy()]).await?;
    shop.run(&["remote", "add", "origin", &origin.to_string_lossy()]).await?;
    repository(&folder.join("notes")).await?;

    for (project, task, name) in [(PROJECT, TASK, "shop"), (LOCAL_PROJECT, LOCAL_TASK, "notes")] {
        let git_repo_path = folder.join(name).to_string_lossy().into_owned();
        let name = name.to_owned();
        app.store.add_project(&Project { id: project.to_owned(), name, git_repo_path }).await?;
        let (id, project_id) = (task.to_owned(), project.to_owned());
        app.store.add_task(&Task { id, project_id, title: "Say it better".to_owned() }).await?;
    }
    for (attempt, task) in [(ATTEMPT, TASK), (LOCAL_ATTEMPT, LOCAL_TASK), (STALE_ATTEMPT, TASK)] {
        let main = "main".to_owned();
        attempts::start(app, attempt.to_owned(), task, Executor::ClaudeCode, main).await?;
    }
    commit(&app.worktrees.join(STALE_ATTEMPT), "theirs").await?;
    commit(&folder.join("shop"), "ours").await
}

async fn repository(folder: &Path) -> Result<Tree, Error> {
    fs::create_dir_all(folder.join("src")).await?;
    let tree = Tree::new(folder);
    tree.run(&["init", "--quiet", "--initial-branch=main"]).await?;
    tree.run(&["config", "user.name", "anyon"]).await?;
    tree.run(&["config", "user.email", "anyon@example.com"]).await?;
    tree.run(&["config", "commit.gpgsign", "false"]).await?;
    commit(folder, "first").await?;
    Ok(tree)
}

/// Says that in both files.
async fn commit(folder: &Path, text: &str) -> Result<(), Error> {
    for file in ["src/index.ts", "src/utils.ts"] {
        fs::write(folder.join(file), format!("export const said = \"{text}\";\n")).await?;
    }
    let tree = Tree::new(folder);
    tree.run(&["add", "--all"]).await?;
    tree.run(&["commit", "--quiet", "--message", text]).await?;
    Ok(())
}
