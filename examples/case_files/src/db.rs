//! Stands for a database and its driver: the old cases' part of it is down.

use serde::Serialize;
use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

const ARCHIVE: &str = "postgres://cases:hunter2@archive.internal/cases";

#[derive(Debug, thiserror::Error)]
pub enum DbError {
    #[error("{url} refuses connections, for {sql}")]
    Unreachable { url: &'static str, sql: String },
}

#[derive(Clone, Debug, Serialize)]
pub struct Case {
    pub id: String,
    pub title: String,
    #[serde(skip)]
    pub owner: String,
}

#[derive(Debug, Default)]
pub struct Db {
    cases: Mutex<BTreeMap<String, Case>>,
}

impl Db {
    pub fn find(&self, id: &str) -> Result<Option<Case>, DbError> {
        if id.starts_with("old-") {
            let sql = format!("SELECT id, title, owner FROM cases WHERE id = '{id}'");
            return Err(DbError::Unreachable { url: ARCHIVE, sql });
        }
        Ok(self.cases().get(id).cloned())
    }

    pub fn insert(&self, owner: &str, title: &str) -> Case {
        let mut cases = self.cases();
        let id = format!("c-{}", cases.len() + 1);
        let case = Case { id: id.clone(), title: title.to_owned(), owner: owner.to_owned() };
        cases.insert(id, case.clone());
        case
    }

    fn cases(&self) -> MutexGuard<'_, BTreeMap<String, Case>> {
        self.cases.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
