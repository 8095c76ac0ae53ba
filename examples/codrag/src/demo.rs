//! A workspace to look at, in a temporary folder.

use crate::{
    daemon::{Daemon, NewProject},
    error::Failure,
    settings::Settings,
};
use std::{env, fs, io, path::PathBuf, process};

#[derive(Debug)]
pub struct Demo(PathBuf);

const FILES: &[(&str, &[u8])] = &[
    ("codrag/README.md", b"# CoDRAG\n\nIt finds code.\n"),
    ("codrag/notes.txt", b"This is neither Markdown nor Rust.\n"),
    ("codrag/src/lib.rs", b"pub fn find(words: &str) {}\n\nfn score(text: &str) {}\n"),
    ("codrag/src/main.rs", b"fn main() {\n    find(\"needle\");\n}\n"),
    ("codrag/src/table.rs", &[b' '; 1_001]),
    ("codrag/target/build.rs", b"// Made by a build.\n"),
    ("docs/guide.md", b"# Guide\n"),
    ("legacy/umlaut.rs", b"// gr\xfc\xdfe\n"),
];

impl Demo {
    pub fn open() -> io::Result<Self> {
        let demo = Self(env::temp_dir().join(format!("codrag-{}", process::id())));
        for (path, content) in FILES {
            let file = demo.0.join(path);
            fs::create_dir_all(file.parent().unwrap_or(&demo.0))?;
            fs::write(file, content)?;
        }
        Ok(demo)
    }

    /// A daemon that knows two projects; `docs` is left to be added.
    pub async fn daemon(&self) -> Result<Daemon, Failure> {
        let daemon = Daemon::new(self.0.clone());
        for path in ["codrag", "legacy"] {
            daemon.add(NewProject { path: path.to_owned(), settings: Settings::default() }).await?;
        }
        Ok(daemon)
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        // It is a temporary folder: who cannot remove it, leaves it.
        let _ = fs::remove_dir_all(&self.0);
    }
}
