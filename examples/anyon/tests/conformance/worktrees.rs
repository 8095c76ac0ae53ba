//! What git leaves in a worktree.

use crate::{answers::body, api::Api};
use std::{process::Command, sync::Arc};
use systems::System;
use tokio::task::JoinSet;

/// Conflicts, whatever has made them, and whoever has begun that: they stay
/// until they are resolved, and are told by each request that they stop.
#[tokio::test]
async fn conflicts_of_all_operations_are_told() {
    let (api, system) = (Api::start(), System::read("anyon"));
    api.does("PUT", "/api/config", r#"{"github_token":"valid"}"#).await;
    let worktree = api.worktree("{stale_attempt}").await;
    let operations: [(&str, &[&str]); 4] = [
        ("rebase", &["rebase", "main"]),
        ("merge", &["merge", "main"]),
        ("cherry_pick", &["cherry-pick", "main"]),
        ("revert", &["revert", "--no-edit", "HEAD~1"]),
    ];
    for (op, arguments) in operations {
        let git = Command::new("git").arg("-C").arg(&worktree).args(arguments).output();
        assert!(!git.expect("git starts").status.success(), "{op} does not stop");

        let error_data = format!(
            r#"{{"type":"merge_conflicts","message":"Conflicts in src/index.ts, src/utils.ts","op":"{op}"}}"#
        );
        let expected = body(&system, Some(&error_data), "Merge conflicts detected");
        for path in ["push", "pr"] {
            let path = format!("/api/task-attempts/{{stale_attempt}}/{path}");
            api.ask("POST", &path, "").await.is(409, "application/json", &expected);
        }
        let status = api.does("GET", "/api/task-attempts/{stale_attempt}/branch-status", "").await;
        let data = &status.json()["data"];
        assert_eq!(data["conflict_op"], op);
        assert_eq!(data["conflicted_files"], serde_json::json!(["src/index.ts", "src/utils.ts"]));

        api.does("POST", "/api/task-attempts/{stale_attempt}/conflicts/abort", "").await;
        api.does("POST", "/api/task-attempts/{stale_attempt}/push", "").await;
    }
}

#[tokio::test]
async fn a_branch_is_not_renamed_during_a_rebase() {
    let (api, system) = (Api::start(), System::read("anyon"));
    let path = "/api/task-attempts/{stale_attempt}/rebase";
    assert_eq!(api.ask("POST", path, "").await.status, 409);
    let path = "/api/task-attempts/{stale_attempt}/rename-branch";
    let answer = api.ask("POST", path, r#"{"new_branch_name":"new"}"#).await;
    answer.is(409, "application/json", &system.example(3));
}

#[tokio::test]
async fn a_rebase_wants_a_branch_that_exists() {
    let (api, system) = (Api::start(), System::read("anyon"));
    let path = "/api/task-attempts/{attempt}/rebase";
    let answer = api.ask("POST", path, r#"{"new_base_branch":"feature-xyz"}"#).await;
    let message = "Branch 'feature-xyz' does not exist in the repository";
    answer.is(404, "application/json", &body(&system, None, message));
    // What looks like one of git's options, or goes outside, is no branch.
    for name in ["--exec=touch", "../HEAD", "a b", ""] {
        let answer = api.ask("POST", path, &format!(r#"{{"new_base_branch":"{name}"}}"#)).await;
        let message = format!("Branch '{name}' does not exist in the repository");
        answer.is(404, "application/json", &body(&system, None, &message));
    }
}

/// No program and no folder can be given such a name.
#[tokio::test]
async fn a_nul_is_in_no_name() {
    let (api, system) = (Api::start(), System::read("anyon"));
    for (path, sent, status, message) in [
        (
            "task-attempts/{attempt}/rebase",
            r#"{"new_base_branch":"a\u0000"}"#,
            404,
            "Branch 'a\0' does not exist in the repository",
        ),
        (
            "task-attempts/{attempt}/rename-branch",
            r#"{"new_branch_name":"a\u0000b"}"#,
            400,
            "Invalid branch name format",
        ),
        ("projects", r#"{"name":"x","git_repo_path":"/\u0000"}"#, 404, "Directory does not exist"),
    ] {
        let answer = api.ask("POST", &format!("/api/{path}"), sent).await;
        answer.is(status, "application/json", &body(&system, None, message));
    }
    let answer = api.ask("GET", "/api/filesystem/directory?path=%00", "").await;
    answer.is(404, "application/json", &body(&system, None, "Directory does not exist"));
}

/// A hook of git's names its own repository to all that it starts.
#[tokio::test]
async fn another_repository_is_left_alone() {
    let api = Api::start_with(&[("GIT_DIR", "/nowhere"), ("GIT_INDEX_FILE", "/nowhere/index")]);
    let branches = api.does("GET", "/api/projects/{project}/branches", "").await;
    assert!(branches.body.contains(r#""main""#), "{branches:?}");
}

/// Git does not wait for its own locks, so the service does.
#[tokio::test]
async fn requests_at_once_wait_for_each_other() {
    let api = Arc::new(Api::start());
    api.does("PUT", "/api/config", r#"{"github_token":"valid"}"#).await;
    let mut asking = JoinSet::new();
    for what in ["rebase", "rebase", "conflicts/abort", "push"].iter().cycle().take(80) {
        let api = Arc::clone(&api);
        let path = format!("/api/task-attempts/{{stale_attempt}}/{what}");
        asking.spawn(async move { api.ask("POST", &path, "").await });
    }
    for answer in asking.join_all().await {
        assert!(answer.status.is_success() || answer.status == 409, "{answer:?}");
    }
}
