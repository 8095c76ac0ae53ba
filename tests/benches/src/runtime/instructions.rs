//! Instructions, as callgrind counts them: this program is run under valgrind
//! with one path, once so many times and once twice as many. Their difference
//! is the path's, without what starting costs.

use benches::paths::{GROUPS, Group};
use std::io::ErrorKind;
use std::process::{Command, ExitCode};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

const TIMES: u32 = 500;

/// What the command line calls the mode that valgrind runs.
pub(crate) const MODE: &str = "repeat";

/// The instructions of each path; none where they cannot be counted.
pub(crate) fn measure(groups: &[Group]) -> Vec<Vec<Option<f64>>> {
    let mut all: Vec<Vec<Option<f64>>> =
        groups.iter().map(|group| vec![None; group.paths.len()]).collect();
    let paths: Vec<(usize, usize, &str)> = groups
        .iter()
        .enumerate()
        .flat_map(|(index, group)| (0..group.paths.len()).map(move |at| (index, at, group.key)))
        .collect();
    let next = AtomicUsize::new(0);
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let found: Vec<(usize, usize, Option<f64>)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..workers)
            .map(|_| {
                scope.spawn(|| {
                    let mut found = Vec::new();
                    while let Some(&(index, at, key)) =
                        paths.get(next.fetch_add(1, Ordering::Relaxed))
                    {
                        found.push((index, at, of_path(key, at)));
                    }
                    found
                })
            })
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("a worker")).collect()
    });
    for (index, at, count) in found {
        all[index][at] = count;
    }
    all
}

pub(crate) fn is_counted(counts: &[Vec<Option<f64>>]) -> bool {
    counts.iter().flatten().any(Option::is_some)
}

fn of_path(key: &str, at: usize) -> Option<f64> {
    Some((collect(key, at, 2 * TIMES)? - collect(key, at, TIMES)?) / f64::from(TIMES))
}

/// All instructions of one process.
fn collect(key: &str, at: usize, times: u32) -> Option<f64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe().expect("this program"))
        .args([MODE, key, &at.to_string(), &times.to_string()])
        .output();
    let output = match output {
        Ok(output) => output,
        Err(error) if error.kind() == ErrorKind::NotFound => return None,
        Err(error) => panic!("valgrind: {error}"),
    };
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "valgrind: {told}");
    let line = told.lines().find_map(|line| line.split_once("Collected : "));
    Some(line.expect("a number of instructions").1.trim().parse().expect("a number"))
}

/// Goes one path so many times: `<group> <path> <times>`.
pub(crate) fn repeat(arguments: &[String]) -> ExitCode {
    let [key, at, times] = arguments else { return ExitCode::FAILURE };
    let group = GROUPS.iter().map(|make| make()).find(|group| group.key == *key);
    let (Some(group), Ok(at), Ok(times)) = (group, at.parse::<usize>(), times.parse()) else {
        return ExitCode::FAILURE;
    };
    group.paths[at].run(times);
    ExitCode::SUCCESS
}
