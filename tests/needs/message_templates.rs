//! "Message templates, named and positional."

use crate::back::json;
use error_runtime::{ApiError, Declared, envelope};

envelope! {
    Registry = { "code": code, "message": message, "hint"?: hint }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Registry)]
enum RegistryError {
    // thiserror's own template is the message below 500.
    #[error("Package '{name}' has no version {version}")]
    #[api(status = 404, hint = "See the versions of '{name}'")]
    NoSuchVersion { name: String, version: String },
    #[error("{0} of {1} files are too large")]
    #[api(status = 413)]
    FilesTooLarge(u32, u32),
    // A message of its own, with everything that a format has.
    #[error("quota of {owner}: {used}/{limit}")]
    #[api(
        status = 429,
        message = "{used:>4} of {limit:04} MiB used ({ratio:.1} %), owner {owner:?}"
    )]
    QuotaExceeded { owner: String, used: u32, limit: u32, ratio: f64 },
    #[error("internal {0:?}")]
    #[api(status = 409, message = "{0:?} is taken since {1}; {{name}} must be new")]
    Taken(String, u16),
    // Further arguments are expressions over the fields.
    #[error("bad manifest")]
    #[api(status = 400, message(
        "{} unknown keys, first {first:?}, {rest} more",
        .keys.len(), first = .keys[0], rest = .keys.len() - 1,
    ))]
    UnknownKeys { keys: Vec<&'static str> },
    // A 5xx with a message says it.
    #[error("index shard {shard} at {path}")]
    #[api(status = 503, message = "Shard {shard} is being rebuilt")]
    Rebuilding { shard: u8, path: &'static str },
}

#[track_caller]
fn says(error: &RegistryError, status: u16, code: &str, message: &str) {
    let quoted = serde_json::Value::from(message);
    let body = format!(r#"{{"code":"{code}","message":{quoted}}}"#);
    let answer = json(Registry::parse, error, status, &[], &body);
    assert_eq!(answer.code(), code);
    assert_eq!(answer.message(), Some(message));
}

#[test]
fn named() {
    let error =
        RegistryError::NoSuchVersion { name: "left-pad".to_owned(), version: "9.9".to_owned() };
    let answer = json(
        Registry::parse,
        &error,
        404,
        &[],
        r#"{"code":"NO_SUCH_VERSION","message":"Package 'left-pad' has no version 9.9","hint":"See the versions of 'left-pad'"}"#,
    );
    assert_eq!(answer.message(), Some("Package 'left-pad' has no version 9.9"));
    assert_eq!(answer.hint(), Some("See the versions of 'left-pad'"));
    says(
        &RegistryError::QuotaExceeded {
            owner: "acme".to_owned(),
            used: 98,
            limit: 100,
            ratio: 98.04,
        },
        429,
        "QUOTA_EXCEEDED",
        "  98 of 0100 MiB used (98.0 %), owner \"acme\"",
    );
}

#[test]
fn positional() {
    says(&RegistryError::FilesTooLarge(2, 5), 413, "FILES_TOO_LARGE", "2 of 5 files are too large");
    says(
        &RegistryError::Taken("left-pad".to_owned(), 2016),
        409,
        "TAKEN",
        "\"left-pad\" is taken since 2016; {name} must be new",
    );
}

#[test]
fn with_expressions() {
    says(
        &RegistryError::UnknownKeys { keys: vec!["lisence", "autor", "verison"] },
        400,
        "UNKNOWN_KEYS",
        "3 unknown keys, first \"lisence\", 2 more",
    );
}

#[test]
fn a_message_is_public_at_a_5xx_too() {
    let error = RegistryError::Rebuilding { shard: 3, path: "/srv/index" };
    says(&error, 503, "REBUILDING", "Shard 3 is being rebuilt");
    assert_eq!(error.to_string(), "index shard 3 at /srv/index");
}

#[test]
fn the_catalogue_has_the_templates() {
    let catalogue = RegistryError::catalogue();
    let templates: Vec<_> = catalogue.iter().map(|entry| entry.spec().message.unwrap()).collect();
    assert_eq!(templates[0], "Package '{name}' has no version {version}");
    assert_eq!(templates[1], "{0} of {1} files are too large");
    assert_eq!(templates[5], "Shard {shard} is being rebuilt");
}
