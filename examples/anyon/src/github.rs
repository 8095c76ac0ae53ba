//! GitHub, as far as it says no. There is none here: the settings say what it
//! would think of the token.

use crate::error::GitHubServiceError;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Token {
    #[default]
    None,
    Expired,
    WithoutScopes,
    Valid,
}

impl Token {
    pub fn check(self) -> Result<(), GitHubServiceError> {
        match self {
            Self::Valid => Ok(()),
            Self::WithoutScopes => Err(GitHubServiceError::InsufficientPermissions),
            Self::None | Self::Expired => Err(GitHubServiceError::TokenInvalid),
        }
    }
}
