//! What the service keeps in its database.

use crate::{error::Error, executor::Executor};
use serde::Serialize;
use sqlx::{
    FromRow, SqlitePool,
    sqlite::{SqliteConnectOptions, SqlitePoolOptions},
};
use std::path::Path;
use uuid::Uuid;

#[derive(Debug, FromRow, Serialize)]
pub struct Project {
    pub id: String,
    pub name: String,
    pub git_repo_path: String,
}

#[derive(Debug, FromRow, Serialize)]
pub struct Task {
    pub id: String,
    pub project_id: String,
    pub title: String,
}

#[derive(Debug, FromRow, Serialize)]
pub struct Attempt {
    pub id: String,
    pub task_id: String,
    pub executor: Executor,
    pub branch: String,
    pub target_branch: String,
    pub worktree: String,
    pub pull_request_open: bool,
}

#[derive(Debug, FromRow, Serialize)]
pub struct Process {
    pub id: String,
    pub task_attempt_id: String,
    pub status: String,
}

#[derive(Clone, Debug)]
pub struct Store(SqlitePool);

impl Store {
    /// A new database in this file.
    pub async fn create(file: &Path) -> Result<Self, sqlx::Error> {
        let options = SqliteConnectOptions::new().filename(file).create_if_missing(true);
        let pool = SqlitePoolOptions::new().connect_with(options).await?;
        sqlx::raw_sql(include_str!("schema.sql")).execute(&pool).await?;
        Ok(Self(pool))
    }

    pub async fn projects(&self) -> Result<Vec<Project>, Error> {
        Ok(sqlx::query_as("SELECT * FROM projects ORDER BY name").fetch_all(&self.0).await?)
    }

    pub async fn project(&self, id: &str) -> Result<Project, Error> {
        let found = sqlx::query_as("SELECT * FROM projects WHERE id = ?").bind(id);
        found.fetch_optional(&self.0).await?.ok_or(Error::ProjectNotFound)
    }

    pub async fn add_project(&self, project: &Project) -> Result<(), Error> {
        sqlx::query("INSERT INTO projects (id, name, git_repo_path) VALUES (?, ?, ?)")
            .bind(&project.id)
            .bind(&project.name)
            .bind(&project.git_repo_path)
            .execute(&self.0)
            .await?;
        Ok(())
    }

    pub async fn remove_project(&self, id: &str) -> Result<(), Error> {
        sqlx::query("DELETE FROM projects WHERE id = ?").bind(id).execute(&self.0).await?;
        Ok(())
    }

    pub async fn task(&self, id: &str) -> Result<Task, Error> {
        let found = sqlx::query_as("SELECT * FROM tasks WHERE id = ?").bind(id);
        found.fetch_optional(&self.0).await?.ok_or(Error::TaskNotFound)
    }

    pub async fn add_task(&self, task: &Task) -> Result<(), Error> {
        sqlx::query("INSERT INTO tasks (id, project_id, title) VALUES (?, ?, ?)")
            .bind(&task.id)
            .bind(&task.project_id)
            .bind(&task.title)
            .execute(&self.0)
            .await?;
        Ok(())
    }

    /// With its attempts, unless one of them runs. Their worktrees stay: they may
    /// hold work.
    pub async fn remove_task(&self, id: &str) -> Result<(), Error> {
        let removed = sqlx::query(
            "DELETE FROM tasks WHERE id = ?1 AND NOT EXISTS (
                SELECT 1 FROM execution_processes AS process
                JOIN task_attempts AS attempt ON attempt.id = process.task_attempt_id
                WHERE attempt.task_id = ?1 AND process.status = 'running')",
        );
        let removed = removed.bind(id).execute(&self.0).await?;
        if removed.rows_affected() == 0 {
            self.task(id).await?;
            return Err(Error::TaskRunning);
        }
        Ok(())
    }

    pub async fn attempt(&self, id: &str) -> Result<Attempt, Error> {
        let found = sqlx::query_as("SELECT * FROM task_attempts WHERE id = ?").bind(id);
        found.fetch_optional(&self.0).await?.ok_or(Error::AttemptNotFound)
    }

    /// With the process of its executor.
    pub async fn add_attempt(&self, attempt: &Attempt) -> Result<(), Error> {
        let mut transaction = self.0.begin().await?;
        sqlx::query(
            "INSERT INTO task_attempts (id, task_id, executor, branch, target_branch, worktree)
            VALUES (?, ?, ?, ?, ?, ?)",
        )
        .bind(&attempt.id)
        .bind(&attempt.task_id)
        .bind(attempt.executor)
        .bind(&attempt.branch)
        .bind(&attempt.target_branch)
        .bind(&attempt.worktree)
        .execute(&mut *transaction)
        .await?;
        sqlx::query("INSERT INTO execution_processes (id, task_attempt_id) VALUES (?, ?)")
            .bind(new_id())
            .bind(&attempt.id)
            .execute(&mut *transaction)
            .await?;
        Ok(transaction.commit().await?)
    }

    pub async fn change_attempt(&self, attempt: &Attempt) -> Result<(), Error> {
        sqlx::query(
            "UPDATE task_attempts SET branch = ?, target_branch = ?, pull_request_open = ?
            WHERE id = ?",
        )
        .bind(&attempt.branch)
        .bind(&attempt.target_branch)
        .bind(attempt.pull_request_open)
        .bind(&attempt.id)
        .execute(&self.0)
        .await?;
        Ok(())
    }

    /// No "not found" of our own: sqlx says it.
    pub async fn process(&self, id: &str) -> Result<Process, Error> {
        let found = sqlx::query_as("SELECT * FROM execution_processes WHERE id = ?").bind(id);
        Ok(found.fetch_one(&self.0).await?)
    }

    pub async fn stop_processes(&self, attempt_id: &str) -> Result<(), Error> {
        sqlx::query("UPDATE execution_processes SET status = 'killed' WHERE task_attempt_id = ?")
            .bind(attempt_id)
            .execute(&self.0)
            .await?;
        Ok(())
    }

    /// A copy of the database, in another file.
    pub async fn copy_to(&self, file: &Path) -> Result<(), Error> {
        let file = file.to_string_lossy();
        sqlx::query("VACUUM INTO ?").bind(file).execute(&self.0).await?;
        Ok(())
    }
}

pub fn new_id() -> String {
    Uuid::now_v7().to_string()
}
