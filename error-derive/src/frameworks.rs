//! The frameworks that have a flag: nothing but their names is known here.

use crate::diag::{closest, meaning, words};

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
pub(crate) fn flags() -> Vec<&'static str> {
    words(FRAMEWORKS)
}

pub(crate) fn is_flag(word: &str) -> bool {
    meaning(FRAMEWORKS, word).is_some()
}

/// Whether a success has an answer in this framework.
pub(crate) fn answers_successes(flag: &str) -> bool {
    meaning(FRAMEWORKS, flag) == Some(&true)
}

/// The flag that this word is, or is close to.
pub(crate) fn meant(word: &str) -> Option<&'static str> {
    // Nothing is closer to a flag than itself.
    closest(word, &flags())
}
