//! Lists that say the same thing, checked against each other.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders of `tests/ui` and modules of `tests/run` that are named otherwise
/// than their key, since that is a keyword.
const KEYWORDS: &[(&str, &str)] = &[("crate", "crate_key")];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &str) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The names in a folder, without their extension.
fn names(folder: &str, wanted: impl Fn(&Path) -> bool) -> BTreeSet<String> {
    let folder = root().join(folder);
    let entries = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| wanted(path))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}

fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

/// A row of the key table.
struct Row {
    name: String,
    on: Vec<String>,
    example: String,
    doc: String,
}

/// The rows of `error-derive/src/spec.rs`, read as text.
fn rows() -> Vec<Row> {
    let text = read("error-derive/src/spec.rs");
    let (_, table) = text.split_once("= table! {").expect("the table");
    let (table, _) = table.split_once("\n};").expect("its end");
    table.lines().map(str::trim).filter(|line| !line.is_empty()).map(row).collect()
}

fn row(line: &str) -> Row {
    let (_, rest) = line.split_once(' ').expect("the key");
    let (name, rest) = literal(rest);
    let (on, rest) = rest.split_once(", \"").expect("the levels");
    let (example, rest) = literal(&format!("\"{rest}"));
    let (doc, rest) = literal(rest.trim_start_matches(", "));
    assert_eq!(rest, ";", "{line}");
    let mut on = levels(on.trim());
    if name == "when" {
        // The table names the row that it makes, too.
        on.retain(|level| level != "`when`");
    }
    Row { name, on, example, doc }
}

/// A string literal at the front, and what follows it.
fn literal(text: &str) -> (String, String) {
    let mut value = String::new();
    let mut chars = text.strip_prefix('"').unwrap_or_else(|| panic!("a text: {text}")).chars();
    loop {
        match chars.next().expect("the end of the text") {
            '"' => return (value, chars.collect()),
            '\\' => value.push(chars.next().expect("an escaped character")),
            c => value.push(c),
        }
    }
}

/// `TYPE`, or `&[Enum, When]`: the levels by their name in the README.
fn levels(on: &str) -> Vec<String> {
    let text = read("error-derive/src/spec.rs");
    let list = match on.strip_prefix("&[") {
        Some(list) => list.trim_end_matches(']').to_owned(),
        None => {
            let head = format!("const {on}: &[Level] = &[");
            let (_, rest) = text.split_once(&head).unwrap_or_else(|| panic!("the levels {on}"));
            rest.split_once(']').expect("their end").0.to_owned()
        }
    };
    let shown = |level: &str| match level {
        "When" => "`when`".to_owned(),
        level => level.to_lowercase(),
    };
    list.split(", ").map(shown).collect()
}

fn keys() -> BTreeSet<String> {
    rows().into_iter().map(|row| row.name).collect()
}

/// The attribute table of the README.
fn table() -> String {
    let cell = |text: &str| text.replace('|', "\\|");
    let mut table = String::from("| key | on | example | |\n| --- | --- | --- | --- |\n");
    for Row { name, on, example, doc } in rows() {
        let fence = if example.contains('`') { "``" } else { "`" };
        let example = cell(&example);
        let on = on.join(", ");
        writeln!(table, "| `{name}` | {on} | {fence}{example}{fence} | {} |", cell(&doc)).unwrap();
    }
    table
}

#[test]
fn the_readmes_attribute_table_is_the_key_table() {
    let readme = read("README.md");
    let (head, rest) = readme.split_once("<!-- keys -->\n").expect("`<!-- keys -->`");
    let (shown, tail) = rest.split_once("<!-- /keys -->").expect("`<!-- /keys -->`");
    let table = table();
    if std::env::var_os("ERROR_BLESS").is_some_and(|value| value == "1") {
        let readme = format!("{head}<!-- keys -->\n{table}<!-- /keys -->{tail}");
        fs::write(root().join("README.md"), readme).unwrap();
    } else {
        assert_eq!(shown, table, "run with ERROR_BLESS=1 to write it");
    }
}

#[test]
fn every_key_has_its_run_module() {
    let modules = names("tests/run", is_rust);
    for key in keys() {
        let module = KEYWORDS.iter().find(|(keyword, _)| *keyword == key);
        let module = module.map_or(&*key, |(_, module)| *module);
        assert!(modules.contains(module), "tests/run/{module}.rs is missing");
        let text = read(&format!("tests/run/{module}.rs"));
        assert!(text.starts_with(&format!("//! `{key}`: ")), "tests/run/{module}.rs names its key");
    }
}

