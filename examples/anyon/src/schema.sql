CREATE TABLE projects (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) <= 200),
    git_repo_path TEXT NOT NULL UNIQUE
);

CREATE TABLE tasks (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL REFERENCES projects (id),
    title TEXT NOT NULL CHECK (length(title) <= 200)
);

CREATE TABLE task_attempts (
    id TEXT PRIMARY KEY,
    task_id TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    executor TEXT NOT NULL,
    branch TEXT NOT NULL,
    target_branch TEXT NOT NULL,
    worktree TEXT NOT NULL,
    pull_request_open BOOLEAN NOT NULL DEFAULT FALSE
);

CREATE TABLE execution_processes (
    id TEXT PRIMARY KEY,
    task_attempt_id TEXT NOT NULL REFERENCES task_attempts (id) ON DELETE CASCADE,
    status TEXT NOT NULL DEFAULT 'running'
);
