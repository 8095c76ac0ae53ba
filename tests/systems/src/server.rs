//! An example's own program, serving.

use crate::{
    Answer,
    proxy::{self, Sent},
};
use reqwest::{Client, Method, RequestBuilder};
use std::{
    io::{BufRead, BufReader, Read},
    net::SocketAddr,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

/// A running server. It is killed when this is dropped.
#[derive(Debug)]
pub struct Server {
    child: Child,
    client: Client,
    address: SocketAddr,
    sent: Sent,
    log: Arc<Mutex<String>>,
}

impl Server {
    /// Starts `program --serve` (`env!("CARGO_BIN_EXE_…")`) with these further
    /// variables in its environment.
    ///
    /// # Panics
    ///
    /// If it does not serve.
    pub fn start(program: &str, environment: &[(&str, &str)]) -> Self {
        let mut child = Command::new(program)
            .arg("--serve")
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the example starts");
        let log = keep(child.stderr.take().expect("it is piped"));

        let mut lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let Some(Ok(first)) = lines.next() else {
            drop(child.kill());
            panic!("the server says no address; its log:\n{}", log.lock().expect("no panic"));
        };
        thread::spawn(move || lines.for_each(drop));
        let address = first.split("http://").nth(1).and_then(|rest| rest.split(',').next());
        let address = address.and_then(|address| address.parse().ok());
        let (address, sent) = proxy::start(address.expect("an address in the first line"));
        // A proxy for the outside must not be asked for the loopback. And a
        // connection that the server ends after its answer, as after a body
        // that is too large, may not look ended yet: each request has its own.
        let client = Client::builder()
            .no_proxy()
            .pool_max_idle_per_host(0)
            .redirect(reqwest::redirect::Policy::none());
        Self { child, client: client.build().expect("a client"), address, sent, log }
    }

    /// The whole URL of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// A request, to be changed and [sent](Self::send).
    ///
    /// # Panics
    ///
    /// If that is no method.
    pub fn request(&self, method: &str, path: &str) -> RequestBuilder {
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        self.client.request(method, self.url(path))
    }

    /// The answer to a request, whole.
    ///
    /// # Panics
    ///
    /// If none comes within a minute.
    pub async fn send(&self, request: RequestBuilder) -> Answer {
        let answer = request.timeout(Duration::from_mins(1)).send().await;
        Answer::read(answer.expect("an answer")).await
    }

    /// The answer to a request without headers and body.
    ///
    /// # Panics
    ///
    /// If none comes within a minute.
    pub async fn ask(&self, method: &str, path: &str) -> Answer {
        self.send(self.request(method, path)).await
    }

    /// What the server has logged until now.
    ///
    /// # Panics
    ///
    /// Never.
    pub fn log(&self) -> String {
        self.log.lock().expect("no panic").clone()
    }

    /// The codes of the errors that the log has for the request of this id.
    ///
    /// # Panics
    ///
    /// If there are none.
    pub fn logged(&self, request_id: &str) -> Vec<String> {
        let deadline = Instant::now() + Duration::from_secs(10);
        let id = format!("request_id={request_id}");
        loop {
            let log = self.log();
            let events = log.lines().filter_map(|line| line.split_once(" error_runtime: "));
            let codes: Vec<_> = events
                .map(|(_, event)| event.split_whitespace())
                .filter(|words| words.clone().any(|word| word == id))
                .filter_map(|mut words| words.find_map(|word| word.strip_prefix("error.type=")))
                .map(|code| code.trim_matches('"').to_owned())
                .collect();
            if !codes.is_empty() {
                return codes;
            }
            // The log comes by a pipe of its own, a little later.
            assert!(Instant::now() < deadline, "the log has no {id}:\n{log}");
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Asserts that the log has each of these, and that no byte sequence that
    /// the server has sent, to whomever, has any of them.
    ///
    /// # Panics
    ///
    /// If not so.
    pub fn keeps_private(&self, secrets: &[&str]) {
        let deadline = Instant::now() + Duration::from_secs(10);
        for secret in secrets {
            // The log comes by a pipe of its own, a little later.
            while !self.log().contains(secret) {
                assert!(Instant::now() < deadline, "the log has no {secret:?}:\n{}", self.log());
                thread::sleep(Duration::from_millis(10));
            }
        }
        let sent = self.sent.lock().expect("no panic");
        assert!(sent.iter().any(|bytes| !bytes.is_empty()), "the server has sent nothing");
        for (secret, bytes) in
            secrets.iter().flat_map(|secret| sent.iter().map(move |b| (secret, b)))
        {
            let leaks = bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
            assert!(!leaks, "{secret:?} left the server:\n{}", String::from_utf8_lossy(bytes));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Keeps what comes, as it comes: a full pipe would stop the server.
fn keep(mut from: impl Read + Send + 'static) -> Arc<Mutex<String>> {
    let kept = Arc::<Mutex<String>>::default();
    let into = Arc::clone(&kept);
    thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(read @ 1..) = from.read(&mut buffer) {
            into.lock().expect("no panic").push_str(&String::from_utf8_lossy(&buffer[..read]));
        }
    });
    kept
}
