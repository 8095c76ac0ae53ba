//! Runtime: times, instructions and allocations of each path, and the layer
//! under load.

mod allocations;
mod instructions;
mod load;
mod times;

use benches::paths::{GROUPS, Group};
use benches::table::{number, print};
use std::process::ExitCode;

pub(crate) use self::instructions::{MODE, repeat};
pub(crate) use self::load::run as load;

/// Measures the groups of these keys; all, if there are none.
pub(crate) fn run(keys: &[String]) -> ExitCode {
    let groups: Vec<Group> = GROUPS
        .iter()
        .map(|make| make())
        .filter(|group| keys.is_empty() || keys.iter().any(|key| key == group.key))
        .collect();
    for group in &groups {
        group.check();
    }

    let times = times::measure(&groups);
    let instructions = instructions::measure(&groups);
    let allocations = allocations::measure(&groups);
    for (index, group) in groups.iter().enumerate() {
        println!("### {}\n", group.title);
        table(group, &times[index], &instructions[index], &allocations[index]);
    }
    if !instructions::is_counted(&instructions) {
        println!("No instructions: there is no valgrind here.\n");
    }
    layer(&groups, &times, &instructions);
    if keys.is_empty() {
        load::run();
    }
    ExitCode::SUCCESS
}

fn table(
    group: &Group,
    times: &[times::Time],
    instructions: &[Option<f64>],
    allocations: &[Option<allocations::Count>],
) {
    let reference = instructions[group.reference].unwrap_or(f64::NAN);
    let rows: Vec<_> = group
        .paths
        .iter()
        .enumerate()
        .map(|(at, path)| {
            let counted = instructions[at].unwrap_or(f64::NAN);
            let count = allocations[at];
            let of = |get: fn(allocations::Count) -> f64| {
                count.map_or_else(|| "-".to_owned(), |count| number(get(count), 0))
            };
            let name = if at == group.reference {
                format!("{} (reference)", path.name)
            } else {
                path.name.to_owned()
            };
            vec![
                name,
                number(counted, 0),
                number(counted / reference, 2),
                number(times[at].nanoseconds, 0),
                number(times[at].ratio, 2),
                of(|count| count.allocations),
                of(|count| count.reallocations),
                of(|count| count.bytes),
            ]
        })
        .collect();
    print(&["", "instructions", "ratio", "ns", "ratio", "allocations", "grown", "bytes"], &rows);
}

/// What the layer and tower-http's three add to their service.
fn layer(groups: &[Group], times: &[Vec<times::Time>], instructions: &[Vec<Option<f64>>]) {
    let rows: Vec<_> = groups
        .iter()
        .enumerate()
        .filter(|(_, group)| group.key.starts_with('f'))
        .map(|(index, group)| {
            let counted = |at: usize| instructions[index][at].unwrap_or(f64::NAN);
            let spent = |at: usize| times[index][at].nanoseconds;
            let (theirs, ours) = (counted(1) - counted(0), counted(2) - counted(0));
            let (their_time, our_time) = (spent(1) - spent(0), spent(2) - spent(0));
            vec![
                group.title.to_owned(),
                number(theirs, 0),
                number(ours, 0),
                number(ours / theirs, 2),
                number(their_time, 0),
                number(our_time, 0),
                number(our_time / their_time, 2),
            ]
        })
        .collect();
    if !rows.is_empty() {
        println!("### f. What the layers add to the service\n");
        print(
            &[
                "",
                "tower-http, instructions",
                "`ErrorLayer`",
                "ratio",
                "tower-http, ns",
                "`ErrorLayer`",
                "ratio",
            ],
            &rows,
        );
    }
}
