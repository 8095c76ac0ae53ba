//! Sessions and projects.

use crate::access::Owner;
use crate::error::{CancelError, CreateError, SessionNotFound, StartError, ValidationError};
use crate::session::{Kind, NewSession, Phase, Provider, Session};
use chrono::{DateTime, SubsecRound, Utc};
use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// The projects, and whether one can be deployed with Docker.
const PROJECTS: [(&str, bool); 3] =
    [("/path/to/project", true), ("/path/to/library", false), ("/path/to/monolith", true)];

pub struct Store(Mutex<BTreeMap<String, Session>>);

impl Store {
    /// With a few sessions. One that is created or running locks its project.
    pub fn new() -> Self {
        let since: DateTime<Utc> = "2024-01-15T10:30:00Z".parse().expect("a date");
        let session = |id: &str, owner, project: &str, provider, status| Session {
            id: id.to_owned(),
            owner,
            kind: Kind::MavenMaintenance,
            project_path: project.to_owned(),
            provider,
            status,
            created_at: since,
        };
        let sessions = [
            session("session-xyz-789", "ops", "/path/to/project", Provider::Acme, Phase::Running),
            session("session-run", "dev", "/path/to/monolith", Provider::Acme, Phase::Running),
            session("session-old", "dev", "/path/to/library", Provider::Initech, Phase::Completed),
        ];
        let by_id = sessions.into_iter().map(|session| (session.id.clone(), session));
        Self(Mutex::new(by_id.collect()))
    }

    pub fn create(&self, owner: Owner, wanted: NewSession) -> Result<Session, CreateError> {
        let kind = Kind::named(&wanted.session_type)?;
        let path = wanted.project_path;
        let Some((_, has_dockerfile)) = PROJECTS.iter().find(|(known, _)| *known == path) else {
            return Err(CreateError::ProjectNotFound { path });
        };
        if kind == Kind::DockerDeployment && !has_dockerfile {
            let (field, details) = ("session_type", "The project has no Dockerfile");
            return Err(ValidationError::Semantic { field, details }.into());
        }
        let mut sessions = self.sessions();
        let locks = |session: &&Session| {
            session.project_path == path
                && matches!(session.status, Phase::Created | Phase::Running)
        };
        if let Some(other) = sessions.values().find(locks) {
            return Err(CreateError::ProjectLocked {
                project_path: path,
                locked_by_session: other.id.clone(),
                locked_since: other.created_at,
            });
        }
        let session = Session {
            id: format!("session-{}", sessions.len() + 1),
            owner,
            kind,
            project_path: path,
            provider: wanted.provider,
            status: Phase::Created,
            created_at: Utc::now().trunc_subsecs(0),
        };
        sessions.insert(session.id.clone(), session.clone());
        Ok(session)
    }

    pub fn session(&self, id: &str) -> Result<Session, SessionNotFound> {
        find(&mut self.sessions(), id).cloned()
    }

    pub fn start(&self, id: &str) -> Result<Session, StartError> {
        let mut sessions = self.sessions();
        let session = find(&mut sessions, id)?;
        if session.status == Phase::Running {
            return Err(StartError::SessionInProgress { id: id.to_owned() });
        }
        session.status = Phase::Running;
        Ok(session.clone())
    }

    pub fn cancel(&self, id: &str) -> Result<Session, CancelError> {
        let mut sessions = self.sessions();
        let session = find(&mut sessions, id)?;
        match session.status {
            Phase::Created | Phase::Running => session.status = Phase::Cancelled,
            status => return Err(CancelError::Conflict { status }),
        }
        Ok(session.clone())
    }

    fn sessions(&self) -> MutexGuard<'_, BTreeMap<String, Session>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn find<'s>(
    sessions: &'s mut BTreeMap<String, Session>,
    id: &str,
) -> Result<&'s mut Session, SessionNotFound> {
    sessions.get_mut(id).ok_or_else(|| SessionNotFound(id.to_owned()))
}
