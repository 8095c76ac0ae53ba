//! Every error, by a request that provokes it.

/// An error, and what provokes it.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    /// In the log.
    pub(crate) code: &'static str,
    /// What is asked before.
    pub(crate) given: &'static [Request],
    pub(crate) request: Request,
    pub(crate) message: &'static str,
}

/// Method, path and body; names in braces are ids of the demo's.
pub(crate) type Request = (&'static str, &'static str, &'static str);

const fn row(code: &'static str, request: Request, message: &'static str) -> Row {
    Row { code, given: &[], request, message }
}

const fn after(given: &'static [Request], row: Row) -> Row {
    Row { given, ..row }
}

const VALID_TOKEN: Request = ("PUT", "/api/config", r#"{"github_token":"valid"}"#);
const REBASE: Request = ("POST", "/api/task-attempts/{stale_attempt}/rebase", "");

/// What the document lists, in the order of the golden data.
pub(crate) const DOCUMENTED: [Row; 27] = [
    row("PROJECT_NOT_FOUND", ("GET", "/api/projects/{task}", ""), "Project not found"),
    row("TASK_NOT_FOUND", ("GET", "/api/tasks/invalid-uuid", ""), "Task not found"),
    row("ATTEMPT_NOT_FOUND", ("GET", "/api/task-attempts/{task}", ""), "Task attempt not found"),
    row(
        "INVALID_BRANCH_PREFIX",
        ("PUT", "/api/config", r#"{"git_branch_prefix":"team/anyon"}"#),
        "Invalid git branch prefix. Must be a valid git branch name component without slashes.",
    ),
    row(
        "BRANCH_NAME_EMPTY",
        ("POST", "/api/task-attempts/{attempt}/rename-branch", r#"{"new_branch_name":" "}"#),
        "Branch name cannot be empty",
    ),
    row(
        "BRANCH_NAME_INVALID",
        ("POST", "/api/task-attempts/{attempt}/rename-branch", r#"{"new_branch_name":"a..b"}"#),
        "Invalid branch name format",
    ),
    row(
        "PROJECT_EXISTS",
        ("POST", "/api/projects", r#"{"name":"again","git_repo_path":"{repository}"}"#),
        "A project with this git repository path already exists",
    ),
    row(
        "TASK_RUNNING",
        ("DELETE", "/api/tasks/{task}", ""),
        "Task has running execution processes. Please wait for them to complete or stop them first.",
    ),
    after(
        &[VALID_TOKEN, ("POST", "/api/task-attempts/{attempt}/pr", "")],
        row(
            "PULL_REQUEST_OPEN",
            ("POST", "/api/task-attempts/{attempt}/rename-branch", r#"{"new_branch_name":"new"}"#),
            "Cannot rename branch with an open pull request. Please close the PR first or create a new attempt.",
        ),
    ),
    after(
        &[("PUT", "/api/config", r#"{"github_token":"expired"}"#)],
        row(
            "TOKEN_INVALID",
            ("GET", "/api/auth/github/check", ""),
            "GitHub token is invalid or expired",
        ),
    ),
    after(
        &[("PUT", "/api/config", r#"{"github_token":"without_scopes"}"#)],
        row(
            "INSUFFICIENT_PERMISSIONS",
            ("POST", "/api/task-attempts/{attempt}/pr", ""),
            "Token lacks required permissions (repo, user)",
        ),
    ),
    after(
        &[VALID_TOKEN],
        row(
            "REPO_NOT_FOUND_OR_NO_ACCESS",
            ("POST", "/api/task-attempts/{local_attempt}/push", ""),
            "Repository not found or token has no access",
        ),
    ),
    row("merge_conflicts", REBASE, "Merge conflicts detected during rebase"),
    after(&[REBASE], row("rebase_in_progress", REBASE, "A rebase is already in progress")),
    row(
        "BRANCH_NOT_FOUND",
        (
            "POST",
            "/api/task-attempts/{attempt}/change-target-branch",
            r#"{"new_target_branch":"feature-xyz"}"#,
        ),
        "Branch 'feature-xyz' does not exist in the repository",
    ),
    row(
        "BRANCH_EXISTS",
        ("POST", "/api/task-attempts/{attempt}/rename-branch", r#"{"new_branch_name":"main"}"#),
        "A branch with this name already exists",
    ),
    row("MISSING_FIELD", ("POST", "/api/tasks", "{}"), "Missing required field: project_id"),
    row(
        "INVALID_FIELD",
        (
            "POST",
            "/api/task-attempts",
            r#"{"task_id":"{task}","executor_profile":{"executor":"CLIPPY"},"target_branch":"main"}"#,
        ),
        "Invalid executor profile format",
    ),
    row(
        "EMPTY_QUERY",
        ("GET", "/api/projects/{project}/search?q=+", ""),
        "Query parameter 'q' is required and cannot be empty",
    ),
    row(
        "ROW_NOT_FOUND",
        ("GET", "/api/execution-processes/{task}", ""),
        "Database error: row not found",
    ),
    row(
        "DEPENDENT_RECORDS",
        ("DELETE", "/api/projects/{project}", ""),
        "Cannot delete: resource has dependent records",
    ),
    row(
        "DIRECTORY_NOT_FOUND",
        ("GET", "/api/filesystem/directory?path=/no/such/folder", ""),
        "Directory does not exist",
    ),
    row(
        "NOT_A_DIRECTORY",
        ("GET", "/api/filesystem/git-repos?path={repository}/src/index.ts", ""),
        "Path is not a directory",
    ),
    row(
        "NOT_A_REPOSITORY",
        (
            "POST",
            "/api/projects",
            r#"{"name":"src","git_repo_path":"{repository}/src","use_existing_repo":true}"#,
        ),
        "The specified directory is not a git repository",
    ),
    row(
        "SETUP_UNSUPPORTED",
        ("POST", "/api/task-attempts/{attempt}/run-agent-setup", ""),
        "This executor does not support setup helper",
    ),
    row("EXECUTOR_NOT_FOUND", ("GET", "/api/mcp-config?executor=CLIPPY", ""), "Executor not found"),
    row(
        "MCP_UNSUPPORTED",
        ("POST", "/api/mcp-config?executor=CURSOR_AGENT", ""),
        "MCP not supported by this executor",
    ),
];

/// The document's example of a structured error: its message is not that of
/// the row.
pub(crate) const UNRESOLVED: Row = after(
    &[REBASE],
    row(
        "merge_conflicts",
        ("POST", "/api/task-attempts/{stale_attempt}/push", ""),
        "Merge conflicts detected",
    ),
);

/// What a client shows where it knows nothing better.
const UNEXPECTED: &str = "An unexpected error occurred. Please try again.";

/// What else is answered, with its status.
pub(crate) const FURTHER: [(u16, Row); 12] = [
    (
        422,
        row(
            "INVALID_FIELD",
            ("PUT", "/api/profiles", r#"{"executor_profiles":{"CLIPPY":{}}}"#),
            "Invalid executor profiles format",
        ),
    ),
    (
        422,
        row(
            "INVALID_FIELD",
            ("POST", "/api/tasks", r#"{"project_id":"1","title":"Sell it"}"#),
            "Invalid project id format",
        ),
    ),
    (400, row("INVALID_JSON", ("POST", "/api/tasks", "{"), "Invalid JSON format")),
    (
        413,
        row(
            "PAYLOAD_TOO_LARGE",
            ("POST", "/api/tasks", "{large}"),
            "The request's body is too large",
        ),
    ),
    (500, DATABASE),
    (500, COPY),
    (500, FILESYSTEM),
    (500, GIT_FAILED),
    (404, row("NO_SUCH_ADDRESS", ("GET", "/api/nowhere", ""), "There is nothing at this address")),
    (405, row("NO_SUCH_METHOD", ("PUT", "/api/tasks", ""), "This address has no such method")),
    (
        400,
        row(
            "BAD_REQUEST",
            ("GET", "/api/filesystem/directory", ""),
            "Failed to deserialize query string: missing field `path`",
        ),
    ),
    (500, PANIC),
];

/// The table has a limit that no handler knows.
pub(crate) const DATABASE: Row = row(
    "DATABASE",
    ("POST", "/api/tasks", r#"{"project_id":"{project}","title":"{long}"}"#),
    UNEXPECTED,
);
pub(crate) const COPY: Row = row("DATABASE", ("POST", "/debug/copy", ""), UNEXPECTED);
pub(crate) const FILESYSTEM: Row =
    row("FILESYSTEM", ("GET", "/api/filesystem/directory?path=/{long}", ""), UNEXPECTED);
/// The branches of the attempts are in a folder of this name.
pub(crate) const GIT_FAILED: Row = row(
    "GIT_FAILED",
    ("POST", "/api/task-attempts/{attempt}/rename-branch", r#"{"new_branch_name":"anyon"}"#),
    UNEXPECTED,
);
pub(crate) const PANIC: Row = row("FAILED", ("POST", "/debug/panic", ""), UNEXPECTED);
