//! The README shows what the tour prints.

use std::process::Command;

const README: &str = include_str!("../../../README.md");

/// Every answer that the README shows, without white space.
fn shown() -> Vec<String> {
    README.split("```http").skip(1).filter_map(|rest| rest.split("```").next()).map(dense).collect()
}

/// Wrapping and indentation aside, for the README wraps where the tour indents.
fn dense(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn the_readme_shows_what_the_tour_prints() {
    let tour = Command::new(env!("CARGO_BIN_EXE_quickstart")).output().expect("the tour runs");
    assert!(tour.status.success(), "{}", String::from_utf8_lossy(&tour.stderr));
    let printed = dense(&String::from_utf8(tour.stdout).expect("UTF-8"));
    let answers = shown();
    assert!(answers.len() >= 3, "the README shows answers");
    for answer in answers {
        assert!(printed.contains(&answer), "the tour does not print {answer}");
    }
}

#[test]
fn unknown_arguments_are_refused() {
    let run =
        Command::new(env!("CARGO_BIN_EXE_quickstart")).arg("--sevre").output().expect("it runs");
    assert_eq!(run.status.code(), Some(2));
}
