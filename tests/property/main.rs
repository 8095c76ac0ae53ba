//! What holds for every value.

mod context;
mod erased;
mod private;
mod problem;
mod shapes;
mod value;

use error_runtime::ApiError;
use proptest::prelude::ProptestConfig;

/// Failures are told, not recorded: the cases are quick to find again.
fn config() -> ProptestConfig {
    ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() }
}

fn body(error: &dyn ApiError) -> String {
    String::from_utf8(error.response().body().to_vec()).expect("a body is UTF-8")
}

/// What `serde_json` writes.
fn json<T: serde::Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).expect("the values of these tests serialize")
}

/// An object of these members, in this order.
fn object<'a>(members: impl IntoIterator<Item = (&'a str, String)>) -> String {
    let members: Vec<_> =
        members.into_iter().map(|(name, value)| format!("{}:{value}", json(name))).collect();
    format!("{{{}}}", members.join(","))
}

/// Whether this JSON is an empty text, list or object.
fn is_empty(json: &str) -> bool {
    matches!(json, "\"\"" | "[]" | "{}")
}
