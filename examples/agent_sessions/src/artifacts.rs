//! What sessions have made.

use crate::error::{AddArtifactError, ArtifactError, DiskError};
use std::{
    collections::BTreeMap,
    fs,
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
};

pub struct Artifacts(Mutex<ByName>);

/// By session and name.
type ByName = BTreeMap<(String, String), Artifact>;

enum Artifact {
    New(Vec<u8>),
    /// In an archive, which nobody has mounted.
    Archived(PathBuf),
}

impl Artifacts {
    /// With a report, and a log in the archive.
    pub fn new() -> Self {
        let log = PathBuf::from("/mnt/archive-7f/lost.log");
        let artifacts = [
            ("report.txt", Artifact::New(b"3 tests".into())),
            ("lost.log", Artifact::Archived(log)),
        ];
        let key = |name: &str| ("session-run".to_owned(), name.to_owned());
        Self(Mutex::new(artifacts.map(|(name, artifact)| (key(name), artifact)).into()))
    }

    pub fn add(&self, session: &str, name: &str, content: &[u8]) -> Result<(), AddArtifactError> {
        let mut artifacts = self.by_name();
        let key = (session.to_owned(), name.to_owned());
        if artifacts.contains_key(&key) {
            return Err(AddArtifactError::DuplicateResource { name: key.1 });
        }
        artifacts.insert(key, Artifact::New(content.to_owned()));
        Ok(())
    }

    pub fn read(&self, session: &str, name: &str) -> Result<Vec<u8>, ArtifactError> {
        match self.by_name().get(&(session.to_owned(), name.to_owned())) {
            None => Err(ArtifactError::ArtifactNotFound { name: name.to_owned() }),
            Some(Artifact::New(content)) => Ok(content.clone()),
            Some(Artifact::Archived(path)) => {
                let path = path.clone();
                Ok(fs::read(&path).map_err(|source| DiskError { path, source })?)
            }
        }
    }

    fn by_name(&self) -> MutexGuard<'_, ByName> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
