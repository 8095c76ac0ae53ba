//! git, the program, in a folder.

use crate::error::{GitError, GitOperationError};
use serde::Serialize;
use std::{
    fmt,
    path::{Path, PathBuf},
    process::Output,
};
use tokio::{fs, process::Command, sync::Mutex};

/// Who changes a repository: git does not wait for its own locks, and what has
/// been looked up must still hold when it is acted upon.
static TURN: Mutex<()> = Mutex::const_new(());

/// What can stop at conflicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ConflictOp {
    Rebase,
    Merge,
    CherryPick,
    Revert,
}

impl ConflictOp {
    /// What an operation that has stopped keeps in the folder of its worktree.
    /// A rebase comes first: it may stop in a pick of its own.
    const TRACES: [(&str, Self); 5] = [
        ("rebase-merge", Self::Rebase),
        ("rebase-apply", Self::Rebase),
        ("MERGE_HEAD", Self::Merge),
        ("CHERRY_PICK_HEAD", Self::CherryPick),
        ("REVERT_HEAD", Self::Revert),
    ];

    fn command(self) -> &'static str {
        match self {
            Self::Rebase => "rebase",
            Self::Merge => "merge",
            Self::CherryPick => "cherry-pick",
            Self::Revert => "revert",
        }
    }
}

/// As in JSON.
impl fmt::Display for ConflictOp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// A folder with a working tree: a project's own, or an attempt's.
#[derive(Clone, Debug)]
pub struct Tree(PathBuf);

