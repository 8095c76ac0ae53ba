//! Crates that are made for one test, and given to cargo.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A crate in cargo's own directory for tests.
pub struct Scratch {
    directory: PathBuf,
}

/// What cargo says of one place.
#[derive(Debug)]
pub struct Complaint {
    /// The text.
    pub message: String,
    /// What it points at, as written there.
    pub pointed_at: Vec<String>,
}

/// Only one of the tests at a time gives cargo something to do: they would
/// wait for each other inside of it, and one of them measures time.
pub fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Scratch {
    /// A crate with this source, which depends on the runtime and on nothing
    /// else.
    pub fn new(name: &str, source: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scratch").join(name);
        fs::create_dir_all(directory.join("src")).expect("the crate's directory");
        let runtime = root.join("error-runtime");
        let manifest = format!(
            "[package]\nname = {name:?}\nedition = \"2024\"\n\n[workspace]\n\n\
             [dependencies]\nerror-runtime = {{ path = '{}' }}\n",
            runtime.display()
        );
        write(&directory.join("Cargo.toml"), &manifest);
        write(&directory.join("src/lib.rs"), source);
        // The versions that everything else is tested with, and no network.
        let _ = fs::copy(root.join("Cargo.lock"), directory.join("Cargo.lock"));
        Self { directory }
    }

    /// `cargo check`, with what it says as JSON.
    pub fn check(&self) -> Output {
        Command::new(env!("CARGO"))
            .args(["check", "--quiet", "--offline", "--message-format=json"])
            .current_dir(&self.directory)
            // One place for all, so that dependencies are checked once.
            .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("scratch-target"))
            // The whole of the work each time, for who measures it.
            .env("CARGO_INCREMENTAL", "0")
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo")
    }

    /// Checks the crate; nothing may be said of it.
    pub fn check_silent(&self) {
        let output = self.check();
        let complaints = complaints(&output);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && complaints.is_empty(), "{complaints:#?}\n{errors}");
    }

    /// The same again: the crate's own time, without its dependencies'.
    pub fn touch(&self) {
        let source = self.directory.join("src/lib.rs");
        let text = fs::read(&source).expect("the crate's source");
        fs::write(source, text).expect("the crate's source");
    }
}

/// What is said of the crate itself.
pub fn complaints(output: &Output) -> Vec<Complaint> {
    let text = String::from_utf8_lossy(&output.stdout);
    let messages = text.lines().filter_map(|line| {
        let line: serde_json::Value = serde_json::from_str(line).ok()?;
        let spans = line["message"]["spans"].as_array()?.clone();
        let pointed_at = spans
            .iter()
            .filter(|span| span["is_primary"] == true)
            .map(|span| {
                let line = &span["text"][0];
                let at =
                    |key: &str| usize::try_from(line[key].as_u64().unwrap_or(1)).unwrap_or(1) - 1;
                let text = line["text"].as_str().unwrap_or_default();
                let chars: Vec<char> = text.chars().collect();
                chars[at("highlight_start")..at("highlight_end")].iter().collect()
            })
            .collect();
        let message = line["message"]["message"].as_str()?.to_owned();
        // `aborting due to …` and the like stand nowhere.
        (!spans.is_empty()).then_some(Complaint { message, pointed_at })
    });
    messages.collect()
}

/// Writes only what is new: cargo looks at the time of change.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|known| known == text) {
        return;
    }
    fs::write(path, text).expect("a file of the crate");
}
