//! What it costs to build the crate with all that it brings.

use super::project::Project;
use benches::table::{median, number, print};

const ROUNDS: usize = 5;

/// As a registry's crates are built: their lints are their authors' matter.
pub(super) const BUILD: &[&str] = &["build", "--config", "build.rustflags=['--cap-lints=allow']"];

pub(super) const SETS: &[(&str, &str, &str)] = &[
    (
        "cold-hand",
        "serde with its derive, serde_json, http",
        "http = \"1\"\nserde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"",
    ),
    ("cold-ours", "**error-runtime** with its macro", "error-runtime = { path = \"@runtime\" }"),
    (
        "cold-both",
        "both",
        "error-runtime = { path = \"@runtime\" }\nhttp = \"1\"\n\
         serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"",
    ),
];

pub(crate) fn run() {
    let projects: Vec<Project> = SETS
        .iter()
        .map(|(name, _, dependencies)| {
            let project = Project::library(name, dependencies, "cold");
            project.write("");
            project
        })
        .collect();
    let mut costs = vec![Vec::new(); SETS.len()];
    for _ in 0..ROUNDS {
        for (project, costs) in projects.iter().zip(&mut costs) {
            project.forget();
            costs.push(project.cost(false, BUILD));
        }
    }
    projects[0].forget();
    let costs: Vec<f64> = costs.into_iter().map(median).collect();
    let rows: Vec<_> = SETS
        .iter()
        .zip(&costs)
        .map(|((_, title, _), cost)| {
            vec![(*title).to_owned(), number(*cost, 1), number(cost / costs[0], 2)]
        })
        .collect();
    println!("### A cold `cargo build`, seconds of CPU time\n");
    print(&["", "s", "ratio"], &rows);
}
