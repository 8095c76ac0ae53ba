//! The README's service as a real server, driven by a real client.
//!
//! Run with `cargo run -p quickstart`, or with `cargo run -p quickstart --
//! --serve` to ask it yourself.

// An application: its `pub` is for its own modules.
#![allow(unreachable_pub)]

mod auth;
mod error;
mod fallback;
mod json;
mod print;
mod server;
mod store;
mod tour;

use print::Printer;
use std::{
    env,
    error::Error,
    io::{self, IsTerminal},
    net::{Ipv4Addr, SocketAddr},
    process::ExitCode,
    sync::Arc,
};
use store::Store;
use tokio::net::TcpListener;

const USAGE: &str = "\
Usage: quickstart                    asks its own server, and prints the answers
       quickstart --serve [ADDRESS]  keeps the server up (default: a free port)";

enum Task {
    Tour,
    Serve(SocketAddr),
}

#[tokio::main]
async fn main() -> ExitCode {
    let Some(task) = task(env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(task).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("quickstart: {error}");
            ExitCode::FAILURE
        }
    }
}

fn task(mut arguments: impl Iterator<Item = String>) -> Option<Task> {
    let task = match arguments.next().as_deref() {
        None => Task::Tour,
        Some("--serve") => Task::Serve(match arguments.next() {
            None => any_port(),
            Some(address) => address.parse().ok()?,
        }),
        Some(_) => return None,
    };
    arguments.next().is_none().then_some(task)
}

fn any_port() -> SocketAddr {
    SocketAddr::from((Ipv4Addr::LOCALHOST, 0))
}

async fn run(task: Task) -> Result<(), Box<dyn Error>> {
    let coloured =
        io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    // The log has what a client may not see: on stderr, one line an error.
    tracing_subscriber::fmt()
        .with_writer(io::stderr)
        .with_ansi(coloured && io::stderr().is_terminal())
        .without_time()
        .init();
    let mut printer = Printer::new(io::stdout(), coloured);
    let router = server::router(Arc::new(Store::open()?));
    match task {
        Task::Tour => {
            let listener = TcpListener::bind(any_port()).await?;
            let address = listener.local_addr()?;
            tokio::select! {
                stopped = axum::serve(listener, router).into_future() => Ok(stopped?),
                toured = tour::take(address, &mut printer) => toured,
            }
        }
        Task::Serve(address) => {
            let listener = TcpListener::bind(address).await?;
            let address = listener.local_addr()?;
            printer.remark(&format!("http://{address}, until Ctrl-C"))?;
            for step in tour::STEPS {
                printer.remark(step.shows)?;
                printer.line(&tour::curl(address, step))?;
            }
            // So that the temporary folder is removed.
            let stop = async { drop(tokio::signal::ctrl_c().await) };
            Ok(axum::serve(listener, router).with_graceful_shutdown(stop).await?)
        }
    }
}
