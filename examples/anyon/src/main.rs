//! A task and git-worktree server, with a real database and real repositories
//! in a temporary folder.
//!
//! Run with `cargo run -p anyon`, or with `cargo run -p anyon -- --serve` to
//! ask it yourself.

// An application: its `pub` is for its own modules.
#![allow(unreachable_pub)]

mod attempts;
mod body;
mod debug;
mod demo;
mod error;
mod executor;
mod filesystem;
mod git;
mod github;
mod projects;
mod server;
mod settings;
mod store;
mod tasks;
mod tour;

use server::App;
use std::{io, process::ExitCode, sync::Arc};
use store::Store;

#[tokio::main]
async fn main() -> ExitCode {
    ::tour::main("anyon", tour::STEPS, async |listener| {
        // It is removed when this ends.
        let folder = tempfile::Builder::new().prefix("anyon-").tempdir()?;
        let store = Store::create(&folder.path().join("anyon.sqlite")).await;
        let app = App {
            store: store.map_err(io::Error::other)?,
            settings: Arc::default(),
            worktrees: folder.path().join("worktrees"),
        };
        demo::set_up(&app, folder.path()).await.map_err(io::Error::other)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, server::router(app)).await
    })
    .await
}
