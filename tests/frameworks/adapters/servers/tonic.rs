//! tonic: `From` for `Status`.

mod words;

use self::words::Words;
use crate::check::header_lines;
use crate::errors::House;
use crate::events;
use crate::routes::{self, Route};
use error_runtime::ErrorLayer;
use http::header::{CONTENT_TYPE, HeaderValue};
use http::uri::PathAndQuery;
use std::convert::Infallible;
use std::fmt::Write as _;
use std::net::SocketAddr;
use tonic::transport::server::TcpIncoming;
use tonic::transport::{Channel, Server};
use tonic::{Code, Request, Response, Status};
use tower::service_fn;

macro_rules! mount {
    ($path:ident $($route:literal $handler:ident $error:ty,)*) => {
        match &**$path.get_ref() {
            "/panic" => panic!("on purpose, with a secret"),
            $($route => {
                let House(project) = routes::$handler().await?;
                Ok(Response::new(project.name.to_owned()))
            })*
            _ => Err(Status::unimplemented("no such route")),
        }
    };
}

async fn call(path: Request<String>) -> Result<Response<String>, Status> {
    routes::routes!(mount path)
}

/// With the layer around the service, or without.
fn serve(name: &'static str, has_layer: bool) -> SocketAddr {
    let (socket, address) = events::socket();
    events::serve(name, async move || {
        let incoming = TcpIncoming::from(tokio::net::TcpListener::from_std(socket).unwrap());
        let service = service_fn(async |request: http::Request<tonic::body::Body>| {
            let mut grpc = tonic::server::Grpc::new(Words);
            Ok::<_, Infallible>(grpc.unary(service_fn(call), request).await)
        });
        if has_layer {
            let server = Server::builder().layer(ErrorLayer::default());
            server.serve_with_incoming(service, incoming).await.unwrap();
        } else {
            Server::builder().serve_with_incoming(service, incoming).await.unwrap();
        }
    });
    address
}

/// Path, code, public message, and machine code.
type Row = (&'static str, Code, &'static str, Option<&'static str>);

/// What AIP-193 has for the HTTP statuses of the routes.
const TABLE: &[Row] = &[
    ("/constant", Code::Aborted, "Somebody else has it open", Some("PROJECT_LOCKED")),
    ("/fields", Code::NotFound, "No project 'p\n\"1\"' in eu", Some("NO_SUCH_PROJECT")),
    ("/repeated", Code::Unauthenticated, "Log in first", Some("LOGGED_OUT")),
    ("/slow_down", Code::ResourceExhausted, "Too many requests", Some("SLOW_DOWN")),
    ("/unicode", Code::InvalidArgument, "Schlüssel „ß“ fehlt 🔑", None),
    ("/bare", Code::NotFound, "gone", Some("BARE")),
    ("/words", Code::FailedPrecondition, "Only in words", Some("WORDS")),
    ("/private", Code::Internal, "Something went wrong", Some("STORE")),
    ("/converted", Code::NotFound, "There is no such file", Some("NO_SUCH_FILE")),
    ("/moved", Code::Unknown, "It has moved", Some("MOVED")),
    ("/nothing", Code::Unknown, "There is nothing to say", Some("NOTHING")),
    ("/rare_status", Code::FailedPrecondition, "The upstream said so", Some("UPSTREAM")),
    ("/utf8_header", Code::Unavailable, "The upstream said so", Some("UPSTREAM")),
    ("/latin1_header", Code::Unavailable, "The upstream said so", Some("UPSTREAM")),
    ("/generic", Code::InvalidArgument, "7 of 3", Some("TOO_MANY")),
    ("/borrowed", Code::NotFound, "No word 'wort'", Some("NO_SUCH_WORD")),
    ("/any", Code::Aborted, "It is busy", Some("BUSY")),
    ("/any_converted", Code::Unauthenticated, "Log in first", Some("LOGGED_OUT")),
    ("/faced", Code::NotFound, "No project 'p\n\"1\"' in eu", Some("NO_SUCH_PROJECT")),
];

async fn ask(channel: Channel, path: &str) -> Result<Response<String>, Status> {
    let mut client = tonic::client::Grpc::new(channel);
    client.ready().await.unwrap();
    let method = PathAndQuery::from_static("/tests.Words/Say");
    client.unary(Request::new(path.to_owned()), method, Words).await
}

#[test]
fn every_answer_arrives() {
    check("tonic", false);
}

/// A gRPC status is no answer of the framework's, nor one that goes unheard.
#[test]
fn every_answer_passes_the_layer() {
    check("tonic in a layer", true);
}

/// A client of gRPC takes a body for messages: what the layer answers itself is
/// a status, too, and the channel goes on.
#[test]
fn a_panic_is_a_status_in_the_layer() {
    let name = "tonic, panicking";
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let channel = Channel::from_shared(format!("http://{}", serve(name, true))).unwrap();
        let channel = channel.connect().await.unwrap();
        for _ in 0..2 {
            let status = ask(channel.clone(), "/panic").await.unwrap_err();
            assert_eq!(status.code(), Code::Internal);
            assert_eq!(status.message(), "Internal Server Error");
            let metadata = status.metadata();
            assert_eq!(metadata.get("error-code").unwrap(), "INTERNAL_SERVER_ERROR");
            let id = metadata.get("x-request-id").unwrap().to_str().unwrap();
            let events = events::take(name);
            assert_eq!(events.len(), 1, "{events:#?}");
            assert!(events[0].starts_with("ERROR ") && events[0].contains(id), "{events:#?}");
            assert!(events[0].contains("on purpose, with a secret"), "{events:#?}");
        }
        assert_eq!(ask(channel, "/success").await.unwrap().get_ref(), "Größe \"1\"");
    });
}

fn check(name: &'static str, has_layer: bool) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let failures = runtime.block_on(async {
        let channel = Channel::from_shared(format!("http://{}", serve(name, has_layer))).unwrap();
        let channel = channel.connect().await.unwrap();
        let success = ask(channel.clone(), "/success").await.unwrap();
        assert_eq!(success.get_ref(), "Größe \"1\"");
        assert_eq!(events::take(name), [""; 0]);
        let mut failures = String::new();
        let routes = routes::all().await;
        assert_eq!(routes.iter().filter(|route| route.is_error).count(), TABLE.len());
        for (path, code, message, machine) in TABLE {
            let Route { answer, .. } = routes.iter().find(|route| route.path == *path).unwrap();
            let mut headers = answer.headers().clone();
            headers.remove(CONTENT_TYPE);
            if ["/utf8_header", "/latin1_header"].contains(path) {
                // Only ASCII can be metadata.
                headers.remove("x-told").unwrap();
            }
            if let Some(machine) = machine {
                headers.insert("error-code", HeaderValue::from_static(machine));
            }
            let status = ask(channel.clone(), path).await.unwrap_err();
            let mut metadata = status.metadata().clone().into_headers();
            metadata.remove(CONTENT_TYPE);
            assert_eq!(metadata.remove("x-request-id").is_some(), has_layer);
            let expected = (*code, *message, header_lines(&headers));
            let found = (status.code(), status.message(), header_lines(&metadata));
            if expected != found {
                let _ = writeln!(failures, "-- {path} gives\n{found:?}\nnot\n{expected:?}");
            }
            let events = events::take(name);
            if events.len() != 1 {
                let _ = writeln!(failures, "-- {path} is logged as {events:#?}");
            }
        }
        failures
    });
    assert!(failures.is_empty(), "\n{failures}");
}
