//! The service, and its requests.

use systems::{Answer, Server};
use tempfile::TempDir;

/// What is there to ask about, and how the README calls it.
pub(crate) const NAMES: [(&str, &str); 7] = [
    ("{project}", "00000000-0000-4000-8000-0000000000a1"),
    ("{local_project}", "00000000-0000-4000-8000-0000000000a2"),
    ("{task}", "00000000-0000-4000-8000-0000000000b1"),
    ("{local_task}", "00000000-0000-4000-8000-0000000000b2"),
    ("{attempt}", "00000000-0000-4000-8000-0000000000c1"),
    ("{local_attempt}", "00000000-0000-4000-8000-0000000000c2"),
    ("{stale_attempt}", "00000000-0000-4000-8000-0000000000c3"),
];

/// A service of its own, and the folder for all that it keeps.
pub(crate) struct Api {
    pub(crate) server: Server,
    pub(crate) folder: TempDir,
}

impl Api {
    pub(crate) fn start() -> Self {
        Self::start_with(&[])
    }

    pub(crate) fn start_with(environment: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().expect("a folder");
        let place = folder.path().to_str().expect("a path in UTF-8");
        let environment = [&[("TMPDIR", place)], environment].concat();
        let server = Server::start(env!("CARGO_BIN_EXE_anyon"), &environment);
        Self { server, folder }
    }

    pub(crate) async fn ask(&self, method: &str, path: &str, body: &str) -> Answer {
        self.ask_as("test", method, path, body).await
    }

    /// The answer to the request of this id. Names in braces are what they
    /// stand for: `{repository}` is the project's folder, `{long}` is longer
    /// than any name may be, and `{large}` than any body, by one byte: all of
    /// it is read before the answer.
    pub(crate) async fn ask_as(&self, id: &str, method: &str, path: &str, body: &str) -> Answer {
        let (mut path, mut body) = (path.to_owned(), body.to_owned());
        let mut names = NAMES.map(|(name, is)| (name, is.to_owned())).to_vec();
        names.push(("{long}", "x".repeat(256)));
        names.push(("{large}", "x".repeat(2 * 1024 * 1024 + 1)));
        if path.contains("{repository}") || body.contains("{repository}") {
            names.push(("{repository}", self.repository().await));
        }
        for (name, is) in names {
            path = path.replace(name, &is);
            body = body.replace(name, &is);
        }
        let request = self.server.request(method, &path).header("x-request-id", id);
        self.server.send(request.body(body)).await
    }

    /// The same, with a success.
    pub(crate) async fn does(&self, method: &str, path: &str, body: &str) -> Answer {
        let answer = self.ask(method, path, body).await;
        assert!(answer.status.is_success(), "{method} {path} {body}: {answer:?}");
        answer
    }

    pub(crate) async fn repository(&self) -> String {
        let id = NAMES[0].1;
        let answer = self.server.ask("GET", &format!("/api/projects/{id}")).await;
        text(&answer, "git_repo_path")
    }

    /// The folder of an attempt's worktree.
    pub(crate) async fn worktree(&self, attempt: &str) -> String {
        text(&self.does("GET", &format!("/api/task-attempts/{attempt}"), "").await, "worktree")
    }
}

/// A text of the answer's `data`.
fn text(answer: &Answer, member: &str) -> String {
    let text = answer.json()["data"][member].as_str().map(str::to_owned);
    text.unwrap_or_else(|| panic!("no {member}: {answer:?}"))
}
