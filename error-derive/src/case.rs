//! The one case algorithm, for codes, wire names and links.
//!
//! This file is compiled into both crates (the runtime's is a symbolic link),
//! so that the attribute, the envelope's policy and the wire cannot differ.

/// How words are joined into a name.
///
/// There is one algorithm for codes, wire names, links and documentation. A
/// name is split into words at every `_`, `-`, space and `.`; before an
/// upper-case letter that follows a lower-case letter or a digit; and before
/// the last upper-case letter of a run when a lower-case letter follows it.
/// Digits stay with the word before them.
///
/// | name | words | `SCREAMING_SNAKE_CASE` | `kebab-case` | `camelCase` | `PascalCase` |
/// | --- | --- | --- | --- | --- | --- |
/// | `ProjectNotFound` | project not found | `PROJECT_NOT_FOUND` | `project-not-found` | `projectNotFound` | `ProjectNotFound` |
/// | `HTTPError2` | http error2 | `HTTP_ERROR2` | `http-error2` | `httpError2` | `HttpError2` |
/// | `S3Snapshot` | s3 snapshot | `S3_SNAPSHOT` | `s3-snapshot` | `s3Snapshot` | `S3Snapshot` |
/// | `Utf8Error` | utf8 error | `UTF8_ERROR` | `utf8-error` | `utf8Error` | `Utf8Error` |
/// | `BadJSON` | bad json | `BAD_JSON` | `bad-json` | `badJson` | `BadJson` |
/// | `max_file_bytes` | max file bytes | `MAX_FILE_BYTES` | `max-file-bytes` | `maxFileBytes` | `MaxFileBytes` |
/// | `IPv6Address` | i pv6 address | `I_PV6_ADDRESS` | `i-pv6-address` | `iPv6Address` | `IPv6Address` |
/// | `OAuth2Token` | o auth2 token | `O_AUTH2_TOKEN` | `o-auth2-token` | `oAuth2Token` | `OAuth2Token` |
///
/// The last two show where a rule without a dictionary ends: such a name
/// states its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Case {
    /// `PROJECT_NOT_FOUND`
    ScreamingSnake,
    /// `project_not_found`
    Snake,
    /// `project-not-found`
    Kebab,
    /// `PROJECT-NOT-FOUND`
    ScreamingKebab,
    /// `projectNotFound`
    Camel,
    /// `ProjectNotFound`
    Pascal,
    /// `projectnotfound`
    Lower,
    /// `PROJECTNOTFOUND`
    Upper,
    /// `project.not.found`
    Dot,
}

