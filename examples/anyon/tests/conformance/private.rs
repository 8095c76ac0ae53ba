//! What the log alone may know.

use crate::{
    api::Api,
    rows::{COPY, DATABASE, DOCUMENTED, FILESYSTEM, FURTHER, GIT_FAILED, PANIC},
};
use systems::System;

/// What each error is made of.
const SECRETS: [(&str, &str); 10] = [
    ("DATABASE", "CHECK constraint failed: length(title) <= 200"),
    ("DATABASE", "unable to open database: "),
    ("FILESYSTEM", "File name too long"),
    ("GIT_FAILED", "refs/heads/anyon/"),
    ("FAILED", "the log says why"),
    ("PROJECT_EXISTS", "UNIQUE constraint failed: projects.git_repo_path"),
    ("DEPENDENT_RECORDS", "FOREIGN KEY constraint failed"),
    ("ROW_NOT_FOUND", "no rows returned"),
    ("DIRECTORY_NOT_FOUND", "No such file or directory"),
    ("NOT_A_DIRECTORY", "Not a directory"),
];

/// SQL, paths and the words of git and of the system are in the log, and in no
/// byte that the server has sent.
#[tokio::test]
async fn what_is_private_stays() {
    let api = Api::start();
    let internal = [DATABASE, COPY, FILESYSTEM, GIT_FAILED, PANIC];
    let all_5xx = FURTHER.iter().filter(|(status, _)| *status >= 500).count();
    assert_eq!(internal.len(), all_5xx);
    let documented = DOCUMENTED.into_iter();
    let from_sources = documented.filter(|row| SECRETS.iter().any(|(code, _)| *code == row.code));
    for row in internal.into_iter().chain(from_sources) {
        let (method, path, body) = row.request;
        let answer = api.ask(method, path, body).await;
        assert!(!answer.status.is_success(), "{answer:?}");
    }
    let secrets = SECRETS.map(|(_, secret)| secret);
    api.server.keeps_private(&[&secrets[..], &["worktrees/missing/anyon.sqlite"]].concat());
}

/// Also where git is gone.
#[tokio::test]
async fn without_git_there_is_no_word_of_it() {
    let bin = tempfile::tempdir().expect("a folder");
    let git = bin.path().join("git");
    let paths = std::env::var_os("PATH").expect("a path");
    let real = std::env::split_paths(&paths).map(|path| path.join("git"));
    let real = real.into_iter().find(|git| git.is_file()).expect("git is installed");
    std::os::unix::fs::symlink(real, &git).expect("a link");
    let api = Api::start_with(&[("PATH", bin.path().to_str().expect("a path in UTF-8"))]);
    // It is served when git has done its part.
    api.does("GET", "/api/projects", "").await;
    std::fs::remove_file(git).expect("the link goes");

    let answer = api.ask_as("r-1", "POST", "/api/task-attempts/{attempt}/rebase", "").await;
    let message = "An unexpected error occurred. Please try again.";
    let body = crate::answers::body(&System::read("anyon"), None, message);
    answer.is(500, "application/json", &body);
    assert_eq!(api.server.logged("r-1"), ["GIT_MISSING"]);
    api.server.keeps_private(&["git does not start", "No such file or directory"]);
}
