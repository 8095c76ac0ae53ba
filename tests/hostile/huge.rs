//! Enums as large as anybody's: they are checked under the default limits.

use crate::scratch::{Scratch, alone};
use std::time::{Duration, Instant};

/// Some with every key that a variant and a field can have; `@` stands for a
/// number. The derive's own tests hold the tokens that they become to a line.
const ROUND: &str = include_str!("huge/variants.txt");

/// How many variants that is.
const IN_ROUND: usize = 10;

/// What the variants speak of.
const AROUND: &str = r#"
impl std::fmt::Display for Huge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("huge") }
}
impl std::error::Error for Huge {}

/// The name of a face.
#[derive(Debug)]
pub struct Old;

#[derive(Debug)]
pub enum Kind { A, B(u32) }

#[derive(Debug, error_runtime::ApiError)]
#[api(status = 400)]
pub struct Inner;
impl std::fmt::Display for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("inner") }
}
impl std::error::Error for Inner {}
"#;

/// A declaration with this many variants.
fn source(variants: usize) -> String {
    let mut source = String::from(
        "#[derive(Debug, error_runtime::ApiError)]\n\
         #[api(face(Old, code_case = \"kebab-case\"))]\npub enum Huge {\n",
    );
    for round in 0..variants / IN_ROUND {
        source += &ROUND.replace('@', &round.to_string());
    }
    source + "}\n" + AROUND
}

#[test]
fn a_round_has_all_its_variants() {
    assert_eq!(
        ROUND.lines().filter(|line| line.starts_with(char::is_alphabetic)).count(),
        IN_ROUND
    );
}

#[test]
fn two_thousand_variants() {
    let _alone = alone();
    Scratch::new("huge-2000", &source(2000)).check_silent();
}

#[test]
#[ignore = "it prints, and asserts nothing: times are this machine's"]
fn time_by_size() {
    let _alone = alone();
    for variants in [10, 100, 1000] {
        let scratch = Scratch::new(&format!("huge-{variants}"), &source(variants));
        // The first time may check the dependencies, too.
        scratch.check_silent();
        let best = (0..3).map(|_| time(&scratch)).min().unwrap_or_default();
        println!("cargo check of {variants:>4} variants: {:>5} ms", best.as_millis());
    }
}

fn time(scratch: &Scratch) -> Duration {
    scratch.touch();
    let start = Instant::now();
    scratch.check_silent();
    start.elapsed()
}
