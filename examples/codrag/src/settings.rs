//! What a project's owner decides.

use glob::{MatchOptions, Pattern, PatternError};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// A `*` is a part of one name, a `**` any folders.
const OPTIONS: MatchOptions = MatchOptions {
    case_sensitive: true,
    require_literal_separator: true,
    require_literal_leading_dot: false,
};

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Settings {
    pub include_globs: Vec<Glob>,
    pub exclude_globs: Vec<Glob>,
    pub max_file_bytes: u64,
    pub trace: bool,
    /// How long a build rests after each file.
    pub pause_ms: u64,
}

impl Default for Settings {
    fn default() -> Self {
        let glob = |text| Glob(Pattern::new(text).expect("a pattern"));
        Self {
            include_globs: vec![glob("**/*.md"), glob("**/*.rs")],
            exclude_globs: vec![glob("target/**")],
            max_file_bytes: 1_000,
            trace: false,
            pause_ms: 0,
        }
    }
}

impl Settings {
    pub fn includes(&self, path: &Path) -> bool {
        self.include_globs.iter().any(|glob| glob.0.matches_path_with(path, OPTIONS))
    }

    pub fn excludes(&self, path: &Path) -> bool {
        self.exclude_globs.iter().any(|glob| glob.0.matches_path_with(path, OPTIONS))
    }
}

/// One that is no pattern does not come further than serde.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Glob(Pattern);

impl TryFrom<String> for Glob {
    type Error = PatternError;

    fn try_from(text: String) -> Result<Self, PatternError> {
        Pattern::new(&text).map(Self)
    }
}

impl From<Glob> for String {
    fn from(glob: Glob) -> Self {
        glob.0.as_str().to_owned()
    }
}