#[test]
fn every_key_has_its_ui_cases() {
    let folders = names("tests/ui", Path::is_dir);
    for key in keys() {
        assert!(folders.contains(&key), "tests/ui/{key} is missing");
        let cases = names(&format!("tests/ui/{key}"), is_rust);
        assert!(!cases.is_empty(), "tests/ui/{key} has no case");
        for case in cases {
            let stderr = root().join(format!("tests/ui/{key}/{case}.stderr"));
            assert!(stderr.is_file(), "{} is missing", stderr.display());
        }
    }
}

#[test]
fn every_module_is_run() {
    let main = read("tests/run/main.rs");
    let mut files = names("tests/run", is_rust);
    files.remove("main");
    let modules: BTreeSet<String> = main
        .lines()
        .filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'))
        .map(str::to_owned)
        .collect();
    assert_eq!(modules, files);
}

/// A framework is a flag of the attribute, a file and a feature of the runtime,
/// a row of the README, and a server that uses the real thing.
#[test]
fn every_framework_has_all_that_it_needs() {
    let list = read("error-derive/src/frameworks.rs");
    let (_, list) = list.split_once("&[(&str, bool)] = &[").expect("the flags");
    let (list, _) = list.split_once("];").expect("their end");
    let flags: BTreeSet<String> = list.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    assert!(flags.len() >= 10);
    let mut files = names("error-runtime/src/adapter", is_rust);
    files.remove("mod");
    assert_eq!(files, flags);
    assert_eq!(names("tests/frameworks/adapters/servers", is_rust), flags);
    let manifest = read("error-runtime/Cargo.toml");
    let readme = read("README.md");
    let row = rows().into_iter().find(|row| row.name == "axum").expect("the key");
    for flag in flags {
        let text = read(&format!("error-runtime/src/adapter/{flag}.rs"));
        assert!(text.contains(&format!("macro_rules! __adapter_{flag} ")), "its macro");
        assert!(manifest.contains(&format!("\n{flag} = [")), "its feature");
        assert!(readme.contains(&format!("\n| `{flag}` | ")), "its row in the README");
        assert!(flag == "axum" || row.doc.contains(&format!("`{flag}`")), "`{flag}` is no key");
    }
}

/// The value of `key = "…"` in a manifest.
fn value<'a>(manifest: &'a str, key: &str) -> Option<&'a str> {
    let line = manifest.lines().find(|line| line.split('=').next().unwrap().trim() == key)?;
    line.split('"').nth(1)
}

#[test]
fn the_readmes_rust_version_is_the_declared_one() {
    let manifest = read("Cargo.toml");
    let declared = value(&manifest, "rust-version").expect("a rust-version");
    let readme = read("README.md");
    assert!(readme.contains(&format!("Rust {declared} or newer")), "README.md and {declared}");
}

#[test]
fn all_packages_have_one_version() {
    let manifest = read("Cargo.toml");
    let version = value(&manifest, "version").expect("a version");
    // Generated code calls hidden items of exactly this release.
    let pin = format!("version = \"={version}\"");
    assert!(manifest.contains(&pin), "error-derive is pinned to {version}");
    let examples = names("examples", Path::is_dir);
    let examples = examples.iter().map(|name| format!("examples/{name}"));
    let packages = ["error-derive", "error-runtime", "tests"].map(str::to_owned);
    for package in packages.into_iter().chain(examples) {
        let manifest = read(&format!("{package}/Cargo.toml"));
        let own = manifest.lines().any(|line| line == "version.workspace = true");
        assert!(own || value(&manifest, "version") == Some(version), "{package}");
    }
    let changelog = read("CHANGELOG.md");
    assert!(changelog.contains(version) || changelog.contains("Unreleased"), "CHANGELOG.md");
}

/// The words of a diagnostic and of the README are read by people elsewhere.
#[test]
fn the_key_table_is_written_well() {
    for Row { name, on, example, doc } in rows() {
        assert!(example.starts_with(&name), "the example of `{name}` shows it: {example}");
        assert!(
            doc.ends_with('.') && doc.starts_with(|c: char| c.is_uppercase() || c == '`'),
            "{doc}"
        );
        assert!(!on.is_empty(), "`{name}` stands somewhere");
    }
}
