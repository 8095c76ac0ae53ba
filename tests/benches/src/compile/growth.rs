//! What a crate costs with so many variants, its dependencies being built.

use super::flavours::{FLAVOURS, Flavour, REFERENCE};
use super::project::Project;
use super::variants::variants;
use benches::table::{median, number, print};

/// The first is an empty crate, which the growth is counted from.
const SIZES: [usize; 4] = [0, 10, 100, 1000];

pub(crate) struct Command {
    title: &'static str,
    arguments: &'static [&'static str],
    rounds: usize,
    /// Only flavours whose build ends.
    only_ending: bool,
}

pub(crate) const CHECK: Command = Command {
    title: "`cargo check`, seconds of CPU time",
    arguments: &["check"],
    rounds: 5,
    only_ending: false,
};

pub(crate) const RELEASE: Command = Command {
    title: "`cargo build --release`, seconds of CPU time",
    arguments: &["build", "--release"],
    rounds: 3,
    only_ending: true,
};

/// A build that takes longer is done once.
const LONG: f64 = 8.0;

pub(crate) fn run(command: &Command) {
    let flavours: Vec<&Flavour> =
        FLAVOURS.iter().filter(|flavour| flavour.ends || !command.only_ending).collect();
    let projects: Vec<Project> = flavours
        .iter()
        .map(|flavour| {
            let name = format!("growth-{}", flavour.key);
            let project = Project::library(&name, flavour.dependencies, "growth");
            project.write("");
            project.cargo(false, command.arguments);
            project
        })
        .collect();
    // Of each flavour and size, a cost for each round.
    let mut costs = vec![[const { Vec::new() }; SIZES.len()]; flavours.len()];
    for _ in 0..command.rounds {
        for (size, count) in SIZES.into_iter().enumerate() {
            let variants = variants(count);
            for (at, flavour) in flavours.iter().enumerate() {
                let known: &mut Vec<f64> = &mut costs[at][size];
                if known.first().is_none_or(|cost| *cost < LONG) {
                    projects[at].write(&flavour.source(&variants));
                    known.push(projects[at].cost(false, command.arguments));
                }
            }
        }
    }

    let costs: Vec<[f64; SIZES.len()]> = costs.into_iter().map(|sizes| sizes.map(median)).collect();
    let reference = flavours.iter().position(|flavour| flavour.key == REFERENCE);
    let reference = costs[reference.expect("the reference")];
    let rows: Vec<_> = flavours
        .iter()
        .zip(costs)
        .map(|(flavour, cost)| {
            let [empty, ten, hundred, thousand] = cost;
            vec![
                flavour.title.to_owned(),
                number(empty, 2),
                number(ten, 2),
                number(hundred, 2),
                number(thousand, 2),
                number(thousand / reference[3], 2),
                number((thousand - hundred) / 900.0 * 1e6, 0),
                number((thousand - empty) / (hundred - empty), 1),
            ]
        })
        .collect();
    println!("### {}\n", command.title);
    print(
        &["", "empty", "N = 10", "100", "1000", "ratio", "µs per variant", "growth, 100 to 1000"],
        &rows,
    );
}
