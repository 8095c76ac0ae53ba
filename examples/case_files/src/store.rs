//! What the service keeps: cases in the database, documents as files.

use crate::{
    db::{Case, Db},
    error::CaseError,
};
use std::{env, fs, io, path::PathBuf, process};

/// Documents, and the case of each. The third one is generated when somebody
/// asks an agent for it, so it has no file yet.
const DOCUMENTS: [(&str, &str); 3] = [("d-1", "c-1"), ("d-2", "c-1"), ("d-3", "c-1")];

/// Conversations about a case.
const SESSIONS: [(&str, &str); 2] = [("s-1", "c-1"), ("s-2", "c-2")];

#[derive(Debug)]
pub struct Store {
    db: Db,
    folder: PathBuf,
}

impl Store {
    /// A case of Ana's with three documents, and one of Bo's.
    pub fn open() -> io::Result<Self> {
        let folder = env::temp_dir().join(format!("case_files-{}", process::id()));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("d-1.txt"), "The facts of the case.")?;
        // Not even text.
        fs::write(folder.join("d-2.txt"), [0xff, 0xfe])?;
        let store = Self { db: Db::default(), folder };
        store.create("ana", "Smith v. Jones");
        store.create("bo", "The missing will");
        Ok(store)
    }

    pub fn create(&self, user: &str, title: &str) -> Case {
        self.db.insert(user, title)
    }

    /// The case, for who may see it.
    pub fn case(&self, user: &str, id: &str) -> Result<Case, CaseError> {
        let not_found = || CaseError::CaseNotFound { id: id.to_owned() };
        let case = self.db.find(id)?.ok_or_else(not_found)?;
        if case.owner == user { Ok(case) } else { Err(CaseError::Unauthorized) }
    }

    /// The case that a session is about.
    pub fn session(&self, user: &str, id: &str) -> Result<Case, CaseError> {
        let case = of(&SESSIONS, id);
        self.case(user, case.ok_or_else(|| CaseError::SessionNotFound { id: id.to_owned() })?)
    }

    /// The text of a document.
    pub async fn document(&self, user: &str, id: &str) -> Result<String, CaseError> {
        let case = of(&DOCUMENTS, id);
        self.case(user, case.ok_or_else(|| CaseError::DocumentNotFound { id: id.to_owned() })?)?;
        let path = self.folder.join(id).with_extension("txt");
        let text = tokio::fs::read_to_string(&path).await;
        text.map_err(|source| CaseError::InternalServer { path, source })
    }
}

/// The case that this belongs to.
fn of(all: &[(&str, &'static str)], id: &str) -> Option<&'static str> {
    all.iter().find(|(own, _)| *own == id).map(|(_, case)| *case)
}

impl Drop for Store {
    fn drop(&mut self) {
        // It is a temporary folder: who cannot remove it, leaves it.
        let _ = fs::remove_dir_all(&self.folder);
    }
}
