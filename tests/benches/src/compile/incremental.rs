//! What one changed text costs in an enum of 1,000 variants.

use super::flavours::{Flavour, OURS, REFERENCE};
use super::project::Project;
use super::variants::{Variant, variants};
use benches::table::{median, number, print};

const ROUNDS: usize = 7;
const SIZE: usize = 1000;

struct Change {
    flavour: &'static str,
    title: &'static str,
    text: fn(&mut Variant) -> &mut String,
}

const CHANGES: &[Change] = &[
    Change {
        flavour: REFERENCE,
        title: "thiserror alone, a message",
        text: |variant| &mut variant.message,
    },
    Change {
        flavour: OURS,
        title: "**thiserror and `ApiError`**, a hint",
        text: |variant| &mut variant.hint,
    },
    Change { flavour: OURS, title: "the same, a message", text: |variant| &mut variant.message },
];

pub(crate) fn run() {
    let mut columns = Vec::new();
    for arguments in [&["check"], &["build"]] {
        let projects: Vec<Project> = CHANGES
            .iter()
            .enumerate()
            .map(|(number, change)| {
                let name = format!("incremental-{number}");
                let dependencies = Flavour::of(change.flavour).dependencies;
                let project = Project::library(&name, dependencies, "incremental");
                project.write(&source(change, 0));
                project.cargo(true, arguments);
                project
            })
            .collect();
        let mut costs = vec![Vec::new(); CHANGES.len()];
        for round in 1..=ROUNDS {
            for ((change, project), costs) in CHANGES.iter().zip(&projects).zip(&mut costs) {
                project.write(&source(change, round));
                costs.push(project.cost(true, arguments));
            }
        }
        columns.push(costs.into_iter().map(median).collect::<Vec<_>>());
    }
    let rows: Vec<_> = CHANGES
        .iter()
        .enumerate()
        .map(|(at, change)| {
            let [check, build] = [&columns[0], &columns[1]];
            vec![
                change.title.to_owned(),
                number(check[at], 2),
                number(check[at] / check[0], 2),
                number(build[at], 2),
                number(build[at] / build[0], 2),
            ]
        })
        .collect();
    println!("### One text changed among 1,000 variants, incremental, seconds of CPU time\n");
    print(&["", "`cargo check`", "ratio", "`cargo build`", "ratio"], &rows);
}

fn source(change: &Change, round: usize) -> String {
    let mut all = variants(SIZE);
    let text = (change.text)(&mut all[SIZE / 2]);
    *text = format!("{text}, {round}");
    Flavour::of(change.flavour).source(&all)
}
