//! The documents' own clients, written in TypeScript.

use std::{fs, path::Path, process::Command};

/// Compiles `clients/{name}.ts` with tsc, and runs it with node against the
/// server at `url`. What does not hold there, it says and fails. Returns what
/// it has printed.
///
/// # Panics
///
/// If it does not compile, or fails.
pub fn run_client(name: &str, url: &str) -> String {
    let clients = Path::new(env!("CARGO_MANIFEST_DIR")).join("clients");
    let tsc = clients.join("node_modules/typescript/bin/tsc");
    let read = |file| fs::read(clients.join(file)).unwrap_or_default();
    let is_there = read("package-lock.json") == read("node_modules/.installed");
    assert!(is_there, "the clients' packages are missing or old; `bash .ci/setup` brings them");
    let built = clients.join("node_modules/.built").join(name);
    run(Command::new("node")
        .arg(tsc)
        .args(["--strict", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes"])
        .args(["--target", "es2022", "--module", "nodenext", "--types", "node", "--outDir"])
        .arg(&built)
        .arg(clients.join(name).with_extension("ts"))
        .current_dir(&clients));
    run(Command::new("node").arg(built.join(name).with_extension("js")).arg(url))
}

fn run(command: &mut Command) -> String {
    let output = command.output().expect("node is installed");
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{command:?}:\n{printed}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    printed
}
