//! What does not compile, and in which words.
//!
//! Each folder is a key or a topic; each case is a file that must not compile,
//! beside what the compiler says of it. After a change of words,
//!
//! ```text
//! ERROR_BLESS=1 cargo test -p tests --test ui cases
//! ```
//!
//! writes them anew; the diff is then read as a user would.

mod table;

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

/// The words are this release's: others draw, sort and explain differently.
const RELEASE: &str = "1.95";

/// Folders that are no key.
const TOPICS: &[&str] = &[
    // Requirements on types, which rustc checks in generated code.
    "bounds",
    // Rules over more than one key.
    "conflict",
    // `envelope!`, while `envelope` is the key.
    "envelope_macro",
    // What stands in for the impls after a mistake.
    "fallback",
    // Keys where they may not stand.
    "level",
    "privacy",
    // The grammar of `#[api(...)]`.
    "syntax",
    "typo",
];

/// Words that tell of generated code.
const INTERNALS: &[&str] =
    &["__private", "originates in the derive macro", "this error originates in"];

/// The cases that may tell of generated code, each because the complaint is
/// rustc's own: only it knows types, impls and names, and it always adds where
/// it met them.
const MAY_TELL: &[&str] = &[
    // A field's type lacks a trait.
    "bounds/code",
    "bounds/detail",
    "bounds/envelope",
    "bounds/error",
    "bounds/errors",
    "bounds/header",
    "bounds/parts",
    "bounds/retry_after",
    "bounds/status",
    "bounds/text",
    "bounds/transparent",
    "bound/too_little",
    "catch/field",
    "detail/rustc",
    "member/rustc",
    // Two impls of one trait.
    "axum/hand_written",
    // What another envelope is, is known to the compiler alone.
    "envelope_macro/xml_json",
    "envelope_macro/xml_path",
    "errors/collision",
    "face/collision",
    // The trait of a face, where it is not declared.
    "face/unknown",
    "member/collision",
];

#[test]
fn cases() {
    let compiler = compiler();
    if !compiler.starts_with(&format!("rustc {RELEASE}.")) {
        // Past the capture of a test's output: whoever runs it should know.
        let _ = writeln!(
            io::stderr(),
            "ui: skipped, the words are those of {RELEASE}, this is {compiler}"
        );
        return;
    }
    if env::var_os("ERROR_BLESS").is_some() {
        bless();
    } else {
        trybuild::TestCases::new().compile_fail("ui/*/*.rs");
    }
}

/// Runs the test once more, told to write.
fn bless() {
    let status = Command::new(env::current_exe().expect("a test has a file"))
        .args(["cases", "--exact", "--nocapture"])
        .env_remove("ERROR_BLESS")
        .env("TRYBUILD", "overwrite")
        .status()
        .expect("a test can be run");
    assert!(status.success(), "not everything could be blessed");
}

fn compiler() -> String {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output =
        Command::new(rustc).arg("--version").output().expect("a test is compiled by rustc");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

#[test]
fn every_case_has_its_words_and_the_other_way_round() {
    let (cases, words) = (stems("rs"), stems("stderr"));
    let without_words: Vec<_> = cases.difference(&words).collect();
    let without_case: Vec<_> = words.difference(&cases).collect();
    assert!(without_words.is_empty(), "cases without words: {without_words:?}");
    assert!(without_case.is_empty(), "words without a case: {without_case:?}");
}

#[test]
fn words_do_not_tell_of_generated_code() {
    let telling: BTreeSet<String> = stems("stderr")
        .into_iter()
        .filter(|stem| INTERNALS.iter().any(|internal| words(stem).contains(internal)))
        .collect();
    let allowed: BTreeSet<String> = MAY_TELL.iter().map(|stem| (*stem).to_owned()).collect();
    let too_much: Vec<_> = telling.difference(&allowed).collect();
    let no_longer: Vec<_> = allowed.difference(&telling).collect();
    assert!(too_much.is_empty(), "these tell of generated code: {too_much:?}");
    assert!(no_longer.is_empty(), "these need no exception: {no_longer:?}");
}

#[test]
fn every_key_has_a_folder_and_every_folder_a_reason() {
    let keys: BTreeSet<String> = table::read().into_iter().map(|entry| entry.name).collect();
    let folders: BTreeSet<String> =
        stems("rs").iter().filter_map(|stem| Some(stem.split_once('/')?.0.to_owned())).collect();
    let known: BTreeSet<String> =
        keys.iter().cloned().chain(TOPICS.iter().map(|topic| (*topic).to_owned())).collect();
    let missing: Vec<_> = known.difference(&folders).collect();
    let unknown: Vec<_> = folders.difference(&known).collect();
    assert!(missing.is_empty(), "keys and topics without a case: {missing:?}");
    assert!(unknown.is_empty(), "folders that are neither a key nor a topic: {unknown:?}");
}

/// A typo in each key, at each of its levels, gives one complaint and the key.
#[test]
fn every_key_has_a_typo_at_each_level() {
    for (level, file, place) in table::LEVELS {
        let words = words(&format!("typo/{file}"));
        let keys: BTreeSet<String> = table::at(level);
        let count = words.lines().filter(|line| line.starts_with("error")).count();
        assert_eq!(count, keys.len(), "typo/{file} has one complaint for each of {keys:?}");
        for key in keys {
            // A misspelt `when` makes a row of its attribute, too.
            let place = if key == "when" { "a `when` row" } else { place };
            let complaint = format!("on {place}; did you mean `{key}`?");
            assert!(words.contains(&complaint), "typo/{file} has no typo of `{key}`");
        }
    }
}

/// Each key is tried at each level at which it means nothing.
#[test]
fn every_key_stands_wrongly_at_each_other_level() {
    let all: BTreeSet<String> = table::read().into_iter().map(|entry| entry.name).collect();
    for (level, file, place) in table::LEVELS {
        let words = words(&format!("level/on_{file}"));
        for key in all.difference(&table::at(level)) {
            let told = words.lines().any(|line| {
                line.starts_with(&format!("error: `{key}` is only valid on "))
                    && line.ends_with(&format!("not on {place}"))
            });
            assert!(told, "level/on_{file} does not try `{key}`");
        }
    }
}

/// `topic/case` of every file that ends so.
fn stems(extension: &str) -> BTreeSet<String> {
    let folders = entries(&root()).into_iter().filter(|path| path.is_dir());
    folders
        .flat_map(|folder| entries(&folder))
        .filter(|path| path.extension() == Some(OsStr::new(extension)))
        .map(|path| {
            let stem = path.with_extension("");
            stem.strip_prefix(root()).expect("is inside").to_string_lossy().replace('\\', "/")
        })
        .collect()
}

/// What the compiler says of a case.
fn words(stem: &str) -> String {
    let path = root().join(stem).with_extension("stderr");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("is a folder");
    entries.map(|entry| entry.expect("can be read").path()).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("ui")
}
