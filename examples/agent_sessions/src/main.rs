//! A service that runs LLM agents over projects, as a real server, driven by a
//! real client.
//!
//! Run with `cargo run -p agent_sessions`, or with `cargo run -p
//! agent_sessions -- --serve` to ask it yourself.

// An application: its `pub` is for its own modules.
#![allow(unreachable_pub)]

mod access;
mod artifacts;
mod body;
mod debug;
mod error;
mod gate;
mod llm;
mod registry;
mod runner;
mod server;
mod services;
mod session;
mod store;
#[cfg(test)]
mod tables;
mod tour;
mod upstream;

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    ::tour::main("agent_sessions", tour::STEPS, server::serve).await
}
