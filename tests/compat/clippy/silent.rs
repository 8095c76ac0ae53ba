//! `cargo clippy` says nothing.

use std::env;
use std::path::Path;
use std::process::Command;

#[test]
fn clippy_is_silent() {
    let cargo = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO"));
        // A place of its own, so as not to wait for the cargo that runs this.
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("clippy");
        command
            .args(arguments)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .env("CARGO_TARGET_DIR", target);
        command.output().expect("cargo")
    };
    if !cargo(&["clippy", "--version"]).status.success() {
        println!("this toolchain has no clippy");
        return;
    }
    let output = cargo(&["clippy", "--quiet", "--offline"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "{said}");
}
