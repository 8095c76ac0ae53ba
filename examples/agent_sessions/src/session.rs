//! What a session is.

use crate::access::Owner;
use crate::error::{OwnerError, ValidationError};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Serialize)]
pub struct Session {
    pub id: String,
    pub owner: Owner,
    #[serde(rename = "session_type")]
    pub kind: Kind,
    pub project_path: String,
    pub provider: Provider,
    pub status: Phase,
    pub created_at: DateTime<Utc>,
}

impl Session {
    pub fn of(self, owner: Owner) -> Result<Self, OwnerError> {
        if self.owner == owner {
            Ok(self)
        } else {
            Err(OwnerError::PermissionDenied { id: self.id })
        }
    }
}

/// The body of `POST /sessions`.
#[derive(Debug, Deserialize)]
#[serde(expecting = "an object")]
pub struct NewSession {
    pub session_type: String,
    pub project_path: String,
    #[serde(default)]
    pub provider: Provider,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    MavenMaintenance,
    TestGeneration,
    DockerDeployment,
}

impl Kind {
    const ALL: [(&'static str, Self); 3] = [
        ("maven_maintenance", Self::MavenMaintenance),
        ("test_generation", Self::TestGeneration),
        ("docker_deployment", Self::DockerDeployment),
    ];

    pub fn named(name: &str) -> Result<Self, ValidationError> {
        let found = Self::ALL.iter().find(|(known, _)| *known == name);
        found.map(|(_, kind)| *kind).ok_or_else(|| ValidationError::SessionType {
            value: name.to_owned(),
            allowed: Self::ALL.map(|(known, _)| known),
        })
    }
}

/// Whose model it is.
#[derive(Debug, Default, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provider {
    #[default]
    Acme,
    Initech,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    Created,
    Running,
    Completed,
    Cancelled,
}
