//! Bodies, and what is wrong with them.

use crate::error::BodyError;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Error, Track, deserialize};

/// JSON that is not as expected, and the place where it is not.
pub type Misread = Error<serde_json::Error>;

/// In two steps, since serde's JSON reader takes a number in an enum's place for
/// broken JSON.
pub fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, BodyError> {
    let json: Value =
        serde_json::from_slice(body).map_err(|error| Misread::new(Track::new().path(), error))?;
    Ok(deserialize(json)?)
}

/// Whether it is this complaint of serde's: there is no kind, but the text of
/// each begins with its own words.
pub fn says(error: &Misread, complaint: &str) -> bool {
    error.inner().to_string().starts_with(complaint)
}

/// The field that is wrong. One that is missing has no place: it is named in
/// the text.
pub fn field(error: &Misread) -> String {
    let text = error.inner().to_string();
    let missing = text.strip_prefix("missing field `").and_then(|rest| rest.split_once('`'));
    missing.map_or_else(|| error.path().to_string(), |(name, _)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::session::NewSession;
    use error_runtime::ApiError;

    #[test]
    fn what_is_json_is_not_called_broken() {
        for (body, code) in [
            ("{", "INVALID_JSON"),
            ("{} {}", "INVALID_JSON"),
            ("{}", "MISSING_FIELD"),
            (r#"{"provider":"hal"}"#, "INVALID_ENUM"),
            (r#"{"provider":7}"#, "INVALID_FIELD_TYPE"),
            (r#"{"provider":null}"#, "INVALID_FIELD_TYPE"),
            ("null", "INVALID_FIELD_TYPE"),
        ] {
            let error = read::<NewSession>(body.as_bytes()).expect_err(body);
            assert_eq!(error.code().to_string(), code, "{body}");
            let shown = error.in_envelope().to_string();
            assert!(!shown.contains("NewSession"), "{shown}");
        }
    }
}
