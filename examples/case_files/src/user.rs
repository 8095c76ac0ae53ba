//! Who asks: the gateway in front of the service says so.

use crate::error::CaseError;
use poem::{FromRequest, Request, RequestBody, Result};

#[derive(Debug)]
pub struct User(pub String);

impl<'a> FromRequest<'a> for User {
    async fn from_request(request: &'a Request, _body: &mut RequestBody) -> Result<Self> {
        let name = request.header("x-user").ok_or(CaseError::Unauthorized)?;
        Ok(Self(name.to_owned()))
    }
}
