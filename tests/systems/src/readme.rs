//! The table of answers in an example's README, made from real answers.

use std::{env, fs, path::Path};

const BEGIN: &str = "<!-- answers -->\n";
const END: &str = "<!-- /answers -->";

/// Asserts that what stands in the file between `<!-- answers -->` and
/// `<!-- /answers -->` is this table; with `ERROR_BLESS=1` it is written there.
///
/// # Panics
///
/// If it is another one, or if the file has no such place.
#[track_caller]
pub fn readme_table(path: impl AsRef<Path>, table: &str) {
    let path = path.as_ref();
    let text = fs::read_to_string(path).expect("a README");
    let (before, rest) = text.split_once(BEGIN).expect("`<!-- answers -->` on a line of its own");
    let (shown, after) = rest.split_once(END).expect("`<!-- /answers -->`");
    let table = table.trim_end().to_owned() + "\n";
    if env::var_os("ERROR_BLESS").is_some() {
        return fs::write(path, [before, BEGIN, &table, END, after].concat()).expect("written");
    }
    assert_eq!(shown, table, "{} is out of date: ERROR_BLESS=1 rewrites it", path.display());
}