impl Tree {
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self(folder.into())
    }

    /// Whether a repository begins here.
    pub fn is_repository(&self) -> bool {
        self.0.join(".git").exists()
    }

    pub async fn branches(&self) -> Result<Vec<String>, GitError> {
        let list = self.run(&["for-each-ref", "--format=%(refname:short)", "refs/heads"]).await?;
        Ok(list.lines().map(str::to_owned).collect())
    }

    async fn has_branch(&self, name: &str) -> Result<bool, GitError> {
        // No program can be asked for it.
        if name.contains('\0') {
            return Ok(false);
        }
        self.test(&["show-ref", "--verify", "--quiet", &reference(name)]).await
    }

    pub async fn require_branch(&self, name: &str) -> Result<(), GitError> {
        if self.has_branch(name).await? {
            return Ok(());
        }
        Err(GitError::BranchNotFound { branch: name.to_owned() })
    }

    pub async fn files(&self) -> Result<Vec<String>, GitError> {
        Ok(names(&self.run(&["ls-files", "-z"]).await?))
    }

    pub async fn add_worktree(&self, to: &Path, branch: &str, from: &str) -> Result<(), GitError> {
        let _turn = TURN.lock().await;
        let to = to.to_string_lossy();
        self.run(&["worktree", "add", "-b", branch, &to, &reference(from)]).await?;
        Ok(())
    }

    pub async fn rename_branch(&self, from: &str, to: &str) -> Result<(), GitError> {
        let _turn = TURN.lock().await;
        self.require_no_rebase().await?;
        if self.has_branch(to).await? {
            return Err(GitError::BranchExists);
        }
        self.run(&["branch", "--move", from, to]).await?;
        Ok(())
    }

    /// Stops where there are conflicts, and leaves them as they are.
    pub async fn rebase(&self, onto: &str) -> Result<(), GitError> {
        let _turn = TURN.lock().await;
        self.require_no_rebase().await?;
        self.require_branch(onto).await?;
        let Err(error) = self.run(&["rebase", &reference(onto)]).await else { return Ok(()) };
        let Some((op, files)) = self.conflicts().await? else { return Err(error) };
        Err(GitOperationError::MergeConflicts { files: files.join(", "), op }.into())
    }

    /// Fails where an operation has left conflicts.
    pub async fn require_no_conflicts(&self) -> Result<(), GitError> {
        let Some((op, files)) = self.conflicts().await? else { return Ok(()) };
        Err(GitOperationError::UnresolvedConflicts { files: files.join(", "), op }.into())
    }

    /// What has stopped at conflicts, and the files that have them.
    pub async fn conflicts(&self) -> Result<Option<(ConflictOp, Vec<String>)>, GitError> {
        let Some(op) = self.stopped().await? else { return Ok(None) };
        let files = names(&self.run(&["diff", "--name-only", "--diff-filter=U", "-z"]).await?);
        Ok(Some((op, files)).filter(|(_, files)| !files.is_empty()))
    }

    /// Ends what has stopped, as if it had not begun.
    pub async fn abort(&self) -> Result<(), GitError> {
        let _turn = TURN.lock().await;
        if let Some(op) = self.stopped().await? {
            self.run(&[op.command(), "--abort"]).await?;
        }
        Ok(())
    }

    /// Whether the remote is there, and may be read.
    pub async fn reaches(&self, remote: &str) -> Result<bool, GitError> {
        Ok(self.output(&["ls-remote", remote]).await?.status.success())
    }

    pub async fn push(&self, remote: &str, branch: &str) -> Result<(), GitError> {
        let _turn = TURN.lock().await;
        self.run(&["push", "--force-with-lease", remote, &reference(branch)]).await?;
        Ok(())
    }

    async fn require_no_rebase(&self) -> Result<(), GitError> {
        if self.stopped().await? == Some(ConflictOp::Rebase) {
            return Err(GitOperationError::RebaseInProgress.into());
        }
        Ok(())
    }

    async fn stopped(&self) -> Result<Option<ConflictOp>, GitError> {
        let folder = self.run(&["rev-parse", "--absolute-git-dir"]).await?;
        for (trace, op) in ConflictOp::TRACES {
            if fs::try_exists(Path::new(folder.trim_end()).join(trace)).await? {
                return Ok(Some(op));
            }
        }
        Ok(None)
    }

    /// What git says, if it succeeds.
    pub async fn run(&self, arguments: &[&str]) -> Result<String, GitError> {
        let output = self.output(arguments).await?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        Err(failed(arguments, &output))
    }

    /// Git's answer to a question.
    async fn test(&self, arguments: &[&str]) -> Result<bool, GitError> {
        let output = self.output(arguments).await?;
        match output.status.code() {
            Some(0) => Ok(true),
            Some(1) => Ok(false),
            _ => Err(failed(arguments, &output)),
        }
    }

    async fn output(&self, arguments: &[&str]) -> Result<Output, GitError> {
        let mut git = git();
        // Nobody is there to be asked for a password or a message.
        git.env("GIT_TERMINAL_PROMPT", "0").env("GIT_EDITOR", "true");
        Ok(git.arg("-C").arg(&self.0).args(arguments).kill_on_drop(true).output().await?)
    }
}

/// The program, which works nowhere but where it is told: who starts us from a
/// hook has told it of another repository.
fn git() -> Command {
    let mut git = Command::new("git");
    for name in
        ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR"]
    {
        git.env_remove(name);
    }
    git
}

/// A name that is fit for a new branch.
pub async fn branch_name(name: &str) -> Result<&str, GitError> {
    let name = name.trim();
    if name.is_empty() {
        return Err(GitError::BranchNameEmpty);
    }
    if name.contains('\0') {
        return Err(GitError::BranchNameInvalid);
    }
    let check = git().args(["check-ref-format", "--branch", name]).output().await?;
    // It also takes `@{-1}`, and says what that stands for.
    if check.status.success() && check.stdout.trim_ascii_end() == name.as_bytes() {
        return Ok(name);
    }
    Err(GitError::BranchNameInvalid)
}

/// A branch by its whole name, which is no option.
fn reference(branch: &str) -> String {
    format!("refs/heads/{branch}")
}

/// The names in a list of git's `-z`.
fn names(list: &str) -> Vec<String> {
    list.split_terminator('\0').map(str::to_owned).collect()
}

fn failed(arguments: &[&str], output: &Output) -> GitError {
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    GitError::GitFailed { command: arguments.join(" "), stderr }
}
