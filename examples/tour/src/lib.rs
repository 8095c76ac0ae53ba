//! What the examples share: a command line with a server behind it that can
//! ask itself, and prints the answers.

mod json;
mod print;
mod step;

pub use crate::step::Step;

use crate::print::Printer;
use reqwest::{Client, Method};
use std::{
    env,
    error::Error,
    io::{self, IsTerminal, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    process::ExitCode,
};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

enum Task {
    Tour,
    Serve(SocketAddr),
}

/// The `main` of an example: `serve` answers what comes in at the listener,
/// and `steps` is what there is to ask.
///
/// It wants tokio's runtime around it.
pub async fn main<F>(name: &str, steps: &[Step], serve: impl FnOnce(TcpListener) -> F) -> ExitCode
where
    F: Future<Output = io::Result<()>>,
{
    let Some(task) = task(env::args().skip(1)) else {
        eprintln!(
            "\
Usage: {name} [--tour]           asks its own server, and prints the answers
       {name} --serve [ADDRESS]  keeps the server up (default: a free port)"
        );
        return ExitCode::from(2);
    };
    match run(task, steps, serve).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{name}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn task(mut arguments: impl Iterator<Item = String>) -> Option<Task> {
    let task = match arguments.next().as_deref() {
        None | Some("--tour") => Task::Tour,
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

async fn run<F>(task: Task, steps: &[Step], serve: impl FnOnce(TcpListener) -> F) -> Result
where
    F: Future<Output = io::Result<()>>,
{
    let coloured =
        io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    // The log has what a client may not see: on stderr, one line an error.
    tracing_subscriber::fmt()
        .with_writer(io::stderr)
        .with_ansi(coloured && io::stderr().is_terminal())
        .without_time()
        .init();
    let mut printer = Printer::new(io::stdout(), coloured);

    let asked = match task {
        Task::Tour => any_port(),
        Task::Serve(address) => address,
    };
    let listener = TcpListener::bind(asked)?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let stop: std::pin::Pin<Box<dyn Future<Output = Result>>> = match task {
        Task::Tour => Box::pin(take(address, steps, &mut printer)),
        Task::Serve(_) => {
            printer.remark(&format!("http://{address}, until Ctrl-C"))?;
            for step in steps {
                printer.remark(step.shows)?;
                printer.line(&step.curl(address))?;
            }
            Box::pin(async { Ok(tokio::signal::ctrl_c().await?) })
        }
    };
    tokio::select! {
        stopped = serve(listener) => Ok(stopped?),
        stopped = stop => stopped,
    }
}

/// Asks the server at `address` all of it, and prints the answers.
async fn take(address: SocketAddr, steps: &[Step], printer: &mut Printer<impl Write>) -> Result {
    // A proxy for the outside must not be asked for the loopback.
    let client = Client::builder().no_proxy().build()?;
    for (number, step) in (1..).zip(steps) {
        printer.request(step)?;
        let method = Method::from_bytes(step.method.as_bytes())?;
        // Without an id of the client's the service makes one.
        let mut request = client
            .request(method, format!("http://{address}{}", step.path))
            .header("x-request-id", format!("tour-{number}"));
        for (name, value) in step.headers {
            request = request.header(*name, *value);
        }
        if let Some(body) = step.body {
            request = request.body(body);
        }
        let answer = request.send().await?;
        let (status, headers) = (answer.status(), answer.headers().clone());
        printer.answer(status, &headers, &answer.text().await?)?;
    }
    Ok(())
}