impl Case {
    /// Every case with its name in attributes.
    pub const ALL: [(&'static str, Self); 9] = [
        ("SCREAMING_SNAKE_CASE", Self::ScreamingSnake),
        ("snake_case", Self::Snake),
        ("kebab-case", Self::Kebab),
        ("SCREAMING-KEBAB-CASE", Self::ScreamingKebab),
        ("camelCase", Self::Camel),
        ("PascalCase", Self::Pascal),
        ("lowercase", Self::Lower),
        ("UPPERCASE", Self::Upper),
        ("dot.case", Self::Dot),
    ];

    /// The names in a link's `{code:…}`.
    pub const SHORT_NAMES: [(&'static str, Self); 9] = [
        ("screaming_snake", Self::ScreamingSnake),
        ("snake", Self::Snake),
        ("kebab", Self::Kebab),
        ("screaming_kebab", Self::ScreamingKebab),
        ("camel", Self::Camel),
        ("pascal", Self::Pascal),
        ("lower", Self::Lower),
        ("upper", Self::Upper),
        ("dot", Self::Dot),
    ];

    /// The case that a link's `{code:…}` names.
    pub fn by_short_name(name: &str) -> Option<Self> {
        Self::SHORT_NAMES.iter().find(|(known, _)| *known == name).map(|(_, case)| *case)
    }

    /// The name of this case in attributes.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, case)| *case == self).map_or("", |(name, _)| name)
    }

    /// Writes `name` in this case, a few characters at a time.
    pub fn write(self, name: &str, mut write: impl FnMut(&str)) {
        let mut buffer = [0; 4];
        let mut first_word = true;
        let mut first_char = true;
        for (starts_word, c) in words(name) {
            if starts_word && !first_char {
                first_word = false;
                match self {
                    Self::ScreamingSnake | Self::Snake => write("_"),
                    Self::Kebab | Self::ScreamingKebab => write("-"),
                    Self::Dot => write("."),
                    Self::Camel | Self::Pascal | Self::Lower | Self::Upper => {}
                }
            }
            first_char = false;
            let upper = match self {
                Self::ScreamingSnake | Self::ScreamingKebab | Self::Upper => true,
                Self::Snake | Self::Kebab | Self::Lower | Self::Dot => false,
                Self::Camel => starts_word && !first_word,
                Self::Pascal => starts_word,
            };
            if upper {
                for c in c.to_uppercase() {
                    write(c.encode_utf8(&mut buffer));
                }
            } else {
                for c in c.to_lowercase() {
                    write(c.encode_utf8(&mut buffer));
                }
            }
        }
    }

    /// `name` in this case.
    pub fn convert(self, name: &str) -> String {
        let mut text = String::with_capacity(name.len() + 4);
        self.write(name, |part| text.push_str(part));
        text
    }
}

/// The letters and digits of a name, each with whether a word starts there.
fn words(name: &str) -> impl Iterator<Item = (bool, char)> {
    let mut before: Option<char> = None;
    let mut chars = name.chars().peekable();
    let mut separated = true;
    std::iter::from_fn(move || {
        loop {
            let c = chars.next()?;
            if matches!(c, '_' | '-' | ' ' | '.') {
                separated = true;
                before = None;
                continue;
            }
            let follows_small = before.is_some_and(|b| b.is_lowercase() || b.is_numeric());
            let ends_run = before.is_some_and(char::is_uppercase)
                && chars.peek().is_some_and(|next| next.is_lowercase());
            let starts = separated || (c.is_uppercase() && (follows_small || ends_run));
            separated = false;
            before = Some(c);
            return Some((starts, c));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::Case;

    /// The rows of the table above: name, words, and the name in four cases.
    fn table() -> Vec<[&'static str; 6]> {
        let rows = include_str!("case.rs").lines().filter_map(|line| line.strip_prefix("/// | `"));
        rows.map(|row| {
            let cells: Vec<_> = row.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
            cells[..6].try_into().expect("six cells")
        })
        .collect()
    }

    #[test]
    fn the_documented_table_holds() {
        let table = table();
        for name in ["HTTPError2", "S3Snapshot", "IPv6Address", "OAuth2Token"] {
            assert!(table.iter().any(|row| row[0] == name), "{name}");
        }
        for [name, words, screaming, kebab, camel, pascal] in table {
            assert_eq!(Case::Snake.convert(name), words.replace(' ', "_"));
            assert_eq!(Case::Dot.convert(name), words.replace(' ', "."));
            assert_eq!(Case::Lower.convert(name), words.replace(' ', ""));
            assert_eq!(Case::Upper.convert(name), words.replace(' ', "").to_uppercase());
            assert_eq!(Case::ScreamingSnake.convert(name), screaming);
            assert_eq!(Case::ScreamingKebab.convert(name), screaming.replace('_', "-"));
            assert_eq!(Case::Kebab.convert(name), kebab);
            assert_eq!(Case::Camel.convert(name), camel);
            assert_eq!(Case::Pascal.convert(name), pascal);
        }
    }

    /// A code is made once by the attribute, and written by an envelope or in
    /// a link in another case: the detour changes nothing.
    #[test]
    fn a_made_code_has_the_words_of_its_name() {
        let separated = [Case::ScreamingSnake, Case::Snake, Case::Kebab, Case::Dot];
        for [name, ..] in table() {
            for first in separated {
                for (then, case) in Case::ALL {
                    let detour = case.convert(&first.convert(name));
                    assert_eq!(detour, case.convert(name), "{name} {first:?} {then}");
                }
            }
        }
    }

    #[test]
    fn odd_names_do_no_harm() {
        for (name, snake) in [
            ("", ""),
            ("__", ""),
            ("A", "a"),
            ("ABC", "abc"),
            ("a..b--C", "a_b_c"),
            ("\u{c9}t\u{c9}", "\u{e9}t_\u{e9}"),
            ("E11000 duplicate key", "e11000_duplicate_key"),
            ("400.12", "400_12"),
        ] {
            assert_eq!(Case::Snake.convert(name), snake, "{name:?}");
        }
        for (name, case) in Case::ALL {
            assert_eq!(case.name(), name);
        }
    }
}
