//! The macro's table of keys, read as text: a macro crate shows no items.

use std::collections::{BTreeMap, BTreeSet};

const SPEC: &str = include_str!("../../error-derive/src/spec.rs");

/// A row of the table.
pub(crate) struct Entry {
    pub(crate) name: String,
    levels: Vec<String>,
}

/// Each level, the name of its cases, and how complaints call it.
pub(crate) const LEVELS: &[(&str, &str, &str)] = &[
    ("Enum", "enum", "an enum"),
    ("Struct", "struct", "a struct"),
    ("Variant", "variant", "a variant"),
    ("When", "when", "a `when` row"),
    ("Field", "field", "a field"),
];

/// The table, row by row.
pub(crate) fn read() -> Vec<Entry> {
    let groups = groups();
    let (_, table) = SPEC.split_once("= table! {").expect("the table is in this file");
    let (table, _) = table.split_once("\n};").expect("the table ends");
    let rows =
        table.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    let entries: Vec<Entry> = rows
        .map(|row| {
            // Key "name" LEVELS, "example", "documentation";
            let mut parts = row.split('"').skip(1);
            let name = parts.next().expect("a row has a name").to_owned();
            let levels = parts.next().expect("a row has levels").trim().trim_end_matches(',');
            let levels = groups.get(levels).cloned().unwrap_or_else(|| list(levels));
            Entry { name, levels }
        })
        .collect();
    assert!(entries.len() > 30, "the table is not read as it is written");
    entries
}

/// The keys that may stand at this level.
pub(crate) fn at(level: &str) -> BTreeSet<String> {
    let entries = read().into_iter().filter(|entry| entry.levels.iter().any(|on| on == level));
    entries.map(|entry| entry.name).collect()
}

/// `const ROW: &[Level] = &[Struct, Variant, When];`
fn groups() -> BTreeMap<String, Vec<String>> {
    let declarations = SPEC.lines().filter_map(|line| {
        let (name, levels) = line.strip_prefix("const ")?.split_once(": &[Level] = ")?;
        Some((name.to_owned(), list(levels.trim_end_matches(';'))))
    });
    declarations.collect()
}

/// `&[Struct, Variant]`
fn list(levels: &str) -> Vec<String> {
    let inside = levels.strip_prefix("&[").and_then(|rest| rest.strip_suffix(']'));
    let inside = inside.unwrap_or_else(|| panic!("`{levels}` is no list of levels"));
    inside.split(", ").map(str::to_owned).collect()
}
