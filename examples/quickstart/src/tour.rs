//! The tour: what is asked, in which order, and what it shows.

use crate::{auth::WRITER, print::Printer};
use reqwest::{Client, Method};
use std::{error::Error, io::Write, net::SocketAddr};

#[derive(Clone, Copy)]
pub struct Step {
    pub shows: &'static str,
    pub method: &'static str,
    pub path: &'static str,
    pub token: Option<&'static str>,
}

impl Step {
    const fn new(method: &'static str, path: &'static str, shows: &'static str) -> Self {
        Self { shows, method, path, token: None }
    }

    const fn with_token(self, token: &'static str) -> Self {
        Self { token: Some(token), ..self }
    }
}

pub const STEPS: &[Step] = &[
    Step::new("GET", "/projects/codrag", "a success, in the same envelope"),
    Step::new("GET", "/projects/nope", "a field as a detail"),
    Step::new("POST", "/projects/codrag/build", "a build starts"),
    Step::new("POST", "/projects/codrag/build", "a field as Retry-After"),
    Step::new("GET", "/projects/notes/index", "io::Error, NotFound: the `when` row"),
    Step::new("GET", "/projects/legacy/index", "any other io::Error: a 500 tells nothing"),
    Step::new("DELETE", "/projects/notes", "an inner enum, through `transparent`"),
    Step::new("DELETE", "/projects/notes", "another of its rows").with_token("reader"),
    Step::new("DELETE", "/projects/notes", "the right token").with_token(WRITER),
    Step::new("GET", "/project", "axum's own 404, in the envelope"),
    Step::new("PUT", "/projects/codrag", "its 405, with `Allow`"),
    Step::new("GET", "/panic", "a panic"),
];

/// Asks the server at `address` all of it, and prints the answers.
pub async fn take(
    address: SocketAddr,
    printer: &mut Printer<impl Write>,
) -> Result<(), Box<dyn Error>> {
    // A proxy for the outside must not be asked for the loopback.
    let client = Client::builder().no_proxy().build()?;
    for (number, step) in (1..).zip(STEPS) {
        printer.request(step)?;
        let method = Method::from_bytes(step.method.as_bytes())?;
        let request = client.request(method, format!("http://{address}{}", step.path));
        // Without it the service makes one.
        let mut request = request.header("x-request-id", format!("tour-{number}"));
        if let Some(token) = step.token {
            request = request.bearer_auth(token);
        }
        let answer = request.send().await?;
        let (status, headers) = (answer.status(), answer.headers().clone());
        printer.answer(status, &headers, &answer.text().await?)?;
    }
    Ok(())
}

/// The same requests for a shell.
pub fn curl(address: SocketAddr, step: &Step) -> String {
    let method = match step.method {
        "GET" => String::new(),
        other => format!(" -X {other}"),
    };
    let token = match step.token {
        Some(token) => format!(" -H 'Authorization: Bearer {token}'"),
        None => String::new(),
    };
    format!("curl -i{method}{token} http://{address}{}", step.path)
}
