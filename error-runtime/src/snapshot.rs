//! A catalogue as a file, so that a lost code shows in a test.

use crate::{Catalogue, Declared};
use std::fmt::Write as _;
use std::path::Path;

/// Fails when a code of the snapshot at `path` is gone or has another status.
/// See [`Catalogue::assert_snapshot`].
///
/// # Panics
///
/// As told, and where the catalogue gives one code two meanings.
#[track_caller]
#[inline]
pub fn assert_catalogue<E: Declared>(path: impl AsRef<Path>) {
    E::catalogue().assert_snapshot(path);
}

impl Catalogue {
    /// The catalogue as text: one line for each row, with code, status,
    /// variant and message, separated by tabs.
    #[inline]
    pub fn snapshot(&self) -> String {
        let mut text = String::new();
        for entry in self {
            let spec = entry.spec();
            let code = entry.code();
            let code = if code.is_empty() { "-" } else { &code };
            one_line(&mut text, code);
            match spec.status {
                Some(status) => {
                    // Writing into a string cannot fail.
                    let _ = write!(text, "\t{status}\t{entry}\t");
                }
                None => {
                    let _ = write!(text, "\t-\t{entry}\t");
                }
            }
            one_line(&mut text, spec.message.unwrap_or("-"));
            text.push('\n');
        }
        text
    }

    /// Compares with the snapshot at `path`: fails when a code of it is gone
    /// or has another status. With the environment variable `ERROR_BLESS=1`
    /// the file is written instead.
    ///
    /// # Panics
    ///
    /// As told, where the file cannot be read or written, and where the
    /// catalogue gives one code two meanings.
    #[track_caller]
    #[inline]
    pub fn assert_snapshot(&self, path: impl AsRef<Path>) {
        let path = path.as_ref();
        let mut complaints = Vec::new();
        for conflict in self.check() {
            complaints.push(conflict.to_string());
        }
        let now = self.snapshot();
        if std::env::var_os("ERROR_BLESS").is_some_and(|value| value == "1") {
            if let Err(error) = std::fs::write(path, &now) {
                complaints.push(format!("cannot write {}: {error}", path.display()));
            }
        } else {
            match std::fs::read_to_string(path) {
                Ok(before) => complaints.extend(differences(&before, &now)),
                Err(error) => complaints.push(format!(
                    "cannot read {}: {error}; run with ERROR_BLESS=1 to write it",
                    path.display()
                )),
            }
        }
        assert!(
            complaints.is_empty(),
            "the catalogue of `{}` is not as it was:\n{}",
            self.table().name(),
            complaints.join("\n")
        );
    }
}

/// What clients of `before` would miss in `now`.
#[inline]
fn differences(before: &str, now: &str) -> Vec<String> {
    let mut lost: Vec<String> = Vec::new();
    for line in before.lines() {
        let Some((code, status)) = identity(line) else { continue };
        if code == "-" {
            continue;
        }
        let (mut is_there, mut is_same) = (false, false);
        for line in now.lines() {
            if let Some((other, other_status)) = identity(line) {
                is_there |= other == code;
                is_same |= other == code && other_status == status;
            }
        }
        let complaint = match (is_there, is_same) {
            (false, _) => format!("the code `{code}` is gone"),
            (true, false) => format!("the code `{code}` no longer has the status {status}"),
            (true, true) => continue,
        };
        if lost.last() != Some(&complaint) {
            lost.push(complaint);
        }
    }
    lost
}

#[inline]
fn identity(line: &str) -> Option<(&str, &str)> {
    let (code, rest) = line.split_once('\t')?;
    Some((code, rest.split('\t').next().unwrap_or_default()))
}

#[inline]
fn one_line(text: &mut String, value: &str) {
    for c in value.chars() {
        if c.is_control() { text.extend(c.escape_default()) } else { text.push(c) }
    }
}

#[cfg(test)]
mod tests {
    use super::differences;

    #[test]
    fn new_codes_are_welcome_and_lost_ones_are_not() {
        let before = "A\t404\tE::A\tgone\nB\t409\tE::B\t-\nC\t400\tE::C\t-\n-\t500\tE::D\t-\n";
        let now = "A\t404\tE::A\tother words\nB\t410\tE::B\t-\nD\t400\tE::C\t-\n";
        assert_eq!(
            differences(before, now),
            ["the code `B` no longer has the status 409", "the code `C` is gone",]
        );
        assert!(differences(before, before).is_empty());
        assert!(differences("", now).is_empty());
    }
}
