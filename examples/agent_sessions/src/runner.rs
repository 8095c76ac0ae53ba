//! What a session runs in its project.

use crate::error::RunError;
use crate::session::{Kind, Session};
use serde::Serialize;
use std::time::Duration;

const LIMIT: Duration = Duration::from_mins(5);

#[derive(Debug, Serialize)]
pub struct Run {
    operation: &'static str,
    seconds: u64,
}

/// The build machine is a table here, and nobody waits for it.
pub fn run(session: &Session) -> Result<Run, RunError> {
    let (operation, command) = match session.kind {
        Kind::MavenMaintenance => ("maven_test", "mvn -Dnexus.password=hunter2 test"),
        Kind::TestGeneration => ("test_generation", "agent write tests"),
        Kind::DockerDeployment => ("docker_build", "docker build ."),
    };
    let takes = match session.project_path.as_str() {
        "/path/to/monolith" => Duration::from_hours(1),
        _ => Duration::from_secs(12),
    };
    if takes > LIMIT {
        return Err(RunError::Timeout {
            operation,
            timeout_seconds: LIMIT.as_secs(),
            command: command.to_owned(),
        });
    }
    Ok(Run { operation, seconds: takes.as_secs() })
}
