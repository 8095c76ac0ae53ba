//! The crates that each way adds to a service that has axum, serde and
//! thiserror already.

use super::project::Project;
use benches::table::print;
use std::collections::BTreeSet;

const SERVICE: &str = "axum = \"0.8\"\nserde = { version = \"1\", features = [\"derive\"] }\n\
                       thiserror = \"2\"\n";

const ADDED: &[(&str, &str)] = &[
    ("**error-runtime**", "error-runtime = { path = \"@runtime\", features = [\"axum\"] }"),
    (
        "the same with the layer",
        "error-runtime = { path = \"@runtime\", features = [\"axum\", \"tower\"] }",
    ),
    ("api-error", "api-error = { version = \"0.1.9\", features = [\"axum\"] }"),
    ("axum-problem", "axum-problem = \"0.1.9\""),
    ("http-api-problem", "http-api-problem = { version = \"0.60\", features = [\"axum\"] }"),
    ("problem_details", "problem_details = { version = \"0.11\", features = [\"axum\"] }"),
    ("masterror", "masterror = { version = \"0.27\", features = [\"axum\"] }"),
];

pub(crate) fn run() {
    let before = crates(SERVICE);
    let rows: Vec<_> = ADDED
        .iter()
        .map(|(title, dependencies)| {
            let after = crates(&format!("{SERVICE}{dependencies}"));
            let added: Vec<&str> = after.difference(&before).map(String::as_str).collect();
            vec![(*title).to_owned(), added.len().to_string(), added.join(", ")]
        })
        .collect();
    println!("### Crates added to a service with axum, serde and thiserror\n");
    print(&["", "crates", "which"], &rows);
}

/// Each with its version, but for the crate itself.
fn crates(dependencies: &str) -> BTreeSet<String> {
    let project = Project::library("service", dependencies, "growth");
    project.write("");
    let arguments = ["tree", "--edges", "normal,build", "--prefix", "none", "--no-dedupe"];
    let tree = project.cargo(false, &arguments);
    let names = tree.lines().skip(1).filter_map(|line| {
        let mut words = line.split(' ');
        Some(format!("{} {}", words.next()?, words.next()?))
    });
    names.collect()
}
