//! What the user has set.

use crate::{
    body::Body,
    error::{Anyon, Error, ExecutorError},
    executor::Executor,
    git,
    github::Token,
    server::{Answer, App},
};
use axum::extract::{Query, State};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default)]
pub struct Config {
    pub git_branch_prefix: String,
    pub github_token: Token,
}

impl Default for Config {
    fn default() -> Self {
        Self { git_branch_prefix: "anyon".to_owned(), github_token: Token::default() }
    }
}

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Profiles {
    executor_profiles: BTreeMap<Executor, Profile>,
}

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
struct Profile {
    mcp_servers: BTreeMap<String, Value>,
}

#[derive(Debug)]
pub struct Settings(Mutex<(Config, Profiles)>);

impl Default for Settings {
    /// A profile for each executor.
    fn default() -> Self {
        let all = [Executor::Amp, Executor::ClaudeCode, Executor::CursorAgent];
        let executor_profiles = all.map(|executor| (executor, Profile::default())).into();
        Self(Mutex::new((Config::default(), Profiles { executor_profiles })))
    }
}

impl Settings {
    pub fn config(&self) -> Config {
        self.lock().0.clone()
    }

    fn lock(&self) -> MutexGuard<'_, (Config, Profiles)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

pub async fn config(State(app): State<App>) -> Answer<Config> {
    Ok(Anyon(app.settings.config()))
}

pub async fn set_config(State(app): State<App>, Body(config): Body<Config>) -> Answer<Config> {
    let prefix = &config.git_branch_prefix;
    if prefix.contains('/') || git::branch_name(prefix).await.is_err() {
        return Err(Error::InvalidBranchPrefix);
    }
    app.settings.lock().0 = config.clone();
    Ok(Anyon(config))
}

pub async fn profiles(State(app): State<App>) -> Answer<Profiles> {
    Ok(Anyon(app.settings.lock().1.clone()))
}

pub async fn set_profiles(
    State(app): State<App>,
    Body(profiles): Body<Profiles>,
) -> Answer<Profiles> {
    app.settings.lock().1 = profiles.clone();
    Ok(Anyon(profiles))
}

/// Whether GitHub takes the token.
pub async fn check_github(State(app): State<App>) -> Answer<()> {
    app.settings.config().github_token.check()?;
    Ok(Anyon(()))
}

#[derive(Debug, Deserialize)]
pub struct OfExecutor {
    #[serde(default)]
    executor: String,
}

pub async fn mcp_config(
    State(app): State<App>,
    Query(of): Query<OfExecutor>,
) -> Answer<BTreeMap<String, Value>> {
    let executor = Executor::named(&of.executor)?;
    executor.require_mcp()?;
    let profiles = app.settings.lock().1.clone();
    let profile = profiles.executor_profiles.get(&executor);
    Ok(Anyon(profile.ok_or(ExecutorError::ExecutorNotFound)?.mcp_servers.clone()))
}

pub async fn set_mcp_config(
    State(app): State<App>,
    Query(of): Query<OfExecutor>,
    Body(servers): Body<BTreeMap<String, Value>>,
) -> Answer<BTreeMap<String, Value>> {
    let executor = Executor::named(&of.executor)?;
    executor.require_mcp()?;
    let mut settings = app.settings.lock();
    let profile = settings.1.executor_profiles.get_mut(&executor);
    profile.ok_or(ExecutorError::ExecutorNotFound)?.mcp_servers = servers.clone();
    Ok(Anyon(servers))
}
