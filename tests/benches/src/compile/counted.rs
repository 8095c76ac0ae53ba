//! A cold build in instructions of rustc: CPU time differs by a tenth from one
//! build to the next, and these by a thousandth.
//!
//! Without the linker, and without what build scripts do when they run.

use super::cold::SETS;
use super::project::{Project, home};
use benches::table::{number, print};
use std::ffi::OsString;
use std::fs;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, ExitCode};

/// Where the counts go: with this in its environment, this program stands
/// between cargo and rustc.
pub(crate) const MODE: &str = "BENCHES_COUNT_RUSTC";

pub(crate) fn run() {
    if Command::new("valgrind").arg("--version").output().is_err() {
        println!("Without valgrind no instructions of rustc are counted.\n");
        return;
    }
    // The reference, and ours.
    let sets = &SETS[..2];
    let counts: Vec<f64> =
        sets.iter().map(|(name, _, dependencies)| count(name, dependencies)).collect();
    let rows: Vec<_> = sets
        .iter()
        .zip(&counts)
        .map(|((_, title, _), count)| {
            vec![(*title).to_owned(), number(count / 1e9, 2), number(count / counts[0], 3)]
        })
        .collect();
    println!("### A cold `cargo build`, 10⁹ instructions of rustc\n");
    print(&["", "instructions", "ratio"], &rows);
}

fn count(name: &str, dependencies: &str) -> f64 {
    let project = Project::library(name, dependencies, "counted");
    project.write("");
    project.forget();
    let logs = home().join("counts");
    let _ = fs::remove_dir_all(&logs);
    fs::create_dir_all(&logs).expect("a folder");
    let this = std::env::current_exe().expect("this program");
    project.cargo_with(
        &[
            (MODE, logs.as_os_str()),
            ("RUSTC", rustc().as_ref()),
            ("RUSTC_WRAPPER", this.as_os_str()),
        ],
        super::cold::BUILD,
    );
    project.forget();
    let logs = fs::read_dir(&logs).expect("the counts");
    logs.filter_map(|log| of_log(&log.expect("a count").path())).sum()
}

/// The compiler itself: valgrind does not follow where rustup leads.
fn rustc() -> OsString {
    let output = Command::new("rustc").args(["--print", "sysroot"]).output().expect("rustc");
    let root = String::from_utf8(output.stdout).expect("a path");
    Path::new(root.trim()).join("bin/rustc").into()
}

/// `==42== I refs:        1,390,906,803`; none of a process that has become the
/// linker.
fn of_log(path: &Path) -> Option<f64> {
    let log = fs::read_to_string(path).expect("a log of valgrind's");
    let (_, count) = log.lines().find_map(|line| line.split_once("refs:"))?;
    Some(count.trim().replace(',', "").parse().expect("a number"))
}

/// Runs what cargo wants to be run, counted if a crate is compiled.
pub(crate) fn stand_between(logs: &OsString, command: &[OsString]) -> ExitCode {
    let Some((program, arguments)) = command.split_first() else { return ExitCode::FAILURE };
    let has_name = |pair: &[OsString]| pair[0] == "--crate-name" && pair[1] != "___";
    let mut run = Command::new(program);
    if arguments.windows(2).any(has_name) {
        run = Command::new("valgrind");
        run.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]);
        run.arg(format!("--log-file={}/%p", Path::new(logs).display())).arg(program);
    }
    let error = run.args(arguments).exec();
    panic!("{}: {error}", program.display());
}
