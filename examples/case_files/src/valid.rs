//! Bodies that are as their types say, or an error that names each field.

use crate::error::CaseError;
use poem::{FromRequest, Request, RequestBody, Result};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use validator::Validate;

/// A JSON body that keeps the rules of its type.
#[derive(Debug)]
pub struct Valid<T>(pub T);

/// The request around the body: so the way to each field begins with `body`.
#[derive(Deserialize, Validate)]
struct Whole<T: Validate> {
    #[validate(nested)]
    body: T,
}

impl<'a, T: DeserializeOwned + Validate> FromRequest<'a> for Valid<T> {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> Result<Self> {
        let sent = Vec::from_request(request, body).await?;
        Ok(Self(read(&sent)?))
    }
}

fn read<T: DeserializeOwned + Validate>(sent: &[u8]) -> Result<T, CaseError> {
    // What is no JSON has nothing in it: the body as a whole is wrong.
    let body: Value = serde_json::from_slice(sent).unwrap_or_default();
    let request: Whole<T> = serde_path_to_error::deserialize(json!({ "body": body }))?;
    request.validate()?;
    Ok(request.body)
}
