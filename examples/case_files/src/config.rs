//! What the environment decides.

use std::{env, io, time::Duration};

#[derive(Debug)]
pub struct Config {
    /// `ENABLE_RATE_LIMITING`, on by default.
    pub rate_limiting: bool,
    /// `ERROR_INCLUDE_TRACEBACK`, for development only: what went wrong, with
    /// its sources, in every error's body.
    pub include_traceback: bool,
    /// `AGENT_TIMEOUT_SECONDS`: how long one attempt of an agent may take.
    pub agent_timeout: Duration,
}

impl Config {
    pub fn from_env() -> io::Result<Self> {
        let seconds = read("AGENT_TIMEOUT_SECONDS").map_or(Ok(30.0), |text| text.parse());
        let seconds = seconds.map_err(io::Error::other)?;
        Ok(Self {
            rate_limiting: flag("ENABLE_RATE_LIMITING", true),
            include_traceback: flag("ERROR_INCLUDE_TRACEBACK", false),
            agent_timeout: Duration::try_from_secs_f64(seconds).map_err(io::Error::other)?,
        })
    }
}

fn flag(name: &str, default: bool) -> bool {
    read(name).map_or(default, |text| matches!(&*text.to_lowercase(), "1" | "true" | "yes" | "on"))
}

fn read(name: &str) -> Option<String> {
    env::var(name).ok().filter(|text| !text.is_empty())
}
