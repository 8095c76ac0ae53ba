//! What a handler takes of a request's body.

use crate::error::{BodyError, Error};
use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A body's JSON, whatever its content type: the documented clients send none.
/// No body is an empty object.
#[derive(Debug)]
pub struct Body<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        let bytes = Bytes::from_request(request, state).await.map_err(BodyError::from)?;
        let json = if bytes.is_empty() { b"{}".as_slice() } else { &bytes };
        // In two steps, since serde's JSON reader takes a number in an enum's
        // place for broken JSON.
        let json: Value = serde_json::from_slice(json).map_err(|_| BodyError::InvalidJson)?;
        Ok(Self(serde_path_to_error::deserialize(json).map_err(|e| refused(&e))?))
    }
}

fn refused(error: &serde_path_to_error::Error<serde_json::Error>) -> BodyError {
    // serde tells a missing field's name in its text alone.
    let text = error.inner().to_string();
    let missing = text.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
    // A client looks for what it has sent: the outermost field.
    let first = error.path().iter().next();
    match (first, missing) {
        (None, Some(field)) => BodyError::MissingField { field: field.to_owned() },
        (Some(field), _) => BodyError::InvalidField { field: field.to_string() },
        (None, None) => BodyError::InvalidField { field: "body".to_owned() },
    }
}
