//! Allocations, counted by another program: a counting allocator would be
//! timed, too.

use benches::paths::Group;
use std::process::Command;

/// Of one run of a path.
#[derive(Clone, Copy)]
pub(crate) struct Count {
    pub(crate) allocations: f64,
    /// Allocations that had to become larger, or were made smaller.
    pub(crate) reallocations: f64,
    pub(crate) bytes: f64,
}

pub(crate) fn measure(groups: &[Group]) -> Vec<Vec<Option<Count>>> {
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--release", "--manifest-path"])
        .args([concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"), "--bin", "allocations"])
        .args(["--features", if cfg!(feature = "tracing") { "tracing" } else { "" }])
        .output()
        .expect("cargo");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let find = |key: &str, at: usize| {
        told.lines().find_map(|line| {
            let words: Vec<&str> = line.split(' ').collect();
            let [group, path, numbers @ ..] = &words[..] else { return None };
            if *group != key || path.parse() != Ok(at) {
                return None;
            }
            let numbers: Vec<f64> = numbers.iter().filter_map(|word| word.parse().ok()).collect();
            let [allocations, reallocations, bytes] = numbers[..] else { return None };
            Some(Count { allocations, reallocations, bytes })
        })
    };
    groups
        .iter()
        .map(|group| (0..group.paths.len()).map(|at| find(group.key, at)).collect())
        .collect()
}
