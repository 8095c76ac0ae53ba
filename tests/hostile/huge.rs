//! Enums as large as anybody's: they are checked under the default limits, in
//! a time that grows with their size and no faster.

use crate::scratch::{Scratch, alone};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// A declaration with this many variants: plain ones, ones with fields, and
/// one that looks into its field, in turn.
fn source(variants: usize) -> String {
    let mut source = String::from("#[derive(Debug, error_runtime::ApiError)]\npub enum Huge {\n");
    for at in 0..variants {
        let status = 400 + at % 100;
        let _ = match at % 4 {
            0 | 1 => writeln!(source, "#[api(status = {status}, hint = \"hint {at}\")] Plain{at},"),
            2 => writeln!(
                source,
                "#[api(status = {status}, message = \"no {{id}}\")] Named{at} {{ #[api(detail)] id: String }},"
            ),
            _ => writeln!(
                source,
                "#[api(status = {status}, code = \"C{at}\")] \
                 #[api(when(0..=9, left), status = 429, message = \"{{left}}\")] Looked{at}(u32, u32),"
            ),
        };
    }
    source.push_str(
        "}\n\
         impl std::fmt::Display for Huge {\n\
             fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(\"huge\") }\n\
         }\n\
         impl std::error::Error for Huge {}\n",
    );
    source
}

#[test]
fn two_thousand_variants() {
    let _alone = alone();
    Scratch::new("huge-2000", &source(2000)).check_silent();
}

/// Prints, and asserts nothing: times are this machine's.
#[test]
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
