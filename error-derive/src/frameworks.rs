//! The frameworks that have a flag: nothing but their names is known here.

use crate::diag::closest;

/// Each is the flag, the name of the crate, and of the runtime's macro
/// `__adapter_…`; and whether an envelope's success value has an answer there.
const FRAMEWORKS: &[(&str, bool)] = &[
    ("axum", true),
    ("actix_web", true),
    ("lambda_http", true),
    ("ntex", true),
    ("poem", true),
    ("rocket", true),
    ("salvo", true),
    ("tonic", false),
    ("trillium", true),
    ("warp", true),
];

/// All flags, for errors.
pub(crate) fn flags() -> impl Iterator<Item = &'static str> {
    FRAMEWORKS.iter().map(|(name, _)| *name)
}

pub(crate) fn is_flag(word: &str) -> bool {
    flags().any(|flag| flag == word)
}

/// Whether a success has an answer in this framework.
pub(crate) fn answers_successes(flag: &str) -> bool {
    FRAMEWORKS.iter().any(|(name, successes)| *name == flag && *successes)
}

/// The flag that this word is, or is close to.
pub(crate) fn meant(word: &str) -> Option<&'static str> {
    flags().find(|flag| *flag == word).or_else(|| closest(word, flags()))
}
