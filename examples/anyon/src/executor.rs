//! The coding agents.

use crate::error::ExecutorError;
use serde::{
    Deserialize, Serialize,
    de::{IntoDeserializer, value},
};

#[derive(
    Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, sqlx::Type,
)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[sqlx(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Executor {
    Amp,
    ClaudeCode,
    CursorAgent,
}

impl Executor {
    pub fn named(name: &str) -> Result<Self, ExecutorError> {
        let name = IntoDeserializer::<value::Error>::into_deserializer(name);
        Self::deserialize(name).map_err(|_| ExecutorError::ExecutorNotFound)
    }

    pub fn require_mcp(self) -> Result<(), ExecutorError> {
        match self {
            Self::Amp | Self::ClaudeCode => Ok(()),
            Self::CursorAgent => Err(ExecutorError::McpUnsupported),
        }
    }

    pub fn require_setup_helper(self) -> Result<(), ExecutorError> {
        match self {
            Self::CursorAgent => Ok(()),
            Self::Amp | Self::ClaudeCode => Err(ExecutorError::SetupUnsupported),
        }
    }
}
