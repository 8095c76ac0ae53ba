//! Who asks.

use crate::error::AccessError;
use actix_web::http::header::HeaderMap;

/// Whose key it is.
pub type Owner = &'static str;

struct Key {
    text: &'static str,
    owner: Owner,
    is_expired: bool,
}

const KEYS: [Key; 4] = [
    Key { text: "key-dev", owner: "dev", is_expired: false },
    Key { text: "key-ops", owner: "ops", is_expired: false },
    Key { text: "key-batch", owner: "batch", is_expired: false },
    Key { text: "key-2023", owner: "dev", is_expired: true },
];

pub fn owner(headers: &HeaderMap) -> Result<Owner, AccessError> {
    let sent = headers.get("x-api-key").ok_or(AccessError::AuthenticationError)?;
    let key = KEYS.iter().find(|key| key.text.as_bytes() == sent.as_bytes());
    match key.ok_or(AccessError::InvalidApiKey)? {
        key if key.is_expired => Err(AccessError::ApiKeyExpired),
        key => Ok(key.owner),
    }
}
