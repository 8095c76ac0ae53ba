//! Every complaint, with its place.

mod errors;
mod outer;
mod policy;
mod template;
mod xml;

use super::{complaints, expand};

/// An input, and its complaints: each with the token at which it stands.
type Case = (&'static str, &'static [(&'static str, &'static str)]);

/// Asserts that this input gives exactly these complaints, each at the token
/// that it names, and that the type is there all the same.
fn says(source: &str, expected: &[(&str, &str)]) {
    let expansion = expand(source);
    let found: Vec<(String, String)> = complaints(expansion.clone())
        .into_iter()
        .map(|(span, message)| (span.source_text().unwrap_or_default(), message))
        .collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(at, text)| (&**at, &**text)).collect();
    assert_eq!(found, expected, "in {source}");
    assert!(expansion.to_string().contains("struct E <"), "no fallback for {source}");
}
