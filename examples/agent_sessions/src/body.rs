//! Bodies, and what is wrong with them.

use crate::error::BodyError;
use serde::de::DeserializeOwned;
use serde_path_to_error::{Error, Track, deserialize};

/// JSON that is not as expected, and the place where it is not.
pub type Misread = Error<serde_json::Error>;

pub fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, BodyError> {
    let mut json = serde_json::Deserializer::from_slice(body);
    let value = deserialize(&mut json)?;
    json.end().map_err(|error| Misread::new(Track::new().path(), error))?;
    Ok(value)
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
