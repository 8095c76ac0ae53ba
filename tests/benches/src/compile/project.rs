//! A crate that is written and compiled, and what that costs.

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) struct Project {
    folder: PathBuf,
    target: PathBuf,
    /// The file that is written anew.
    source: PathBuf,
}

/// Where all of them are: beside this program's own build.
pub(crate) fn home() -> PathBuf {
    let program = std::env::current_exe().expect("this program");
    program.ancestors().nth(2).expect("a target folder").join("compile")
}

impl Project {
    /// A library of this name with these lines of `[dependencies]`. All that
    /// have one `target` share what is built of them.
    pub(crate) fn library(name: &str, dependencies: &str, target: &str) -> Self {
        Self::new(name, dependencies, target, "lib.rs")
    }

    pub(crate) fn program(name: &str, dependencies: &str, target: &str) -> Self {
        Self::new(name, dependencies, target, "main.rs")
    }

    fn new(name: &str, dependencies: &str, target: &str, file: &str) -> Self {
        let folder = home().join(name);
        let source = folder.join("src").join(file);
        fs::create_dir_all(folder.join("src")).expect("a folder");
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let runtime = here.join("../../error-runtime");
        let dependencies = dependencies.replace("@runtime", &runtime.display().to_string());
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [workspace]\nresolver = \"3\"\n\n[dependencies]\n{dependencies}\n"
        );
        fs::write(folder.join("Cargo.toml"), manifest).expect("a manifest");
        // The versions of the peers are the same in both commands.
        fs::copy(here.join("Cargo.lock"), folder.join("Cargo.lock")).expect("a lock file");
        Self { folder, target: home().join(target), source }
    }

    /// Writes the crate's only file, also when it says the same already.
    pub(crate) fn write(&self, source: &str) {
        fs::write(&self.source, source).expect("a file");
    }

    /// Forgets all that was built of it and its like.
    pub(crate) fn forget(&self) {
        if self.target.exists() {
            fs::remove_dir_all(&self.target).expect("a folder to remove");
        }
    }

    /// The file that was built.
    pub(crate) fn built(&self, name: &str) -> PathBuf {
        self.target.join("release").join(name)
    }

    /// What cargo prints.
    ///
    /// # Panics
    ///
    /// If it fails.
    pub(crate) fn cargo(&self, incremental: bool, arguments: &[&str]) -> String {
        let incremental = if incremental { "1" } else { "0" };
        self.cargo_with(&[("CARGO_INCREMENTAL", incremental.as_ref())], arguments)
    }

    /// The same, with this in its environment.
    ///
    /// # Panics
    ///
    /// If it fails.
    pub(crate) fn cargo_with(&self, environment: &[(&str, &OsStr)], arguments: &[&str]) -> String {
        let output = Command::new(env!("CARGO"))
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_INCREMENTAL", "0")
            .envs(environment.iter().copied())
            .args(arguments)
            .args(["--offline", "--quiet"])
            .output()
            .expect("cargo");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: {told}", self.folder.display());
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// The seconds of CPU time that cargo takes, with all that it runs.
    pub(crate) fn cost(&self, incremental: bool, arguments: &[&str]) -> f64 {
        let before = children();
        self.cargo(incremental, arguments);
        children() - before
    }
}

/// The seconds of CPU time of all children that have ended.
#[expect(clippy::cast_precision_loss, reason = "not that many")]
fn children() -> f64 {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the usage of children");
    let spent = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    spent as f64 / 1e6
}
