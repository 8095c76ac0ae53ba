//! The corpus leaves nothing out.

/// Every file of the corpus.
const CORPUS: [&str; 6] = [
    include_str!("basic.rs"),
    include_str!("names.rs"),
    include_str!("generic.rs"),
    include_str!("dynamic.rs"),
    include_str!("faces.rs"),
    include_str!("loud.rs"),
];

#[test]
fn every_key_is_met() {
    let table = include_str!("../../error-derive/src/spec.rs");
    let (_, table) = table.split_once("= table! {").expect("the table of keys");
    let (table, _) = table.split_once("\n};").expect("its end");
    let corpus = CORPUS.concat();
    let mut keys = 0;
    for row in table.lines() {
        let Some(key) = row.split('"').nth(1) else { continue };
        keys += 1;
        // Where the dependency is renamed, each type says `crate`.
        let met = ["(", " ", "\n        "].iter().any(|before| {
            ["=", " =", "(", ",", ")", " {"]
                .iter()
                .any(|after| corpus.contains(&format!("{before}{key}{after}")))
        });
        assert!(met || key == "crate", "the corpus says nowhere `{key}`");
    }
    assert!(keys > 30, "the table of keys was not found");
}
