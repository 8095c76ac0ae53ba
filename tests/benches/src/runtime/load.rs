//! The layer under load: servers on the loopback, one at a time in turn.
//!
//! Once each server has one thread, which is all that it gets to do, and the
//! client another; and once both share all cores, as a server under `wrk` does.

use axum::Router;
use axum::extract::Request;
use axum::routing::get;
use benches::errors::ours::Fallback;
use benches::paths::id_alone::IdAlone;
use benches::paths::layer::service;
use benches::table::{median, number, print};
use error_runtime::ErrorLayer;
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use std::net::SocketAddr;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};
use tower::layer::layer_fn;
use tower::util::MapRequestLayer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};

const CONNECTIONS: usize = 16;
const ROUND: Duration = Duration::from_millis(500);
const ROUNDS: usize = 15;
const REQUEST: &[u8] = b"GET /ok HTTP/1.1\r\nhost: localhost\r\n\r\n";

struct Server {
    name: &'static str,
    address: SocketAddr,
}

/// Of one round: requests per second, and the CPU time of server and client for
/// each, in microseconds.
struct Round {
    rate: f64,
    cost: f64,
}

pub(crate) fn run() {
    println!("### f. The layer over the loopback: a success\n");
    compare("the server on one thread", one_thread);
    compare("the server on all cores, with the client", all_cores);
}

/// The services, layered as applications do it.
fn apps() -> [(&'static str, Router); 6] {
    const ID: (&str, &str) = ("x-request-id", "0198c7a2-51f0-7d3e-9b8e-2f6a1c4d5e70");
    let with_header = Router::new().route("/ok", get(async || ([ID], "ok")));

    let tower_http = service()
        .layer(CatchPanicLayer::new())
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid));
    [
        ("no layer", service()),
        ("no layer, a constant id as header", with_header),
        ("a layer that does nothing", service().layer(MapRequestLayer::new(unchanged))),
        ("tower-http's three", tower_http),
        ("**`ErrorLayer`**", service().layer(ErrorLayer::<Fallback>::new())),
        ("by hand, the id alone", service().layer(layer_fn(IdAlone))),
    ]
}

fn unchanged(request: Request) -> Request {
    request
}

fn compare(title: &str, runtime: fn() -> Runtime) {
    let servers = apps().map(|(name, app)| serve(name, app, runtime()));
    let client = one_thread();
    let rounds: Vec<Vec<Round>> = (0..ROUNDS)
        .map(|_| servers.iter().map(|server| client.block_on(round(server))).collect())
        .collect();

    let of = |what: &dyn Fn(&[Round]) -> f64| median(rounds.iter().map(|all| what(all)).collect());
    let rows: Vec<_> = servers
        .iter()
        .enumerate()
        .map(|(at, server)| {
            vec![
                server.name.to_owned(),
                number(of(&|all| all[at].rate), 0),
                number(of(&|all| all[at].rate / all[0].rate), 3),
                number(of(&|all| all[at].cost), 2),
                number(of(&|all| all[at].cost / all[0].cost), 3),
            ]
        })
        .collect();
    print(&[title, "requests/s", "ratio", "CPU of all, µs", "ratio"], &rows);
}

fn one_thread() -> Runtime {
    Builder::new_current_thread().enable_all().build().expect("a runtime")
}

fn all_cores() -> Runtime {
    Builder::new_multi_thread().enable_all().build().expect("a runtime")
}

fn serve(name: &'static str, app: Router, runtime: Runtime) -> Server {
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
            let address = listener.local_addr().expect("an address");
            send.send(address).expect("a listener");
            axum::serve(listener, app).await.expect("a server");
        });
    });
    let address = receive.recv().expect("a server");
    Server { name, address }
}

async fn round(server: &Server) -> Round {
    let mut connections = Vec::new();
    for _ in 0..CONNECTIONS {
        connections.push(Connection::open(server.address).await);
    }
    let before = spent();
    let start = Instant::now();
    let end = start + ROUND;
    let clients: Vec<_> =
        connections.into_iter().map(|connection| tokio::spawn(connection.load(end))).collect();
    let mut requests = 0.0;
    for client in clients {
        requests += client.await.expect("a client");
    }
    let seconds = start.elapsed().as_secs_f64();
    let spent = spent() - before;
    Round { rate: requests / seconds, cost: spent / requests }
}

/// The CPU time of all threads so far, in microseconds.
#[expect(clippy::cast_precision_loss, reason = "not that many")]
fn spent() -> f64 {
    let usage = getrusage(UsageWho::RUSAGE_SELF).expect("the usage");
    (usage.user_time().num_microseconds() + usage.system_time().num_microseconds()) as f64
}

/// A connection that is kept, and answers of one length.
struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
    length: usize,
}

impl Connection {
    async fn open(address: SocketAddr) -> Self {
        let mut stream = TcpStream::connect(address).await.expect("a connection");
        stream.set_nodelay(true).expect("an option");
        stream.write_all(REQUEST).await.expect("a request");
        let mut buffer = vec![0; 4096];
        let length = stream.read(&mut buffer).await.expect("an answer");
        assert!(buffer.starts_with(b"HTTP/1.1 200 OK\r\n"), "a success");
        assert!(buffer[..length].ends_with(b"\r\n\r\nok"), "all of the answer at once");
        Self { stream, buffer, length }
    }

    /// Asks until then; how often.
    async fn load(mut self, end: Instant) -> f64 {
        let mut requests = 0.0;
        while Instant::now() < end {
            self.stream.write_all(REQUEST).await.expect("a request");
            self.stream.read_exact(&mut self.buffer[..self.length]).await.expect("an answer");
            requests += 1.0;
        }
        requests
    }
}
