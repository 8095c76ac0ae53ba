//! The corpus as one text, for crates that rewrite it while building.

use std::path::Path;
use std::{env, fs};

/// The corpus, with the files that it includes in their places.
pub fn corpus() -> String {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../hostile");
    println!("cargo::rerun-if-changed={}", directory.display());
    let read = |name: &str| fs::read_to_string(directory.join(name)).expect(name);
    let mut text = read("basic.rs");
    for name in ["names.rs", "generic.rs", "dynamic.rs", "faces.rs", "checks.rs", "more_checks.rs"] {
        let line = format!("::core::include!({name:?});");
        assert!(text.contains(&line), "the corpus does not include {name}");
        text = text.replace(&line, &read(name));
    }
    text + &read("loud.rs")
}

/// Writes a file for `include!`.
pub fn write(name: &str, text: &str) {
    let directory = env::var_os("OUT_DIR").expect("cargo's");
    fs::write(Path::new(&directory).join(name), text).expect(name);
}
