//! The lints that `lib.rs` forbids are all that rustc has.

use std::collections::BTreeSet;
use std::env;
use std::process::Command;

/// Whose lints the list is. Another compiler has others: nothing is compared.
const RELEASE: &str = "rustc 1.95.";

/// What is not forbidden, and why it cannot be.
const EXCEPTIONS: [(&str, &str); 10] = [
    ("fuzzy_provenance_casts", "unstable"),
    ("linker_messages", "known only where something is linked"),
    ("lossy_provenance_casts", "unstable"),
    ("multiple_supertrait_upcastable", "unstable"),
    ("must_not_suspend", "unstable"),
    ("non_exhaustive_omitted_patterns", "unstable"),
    ("resolving_to_items_shadowing_supertrait_items", "unstable"),
    ("shadowing_supertrait_items", "unstable"),
    ("unqualified_local_imports", "unstable"),
    ("warnings", "no lint but all of them, those of later compilers included"),
];

fn rustc(arguments: &[&str]) -> String {
    let rustc = env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let output = Command::new(rustc).args(arguments).output().expect("rustc");
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn every_lint_is_forbidden() {
    let version = rustc(&["--version"]);
    if !version.starts_with(RELEASE) {
        println!("the lints of {RELEASE} are listed, this is {version}");
        return;
    }
    let help = rustc(&["-W", "help"]);
    let (_, lints) = help.split_once("Lint checks provided by rustc").expect("the lints");
    let (lints, _) = lints.split_once("Lint groups").expect("their end");
    let known: BTreeSet<String> = lints
        .lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            let (name, level) = (words.next()?, words.next()?);
            // What is an error by default is one here, too.
            matches!(level, "allow" | "warn").then(|| name.replace('-', "_"))
        })
        .collect();
    assert!(known.len() > 100, "not read: {known:?}");

    let (_, forbidden) = include_str!("lib.rs").split_once("#![forbid(").expect("the list");
    let (forbidden, _) = forbidden.split_once(")]").expect("its end");
    let forbidden = forbidden
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split(','))
        .map(str::trim)
        .filter(|name| !name.is_empty());
    let listed: BTreeSet<String> =
        forbidden.chain(EXCEPTIONS.iter().map(|(name, _)| *name)).map(str::to_owned).collect();

    let missing: Vec<_> = known.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&known).collect();
    assert!(missing.is_empty() && gone.is_empty(), "missing: {missing:?}; gone: {gone:?}");
}
